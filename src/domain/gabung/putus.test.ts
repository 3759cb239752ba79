import { expect, test } from 'vitest'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { berkasGabungSchema, perluSetuju, tolakMemutus, wilayahBersama } from './putus.ts'

const kebijakan = readPolicy('parameter/gabung.yaml', berkasGabungSchema).nilai

test.each(kebijakan.contoh.setuju)('$nama: $perlu must agree', ({ ke, dari, bersama, perlu }) => {
  expect([wilayahBersama(ke, dari), wilayahBersama(dari, ke)]).toEqual([bersama, bersama])
  expect([perluSetuju(ke, dari, kebijakan), perluSetuju(dari, ke, kebijakan)]).toEqual([
    perlu,
    perlu,
  ])
})

test('nobody decides their own proposal, twice, or about kin', () => {
  const bebas = { pemutus: true, pengusul: false, sudahSetuju: false, kerabat: false }
  expect(tolakMemutus(bebas)).toBeNull()
  expect(tolakMemutus({ ...bebas, pemutus: false })).toBe('bukan_pemutus')
  expect(tolakMemutus({ ...bebas, pengusul: true })).toBe('pengusul')
  expect(tolakMemutus({ ...bebas, sudahSetuju: true })).toBe('sudah_setuju')
  expect(tolakMemutus({ ...bebas, kerabat: true })).toBe('kerabat')
})
