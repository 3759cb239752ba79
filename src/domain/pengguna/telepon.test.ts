import { expect, test } from 'vitest'
import { normalTelepon } from './telepon.ts'

test('the ways in which one number is written are one number', () => {
  for (const teks of [
    '081234567890',
    '0812-3456-7890',
    '62 812 3456 7890',
    '+62 812-3456-7890',
    '81234567890',
  ])
    expect(normalTelepon(teks), teks).toBe('+6281234567890')
})

test('user names are no phone numbers', () => {
  for (const teks of ['siti', '0812', 'siti0812345678', '+0812345678', '1234567890123456789'])
    expect(normalTelepon(teks), teks).toBeNull()
})

test('a foreign number keeps its country', () => {
  expect(normalTelepon('+60 12-345 6789')).toBe('+60123456789')
})
