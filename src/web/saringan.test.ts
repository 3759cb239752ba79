/** Search params: what fits is read, what does not is left out. */

import { expect, test } from 'vitest'
import { saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'

test('a whole number is read from text and refused when negative or broken', () => {
  expect(whole('rt', '12')).toEqual({ rt: 12 })
  expect(whole('rt', -1)).toEqual({})
  expect(whole('rt', 'abc')).toEqual({})
  expect(whole('rt', undefined)).toEqual({})
})

test('a word outside the list is left out', () => {
  expect(oneOf('menerima', 'ya', ['ya', 'tidak'])).toEqual({ menerima: 'ya' })
  expect(oneOf('menerima', 'mungkin', ['ya', 'tidak'])).toEqual({})
  expect(word('id', '../etc')).toEqual({})
  expect(flag('ditandai', 'false')).toEqual({})
})

test('the filters of the list come back as they were sent', () => {
  const sent = { wilayah: 6474011003, rt: 4, menerima: 'tidak', desil: 1, ditandai: true }
  expect(saringanKeluarga(sent)).toEqual(sent)
})
