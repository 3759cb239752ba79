import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pembandingDari } from './banding.ts'
import { kunciBlok, tiapPasang } from './blok.ts'
import { jawabDari } from './em.ts'
import { type ModelPadanan, skemaModel } from './model.ts'
import { padankan } from './padankan.ts'
import { PenyusunTabel, type Tabel } from './tabel.ts'

const label = { id: 'x', en: 'x' }
const model: ModelPadanan = skemaModel.parse({
  judul: label,
  sumber: 'uji',
  berlaku: { dari: '2018-01-01', sampai: null },
  kolom: [
    { nama: 'nik', jenis: 'nomor', panjang: 16 },
    { nama: 'nama', jenis: 'kata', kamus: 'nama' },
    { nama: 'lahir', jenis: 'tanggal' },
    { nama: 'desa', jenis: 'kode' },
  ],
  kamus: { nama: { buang: ['H', 'HJ'], setara: [['MUHAMMAD', 'MOH']], ejaan: [['OE', 'U']] } },
  banding: [
    {
      nama: 'nik',
      label,
      kolom: ['nik'],
      tingkat: [
        { label, syarat: 'nik sama' },
        { label, syarat: 'nik satu_salah' },
      ],
    },
    {
      nama: 'nama',
      label,
      kolom: ['nama'],
      tingkat: [
        { label, syarat: 'nama sama', frekuensi: 'nama' },
        { label, syarat: 'nama urutan', frekuensi: 'nama' },
        { label, syarat: 'nama sebagian' },
        { label, syarat: 'nama mirip' },
        { label, syarat: 'nama satu_kata' },
      ],
    },
    {
      nama: 'lahir',
      label,
      kolom: ['lahir'],
      tingkat: [
        { label, syarat: 'lahir sama' },
        { label, syarat: 'lahir tertukar' },
        { label, syarat: 'lahir awal_tahun' },
        { label, syarat: 'lahir dua_bagian' },
        { label, syarat: 'lahir tahun' },
      ],
    },
    { nama: 'desa', label, kolom: ['desa'], tingkat: [{ label, syarat: 'desa sama' }] },
  ],
  blok: [['nik'], ['lahir', 'nama:bunyi'], ['nama:urutan', 'desa'], ['nama:kata', 'lahir:tahun']],
  pecah: ['desa'],
  blok_terbesar: 50,
  ambang: { padan: 0.5, periksa: 0.1 },
})

type Baris = readonly [nik: string, nama: string, lahir: string, desa: string]

function tabelDari(baris: readonly Baris[]): Tabel {
  const penyusun = new PenyusunTabel(model, 4)
  for (const satu of baris) {
    penyusun.baris()
    for (const [i, teks] of satu.entries()) {
      const bita = Buffer.from(teks)
      penyusun.sel(i, bita, 0, bita.length)
    }
  }
  return penyusun.tabel()
}

/** The levels of two records, by the name of their comparison. */
function tingkat(a: Baris, b: Baris): Record<string, number> {
  const tabel = tabelDari([a, b])
  const banding = pembandingDari(model, tabel)
  return Object.fromEntries(model.banding.map((x, k) => [x.nama, banding[k]?.(0, 1) ?? -1]))
}

const nik = '9974010101800001'

describe('two records', () => {
  test.each([
    ['MUHAMMAD YUSUF', 'H. Moh. Yusuf', 0],
    ['SITI AMINAH', 'AMINAH SITI', 1],
    ['SITI AMINAH', 'SITIAMINAH', 1],
    ['SOEKARNO', 'SUKARNO', 0],
    ['BUDI SANTOSO WIJAYA', 'BUDI SANTOSO', 2],
    ['RATNA DEWI', 'RATNAH DEWI', 3],
    ['RATNA DEWI', 'RATNA SARI', 4],
    ['RATNA DEWI', 'JOKO WIDODO', 5],
    ['RATNA DEWI', '', 6],
  ])('named %s and %s agree at level %d', (a, b, level) => {
    expect(tingkat([nik, a, '', ''], [nik, b, '', '']).nama).toBe(level)
  })

  test.each([
    [nik, nik, 0],
    [nik, '9974010101800002', 1],
    [nik, '9974011001800001', 1],
    [nik, '9974010202800001', 2],
    [nik, '', 3],
    [nik, '12', 3],
  ])('with the NIKs %s and %s agree at level %d', (a, b, level) => {
    expect(tingkat([a, 'A', '', ''], [b, 'A', '', '']).nik).toBe(level)
  })

  test.each([
    ['1980-03-04', '04/03/1980', 0],
    ['1980-03-04', '1980-04-03', 1],
    ['1980-03-04', '1980-01-01', 2],
    ['1980-03-04', '1981-03-04', 3],
    ['1980-03-04', '1980-07-19', 4],
    ['1980-03-04', '1955-07-19', 5],
    ['1980-03-04', '', 6],
  ])('born %s and %s agree at level %d', (a, b, level) => {
    expect(tingkat(['', 'A', a, ''], ['', 'A', b, '']).lahir).toBe(level)
  })
})

const barisAcak = fc.tuple(
  fc.constantFrom('', nik, '9974010101800002', '9974010505900001'),
  fc.constantFrom('SITI AMINAH', 'AMINAH SITI', 'SITI', 'BUDI', 'BUDI SANTOSO', 'BUDI SANTOSA', ''),
  fc.constantFrom('1980-01-01', '1980-03-04', '1980-04-03', '1975-03-04', ''),
  fc.constantFrom('6474011001', '6474011002', ''),
)
const himpunan = fc.array(barisAcak, { minLength: 2, maxLength: 40 })

test('a comparison is the same both ways', () => {
  fc.assert(
    fc.property(barisAcak, barisAcak, (a, b) => {
      expect(tingkat(a, b)).toEqual(tingkat(b, a))
    }),
  )
})

test('exactly the pairs that share a key are compared, each once', () => {
  fc.assert(
    fc.property(himpunan, (baris) => {
      const tabel = tabelDari(baris)
      const { kunci, urut } = kunciBlok(model.blok, [], 1000, tabel)
      const dapat: string[] = []
      for (const [i, u] of urut.entries())
        tiapPasang(kunci, i, u, 0, (a, b) => dapat.push(`${a}-${b}`))
      const harus: string[] = []
      for (let a = 0; a < baris.length; a++) {
        for (let b = a + 1; b < baris.length; b++) {
          const bersama = kunci.some(({ kunci: k, lebar }) => {
            const milik = (n: number) => k.subarray(n * lebar, (n + 1) * lebar)
            return milik(a).some((x) => x !== 0 && milik(b).includes(x))
          })
          if (bersama) harus.push(`${a}-${b}`)
        }
      }
      expect(dapat.sort()).toEqual(harus.sort())
    }),
  )
})

test('a block that is too large is split, and what cannot be split is reported', () => {
  const baris = Array.from(
    { length: 120 },
    (_, i): Baris => ['', 'SITI', '1980-03-04', i < 60 ? 'A' : 'B'],
  )
  const dipecah = kunciBlok([['lahir']], ['desa'], 100, tabelDari(baris))
  expect(dipecah.besar).toEqual([{ aturan: 0, dipecah: 1, ditinggal: 0 }])
  const tetap = kunciBlok([['lahir']], ['desa'], 50, tabelDari(baris))
  expect(tetap.besar).toEqual([{ aturan: 0, dipecah: 1, ditinggal: 120 }])
})

/** Two hundred people, three records each, every third with an error. */
function orang(): { baris: Baris[]; benar: number[] } {
  const depan = ['SITI', 'BUDI', 'RATNA', 'JOKO', 'AGUS', 'DEWI', 'INDRA', 'MAYA', 'HASAN', 'NURUL']
  const belakang = [
    'AMINAH',
    'SANTOSO',
    'WIJAYA',
    'LESTARI',
    'HIDAYAT',
    'PUTRI',
    'SETIAWAN',
    'RAHMAN',
  ]
  const baris: Baris[] = []
  const benar: number[] = []
  for (let i = 0; i < 200; i++) {
    const nama = `${depan[i % 10]} ${belakang[(i * 7) % 8]}`
    const lahir = `19${50 + (i % 45)}-0${1 + (i % 9)}-${10 + (i % 17)}`
    const nomor = `99740101018${String(10000 + i * 17).padStart(5, '0')}`
    const desa = `64740110${10 + (i % 6)}`
    baris.push(
      [nomor, nama, lahir, desa],
      [i % 3 ? nomor : '', nama, lahir, desa],
      [nomor, `${nama}H`, lahir, desa],
    )
    benar.push(i, i, i)
  }
  return { baris, benar }
}

describe('matching a table', () => {
  test('finds who is one person without being told', () => {
    const { baris, benar } = orang()
    const { gugus } = padankan(model, tabelDari(baris))
    for (let i = 0; i < baris.length; i++) expect(benar[gugus[i] as number]).toBe(benar[i])
    expect(new Set(gugus).size).toBe(200)
  })

  test('gives the same clusters in whatever order the rows come', () => {
    const { baris } = orang()
    const dari = (urutan: readonly number[]): string[] => {
      const { gugus } = padankan(model, tabelDari(urutan.map((i) => baris[i] as Baris)))
      const anggota = new Map<number, number[]>()
      for (const [i, akar] of gugus.entries())
        anggota.set(akar, [...(anggota.get(akar) ?? []), urutan[i] as number])
      return [...anggota.values()].map((x) => x.sort((a, b) => a - b).join(' ')).sort()
    }
    const asli = baris.map((_, i) => i)
    const lain = asli.toSorted((a, b) => ((a * 7919) % 601) - ((b * 7919) % 601))
    expect(dari(lain)).toEqual(dari(asli))
  })

  test('of two tables compares only across them', () => {
    const { baris } = orang()
    const pisah = 300
    const { calon } = padankan(model, tabelDari(baris), { pisah })
    for (let i = 0; i < calon.banyak; i++) {
      expect(calon.a[i]).toBeLessThan(pisah)
      expect(calon.b[i]).toBeGreaterThanOrEqual(pisah)
    }
    expect(calon.banyak).toBeGreaterThan(0)
  })

  test('keeps for each pair the levels that the comparison gives', () => {
    const tabel = tabelDari(orang().baris)
    const { calon, sandi } = padankan(model, tabel)
    const banding = pembandingDari(model, tabel)
    for (let i = 0; i < calon.banyak; i += 7) {
      for (let k = 0; k < banding.length; k++) {
        expect(jawabDari(sandi, model, calon.kode[i] as number, k)).toBe(
          banding[k]?.(calon.a[i] as number, calon.b[i] as number),
        )
      }
    }
  })

  test('of nothing, or of one record, gives nothing', () => {
    expect(padankan(model, tabelDari([])).calon.banyak).toBe(0)
    expect([...padankan(model, tabelDari([[nik, 'SITI', '', '']])).gugus]).toEqual([0])
  })
})

test('a model that asks a column what it cannot answer says which', () => {
  const salah = { ...model, blok: [['lahir:bunyi']] }
  expect(() => padankan(salah, tabelDari([]))).toThrow(/lahir:bunyi/)
})
