/** Laws of deadlines, over random regimes, holidays, regions and instants. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periksaGeser } from './geser.ts'
import { berkasRezimSchema, berkasZonaSchema, langkahKalender, type Rezim } from './kebijakan.ts'
import { hariGeser, paling } from './libur.ts'
import { type Periode, periodeBerkode, periodeDi, periodeSesudah } from './periode.ts'
import { type Kalender, periodeUntuk, tenggatLangkah, tenggatPeriode } from './tenggat.ts'
import { hariPekan, instanDari, jamDi, nomorHari, tambahHari, tenggatDi } from './waktu.ts'

const label = { id: 'x', en: 'x' }
const sumber = 'uji'
const tuban = 3523012001
const bontang = 6474011006
const sorong = 9671010000

const zona = berkasZonaSchema.parse({
  judul: label,
  sumber,
  berlaku: { dari: '1988-01-01', sampai: null },
  zona: [
    { kode: 'WIB', nama: label, iana: 'Asia/Jakarta', menit: 420, provinsi: [35] },
    { kode: 'WITA', nama: label, iana: 'Asia/Makassar', menit: 480, provinsi: [64] },
    { kode: 'WIT', nama: label, iana: 'Asia/Jayapura', menit: 540, provinsi: [96] },
  ],
  nasional: 'WIB',
  contoh: [{ wilayah: 0, zona: 'WIB' }],
})

type Isian = {
  periode: number
  tanggal: readonly [number, number, number]
  jam: string
  zona: string
  libur: string
}

function rezim(kode: string, dari: string, sampai: string | null, isi: Isian): Rezim {
  const langkah = (['finalisasi', 'verifikasi', 'pengesahan'] as const).map((kodeLangkah, i) => ({
    kode: kodeLangkah,
    label,
    peran: ['operator_desa'],
    tenggat: { bulan: isi.periode, tanggal: isi.tanggal[i], jam: isi.jam, zona: isi.zona },
    libur: isi.libur,
    digeser: ['kepala_opd'],
    sumber,
  }))
  return berkasRezimSchema.parse({
    kode,
    judul: label,
    sumber,
    berlaku: { dari, sampai },
    kalender: [{ program: 'umum', judul: label, sumber, periode: isi.periode, langkah }],
    pemeringkatan: null,
    verifikasi: { bulan: 12, sumber },
    contoh: [
      {
        program: 'umum',
        langkah: 'finalisasi',
        wilayah: 0,
        periode: '',
        tenggat: '2020-01-01T00:00:00Z',
      },
    ],
  })
}

const isian = fc.record({
  periode: fc.constantFrom(1, 2, 3, 4, 6, 12),
  tanggal: fc.tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 31 }),
  ),
  jam: fc.constantFrom('00:00', '12:30', '24:00'),
  zona: fc.constantFrom('WIB', 'WITA', 'WIT', 'wilayah'),
  libur: fc.constantFrom('dimajukan', 'diundur', 'tetap'),
})
const tutup = fc
  .uniqueArray(fc.integer({ min: nomorHari('2018-01-01'), max: nomorHari('2026-12-31') }), {
    maxLength: 400,
  })
  .map((nomor) => {
    const semua = new Set(nomor)
    return (hari: string) => hariPekan(hari) === 0 || semua.has(nomorHari(hari))
  })
/** Two regimes: periods of another length, the same days (files of policy are checked to follow each other). */
const kalender = fc.tuple(isian, isian, tutup).map(
  ([dulu, { periode }, libur]): Kalender => ({
    rezim: [
      rezim('dulu', '2018-01-01', '2021-01-01', dulu),
      rezim('kini', '2021-01-01', null, { ...dulu, periode }),
    ],
    zona,
    libur,
    geser: [],
  }),
)
const wilayah = fc.constantFrom(tuban, bontang, sorong)
const langkah = fc.constantFrom('finalisasi', 'verifikasi', 'pengesahan' as const)
const instan = fc.integer({
  min: Date.parse('2017-06-01T00:00:00Z'),
  max: Date.parse('2026-12-31T23:59:59Z'),
})

describe('any calendar', () => {
  test('an instant falls into exactly one period: the one between two deadlines', () => {
    fc.assert(
      fc.property(kalender, langkah, wilayah, instan, (k, l, w, pada) => {
        const jatuh = periodeUntuk(k, { program: 'umum', langkah: l, wilayah: w }, pada)
        const kena: string[] = []
        let lalu = Number.NEGATIVE_INFINITY
        let p: Periode | null = periodeDi(k.rezim, 'umum', '2018-01-01')
        while (p && p.mulai < '2029-01-01') {
          const batas: number = tenggatLangkah(k, p, l, w)?.instan ?? Number.NaN
          expect(batas).toBeGreaterThan(lalu)
          if (pada >= lalu && pada < batas) kena.push(p.kode)
          lalu = batas
          p = periodeSesudah(k.rezim, p)
        }
        expect(kena).toEqual([jatuh?.periode.kode])
      }),
    )
  })

  test('a deadline is half-open: one second before it, and at it, lie in two periods that follow', () => {
    fc.assert(
      fc.property(kalender, langkah, wilayah, instan, (k, l, w, pada) => {
        const s = { program: 'umum', langkah: l, wilayah: w }
        const jatuh = periodeUntuk(k, s, pada)
        const batas = jatuh?.tenggat.instan ?? Number.NaN
        const di = (saat: number) => periodeUntuk(k, s, saat)?.periode.kode
        for (const sebelum of [1, 1000]) {
          if (batas - sebelum >= pada) expect(di(batas - sebelum)).toBe(jatuh?.periode.kode)
        }
        const berikut = jatuh && periodeSesudah(k.rezim, jatuh.periode)
        expect(di(batas)).toBe(berikut?.kode)
      }),
    )
  })

  test('who comes later never falls into an earlier period', () => {
    fc.assert(
      fc.property(kalender, langkah, wilayah, instan, instan, (k, l, w, a, b) => {
        const s = { program: 'umum', langkah: l, wilayah: w }
        const di = (saat: number) => periodeUntuk(k, s, saat)?.periode.mulai ?? '9999'
        expect(di(Math.min(a, b)) <= di(Math.max(a, b))).toBe(true)
      }),
    )
  })

  test('no step has its deadline after the step behind it', () => {
    fc.assert(
      fc.property(kalender, wilayah, instan, (k, w, pada) => {
        const p = periodeDi(k.rezim, 'umum', new Date(pada).toISOString().slice(0, 10))
        const semua = p ? tenggatPeriode(k, p, w).map((t) => t.instan) : []
        expect(semua).toEqual([...semua].sort((a, b) => a - b))
      }),
    )
  })

  test('a shift by rule ends on an open day within reach, and passes over closed days only', () => {
    const hari = fc
      .integer({ min: nomorHari('2018-01-01'), max: nomorHari('2026-12-31') })
      .map((n) => tambahHari('1970-01-01', n))
    fc.assert(
      fc.property(tutup, hari, fc.constantFrom('dimajukan', 'diundur'), (libur, h, arah) => {
        const kena = hariGeser(h, arah, libur)
        const n = nomorHari(kena) - nomorHari(h)
        expect(Math.abs(n)).toBeLessThanOrEqual(paling)
        expect(n === 0 || n > 0 === (arah === 'diundur')).toBe(true)
        const dilewati = Array.from({ length: Math.abs(n) }, (_, i) =>
          tambahHari(h, Math.sign(n) * i),
        )
        expect(dilewati.every(libur)).toBe(true)
      }),
    )
  })
})

const biasa = {
  periode: 1,
  tanggal: [10, 14, 17],
  jam: '24:00',
  zona: 'WIB',
  libur: 'tetap',
} as const
const bulanan = (lain: Partial<Isian> = {}): Kalender => ({
  rezim: [rezim('kini', '2018-01-01', null, { ...biasa, ...lain })],
  zona,
  libur: (hari) => hariPekan(hari) === 0,
  geser: [],
})
const batas = (
  k: Kalender,
  kode: string,
  w: number,
  l: 'finalisasi' | 'pengesahan' = 'finalisasi',
) => {
  const p = periodeBerkode(k.rezim, 'umum', kode)
  const t = p && tenggatLangkah(k, p, l, w)
  return t && new Date(t.instan).toISOString()
}

describe('zones', () => {
  test('a rule in WIB is one instant for all; one by region comes two hours earlier in the east', () => {
    const wib = bulanan()
    expect([tuban, bontang, sorong].map((w) => batas(wib, '2026-08', w))).toEqual(
      Array(3).fill('2026-08-10T17:00:00.000Z'),
    )
    const sendiri = bulanan({ zona: 'wilayah' })
    expect([tuban, bontang, sorong].map((w) => batas(sendiri, '2026-08', w))).toEqual([
      '2026-08-10T17:00:00.000Z',
      '2026-08-10T16:00:00.000Z',
      '2026-08-10T15:00:00.000Z',
    ])
  })

  test('midnight of a rule is said as 24:00 of its day, and in the east as the clock there', () => {
    const saat = instanDari('2026-08-17', '24:00', 420)
    expect(saat).toBe(instanDari('2026-08-18', '00:00', 420))
    expect(tenggatDi(saat, 420)).toEqual({ hari: '2026-08-17', jam: '24:00' })
    expect(tenggatDi(saat, 540)).toEqual({ hari: '2026-08-18', jam: '02:00' })
    expect(jamDi(saat, 540)).toEqual({ hari: '2026-08-18', jam: '02:00' })
  })
})

describe('the end of a year and short months', () => {
  test('what is late in December falls into January, in each zone', () => {
    const k = bulanan({ zona: 'wilayah', tanggal: [31, 31, 31] })
    for (const w of [tuban, bontang, sorong]) {
      const saat = Date.parse(batas(k, '2026-12', w) ?? '')
      const di = (pada: number) =>
        periodeUntuk(k, { program: 'umum', langkah: 'finalisasi', wilayah: w }, pada)?.periode.kode
      expect([di(saat - 1), di(saat), di(saat + 1000)]).toEqual(['2026-12', '2027-01', '2027-01'])
    }
  })

  test('the 31st is the last day of February, leap year or not', () => {
    const k = bulanan({ tanggal: [31, 31, 31] })
    expect(batas(k, '2024-02', tuban)).toBe('2024-02-29T17:00:00.000Z')
    expect(batas(k, '2026-02', tuban)).toBe('2026-02-28T17:00:00.000Z')
  })

  test('a deadline moved on past the end of its month still closes that month', () => {
    // 31 May 2026 is a Sunday.
    const k = bulanan({ tanggal: [31, 31, 31], libur: 'diundur' })
    expect(batas(k, '2026-05', tuban)).toBe('2026-06-01T17:00:00.000Z')
    const pada = Date.parse('2026-06-01T10:00:00Z')
    const s = { program: 'umum', langkah: 'finalisasi', wilayah: tuban } as const
    expect(periodeUntuk(k, s, pada)?.periode.kode).toBe('2026-05')
  })
})

describe('shifts of a region', () => {
  const geser = (w: number, tenggat: string, kode = '2026-08') => ({
    wilayah: w,
    program: 'umum',
    periode: kode,
    langkah: 'finalisasi' as const,
    tenggat: Date.parse(tenggat),
    alasan: 'banjir',
    versi: 1,
  })

  test('the smallest area holds, in its own region and period only', () => {
    const k = {
      ...bulanan(),
      geser: [geser(6474000000, '2026-08-09T00:00:00Z'), geser(bontang, '2026-08-12T00:00:00Z')],
    }
    expect(batas(k, '2026-08', bontang)).toBe('2026-08-12T00:00:00.000Z')
    expect(batas(k, '2026-08', 6474011004)).toBe('2026-08-09T00:00:00.000Z')
    expect(batas(k, '2026-08', tuban)).toBe('2026-08-10T17:00:00.000Z')
    expect(batas(k, '2026-09', bontang)).toBe('2026-09-10T17:00:00.000Z')
  })

  test('a deadline moved far beyond its period is found from there', () => {
    const k = { ...bulanan(), geser: [geser(bontang, '2026-11-05T00:00:00Z')] }
    const s = { program: 'umum', langkah: 'finalisasi', wilayah: bontang } as const
    const di = (pada: string) => periodeUntuk(k, s, Date.parse(pada))?.periode.kode
    expect(di('2026-11-04T23:59:59.999Z')).toBe('2026-08')
    expect(di('2026-11-05T00:00:00Z')).toBe('2026-11')
  })

  test('what may be set, and what stands in the way', () => {
    const k = bulanan()
    const p = periodeBerkode(k.rezim, 'umum', '2026-08')
    if (!p) throw new Error('no period')
    const pada = Date.parse('2026-08-05T00:00:00Z')
    const coba = (tenggat: string, alasan: string | null = null, lain: object = {}) =>
      periksaGeser(
        k,
        p,
        {
          langkah: 'finalisasi',
          wilayah: bontang,
          tenggat: Date.parse(tenggat),
          alasan,
          peran: 'kepala_opd',
          ...lain,
        },
        pada,
      )
    expect(coba('2026-08-08T17:00:00Z')).toBeNull()
    expect(coba('2026-08-12T17:00:00Z', 'banjir')).toBeNull()
    expect(coba('2026-08-12T17:00:00Z')).toBe('perlu_alasan')
    expect(coba('2026-08-10T17:00:00Z')).toBe('sama')
    expect(coba('2026-08-04T17:00:00Z')).toBe('lampau')
    expect(coba('2026-08-15T17:00:00Z', 'banjir')).toBe('urutan')
    expect(coba('2026-08-08T17:00:00Z', null, { peran: 'operator_desa' })).toBe('tidak_digeser')
    expect(coba('2026-08-08T17:00:00Z', null, { langkah: 'provinsi' })).toBe('tidak_digeser')
    // The last step has none behind it: the next period is its limit.
    const akhir = { langkah: 'pengesahan' }
    expect(coba('2026-09-16T17:00:00Z', 'banjir', akhir)).toBeNull()
    expect(coba('2026-09-17T17:00:00Z', 'banjir', akhir)).toBe('periode_lain')
    const nanti = Date.parse('2026-08-11T00:00:00Z')
    const usul = {
      langkah: 'finalisasi',
      wilayah: bontang,
      tenggat: Date.parse('2026-08-12T00:00:00Z'),
      alasan: 'x',
      peran: 'kepala_opd',
    } as const
    expect(periksaGeser(k, p, usul, nanti)).toBe('sudah_lewat')
  })

  test('any shift that may stand keeps the order of steps and periods', () => {
    fc.assert(
      fc.property(langkah, instan, instan, (l, pada, tenggat) => {
        const k = bulanan()
        const p = periodeUntuk(k, { program: 'umum', langkah: l, wilayah: bontang }, pada)?.periode
        if (!p) throw new Error('no period')
        // Near the line, where it matters.
        const dekat = (tenggatLangkah(k, p, l, bontang)?.instan ?? 0) + (tenggat % (6 * 86_400_000))
        const usul = {
          langkah: l,
          wilayah: bontang,
          tenggat: dekat,
          alasan: 'x',
          peran: 'kepala_opd',
        }
        if (periksaGeser(k, p, usul, pada) !== null) return
        const digeser = {
          ...k,
          geser: [{ ...geser(bontang, '2026-01-01'), periode: p.kode, langkah: l, tenggat: dekat }],
        }
        const semua = tenggatPeriode(digeser, p, bontang).map((t) => t.instan)
        expect(semua).toEqual([...semua].sort((a, b) => a - b))
        const berikut = periodeSesudah(k.rezim, p)
        expect(dekat).toBeLessThan(
          (berikut && tenggatLangkah(digeser, berikut, l, bontang)?.instan) ?? 0,
        )
      }),
    )
  })
})

test('the steps are known by name and order', () => {
  expect(langkahKalender).toEqual([
    'finalisasi',
    'verifikasi',
    'pengesahan',
    'provinsi',
    'penarikan',
  ])
})
