/** Quarters around a day. */
import { expect, test } from 'vitest'
import { triwulanDekat, triwulanOf } from '#web/peringkat/periode.ts'

test('the quarter of a day is offered with the next and the three before', () => {
  expect(triwulanOf('2018-07-24')).toBe('2018-T3')
  expect(triwulanDekat('2018-07-24').map((t) => t.kode)).toEqual([
    '2018-T4',
    '2018-T3',
    '2018-T2',
    '2018-T1',
    '2017-T4',
  ])
})

test('the turn of the year is crossed in both directions', () => {
  expect(triwulanDekat('2018-12-31')[0]?.kode).toBe('2019-T1')
  expect(triwulanDekat('2018-01-01').at(-1)?.kode).toBe('2017-T2')
})
