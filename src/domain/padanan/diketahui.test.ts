import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Baris, model, orang, tabelDari } from '#test/padanan-contoh.ts'
import { bobotVektor } from './bobot.ts'
import { frekuensiLazim, lazimDari } from './lazim.ts'
import { nilaiSatu, type Sel, utf8 } from './nilai.ts'
import { type Diketahui, frekuensiModel, type Padanan, padankan } from './padankan.ts'
import { tingkatDari, uraikanBobot } from './uraian.ts'

const { baris } = orang()
const tabel = tabelDari(baris)
const penuh = padankan(model, tabel)
const sel = ([nik, nama, lahir, desa]: Baris): Sel => ({ nik, nama, lahir, desa })
const pasang = ({ pasangan: p }: Padanan): string[] =>
  [...p.a].map((a, i) => `${a} ${p.b[i]} ${p.bobot[i]}`)
const lagi = (tahu: Diketahui) => padankan(model, tabel, 0, { parameter: penuh.em, ...tahu })
const nomor = fc.nat({ max: baris.length - 1 })

test('a pair by itself has the levels and the weight that the kernel gives it, both ways', () => {
  const f = frekuensiModel(model, tabel).get('nama')
  if (!f) throw new Error('the model adjusts by names')
  const lazim = { nama: lazimDari(tabel, 'nama', f, 1e6) }
  const { a, b, bobot, kode } = penuh.pasangan
  fc.assert(
    fc.property(fc.nat({ max: a.length - 1 }), (i) => {
      const x = sel(baris[a[i] as number] as Baris)
      const y = sel(baris[b[i] as number] as Baris)
      const [ke] = nilaiSatu(model, penuh.em, lazim, x, [y])
      const [balik] = nilaiSatu(model, penuh.em, lazim, y, [x])
      expect(ke?.tingkat).toEqual(tingkatDari(penuh.sandi, kode[i] as number))
      expect(ke?.bobot).toBeCloseTo(bobot[i] as number, 3)
      expect(balik).toEqual(ke)
    }),
  )
})

test('the steps of a pair, its prior and its rarity add up to the weight of the kernel', () => {
  const { bobot, kode } = penuh.pasangan
  fc.assert(
    fc.property(fc.nat({ max: kode.length - 1 }), (i) => {
      const k = kode[i] as number
      const u = uraikanBobot(model, penuh.em, tingkatDari(penuh.sandi, k), bobot[i] as number)
      const langkah = u.langkah.reduce((s, l) => s + l.bobot, u.bitAwal)
      expect(langkah).toBeCloseTo(bobotVektor(model, penuh.sandi, penuh.em, k), 3)
      expect(langkah + u.kelangkaan).toBeCloseTo(bobot[i] as number, 2)
    }),
  )
})

test('an answer is named by its level, or says that nothing agrees or can be compared', () => {
  const kata = (tingkat: number[]) =>
    uraikanBobot(model, penuh.em, tingkat, 1).langkah.map((l) => l.jawaban.id)
  expect(kata([0, 5, 6, 2])).toEqual([
    'x',
    'berbeda',
    'tidak dapat dibandingkan',
    'tidak dapat dibandingkan',
  ])
})

describe('what is known before', () => {
  test('weights estimated before give the same pairs', () => {
    expect(pasang(lagi({}))).toEqual(pasang(penuh))
  })

  test('counts kept by hash are those of the table, and of any table with the same values', () => {
    const f = frekuensiModel(model, tabel).get('nama')
    if (!f) throw new Error('the model adjusts by names')
    const lazim = lazimDari(tabel, 'nama', f, 1e6)
    expect(
      pasang(lagi({ frekuensi: new Map([['nama', frekuensiLazim(tabel, 'nama', lazim)]]) })),
    ).toEqual(pasang(penuh))
    expect(lazimDari(tabel, 'nama', f, 2).nilai).toHaveLength(4)
  })

  test('of changed records exactly the pairs with one of them come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nomor, { maxLength: 20 }), (ubah) => {
        const baru = new Uint8Array(baris.length)
        for (const n of ubah) baru[n] = 1
        const harus = pasang(penuh).filter((p) =>
          p
            .split(' ')
            .slice(0, 2)
            .some((n) => baru[Number(n)] === 1),
        )
        expect(pasang(lagi({ baru }))).toEqual(harus)
      }),
      { numRuns: 30 },
    )
  })

  test('two that were found to be two persons are never in one cluster, one person always is', () => {
    const { a, b } = penuh.pasangan
    fc.assert(
      fc.property(fc.nat({ max: a.length - 1 }), nomor, nomor, (i, x, y) => {
        fc.pre(x !== y && x !== a[i] && y !== b[i])
        const beda = { a: b[i] as number, b: a[i] as number, sama: false }
        const dipisah = lagi({ putusan: [beda] })
        expect(dipisah.gugus[beda.a]).not.toBe(dipisah.gugus[beda.b])
        expect(pasang(dipisah)).toEqual(pasang(penuh))
        const disatukan = lagi({ putusan: [{ a: x, b: y, sama: true }] })
        expect(disatukan.gugus[x]).toBe(disatukan.gugus[y])
      }),
      { numRuns: 20 },
    )
  })
})

test('texts become the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (teks) => {
      expect([...utf8(teks)]).toEqual([...new TextEncoder().encode(teks)])
    }),
  )
})
