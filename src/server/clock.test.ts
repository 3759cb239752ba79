import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockOf } from './clock.ts'

const zona = 'Asia/Makassar'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

test('the real clock: today is the day of the zone, not of Greenwich', () => {
  vi.setSystemTime('2026-11-30T15:59:59Z')
  const clock = clockOf(zona)
  expect(clock()).toEqual({ now: new Date('2026-11-30T15:59:59Z'), today: '2026-11-30' })
  vi.setSystemTime('2026-11-30T16:00:00Z')
  expect(clock().today).toBe('2026-12-01')
})

test.each(['00:00:00', '07:30:00', '15:59:59', '16:00:00', '23:59:59'])(
  'on a stated day the time of day stays, and the instant lies on that day there (%s UTC)',
  (jam) => {
    vi.setSystemTime(`2026-11-30T${jam}Z`)
    const { now, today } = clockOf(zona, '2018-07-24')()
    expect(today).toBe('2018-07-24')
    expect(new Intl.DateTimeFormat('sv-SE', { timeZone: zona }).format(now)).toBe('2018-07-24')
    expect(now.toISOString().slice(11, 19)).toBe(jam)
  },
)

test('a stated day never ends', () => {
  vi.setSystemTime('2026-11-30T15:00:00Z')
  const clock = clockOf(zona, '2018-07-24')
  vi.setSystemTime('2026-12-02T20:00:00Z')
  expect(clock().today).toBe('2018-07-24')
})

test('with a time of day it begins there whenever it is started, and goes on into the next day', () => {
  vi.setSystemTime('2026-11-30T14:07:00Z')
  const clock = clockOf(zona, '2018-07-24T23:59')
  expect(clock()).toEqual({ now: new Date('2018-07-24T15:59:00Z'), today: '2018-07-24' })
  vi.setSystemTime('2026-11-30T14:08:00Z')
  expect(clock()).toEqual({ now: new Date('2018-07-24T16:00:00Z'), today: '2018-07-25' })
})
