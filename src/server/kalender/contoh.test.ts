/** The examples of policy/kalender, and what its files promise each other. */
import { expect, test } from 'vitest'
import { peran } from '#contract/peran.ts'
import {
  berkasLiburSchema,
  berkasRawanSchema,
  berkasRezimSchema,
  berkasZonaSchema,
  langkahKalender,
} from '#domain/kalender/kebijakan.ts'
import { hariLiburDari } from '#domain/kalender/libur.ts'
import { periodeBerkode, periodeTahun } from '#domain/kalender/periode.ts'
import { rawanPada } from '#domain/kalender/rawan.ts'
import { jatuhTempoVerifikasi, putaranPada, putaranTahun } from '#domain/kalender/siklus.ts'
import { periodeUntuk, tenggatLangkah, terlewat } from '#domain/kalender/tenggat.ts'
import { zonaWilayah } from '#domain/kalender/zona.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'
import { loadPrograms } from '#server/kuota/program.ts'
import { kalenderKebijakan } from './kebijakan.ts'

const k = kalenderKebijakan()
const zona = readPolicy('kalender/zona.yaml', berkasZonaSchema).nilai
const libur = readPolicy('kalender/libur.yaml', berkasLiburSchema).nilai
const rawan = readPolicy('kalender/rawan.yaml', berkasRawanSchema).nilai
const rezim = listPolicies('kalender')
  .filter((path) => path.includes('rezim-'))
  .map((path) => readPolicy(path, berkasRezimSchema).nilai)

test.each(
  rezim.flatMap((r) => r.contoh.map((c) => [r.kode, c.program, c.langkah, c.periode, c] as const)),
)('%s: %s, %s of %s', (_kode, program, langkah, periode, contoh) => {
  const p = periodeBerkode(k.rezim, program, periode)
  const tenggat = p && tenggatLangkah(k, p, langkah, contoh.wilayah)
  expect(tenggat && new Date(tenggat.instan).toISOString()).toBe(contoh.tenggat)
  // To the millisecond: before it this period, from it on the next.
  const instan = Date.parse(contoh.tenggat)
  const jatuh = (pada: number) =>
    periodeUntuk(k, { program, langkah, wilayah: contoh.wilayah }, pada)?.periode.kode
  expect(jatuh(instan - 1)).toBe(periode)
  expect(jatuh(instan)).not.toBe(periode)
})

test.each(zona.contoh)('region $wilayah lives by $zona', ({ wilayah, zona: kode }) => {
  expect(zonaWilayah(zona, wilayah).kode).toBe(kode)
})

test('a zone is as many minutes ahead as its name says, in winter and summer of every year', () => {
  for (const z of zona.zona) {
    for (let tahun = 1988; tahun <= 2040; tahun++) {
      for (const bulan of ['01', '07']) {
        const utc = new Date(`${tahun}-${bulan}-15T00:00:00Z`)
        const jam = utc.toLocaleString('sv-SE', { timeZone: z.iana, hour: '2-digit' })
        expect(Number(jam) * 60).toBe(z.menit)
      }
    }
  }
})

test('a province is in one zone only', () => {
  const semua = zona.zona.flatMap((z) => z.provinsi)
  expect(new Set(semua).size).toBe(semua.length)
})

test.each(libur.contoh)('$tanggal closed: $libur', ({ tanggal, libur: tutup }) => {
  expect(hariLiburDari(libur)(tanggal)).toBe(tutup)
})

test.each(rawan.contoh)('$jenis on $hari, $tanggal: $rawan', (c) => {
  const pemilihan = [{ wilayah: 6474010000, jenis: c.jenis, hari: c.hari }]
  expect(rawanPada(rawan, pemilihan, 6474011006, c.tanggal)).toHaveLength(c.rawan ? 1 : 0)
  expect(rawanPada(rawan, pemilihan, 6474020000, c.tanggal)).toEqual([])
})

test('steps name roles that exist, and calendars programmes that exist', () => {
  const program = new Set(['umum', ...loadPrograms().map((p) => p.kode)])
  for (const kalender of rezim.flatMap((r) => r.kalender)) {
    expect(program).toContain(kalender.program)
    for (const l of kalender.langkah)
      for (const nama of [...l.peran, ...l.digeser]) expect(Object.keys(peran)).toContain(nama)
  }
})

test('periods are said as people say them', () => {
  const nama = (program: string, tahun: number) =>
    periodeTahun(k.rezim, program, tahun).map((p) => p.label.id)
  expect(nama('umum', 2018)).toEqual(['Semester I 2018', 'Semester II 2018'])
  expect(nama('bpnt', 2018)[2]).toBe('Triwulan III 2018')
  expect(nama('umum', 2026)).toHaveLength(12)
  expect(nama('umum', 2026)[7]).toBe('Agustus 2026')
  // A programme without its own calendar follows the general one.
  expect(nama('pkh', 2026)).toEqual(nama('umum', 2026))
  expect(periodeTahun(k.rezim, 'umum', 2017)).toEqual([])
})

test('the last half-year of one regime is followed by the first month of the next', () => {
  const s = { program: 'umum', langkah: 'finalisasi', wilayah: 6474011006 } as const
  const jatuh = (pada: string) => periodeUntuk(k, s, Date.parse(pada))?.periode.kode
  expect(jatuh('2020-12-10T16:59:59.999Z')).toBe('2020-07')
  expect(jatuh('2020-12-10T17:00:00.000Z')).toBe('2021-01')
  expect(jatuh('2015-01-01T00:00:00Z')).toBe('2018-01')
  // The province verifies in the first regime only.
  const provinsi = { ...s, langkah: 'provinsi' } as const
  expect(periodeUntuk(k, provinsi, Date.parse('2020-12-01T00:00:00Z'))?.periode.kode).toBe(
    '2020-07',
  )
  expect(periodeUntuk(k, provinsi, Date.parse('2021-06-01T00:00:00Z'))).toBeNull()
})

test('the deadlines of each step follow each other from 2018 on, over regimes and holidays', () => {
  for (const program of ['umum', 'bpnt']) {
    for (const langkah of langkahKalender) {
      const semua = Array.from({ length: 15 }, (_, i) => 2018 + i)
        .flatMap((tahun) => periodeTahun(k.rezim, program, tahun))
        .map((p) => tenggatLangkah(k, p, langkah, 6474011006)?.instan)
        .filter((saat) => saat !== undefined)
      expect(semua).toEqual([...new Set(semua)].sort((a, b) => a - b))
    }
  }
})

test('after one’s deadline and before the month is over, the missed period is named', () => {
  const s = { program: 'umum', langkah: 'finalisasi', wilayah: 6474011006 } as const
  const lewat = (pada: string) => terlewat(k, s, Date.parse(pada))?.periode.kode ?? null
  expect(lewat('2026-08-05T00:00:00Z')).toBeNull()
  expect(lewat('2026-08-20T00:00:00Z')).toBe('2026-08')
  expect(lewat('2026-09-01T00:00:00Z')).toBeNull()
})

test('ranking rounds of DTSEN are quarters; before it none is known', () => {
  expect(putaranTahun(k.rezim, 2026).map((p) => p.mulai)).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ])
  expect(putaranPada(k.rezim, '2026-12-31')).toEqual({ mulai: '2026-10-01', selesai: '2027-01-01' })
  expect(putaranTahun(k.rezim, 2018)).toEqual([])
  expect(putaranPada(k.rezim, '2018-07-24')).toBeNull()
})

test('a family is due a year after its last visit, also from a leap day', () => {
  expect(jatuhTempoVerifikasi(k.rezim, '2018-07-24')).toBe('2019-07-24')
  expect(jatuhTempoVerifikasi(k.rezim, '2024-02-29')).toBe('2025-02-28')
  expect(jatuhTempoVerifikasi(k.rezim, null)).toBeNull()
})
