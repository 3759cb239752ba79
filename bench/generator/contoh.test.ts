import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { petaSchema } from '#domain/impor/peta.ts'
import { cocokkan } from '#domain/impor/wilayah-cocok.ts'
import { isDemoNik, parseNik } from '#domain/individu/nik.ts'
import { listOf } from '#domain/kode/daftar.ts'
import { compileDecoder } from '#domain/kode/decode.ts'
import { loadCodeLists, readPolicy } from '#server/kebijakan/muat.ts'
import { judulArt, judulRt } from './bdt.ts'
import { buatContoh, type PilihanContoh, type Ringkasan } from './contoh.ts'
import { barisKolomPbdt, judulPbdt } from './pbdt.ts'
import { rates, tabelLaju } from './rates.ts'
import { bacaKota } from './wilayah.ts'

type Baris = Record<string, string>

const folder = await mkdtemp(join(tmpdir(), 'contoh-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function buat(nama: string, pilihan: Partial<PilihanContoh>): Promise<Ringkasan> {
  const hasil = await buatContoh({ wilayah: '6474', keluar: join(folder, nama), ...pilihan })
  if (!hasil.ok) throw new Error(hasil.error)
  return hasil.value
}

async function bacaCsv(path: string | undefined, lewati: number): Promise<Baris[]> {
  const teks = await readFile(path ?? '', 'utf8')
  const [judul = [], ...isi] = parse(teks, {
    bom: true,
    delimiter: teks.includes(';Provinsi (3);') ? ';' : ',',
  })
  return isi
    .slice(lewati)
    .map((sel: string[]) => Object.fromEntries(sel.map((s, i) => [judul[i], s])))
}

const angka = (baris: Baris, judul: string): number => Number(baris[judul])

test('the demonstration city has exactly its families, people and receivers', async () => {
  const kota = await buat('bontang', { keluarga: 9232, seed: 1, format: 'pbdt-csv' })
  expect(kota).toMatchObject({ keluarga: 9232, orang: 39876, rastra: 5098 })
  const teks = await readFile(kota.berkas[0]?.path[0] ?? '', 'utf8')
  const keluarga = new Set<string>()
  let penerima = 0
  const baris = teks.trimEnd().split('\n').slice(2)
  for (const b of baris) {
    const sel = b.split(',')
    const di = (judul: string) => sel[judulPbdt.indexOf(judul)] ?? ''
    keluarga.add(`${di('ID rumah tangga (2)')}-${di('Nomor urut keluarga')}`)
    if (di('Nomor urut ART') === '1' && di('Status Rastra') === '3') penerima++
  }
  expect([baris.length, keluarga.size, penerima]).toEqual([39876, 9232, 5098])
}, 60_000)

describe('a city of 1,500 families', () => {
  let kota: Ringkasan
  let baris: Baris[]
  let kepala: Baris[]
  beforeAll(async () => {
    const laju = { wilayah_lama: 0.3 }
    kota = await buat('kota', { keluarga: 1500, seed: 1, format: 'pbdt-csv', laju })
    baris = await bacaCsv(kota.berkas[0]?.path[0], 1)
    kepala = baris.filter((b) => b['Nomor urut ART'] === '1')
  }, 60_000)

  test('has one head in each family and one in each household', () => {
    const satu = (judul: string) => baris.filter((b) => b[judul] === '1')
    expect(satu('Hubungan dengan kepala keluarga')).toHaveLength(1500)
    expect(satu('HubKRT')).toHaveLength(kota.ruta)
  })

  test('gives every person a NIK of no province, or none, and none twice', () => {
    const nik = baris.map((b) => b.NIK ?? '').filter((n) => n !== '')
    const utuh = nik.filter((n) => /^\d{16}$/.test(n))
    expect(new Set(utuh).size).toBe(utuh.length)
    expect(utuh.every((n) => isDemoNik(n) && parseNik(n).ok)).toBe(true)
    expect(1 - utuh.length / nik.length).toBeLessThan(0.015)
    expect(1 - nik.length / baris.length).toBeGreaterThan(0.07)
    expect(1 - nik.length / baris.length).toBeLessThan(0.09)
  })

  test('names its villages so that each can be told for certain', async () => {
    const desa = (await bacaKota('6474'))?.desa ?? []
    expect(desa).toHaveLength(15)
    const tulisan = [...new Set(baris.map((b) => b['Desa/Kelurahan (9)'] ?? ''))]
    expect(tulisan).toEqual(expect.arrayContaining(['API2', 'TJ. LAUT INDAH', 'LOKTUAN']))
    for (const nama of tulisan) expect([nama, cocokkan(nama, desa).jenis]).toEqual([nama, 'pasti'])
  })

  test('answers with codes of the lists only, but for the stated strangers', () => {
    const peta = readPolicy('impor/pbdt-2015.yaml', petaSchema).nilai
    const buku = loadCodeLists()
    for (const { judul, kode, variabel } of peta.kolom) {
      if (!kode || !variabel) continue
      const baca = compileDecoder(listOf(buku, kode), variabel)
      const isi = new Set(baris.map((b) => b[judul] ?? ''))
      if (variabel === 'lantai') isi.delete('13')
      for (const nilai of isi) expect([judul, nilai, baca(nilai).ok]).toEqual([judul, nilai, true])
    }
  })

  test('uses the alternating codes of the paper', () => {
    const isi = (judul: string) => [...new Set(kepala.map((b) => b[judul]))].sort()
    expect(isi('Kepemilikan tabung gas 5,5kg (33)')).toEqual(['', '1', '2'])
    expect(isi('Kepemilikan lemari es (34)')).toEqual(['', '3', '4'])
    expect(isi('Status BPJS  mandiri')).toEqual(['3', '4'])
    expect(isi('Status PKH')).toEqual(['1', '2'])
  })

  test('lives as a poor coastal city may: shares within sane ranges', () => {
    const bagian = (dari: Baris[], ya: (b: Baris) => boolean) =>
      dari.filter(ya).length / dari.length
    const umur = (b: Baris) => angka(b, 'Umur anggota rumah tangga (tahun)')
    const antara = (nilai: number, dari: number, sampai: number) => {
      expect(nilai).toBeGreaterThan(dari)
      expect(nilai).toBeLessThan(sampai)
    }
    antara(
      bagian(baris, (b) => umur(b) < 15),
      0.28,
      0.42,
    )
    antara(
      bagian(baris, (b) => umur(b) >= 60),
      0.03,
      0.09,
    )
    antara(
      bagian(baris, (b) => b['jenis kelamin'] === '2'),
      0.48,
      0.54,
    )
    antara(
      bagian(kepala, (b) => b['jenis kelamin'] === '2'),
      0.1,
      0.3,
    )
    antara(
      bagian(kepala, (b) => b['Kepemilikan sepeda motor (42)'] === '3'),
      0.6,
      0.8,
    )
    antara(
      bagian(baris, (b) => (b['Jenis cacat'] ?? '00') !== '00'),
      0.005,
      0.03,
    )
    const nama = new Set(baris.map((b) => b['Nama ART']))
    expect(nama.size / baris.length).toBeGreaterThan(0.6)
  })

  test('has no child older than the parents could have', () => {
    const rumah = new Map<string, Baris[]>()
    for (const b of baris) {
      const kunci = `${b['ID rumah tangga (2)']}-${b['Nomor urut keluarga']}`
      rumah.set(kunci, [...(rumah.get(kunci) ?? []), b])
    }
    for (const anggota of rumah.values()) {
      const umur = (hub: string) =>
        anggota
          .filter((b) => b['Hubungan dengan kepala keluarga'] === hub)
          .map((b) => angka(b, 'Umur anggota rumah tangga (tahun)'))
      const [tua = 99] = umur('1')
      // Ages are rounded to five years now and then, by two and a half at most on either side.
      for (const anak of umur('3')) expect(tua - anak).toBeGreaterThanOrEqual(11)
    }
  })
})

describe('the mixed set', () => {
  test('puts each village into one file and adds up', async () => {
    const kota = await buat('campur', { keluarga: 400, seed: 5, kebenaran: true })
    const desa = kota.berkas.flatMap((b) => b.desa)
    expect(new Set(desa).size).toBe(desa.length)
    expect([...new Set(kota.berkas.map((b) => b.format))].sort()).toEqual([
      'bdt-xlsx',
      'pbdt-csv',
      'pbdt-xlsx',
      'siks-xlsx',
    ])
    for (const jumlah of ['ruta', 'keluarga', 'orang', 'rastra'] as const) {
      expect(kota.berkas.reduce((n, b) => n + b[jumlah], 0)).toBe(kota[jumlah])
    }
    const benar = (await readFile(kota.kebenaran ?? '', 'utf8')).trim().split('\n')
    expect(benar).toHaveLength(kota.ruta)
    expect(benar.map((b) => JSON.parse(b)).filter((b) => b.rastra)).toHaveLength(kota.rastra)
  }, 60_000)
})

describe('a set', () => {
  const isi = async (nama: string, seed: number): Promise<string> => {
    const set = await buat(nama, { keluarga: 150, seed, format: 'bdt-csv' })
    const teks = await Promise.all((set.berkas[0]?.path ?? []).map((p) => readFile(p, 'utf8')))
    return teks.join('')
  }

  test('is the same for the same seed, and another for another', async () => {
    const satu = await isi('satu', 3)
    expect(await isi('dua', 3)).toBe(satu)
    expect(await isi('tiga', 4)).not.toBe(satu)
  })

  test('of any kab/kota and size has exactly the people asked for', async () => {
    const set = await buat('tuban', { wilayah: '35.23', orang: 1000, format: 'pbdt-csv' })
    expect(set).toMatchObject({ nama: 'KABUPATEN TUBAN', orang: 1000, keluarga: 232 })
  })

  test('that cannot be is refused', async () => {
    const minta = (p: Partial<PilihanContoh>) =>
      buatContoh({ wilayah: '6474', keluar: folder, ...p }).then((h) => (h.ok ? 'ok' : h.error))
    expect(await minta({ wilayah: '9999' })).toBe('wilayah_tidak_ada')
    expect(await minta({ keluarga: 10, rastra: 11 })).toBe('jumlah_tidak_mungkin')
    expect(await minta({ keluarga: 10, orang: 1000 })).toBe('jumlah_tidak_mungkin')
  })
})

describe('the headers', () => {
  const judul = (path: string) => readPolicy(path, petaSchema).nilai.kolom.map((k) => k.judul)

  test('of PBDT are those of the real export, double spaces included', () => {
    expect(judulPbdt).toHaveLength(101)
    expect(judulPbdt).toEqual(judul('impor/pbdt-2015.yaml'))
    expect(judulPbdt).toEqual(
      expect.arrayContaining(['Nomor HP  yang aktif (48)', 'Status BPJS  mandiri']),
    )
    expect(barisKolomPbdt.slice(0, 3)).toEqual(['KOLOM', 2, 3])
  })

  test('of the BDT tables are those that the import knows', () => {
    expect(judulRt).toEqual(judul('impor/bdt-rt.yaml'))
    expect(judulArt).toEqual(judul('impor/bdt-art.yaml'))
  })
})

describe('the rates', () => {
  test('are printed in the docs as they are', async () => {
    const docs = await readFile(new URL('../../docs/bench-data.md', import.meta.url), 'utf8')
    expect(docs).toContain(tabelLaju())
  })

  test('are met by the set: each kind of noise hits about its share', async () => {
    const set = await buat('laju', { keluarga: 1500, seed: 9, format: 'bdt-csv', kebenaran: true })
    const benar = (await readFile(set.kebenaran ?? '', 'utf8')).trim().split('\n')
    const kena = new Map<string, number>()
    for (const ruta of benar.map((b) => JSON.parse(b))) {
      for (const d of ruta.derau) kena.set(d, (kena.get(d) ?? 0) + 1)
      for (const o of ruta.anggota) {
        for (const d of o.derau) kena.set(d, (kena.get(d) ?? 0) + 1)
      }
    }
    const laju = (nama: string, dari: number) => (kena.get(nama) ?? 0) / dari
    for (const nama of ['nama_salah_tulis', 'nik_kosong', 'kronis_kosong', 'ibu_kosong'] as const) {
      expect(Math.abs(laju(nama, set.orang) - rates[nama].laju)).toBeLessThan(0.012)
    }
    for (const nama of ['wilayah_lama', 'sls_gaya', 'alamat_kosong'] as const) {
      expect(Math.abs(laju(nama, set.ruta) - rates[nama].laju)).toBeLessThan(0.03)
    }
  }, 60_000)
})
