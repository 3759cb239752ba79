/** Moments in words. */
import { expect, test } from 'vitest'
import { lalu } from '#web/pengguna/lalu.ts'

const kini = Date.parse('2026-07-24T10:00:00Z')

test.each([
  ['2026-07-24T09:59:30Z', 'sekarang', 'now'],
  ['2026-07-24T09:58:00Z', '2 menit yang lalu', '2 minutes ago'],
  ['2026-07-24T08:00:00Z', '2 jam yang lalu', '2 hours ago'],
  ['2026-07-23T09:00:00Z', 'kemarin', 'yesterday'],
  ['2026-05-01T09:00:00Z', '2 bulan yang lalu', '2 months ago'],
])('%s is %s', (saat, id, en) => {
  expect(lalu('id', saat, kini)).toBe(id)
  expect(lalu('en', saat, kini)).toBe(en)
})

test('a clock that is behind says now, not the future', () => {
  expect(lalu('id', '2026-07-24T10:05:00Z', kini)).toBe('sekarang')
})
