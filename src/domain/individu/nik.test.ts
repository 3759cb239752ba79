import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNik } from './banding-nik.ts'
import { isDemoNik, maskBeda, maskNik, parseNik } from './nik.ts'
import { parseNomorKk } from './nomor-kk.ts'

const two = (n: number) => String(n).padStart(2, '0')

describe('a NIK', () => {
  test('tells region, date, sex and serial', () => {
    expect(parseNik('9974015205800007')).toEqual({
      ok: true,
      value: {
        nik: '9974015205800007',
        wilayah6: 997401,
        tanggal: { hari: 12, bulan: 5, yy: 80 },
        jenisKelamin: 2,
        serial: 7,
      },
    })
  })

  test.each([
    ['9974011205800000', 'serial_nol'],
    ['9974013102800007', 'tanggal_mustahil'],
    ['9974017202800007', 'tanggal_mustahil'],
    ['9974012902810007', 'tanggal_mustahil'],
    ['0074011205800007', 'wilayah_mustahil'],
    ['9974001205800007', 'wilayah_mustahil'],
    ['997401120580007', 'bukan_16_digit'],
    ['9,97401E+15', 'rusak_oleh_excel'],
    ['tidak ada', 'bukan_angka'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseNik(text)).toEqual({ ok: false, error })
  })

  test('may be written with spaces, dots, dashes or a leading apostrophe', () => {
    for (const text of [' 9974 0112 0580 0007', "'9974011205800007", '997401-120580-0007']) {
      expect(parseNik(text)).toMatchObject({ ok: true, value: { nik: '9974011205800007' } })
    }
  })

  test('is read back whole for every date, sex and serial', () => {
    const date = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2025-12-31'),
      noInvalidDate: true,
    })
    const serial = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(date, fc.boolean(), serial, (day, woman, n) => {
        const iso = day.toISOString().slice(0, 10)
        const dd = day.getUTCDate() + (woman ? 40 : 0)
        const text = `997401${two(dd)}${iso.slice(5, 7)}${iso.slice(2, 4)}${String(n).padStart(4, '0')}`
        const parsed = parseNik(text)
        expect(parsed).toMatchObject({
          ok: true,
          value: { serial: n, jenisKelamin: woman ? 2 : 1 },
        })
        if (!parsed.ok) return
        const data = { tanggal_lahir: iso, jenis_kelamin: woman ? 2 : 1, wilayah: null }
        expect(compareNik(parsed.value, data)).toEqual([])
      }),
    )
  })

  test('of the demo data is known by its impossible province', () => {
    expect(isDemoNik('9974011205800007')).toBe(true)
    expect(isDemoNik('6474011205800007')).toBe(false)
  })

  test('is shown without the date of birth', () => {
    expect(maskNik('9974011205800007')).toBe('9974••••••••0007')
    expect(maskNik('12345')).toBe('•••••')
  })
})

describe('a NIK beside other data', () => {
  const parsed = parseNik('9974011205800007')
  const nik = parsed.ok ? parsed.value : undefined
  if (nik === undefined) throw new Error('the sample is a NIK')

  const elsewhere = { ...nik, wilayah6: 352301 }

  test('warns of another birth date, sex and kab/kota', () => {
    const data = { tanggal_lahir: '1980-12-05', jenis_kelamin: 2, wilayah: 6474011001 }
    expect(compareNik(elsewhere, data)).toEqual([
      'tanggal_lahir_berbeda',
      'jenis_kelamin_berbeda',
      'wilayah_berbeda',
    ])
  })

  test('warns of an unknown region once, not twice', () => {
    const data = { tanggal_lahir: null, jenis_kelamin: null, wilayah: 6474011001 }
    expect(compareNik(elsewhere, { ...data, knownKecamatan: new Set([647401]) })).toEqual([
      'wilayah_tidak_dikenal',
    ])
  })

  test('does not judge the region of an invented person', () => {
    const data = { tanggal_lahir: null, jenis_kelamin: null, wilayah: 6474011001 }
    expect(compareNik(nik, { ...data, knownKecamatan: new Set([647401]) })).toEqual([])
  })
})

describe('a family-card number', () => {
  test('has no +40 for women', () => {
    expect(parseNomorKk('9974015205800007')).toEqual({ ok: false, error: 'tanggal_mustahil' })
    expect(parseNomorKk('9974011205180007')).toMatchObject({
      ok: true,
      value: { wilayah6: 997401, tanggal: { hari: 12, bulan: 5, yy: 18 }, serial: 7 },
    })
  })
})

test.each([
  ['6474011205800007', '6474011205800007', '6474••••••••0007', '6474••••••••0007'],
  ['6474011205800007', '6474011206800007', '6474•••••5••0007', '6474•••••6••0007'],
  ['6474011205800007', '3523017109650012', '6474••••••••0007', '3523••••••••0012'],
  ['6474011205800007', '647401', '6474••••••••0007', '••••••'],
])('beside each other %s and %s show where they differ', (a, b, x, y) => {
  expect(maskBeda(a, b)).toEqual([x, y])
})
