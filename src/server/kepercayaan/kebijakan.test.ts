import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandingkan } from '#domain/dukcapil/keadaan.ts'
import {
  bidangPercaya,
  type Calon,
  percaya,
  samaNilai,
  semuaSumber,
  taruhanOf,
} from '#domain/kepercayaan/percaya.ts'
import { dukcapil, kepercayaan } from './kebijakan.ts'

const aturanOf = (bidang: (typeof bidangPercaya)[number]) => ({
  ...kepercayaan.bidang[bidang],
  susut_per_tahun: kepercayaan.susut_per_tahun,
})
const banyak = (calon: readonly Calon[]): [Calon, ...Calon[]] => {
  const [first, ...rest] = calon
  if (!first) throw new Error('no candidates')
  return [first, ...rest]
}

describe('the examples of policy', () => {
  test.each(kepercayaan.contoh)('$bidang by $dasar: $dipercaya', (c) => {
    const decided = c.calon.find((x) => x.sumber === c.putusan)
    const hasil = percaya(c.bidang, aturanOf(c.bidang), banyak(c.calon), c.hari, decided ?? null)
    expect([hasil.calon.sumber, hasil.dasar]).toEqual([c.dipercaya, c.dasar])
  })
  test.each(dukcapil.contoh)('$jawab.nama is $keadaan', ({ orang, jawab, keadaan }) => {
    const sisi = (s: typeof orang) => ({
      nama: s.nama,
      tanggalLahir: s.tanggal_lahir,
      nomorKk: s.nomor_kk,
      jenisKelamin: null,
    })
    const told = { ...sisi(jawab), keadaan: jawab.keadaan ?? null }
    expect(bandingkan(sisi(orang), told).keadaan).toBe(keadaan)
  })
})

const hari = '2018-07-02'
const calon = fc.uniqueArray(
  fc.record({
    sumber: fc.constantFrom(...semuaSumber),
    nilai: fc.constantFrom('SITI AMINAH', 'AMINAH SITI', 'SITI', 'BUDI'),
    tanggal: fc.constantFrom('2010-01-01', '2015-06-30', '2018-01-01', '2018-07-02'),
    lapangan: fc.boolean(),
  }),
  { minLength: 1, selector: (c) => c.sumber },
)
const bidang = fc.constantFrom(...bidangPercaya)

describe('belief', () => {
  test('does not depend on the order in which the sources are told', () => {
    fc.assert(
      fc.property(bidang, calon, fc.infiniteStream(fc.nat()), (b, semua, acak) => {
        const lain = semua
          .map((c) => ({ c, n: acak.next().value ?? 0 }))
          .sort((x, y) => x.n - y.n)
          .map(({ c }) => c)
        expect(percaya(b, aturanOf(b), banyak(lain), hari)).toEqual(
          percaya(b, aturanOf(b), banyak(semua), hari),
        )
      }),
    )
  })

  test('goes to what was seen in the field wherever an officer can see it', () => {
    fc.assert(
      fc.property(bidang, calon, (b, semua) => {
        const { calon: menang, dasar } = percaya(b, aturanOf(b), banyak(semua), hari)
        const seen = semua.filter((c) => c.lapangan)
        if (aturanOf(b).lapangan && seen.length > 0) {
          expect(dasar).toBe('lapangan')
          expect(seen.some((c) => c.tanggal > menang.tanggal)).toBe(false)
        } else expect(dasar).toBe('bobot')
      }),
    )
  })

  test('stays with a source that becomes fresher, and with a decision while its value stands', () => {
    fc.assert(
      fc.property(bidang, calon, fc.constantFrom(...semuaSumber), (b, semua, sumber) => {
        const before = percaya(b, aturanOf(b), banyak(semua), hari).calon
        const fresher = semua.map((c) => (c.sumber === before.sumber ? { ...c, tanggal: hari } : c))
        expect(percaya(b, aturanOf(b), banyak(fresher), hari).calon.sumber).toBe(before.sumber)
        const decided = semua.find((c) => c.sumber === sumber)
        if (!decided) return
        const hasil = percaya(b, aturanOf(b), banyak(semua), hari, decided)
        expect([hasil.calon.sumber, hasil.dasar]).toEqual([sumber, 'putusan'])
        const lain = { ...decided, nilai: 'LAIN SEKALI' }
        expect(percaya(b, aturanOf(b), banyak(semua), hari, lain).dasar).not.toBe('putusan')
      }),
    )
  })

  test('tells of a difference exactly when two sources do not mean the same', () => {
    fc.assert(
      fc.property(bidang, calon, (b, semua) => {
        const { berbeda } = percaya(b, aturanOf(b), banyak(semua), hari)
        expect(berbeda).toBe(semua.some((x) => semua.some((y) => !samaNilai(b, x.nilai, y.nilai))))
      }),
    )
  })
})

test('more is at stake where a family receives, is poor, or does not agree with Dukcapil', () => {
  const of = (p: Parameters<typeof taruhanOf>[2]) => taruhanOf(10, kepercayaan.taruhan, p)
  const none = { menerima: false, tidakPadan: false, desil: 9 }
  expect(of(none)).toBe(10)
  expect(of({ menerima: true, tidakPadan: true, desil: 1 })).toBe(90)
  expect(of({ ...none, desil: null })).toBe(10)
})
