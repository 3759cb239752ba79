import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applies, checkSyarat, type Jawaban, type Syarat } from './syarat.ts'

const hamil: Syarat = {
  semua: [
    { jenis_kelamin: 2 },
    { umur: { min: 10, maks: 54 } },
    { variabel: 'status_kawin', dalam: [2, 3, 4] },
  ],
}

function answers(umur: number | null, jenis_kelamin: number | null, kawin: number | null): Jawaban {
  return { umur, jenis_kelamin, nilai: { status_kawin: kawin } }
}

describe('a skip rule', () => {
  test.each([
    [answers(25, 2, 2), true],
    [answers(25, 1, 2), false],
    [answers(9, 2, 2), false],
    [answers(55, 2, 2), false],
    [answers(25, 2, 1), false],
    [answers(25, 2, null), null],
    [answers(null, 1, null), false],
  ])('of pregnancy for %j is %s', (jawaban, expected) => {
    expect(checkSyarat(hamil, jawaban)).toBe(expected)
  })

  test('that cannot be decided asks the question', () => {
    expect(applies({ bila: hamil }, answers(null, 2, 2))).toBe(true)
    expect(applies({}, answers(null, null, null))).toBe(true)
    expect(applies({ bila: hamil }, answers(25, 1, null))).toBe(false)
  })

  test('with alternatives holds when one of them holds', () => {
    const rule: Syarat = {
      salah_satu: [{ umur: { min: 60 } }, { variabel: 'status_kawin', minimal: 3 }],
    }
    expect(checkSyarat(rule, answers(70, null, null))).toBe(true)
    expect(checkSyarat(rule, answers(30, null, 4))).toBe(true)
    expect(checkSyarat(rule, answers(30, null, null))).toBe(null)
    expect(checkSyarat(rule, answers(30, null, 2))).toBe(false)
  })

  test('once decided is not undone by more answers', () => {
    const maybe = fc.option(fc.integer({ min: 0, max: 90 }))
    fc.assert(
      fc.property(
        maybe,
        fc.option(fc.constantFrom(1, 2)),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (u, j, k) => {
          const before = checkSyarat(hamil, answers(u, j, k))
          const after = checkSyarat(hamil, answers(u ?? 30, j ?? 2, k ?? 2))
          if (before !== null) expect(after).toBe(before)
        },
      ),
    )
  })
})
