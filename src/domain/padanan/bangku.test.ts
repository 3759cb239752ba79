import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { alokasi, berkasBangkuSchema, type LapisTerlabel, taksirBangku } from './bangku.ts'

const kebijakan = readPolicy('parameter/bangku-padanan.yaml', berkasBangkuSchema).nilai

test.each(kebijakan.contoh.alokasi)('$nama', ({ lapis, sampel, hasil }) => {
  expect(alokasi(lapis, sampel, kebijakan.sedikitnya)).toEqual(hasil)
})

test('whatever the layers: as many as there are or as asked, none twice, some of each', () => {
  const lapis = fc.array(
    fc.record({
      jumlah: fc.integer({ min: 1, max: 500 }),
      peluang: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(lapis, fc.integer({ min: 100, max: 300 }), (l, n) => {
      const hasil = alokasi(l, n, 4)
      const semua = l.reduce((s, x) => s + x.jumlah, 0)
      expect(hasil.reduce((s, x) => s + x, 0)).toBe(Math.min(n, semua))
      for (const [i, x] of l.entries()) {
        expect(hasil[i]).toBeLessThanOrEqual(x.jumlah)
        expect(hasil[i]).toBeGreaterThanOrEqual(Math.min(4, x.jumlah))
      }
    }),
    { numRuns: 200 },
  )
})

/** A generator of numbers in [0, 1) that gives the same each time. */
function acak(benih: number): () => number {
  let s = benih
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0
    return s / 2 ** 32
  }
}

/** Sixteen layers of pairs, from surely two persons to surely one. */
const populasi = Array.from({ length: 16 }, (_, i) => {
  const jumlah = i === 0 ? 4000 : i > 12 ? 900 : 120
  const peluang = 1 / (1 + 2 ** (8 - i))
  return { jumlah, benar: Math.round(jumlah * peluang * 0.96), peluang }
})

const benarDari = (i: number) => populasi.slice(i).reduce((s, l) => s + l.benar, 0)
const semuaDari = (i: number) => populasi.slice(i).reduce((s, l) => s + l.jumlah, 0)

/** Labels of a simple random sample out of each layer. */
function dilabeli(bilangan: () => number): LapisTerlabel[] {
  const n = alokasi(populasi, 200, 4)
  return populasi.map((l, i) => {
    let [sisa, benar, sama] = [l.jumlah, l.benar, 0]
    for (let k = 0; k < (n[i] ?? 0); k++, sisa--)
      if (bilangan() < benar / sisa) {
        sama++
        benar--
      }
    return { batas: i, jumlah: l.jumlah, peluang: l.peluang, dilabeli: n[i] ?? 0, sama }
  })
}

describe('estimates from 200 labels', () => {
  test('lie around what is true, and the interval holds it nineteen times in twenty', () => {
    const bilangan = acak(7)
    const kali = 400
    const [p, r] = [8, 8].map((i, k) =>
      k === 0 ? benarDari(i) / semuaDari(i) : benarDari(i) / benarDari(0),
    )
    let [presisi, kelengkapan, dalamP, dalamR] = [0, 0, 0, 0]
    for (let k = 0; k < kali; k++) {
      const titik = taksirBangku(dilabeli(bilangan), 40)[8]
      if (!titik || p === undefined || r === undefined) throw new Error('There are sixteen points')
      presisi += titik.presisi.nilai / kali
      kelengkapan += titik.kelengkapan.nilai / kali
      dalamP += titik.presisi.bawah <= p && p <= titik.presisi.atas ? 1 : 0
      dalamR += titik.kelengkapan.bawah <= r && r <= titik.kelengkapan.atas ? 1 : 0
    }
    expect(Math.abs(presisi - (p ?? 0))).toBeLessThan(0.01)
    expect(Math.abs(kelengkapan - (r ?? 0))).toBeLessThan(0.03)
    expect(dalamP / kali).toBeGreaterThan(0.92)
    expect(dalamR / kali).toBeGreaterThan(0.92)
  })

  test('are exact and certain where every pair was labelled', () => {
    const semua = populasi.map((l, i) => ({
      batas: i,
      jumlah: l.jumlah,
      peluang: l.peluang,
      dilabeli: l.jumlah,
      sama: l.benar,
    }))
    for (const [i, t] of taksirBangku(semua, 36).entries()) {
      const p = benarDari(i) / semuaDari(i)
      expect(t.presisi.nilai).toBeCloseTo(p, 10)
      expect(t.presisi.atas - t.presisi.bawah).toBeCloseTo(0, 10)
      expect(t.kelengkapan.nilai).toBeCloseTo(benarDari(i) / benarDari(0), 10)
      expect(t.kelengkapan.atas - t.kelengkapan.bawah).toBeCloseTo(0, 10)
      expect(t.langsung + t.ditinjau).toBe(semuaDari(0))
      expect(t.jam).toBeCloseTo(t.ditinjau / 100, 10)
    }
  })

  test('without a label are what the model says, and say how little that is', () => {
    const [awal] = taksirBangku([{ batas: 0, jumlah: 100, peluang: 0.6, dilabeli: 0, sama: 0 }], 40)
    expect(awal?.presisi).toEqual({ nilai: 0.6, bawah: expect.closeTo(0.034, 2), atas: 1 })
  })

  test('a higher threshold never finds more, and leaves more to look at', () => {
    const titik = taksirBangku(dilabeli(acak(3)), 40)
    for (const [i, t] of titik.entries()) {
      const sebelum = titik[i - 1]
      if (!sebelum) continue
      expect(t.kelengkapan.nilai).toBeLessThanOrEqual(sebelum.kelengkapan.nilai)
      expect(t.jam).toBeGreaterThan(sebelum.jam)
    }
  })
})
