import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { samarkan } from './samar.ts'

describe('a text of the log', () => {
  it.each([
    ['Cocokkan 6474011205800007 dengan KK', 'Cocokkan 6474••••••••0007 dengan KK'],
    ['6474 0112 0580 0007', '6474••••••••0007'],
    ['6474.0112.0580.0007.', '6474••••••••0007.'],
    ['6474-011205-800007', '6474••••••••0007'],
    ['nik:6474011205800007kk:6474011205800008', 'nik:6474••••••••0007kk:6474••••••••0008'],
    ['64740112058000071', '•••••••••••••••••'],
  ])('%j shows no number of identity', (teks, tampil) => {
    expect(samarkan(teks)).toBe(tampil)
  })

  it.each(['Surat 470/123/2018', 'RT 007, 24-07-2018', '0192e3b0-0000-7000-8000-0000000000aa', ''])(
    '%j stays as it is',
    (teks) => {
      expect(samarkan(teks)).toBe(teks)
    },
  )
})

test('no text lets sixteen digits in a row through, however they are separated', () => {
  const unit = fc.constantFrom(...'0123456789 .-x')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (teks) => {
      expect(samarkan(teks)).not.toMatch(/\d(?:[ .-]?\d){15}/)
    }),
    { numRuns: 2000 },
  )
})
