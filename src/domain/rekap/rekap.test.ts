import { expect, test } from 'vitest'
import { kebijakanRekap } from '#server/rekap/kebijakan.ts'
import { bulanRekap, keadaanRt, rekapOf, siapNaik, suratRekap } from './bulanan.ts'

const kosong = { identitas: 0, peristiwa: 0, keadaan: 0, usulan: 0 }
const kop = { baris: ['KELURAHAN UJI'], alamat: null, telepon: null, logo: null }
const surat = {
  kop,
  tempat: 'Uji',
  penanda: { jabatan: 'Lurah', nama: 'Dewi', nip: null, pangkat: null },
  kantor: 'Kelurahan Uji',
  nomor: '1/RB',
  alamatQr: 'https://contoh/d/1',
  periode: '2018-07',
  tanggal: '2018-07-31',
}

test('an RT that sends nothing is not one with nothing to send', () => {
  const rows = [
    { rt: 3, usulan: kosong, nihil: false },
    { rt: 1, usulan: { ...kosong, usulan: 2, identitas: 1 }, nihil: false },
    { rt: 2, usulan: kosong, nihil: true },
  ]
  expect(rows.map(keadaanRt)).toEqual(['diam', 'mengusulkan', 'nihil'])
  const rekap = rekapOf(rows)
  expect(rekap).toMatchObject({ jumlah: 3, diam: [3], nihil: false })
  expect(rekap.rt.map((b) => b.rt)).toEqual([1, 2, 3])
  const teks = JSON.stringify(suratRekap({ ...surat, rekap }))
  expect(teks).toContain('RT 003 belum menyatakan nihil')
  expect(teks).toContain('3 usulan')
})

test('a village without any proposal says so in one word', () => {
  const rekap = rekapOf([{ rt: 1, usulan: kosong, nihil: true }])
  expect(rekap.nihil).toBe(true)
  expect(JSON.stringify(suratRekap({ ...surat, rekap }))).toContain('(NIHIL)')
  expect(bulanRekap('2018-07')).toBe('Juli 2018')
})

test.each(kebijakanRekap.contoh)(
  'a summary $keadaan for $hari days is ready (district: $camat): $siap',
  (c) => {
    expect(siapNaik(c.keadaan, c.hari, c.camat, kebijakanRekap.tunggu_camat_hari)).toBe(c.siap)
  },
)
