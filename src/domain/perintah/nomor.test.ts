import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bulanOf, hariDisimpan, nomorPerintah, tempatNomor, waktuNomor } from './nomor.ts'

const kini = Date.UTC(2026, 10, 22, 0, 30)
const day = 86_400_000
const nomor = (at: number) => nomorPerintah(at, randomBytes(16))

test('an id tells the instant at which it was made, and is a UUID of version 7', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (at, random) => {
        const id = nomorPerintah(at, random)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(waktuNomor(id)).toBe(at)
      },
    ),
  )
})

test('an id of another version tells no time', () => {
  expect(waktuNomor('0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0')).toBeNull()
})

test('the month follows from the id alone, however late it arrives', () => {
  const made = Date.UTC(2026, 9, 31, 23, 59, 59, 999)
  const id = nomor(made)
  for (const arrival of [made, made + 1, made + 30 * day, made + hariDisimpan * day]) {
    expect(tempatNomor(id, arrival)).toEqual({
      ok: true,
      value: { bulan: '2026-10-01', berwaktu: true },
    })
  }
  expect(tempatNomor(nomor(made + 1), made + 1)).toMatchObject({ value: { bulan: '2026-11-01' } })
})

test('an id older than what is kept is refused, and so is one from the future', () => {
  expect(tempatNomor(nomor(kini - hariDisimpan * day - 1), kini)).toEqual({
    ok: false,
    error: 'terlalu_lama',
  })
  expect(tempatNomor(nomor(kini + day + 1), kini)).toEqual({ ok: false, error: 'mendahului' })
  expect(tempatNomor(nomor(kini + day), kini).ok).toBe(true)
})

test('an id without a time is kept under the month of its arrival', () => {
  expect(tempatNomor('0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0', kini)).toEqual({
    ok: true,
    value: { bulan: '2026-11-01', berwaktu: false },
  })
})

test('a month begins at midnight of Greenwich', () => {
  expect(bulanOf(Date.UTC(2026, 11, 1))).toBe('2026-12-01')
  expect(bulanOf(Date.UTC(2026, 11, 1) - 1)).toBe('2026-11-01')
})
