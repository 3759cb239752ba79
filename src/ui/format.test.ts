/** Formats follow the officers' way of writing in both languages. */

import { expect, test } from 'vitest'
import { formats, masked, nomorRt } from '#ui/format.ts'

test('an Indonesian number groups by points and a share has one decimal', () => {
  const f = formats('id')
  expect(f.angka(9232)).toBe('9.232')
  expect(f.persen(5098, 9232)).toBe('55,2%')
  expect(f.persen(1, 0)).toBe('–')
})

test('a date without time stays on its own day', () => {
  expect(formats('id').tanggal('2026-12-17')).toBe('17 Desember 2026')
  expect(formats('en').tanggal('2026-12-17')).toBe('17 December 2026')
})

test('a NIK shows the region and the serial only', () => {
  expect(masked('6474013112990007')).toBe('6474••••••••0007')
  expect(masked('123')).toBe('•••')
})

test('an RT is written with three digits', () => {
  expect(nomorRt(3)).toBe('003')
  expect(nomorRt(null)).toBe('–')
})
