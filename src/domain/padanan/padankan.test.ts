import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Baris, model, orang, susun, tabelDari } from '#test/padanan-contoh.ts'
import { jawabDari, pembandingDari, sandiDari } from './banding.ts'
import { potongUrut, tiapPasang, urutkanAturan } from './blok.ts'
import { bobot, bobotVektor } from './bobot.ts'
import { bagianDari, kunciBersama, satuBagian, susunanKunci, tulisKunci } from './kunci.ts'
import { padankan } from './padankan.ts'
import { gabungkan } from './susun.ts'
import { memoriBiasa, type Tabel } from './tabel.ts'

/** The levels of two records, by the name of their comparison. */
function tingkat(a: Baris, b: Baris): Record<string, number> {
  const tabel = tabelDari([a, b])
  const kode = pembandingDari(model, tabel)(0, 1)
  const sandi = sandiDari(model)
  return Object.fromEntries(model.banding.map((x, k) => [x.nama, jawabDari(sandi, kode, k)]))
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

/** The keys of rules over a table, sorted, with oversized blocks split. */
function blokDari(
  tabel: Tabel,
  aturan: readonly (readonly string[])[],
  pecah: readonly string[],
  terbesar: number,
) {
  const bagian = bagianDari(aturan, tabel)
  const { letak, lebar } = susunanKunci(bagian)
  const kunci = {
    banyak: tabel.banyak,
    lebar,
    kunci: new Uint32Array(tabel.banyak * lebar),
    aturan: letak,
  }
  const banyak = tulisKunci(kunci, bagian, 0, tabel.banyak)
  const pemecah = pecah.map((p) => satuBagian(p, tabel))
  const urut = banyak.map((n) => new Uint32Array(n))
  const susunan = urut.map((u, i) => urutkanAturan(kunci, i, pemecah, terbesar, u))
  return {
    kunci,
    urut: urut.map((u, i) => u.subarray(0, susunan[i]?.banyak)),
    besar: susunan.flatMap((s) => s.besar ?? []),
  }
}

test.each([1, 3])(
  'exactly the pairs that share a key are compared, each once; %d parts',
  (potong) => {
    fc.assert(
      fc.property(himpunan, (baris) => {
        const { kunci, urut } = blokDari(tabelDari(baris), model.blok, [], 1000)
        const dapat: string[] = []
        for (const [i, u] of urut.entries())
          for (const bagian of potongUrut(u, potong))
            tiapPasang(kunci, i, u, bagian, 0, (a, b) => dapat.push(`${a}-${b}`))
        const harus: string[] = []
        for (let a = 0; a < baris.length; a++) {
          for (let b = a + 1; b < baris.length; b++) {
            const bersama = kunci.aturan.some(
              (r) => kunciBersama(kunci.kunci, r, a * kunci.lebar, b * kunci.lebar) !== 0,
            )
            if (bersama) harus.push(`${a}-${b}`)
          }
        }
        expect(dapat.sort()).toEqual(harus.sort())
      }),
    )
  },
)

test('a block that is too large is split, and what cannot be split is reported', () => {
  const baris = Array.from(
    { length: 120 },
    (_, i): Baris => ['', 'SITI', '1980-03-04', i < 60 ? 'A' : 'B'],
  )
  const tabel = tabelDari(baris)
  const dipecah = blokDari(tabel, [['lahir']], ['desa'], 100)
  expect(dipecah.besar).toEqual([{ aturan: 0, dipecah: 1, ditinggal: 0 }])
  const tetap = blokDari(tabel, [['lahir']], ['desa'], 50)
  expect(tetap.besar).toEqual([{ aturan: 0, dipecah: 1, ditinggal: 120 }])
})

test('a table is the same however its rows were divided', () => {
  fc.assert(
    fc.property(himpunan, fc.nat(), (baris, di) => {
      const batas = di % baris.length
      const dua = [baris.slice(0, batas), baris.slice(batas)].map((b) => susun(b).potongan())
      expect(gabungkan(model, dua, memoriBiasa)).toEqual(tabelDari(baris))
    }),
  )
})

describe('matching a table', () => {
  test('finds who is one person without being told', () => {
    const { baris, benar } = orang()
    const { gugus } = padankan(model, tabelDari(baris))
    for (let i = 0; i < baris.length; i++) expect(benar[gugus[i] as number]).toBe(benar[i])
    expect(new Set(gugus).size).toBe(200)
  })

  test('gives the same pairs, weights and clusters in whatever order the rows come', () => {
    const { baris } = orang()
    const dari = (urutan: readonly number[]): string[] => {
      const { gugus, pasangan } = padankan(model, tabelDari(urutan.map((i) => baris[i] as Baris)))
      const pasang = [...pasangan.a].map((a, i) => {
        const kedua = [urutan[a] as number, urutan[pasangan.b[i] as number] as number]
        return `${kedua.sort((x, y) => x - y)} ${pasangan.bobot[i]?.toFixed(4)}`
      })
      const anggota = Map.groupBy(urutan, (_, i) => gugus[i])
      return [
        ...pasang,
        ...[...anggota.values()].map((x) => x.sort((a, b) => a - b).join(' ')),
      ].sort()
    }
    const asli = baris.map((_, i) => i)
    const lain = asli.toSorted((a, b) => ((a * 7919) % 601) - ((b * 7919) % 601))
    expect(dari(lain)).toEqual(dari(asli))
  })

  test('of two tables compares only across them', () => {
    const { baris } = orang()
    const dua = baris.toSorted((a, b) => (baris.indexOf(a) % 3) - (baris.indexOf(b) % 3))
    const pisah = 200
    const { pasangan } = padankan(model, tabelDari(dua), pisah)
    expect(pasangan.a.length).toBeGreaterThan(0)
    for (const a of pasangan.a) expect(a).toBeLessThan(pisah)
    for (const b of pasangan.b) expect(b).toBeGreaterThanOrEqual(pisah)
  })

  test('gives each pair the vector that two records alone give, and the weight of that vector', () => {
    const { baris } = orang()
    const tanpa = {
      ...model,
      banding: model.banding.map((b) => ({
        ...b,
        tingkat: b.tingkat.map(({ frekuensi: _, ...t }) => t),
      })),
    }
    const { pasangan, sandi, em } = padankan(tanpa, tabelDari(baris))
    for (let i = 0; i < pasangan.a.length; i += 7) {
      const a = baris[pasangan.a[i] as number] as Baris
      const b = baris[pasangan.b[i] as number] as Baris
      const kode = pasangan.kode[i] as number
      expect(pembandingDari(model, tabelDari([b, a]))(0, 1)).toBe(kode)
      expect(pasangan.bobot[i]).toBeCloseTo(bobotVektor(tanpa, sandi, em, kode), 3)
    }
  })

  test('weighs the levels of names and numbers in their order', () => {
    const { em } = padankan(model, tabelDari(orang().baris))
    for (const k of [0, 1]) {
      const tingkat = [bobot(model, em, k, 0), bobot(model, em, k, 1), bobot(model, em, k, 99)]
      expect(tingkat[0]).toBeGreaterThan(tingkat[2] as number)
    }
    expect(bobot(model, em, 0, 0)).toBeGreaterThan(bobot(model, em, 0, 2))
    expect(bobot(model, em, 1, 0)).toBeGreaterThan(bobot(model, em, 1, 5))
  })

  test('of a table without doubles finds none, and what is equal still speaks for one person', () => {
    const { em, pasangan } = padankan(model, tabelDari(orang().baris.filter((_, i) => i % 3 === 0)))
    expect([...pasangan.bobot].filter((w) => w > 0)).toEqual([])
    for (const k of [0, 1, 2]) expect(bobot(model, em, k, 0)).toBeGreaterThan(0)
  })

  test('of nothing, or of one record, gives nothing', () => {
    expect(padankan(model, tabelDari([])).calon).toBe(0)
    expect([...padankan(model, tabelDari([[nik, 'SITI', '', '']])).gugus]).toEqual([0])
  })
})

test('a model that asks a column what it cannot answer says which', () => {
  const salah = { ...model, blok: [['lahir:bunyi']] }
  expect(() => padankan(salah, tabelDari([]))).toThrow(/lahir:bunyi/)
})
