import { expect, test } from 'vitest'
import { networkOf } from './mesin.ts'

test('an IPv4 address is its own network, also when written as IPv6', () => {
  expect(networkOf('36.80.1.10')).toBe('36.80.1.10')
  expect(networkOf('::ffff:36.80.1.10')).toBe('36.80.1.10')
})

test('of IPv6 the first 64 bits count, however they are written', () => {
  const same = [
    '2001:db8:0:1::1',
    '2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd',
    '2001:DB8:0:1:0:0:0:9',
  ]
  expect(new Set(same.map(networkOf)).size).toBe(1)
  expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})
