import { describe, expect, test } from 'vitest'
import { hariKeberatan, kebijakanKeberatan } from '#server/keberatan/kebijakan.ts'
import { bolehBerkeberatan, type FaktaPemberitahuan, keadaanOf } from './keadaan.ts'
import { bolehMemutus } from './putus.ts'
import { berkasPemberitahuan, type IsiPemberitahuan, suratPemberitahuan } from './surat.ts'

test.each(kebijakanKeberatan.contoh.hari)('a letter of $tanggal holds from $berlaku', (c) => {
  expect(hariKeberatan(c.tanggal)).toEqual({
    keberatanSampai: c.keberatan_sampai,
    berlaku: c.berlaku,
  })
})

test.each(kebijakanKeberatan.contoh.putus)('$nama', ({ nama: _, boleh, ...f }) => {
  expect(bolehMemutus(f, kebijakanKeberatan).ok).toBe(boleh)
})

test('who is told why they may not decide', () => {
  const f = { peran: 'provinsi', ikut: false, kerabat: false, lain: 1, terlambat: false }
  expect(bolehMemutus(f, kebijakanKeberatan)).toEqual({ ok: false, error: 'masih_ada' })
  expect(bolehMemutus({ ...f, lain: 0 }, kebijakanKeberatan)).toEqual({
    ok: true,
    value: { cadangan: true },
  })
})

describe('a notice', () => {
  const f: FaktaPemberitahuan = {
    status: 'berjalan',
    statusSebab: null,
    keberatanSampai: '2018-08-07',
    keberatan: null,
  }
  test('can be objected to on its last day, once, and holds the day after', () => {
    expect(keadaanOf(f, '2018-08-07')).toBe('menunggu')
    expect(bolehBerkeberatan(f, '2018-08-07')).toBe(true)
    expect(keadaanOf(f, '2018-08-08')).toBe('selesai')
    expect(bolehBerkeberatan(f, '2018-08-08')).toBe(false)
    expect(bolehBerkeberatan({ ...f, keberatan: 'ditolak' }, '2018-07-30')).toBe(false)
  })
  test('stands still under an open objection, however long the office takes', () => {
    expect(keadaanOf({ ...f, keberatan: 'terbuka' }, '2019-08-08')).toBe('keberatan')
  })
  test('is called off by an objection that was upheld, or by a later list', () => {
    const batal = { ...f, status: 'batal' as const, keberatan: 'dikabulkan' as const }
    expect(keadaanOf({ ...batal, statusSebab: 'keberatan_dikabulkan' }, '2018-08-08')).toBe(
      'dikabulkan',
    )
    expect(keadaanOf({ ...batal, statusSebab: 'daftar_diganti' }, '2018-08-08')).toBe('batal')
  })
})

test('the letter names ground, day and counter; many make one file, each under the letterhead', () => {
  const i: IsiPemberitahuan = {
    kop: { baris: ['DINAS SOSIAL'], alamat: null, telepon: null, logo: null },
    tempat: 'Bontang',
    penanda: { jabatan: 'Kepala Dinas', nama: '', nip: null, pangkat: null },
    nomor: '0001/PBT/64.74/2018',
    alamatQr: 'https://contoh/d/1',
    sebab: 'daftar',
    program: 'Bansos Rastra',
    namaKepala: 'BADU',
    alamat: 'RT 007, Api-Api',
    alasan: 'Peringkat di luar kuota.',
    dasar: 'SK Wali Kota Bontang nomor 1',
    tanggal: '2018-07-24',
    keberatanSampai: '2018-08-07',
    berlaku: '2018-08-08',
    loket: 'Kelurahan Api-Api',
  }
  const teks = JSON.stringify(suratPemberitahuan(i))
  for (const part of ['BADU', '7 Agustus 2018', '8 Agustus 2018', 'Kelurahan Api-Api', i.alasan])
    expect(teks).toContain(part)
  const berkas = berkasPemberitahuan([i, i, i], '2018-07-24')
  expect(berkas.isi.filter((b) => b.blok === 'kop')).toHaveLength(3)
  expect(berkas.isi.filter((b) => b.blok === 'halamanBaru')).toHaveLength(2)
})
