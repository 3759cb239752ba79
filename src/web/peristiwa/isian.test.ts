import { expect, test } from 'vitest'
import { type Isian, isianKosong, jenisBerform, peristiwaOf, ubahIsian } from './isian.ts'
import { isianDari } from './isian-dari.ts'

const penuh: Isian = {
  ...isianKosong('2018-07-24'),
  orang: 'o',
  nama: 'BAYI',
  jenisKelamin: '2',
  tempatLahir: 'BONTANG',
  ibu: 'i',
  nik: '9',
  anggota: ['a', 'b'],
  kepalaKkBaru: 'a',
  kepalaBaru: 'c',
  pengganti: 'wali',
  waliNama: 'W',
  waliHubungan: 'paman',
  suratNomor: '1',
  suratTanggal: '2018-07-01',
  petugas: 'FITRI',
  tujuan: 'kk_baru',
  keluargaTujuan: 'k',
  hubunganBaru: '3',
  hubungan: { a: '8', b: '' },
  pasangan: 'p',
  kepalaBaruPasangan: 'q',
  penggantiPasangan: 'r',
  nomorKk: '9974011111111111',
  domisiliAlamat: 'Gang Bakau',
  penanggung: 'kk',
  bentuk: 'sebagian',
  tujuanPindah: 'Samarinda',
  dokumen: 'Akta',
}

// A draft that is opened again, or a returned report, is sent as it was unless somebody changes it.
test.each(jenisBerform)('%s is the same event after its form was opened again', (jenis) => {
  for (const tujuan of ['tetap', 'keluarga', 'kk_baru']) {
    const peristiwa = peristiwaOf(jenis, { ...penuh, tujuan }, 6474011006)
    const dibuka = isianDari(
      { isi: { peristiwa, dokumen: { jenis: 'Akta' } }, individuId: 'o', disebut: [] },
      '2018-07-24',
    )
    expect(peristiwaOf(jenis, dibuka, 6474011006)).toEqual(peristiwa)
    expect(dibuka).toMatchObject({ orang: 'o', dokumen: 'Akta' })
  }
})

test('an answer that hung on a changed one is not sent unseen', () => {
  // The spouse was chosen in the family entered; then the couple takes a card of its own.
  const kartu = ubahIsian({ ...penuh, tujuan: 'keluarga' }, { tujuan: 'kk_baru' })
  expect(peristiwaOf('kawin', kartu, 6474011006)).toMatchObject({
    pasanganId: undefined,
    kepalaBaruPasanganId: undefined,
    penggantiPasangan: undefined,
    kepalaBaruId: undefined,
  })
  expect(peristiwaOf('kawin', { ...penuh, tujuan: 'tetap' }, 6474011006)).not.toHaveProperty(
    'pasanganId',
  )
  // Not the head died but a child: nobody becomes head.
  const anak = peristiwaOf('meninggal', ubahIsian(penuh, { orang: 'anak' }), 6474011006)
  expect(anak).toMatchObject({ kepalaBaruId: undefined, pengganti: undefined })
  expect(ubahIsian(penuh, { tanggal: '2018-07-02' })).toEqual({ ...penuh, tanggal: '2018-07-02' })
})
