import { createHash } from 'node:crypto'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { semuaJenis } from '#domain/usulan/jenis.ts'
import { berlakuSampai, masihBerlaku } from './masa.ts'
import { type BarisMeterai, buatMeterai, periksaMeterai } from './meterai.ts'
import { namaMirip, orangSama, tahunMirip } from './orang-sama.ts'
import { type Keputusan, keputusanBerlaku, semuaPutusan } from './putusan.ts'

const sidik = (teks: string) => createHash('sha256').update(teks).digest('hex')

const kata = fc.constantFrom(
  'SITI',
  'AMINAH',
  'BADU',
  'ROHANI',
  'SULAIMAN',
  'DEWI',
  'YUSUF',
  'LASMI',
)
const nama = fc.array(kata, { minLength: 1, maxLength: 3 }).map((k) => k.join(' '))
/** As kept: without blanks at its ends. */
const teks = fc.string({ maxLength: 40 }).map((t) => t.trim())
const baris: Arbitrary<BarisMeterai> = fc.record({
  musyawarahId: fc.uuid(),
  urutan: fc.integer({ min: 1, max: 300 }),
  usulanId: fc.uuid(),
  jenis: fc.constantFrom(...semuaJenis),
  keluargaId: fc.option(fc.uuid()),
  individuId: fc.option(fc.uuid()),
  nama,
  kepala: fc.option(nama),
  tahunLahir: fc.option(fc.integer({ min: 1930, max: 2018 })),
  putusan: fc.constantFrom(...semuaPutusan),
  dasar: teks,
  alasan: fc.option(teks),
  catatan: fc.option(teks),
})
const daftar = fc.uniqueArray(baris, { minLength: 1, maxLength: 8, selector: (b) => b.usulanId })

const peta = (rows: readonly BarisMeterai[]) => new Map(rows.map((b) => [b.usulanId, b]))
const periksa = (asal: readonly BarisMeterai[], kini: readonly BarisMeterai[]) =>
  periksaMeterai(asal, peta(kini), buatMeterai(asal, sidik), sidik)

describe('the seal', () => {
  test('is whole as long as nothing changes', () => {
    fc.assert(
      fc.property(daftar, (rows) => {
        expect(periksa(rows, rows)).toEqual({ asli: true, rusak: [] })
      }),
    )
  })

  test('outlives corrections of a name and a year of birth, for any row', () => {
    const salahTulis = fc.tuple(fc.nat(), fc.constantFrom('ganda', 'tambah', 'tahun'))
    fc.assert(
      fc.property(daftar, salahTulis, (rows, [di, apa]) => {
        const i = di % rows.length
        const kini = rows.map((b, n) => (n === i ? benahi(b, apa) : b))
        expect(periksa(rows, kini).rusak).toEqual([])
      }),
    )
  })

  test('is broken by another decision, kind, ground, note, order, family or person, and names that row alone', () => {
    const ganti: ((b: BarisMeterai) => BarisMeterai)[] = [
      (b) => ({ ...b, putusan: b.putusan === 'setuju' ? 'tunda' : 'setuju' }),
      (b) => ({ ...b, jenis: b.jenis === 'tidak_layak' ? 'keluarga_baru' : 'tidak_layak' }),
      (b) => ({ ...b, dasar: `${b.dasar}!` }),
      (b) => ({ ...b, alasan: `${b.alasan ?? ''}!` }),
      (b) => ({ ...b, catatan: `${b.catatan ?? ''}!` }),
      (b) => ({ ...b, urutan: b.urutan + 1 }),
      (b) => ({ ...b, keluargaId: b.usulanId }),
      (b) => ({ ...b, nama: 'MARGARETHA PANGARIBUAN' }),
      (b) => ({ ...b, kepala: 'MARGARETHA PANGARIBUAN' }),
      // The same name in another generation, and only one digit apart where it was 1961.
      (b) => ({ ...b, tahunLahir: (b.tahunLahir ?? 1977) + 50 }),
    ]
    fc.assert(
      fc.property(daftar, fc.nat(), fc.nat(), (rows, di, apa) => {
        const i = di % rows.length
        const ubah = ganti[apa % ganti.length]
        const asal = rows.map((b) => ({
          ...b,
          kepala: b.kepala ?? 'SITI',
          tahunLahir: b.tahunLahir ?? 1977,
        }))
        const kini = asal.map((b, n) => (n === i && ubah ? ubah(b) : b))
        const { asli, rusak } = periksa(asal, kini)
        expect([asli, rusak.map((r) => r.usulanId)]).toEqual([true, [asal[i]?.usulanId]])
        expect(rusak[0]?.bidang.length).toBe(1)
      }),
    )
  })

  test('of another list, order or number of rows is another', () => {
    const teks = (rows: readonly BarisMeterai[]) => buatMeterai(rows, sidik).sidik
    fc.assert(
      fc.property(daftar, daftar, (a, b) => {
        expect(teks(a) === teks(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
        if (a.length > 1) expect(teks([...a].reverse())).not.toBe(teks(a))
        expect(teks(a.slice(1))).not.toBe(teks(a))
      }),
    )
  })

  test('names a row whose kept copy is not the one signed, and can be looked at row by row', () => {
    fc.assert(
      fc.property(daftar, (rows) => {
        const meterai = buatMeterai(rows, sidik)
        const palsu = rows.slice(0, 1).map((b) => ({ ...b, dasar: `${b.dasar}.` }))
        expect(periksaMeterai(palsu, peta(palsu), meterai, sidik)).toMatchObject({
          asli: true,
          rusak: [{ usulanId: rows[0]?.usulanId, bidang: [{ id: 'isi yang ditandatangani' }] }],
        })
        for (const b of rows)
          expect(periksaMeterai([b], peta(rows), meterai, sidik)).toEqual({ asli: true, rusak: [] })
      }),
    )
  })

  test('binds nothing when its own hashes were changed', () => {
    fc.assert(
      fc.property(daftar, (rows) => {
        const palsu = rows.map((b) => ({ ...b, dasar: `${b.dasar}.` }))
        const meterai = { ...buatMeterai(rows, sidik), baris: buatMeterai(palsu, sidik).baris }
        expect(periksaMeterai(palsu, peta(palsu), meterai, sidik).asli).toBe(false)
      }),
    )
  })

  test('misses a row that is gone', () => {
    fc.assert(
      fc.property(daftar, (rows) => {
        expect(periksa(rows, rows.slice(1)).rusak).toEqual([
          {
            usulanId: rows[0]?.usulanId,
            urutan: rows[0]?.urutan,
            bidang: [{ id: 'baris hilang', en: 'row is gone' }],
          },
        ])
      }),
    )
  })
})

function benahi(b: BarisMeterai, apa: string): BarisMeterai {
  const { nama: lama, tahunLahir } = b
  if (apa === 'tahun') return { ...b, tahunLahir: tahunLahir === null ? 1980 : tahunLahir + 1 }
  return { ...b, nama: apa === 'tambah' ? `${lama} BINTI LASMI` : lama.replace(/([AIU])/, '$1$1') }
}

describe('the same person', () => {
  test.each([
    ['SITI AMINA', 'Siti Aminah', true],
    ['MUHAMMAD YUSUF', 'MOHAMAD YUSUF', true],
    ['ROHANI', 'ROHANI BINTI KASIM', true],
    ["NUR'AINI", 'NURAINI', true],
    ['SITI AMINAH', 'SITI ROHANI', false],
    ['BADU', 'YUSUF', false],
    ['AMINAH', 'SULAIMAN', false],
  ])('%s and %s: %s', (a, b, sama) => {
    expect([namaMirip(a, b), namaMirip(b, a)]).toEqual([sama, sama])
  })

  test.each([
    [1958, 1985, true],
    [1980, 1981, true],
    [1980, 1990, true],
    [null, 1990, true],
    [1950, 1985, false],
  ])('born %s or %s: %s', (a, b, sama) => {
    expect([tahunMirip(a, b), tahunMirip(b, a)]).toEqual([sama, sama])
  })

  test('father and son of one name are two', () => {
    expect(
      orangSama(
        { nama: 'BUDI SANTOSO', tahunLahir: 1950 },
        { nama: 'BUDI SANTOSO', tahunLahir: 1985 },
      ),
    ).toBe(false)
  })
})

test('entries give the same decisions in whatever order they arrive, and however often', () => {
  const entri: Arbitrary<Keputusan> = fc.record({
    id: fc.uuid(),
    usulanId: fc.constantFrom('a', 'b', 'c'),
    putusan: fc.constantFrom(...semuaPutusan),
    alasan: fc.constant(null),
    catatan: fc.constant(null),
    pada: fc.integer({ min: 0, max: 5 }),
  })
  fc.assert(
    fc.property(
      fc
        .uniqueArray(entri, { maxLength: 20, selector: (e) => e.id })
        .chain((semua) =>
          fc.tuple(
            fc.constant(semua),
            fc.shuffledSubarray([...semua, ...semua], { minLength: semua.length * 2 }),
          ),
        ),
      ([semua, acak]) => {
        const berlaku = keputusanBerlaku(semua)
        expect(keputusanBerlaku(acak)).toEqual(berlaku)
        for (const [usulan, k] of berlaku)
          for (const e of semua.filter((x) => x.usulanId === usulan))
            expect(e.pada).toBeLessThanOrEqual(k.pada)
      },
    ),
  )
})

test('a paper holds for months from the meeting, and outlives the silence of the offices above', () => {
  expect(berlakuSampai('2018-08-31', 6)).toBe('2019-02-28')
  expect(masihBerlaku('akhir', '2019-01-24', '2019-01-24')).toBe(true)
  expect(masihBerlaku('akhir', '2019-01-24', '2019-01-25')).toBe(false)
  expect(masihBerlaku('diumumkan', '2019-01-24', '2019-01-25')).toBe(false)
  for (const status of ['difinalkan', 'diverifikasi', 'dikembalikan', 'disahkan'] as const)
    expect(masihBerlaku(status, '2019-01-24', '2020-01-01')).toBe(true)
})
