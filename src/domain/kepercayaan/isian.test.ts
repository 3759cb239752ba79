import { describe, expect, test } from 'vitest'
import { antrean, bidangBersumber, type Isian, type OrangBersumber } from './isian.ts'
import { bidangPercaya, semuaSumber } from './percaya.ts'

const hari = '2018-07-02'
const kosong = Object.fromEntries(bidangPercaya.map((b) => [b, null])) as Isian
const sejak = Object.fromEntries(
  bidangPercaya.map((b) => [b, '2018-01-01']),
) as OrangBersumber['registriTanggal']
const bobot = Object.fromEntries(
  semuaSumber.map((s) => [s, s === 'dukcapil' ? 100 : 60]),
) as Record<(typeof semuaSumber)[number], number>
const aturan = {
  susut_per_tahun: 5,
  taruhan: { menerima: 40, tidak_padan: 20, desil_rendah: 20, desil_sampai: 4 },
  bidang: Object.fromEntries(
    bidangPercaya.map((b) => [
      b,
      { antre: b !== 'alamat', lapangan: b === 'hubungan', taruhan: 10, bobot },
    ]),
  ) as Record<
    (typeof bidangPercaya)[number],
    { antre: boolean; lapangan: boolean; taruhan: number; bobot: typeof bobot }
  >,
}
const orang = (o: Partial<OrangBersumber> = {}): OrangBersumber => ({
  registri: { ...kosong, nama: 'SITI AMINAH', hubungan: '3', alamat: 'JL. A' },
  registriTanggal: sejak,
  lapangan: null,
  sumber: [
    {
      sumber: 'dukcapil',
      isian: { ...kosong, nama: 'SITI AMINA', hubungan: '3', alamat: 'JL. B' },
      tanggal: '2018-03-01',
      desil: null,
    },
    { sumber: 'p3ke', isian: { ...kosong, hubungan: '5' }, tanggal: '2018-03-01', desil: 2 },
    { sumber: 'p3ke', isian: { ...kosong, hubungan: '4' }, tanggal: '2017-03-01', desil: 2 },
  ],
  putusan: [],
  menerima: true,
  tidakPadan: false,
  ...o,
})

test('each field has its sources, one value of each, and the believed one first', () => {
  const [nama, hubungan, alamat, ...rest] = bidangBersumber(orang(), aturan, hari)
  expect(rest).toEqual([])
  expect(nama).toMatchObject({ bidang: 'nama', berbeda: true, calon: { sumber: 'dukcapil' } })
  expect(hubungan?.urutan.map((c) => [c.sumber, c.nilai])).toEqual([
    ['dukcapil', '3'],
    ['p3ke', '5'],
    ['registri', '3'],
  ])
  expect(alamat).toMatchObject({ bidang: 'alamat', berbeda: true })
})

test('what a visit met beats the papers, until the field is changed after it', () => {
  const seen = bidangBersumber(orang({ lapangan: '2018-02-01' }), aturan, hari)
  expect(seen.find((f) => f.bidang === 'hubungan')).toMatchObject({
    dasar: 'lapangan',
    calon: { sumber: 'registri', tanggal: '2018-02-01' },
  })
  const older = bidangBersumber(orang({ lapangan: '2017-12-31' }), aturan, hari)
  expect(older.find((f) => f.bidang === 'hubungan')?.dasar).toBe('bobot')
})

describe('the queue of differences', () => {
  test('takes those that matter, with what is at stake', () => {
    const { baru, gugur, ubah } = antrean(orang(), aturan, hari)
    expect(baru.map((b) => [b.bidang, b.dipercaya, b.taruhan])).toEqual([
      ['nama', 'dukcapil', 70],
      ['hubungan', 'dukcapil', 70],
    ])
    expect([gugur, ubah]).toEqual([[], []])
  })

  const antre = (o: OrangBersumber, putusan: 'registri' | null) =>
    antrean(o, aturan, hari).baru.map((b, i) => ({
      id: `b${i}`,
      bidang: b.bidang,
      status: putusan ? ('diputus' as const) : ('antre' as const),
      putusan,
      dipercaya: b.dipercaya,
      taruhan: b.taruhan,
      nilai: b.semua,
    }))

  test('stays as it is while the sources do, and follows them', () => {
    const o = orang({ putusan: antre(orang(), null) })
    expect(antrean(o, aturan, hari)).toEqual({ gugur: [], baru: [], ubah: [] })
    const agreed = { ...o, registri: { ...o.registri, nama: 'AMINA SITI' } }
    expect(antrean(agreed, aturan, hari).gugur).toEqual(['b0'])
    const poorer = antrean({ ...o, tidakPadan: true }, aturan, hari)
    expect(poorer.ubah.map((u) => [u.id, u.taruhan])).toEqual([
      ['b0', 90],
      ['b1', 90],
    ])
  })

  test('keeps a decision until the decided source says something else', () => {
    const o = orang({ putusan: antre(orang(), 'registri') })
    expect(antrean(o, aturan, hari)).toEqual({ gugur: [], baru: [], ubah: [] })
    expect(bidangBersumber(o, aturan, hari)[0]).toMatchObject({
      dasar: 'putusan',
      calon: { sumber: 'registri' },
    })
    const changed = { ...o, registri: { ...o.registri, nama: 'SITI' } }
    const next = antrean(changed, aturan, hari)
    expect([next.gugur, next.baru.map((b) => b.bidang)]).toEqual([['b0'], ['nama']])
  })

  test('is left alone where it names a source that the reader cannot see', () => {
    const all = orang({ putusan: antre(orang(), null) })
    const part = { ...all, sumber: all.sumber.filter((r) => r.sumber !== 'p3ke') }
    expect(antrean(part, aturan, hari, false)).toEqual({ gugur: [], baru: [], ubah: [] })
    expect(antrean(part, aturan, hari).gugur).toEqual(['b1'])
  })
})
