import { expect, test } from 'vitest'
import { sisaKata } from './hitung.ts'

test('what is left is said in the two units that matter', () => {
  expect(sisaKata(139 * 86_400 + 5 * 3600 + 59)).toEqual({
    kunci: 'sisaHari',
    nilai: { hari: 139, jam: 5 },
  })
  expect(sisaKata(86_399)).toEqual({ kunci: 'sisaJam', nilai: { jam: 23, menit: 59 } })
  expect(sisaKata(3599.2)).toEqual({ kunci: 'sisaJam', nilai: { jam: 1, menit: 0 } })
  expect(sisaKata(61)).toEqual({ kunci: 'sisaMenit', nilai: { menit: 1, detik: 1 } })
  // The last second is a second, never "nothing left" while there is time.
  expect(sisaKata(0.001)).toEqual({ kunci: 'sisaMenit', nilai: { menit: 0, detik: 1 } })
  expect(sisaKata(-5)).toEqual({ kunci: 'sisaMenit', nilai: { menit: 0, detik: 0 } })
})
