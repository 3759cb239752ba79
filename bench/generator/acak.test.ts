import { describe, expect, test } from 'vitest'
import { Acak } from './acak.ts'
import { hariDari, Penomor, tanggalIso, umurPada } from './nomor.ts'
import { bagi } from './rencana.ts'
import { tangga } from './rumah.ts'

describe('seeded chance', () => {
  test('repeats itself, differs by household, and fills its range evenly', () => {
    const ambil = (kunci: number) => {
      const acak = new Acak(1, kunci, 2)
      return Array.from({ length: 20_000 }, () => acak.satuan())
    }
    expect(ambil(7)).toEqual(ambil(7))
    expect(ambil(7)).not.toEqual(ambil(8))
    const rata = ambil(7).reduce((a, b) => a + b, 0) / 20_000
    expect(Math.abs(rata - 0.5)).toBeLessThan(0.01)
  })

  test('draws normal numbers of mean 0 and deviation 1', () => {
    const acak = new Acak(2, 1, 1)
    const n = Array.from({ length: 20_000 }, () => acak.normal())
    const rata = n.reduce((a, b) => a + b, 0) / n.length
    const ragam = n.reduce((a, b) => a + (b - rata) ** 2, 0) / n.length
    expect(Math.abs(rata)).toBeLessThan(0.03)
    expect(Math.abs(ragam - 1)).toBeLessThan(0.05)
  })
})

describe('numbers and shares', () => {
  test('a woman is born on the day plus forty, and serials count up', () => {
    const penomor = new Penomor(6474)
    const lahir = hariDari(1980, 5, 12)
    expect(penomor.buatNik(1, lahir, 2)).toBe('9974015205800001')
    expect(penomor.buatNik(1, lahir, 2)).toBe('9974015205800002')
    expect(penomor.buatNik(1, lahir, 1)).toBe('9974011205800001')
    expect(penomor.buatKk(2, hariDari(2018, 7, 1))).toBe('9974020107180001')
  })

  test('the ten-thousandth of a day is numbered on the next', () => {
    const penomor = new Penomor(6474)
    const lahir = hariDari(1980, 1, 31)
    for (let i = 0; i < 9999; i++) penomor.buatNik(1, lahir, 1)
    expect(penomor.buatNik(1, lahir, 1)).toBe('9974010102800001')
  })

  test('ages are whole years on the day', () => {
    expect(umurPada(hariDari(2000, 7, 15), hariDari(2015, 7, 15))).toBe(15)
    expect(umurPada(hariDari(2000, 7, 16), hariDari(2015, 7, 15))).toBe(14)
    expect(tanggalIso(hariDari(1949, 12, 31))).toBe('1949-12-31')
  })

  test('shares of a graded answer make a hundred, and parts make the whole', () => {
    for (const [nama, { kode }] of Object.entries(tangga)) {
      const jumlah = kode.reduce((n, [, bagian]) => n + bagian, 0)
      expect([nama, Math.round(jumlah * 10) / 10]).toEqual([nama, 100])
    }
    expect(bagi([1, 1, 1], 100)).toEqual([34, 33, 33])
  })
})
