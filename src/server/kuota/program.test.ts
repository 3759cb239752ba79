import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import { listPolicies, policyRoot } from '#server/kebijakan/muat.ts'
import { loadPolicyQuotas, loadPrograms, programLabel } from './program.ts'

const known = new Set(loadPrograms().map((p) => p.kode))

test('every programme that an import map writes down has a name', () => {
  const written = listPolicies('impor').flatMap((path) =>
    [...readFileSync(join(policyRoot, path), 'utf8').matchAll(/program: (\w+)/g)].map(
      (m) => m[1] ?? '',
    ),
  )
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter((kode) => !known.has(kode))).toEqual([])
})

test('a programme stands once in the list', () => {
  expect(known.size).toBe(loadPrograms().length)
})

test('a quota of policy is of a known programme and names its source', () => {
  for (const file of loadPolicyQuotas()) {
    expect(known).toContain(file.program)
    for (const { sumber, dari, sampai } of file.kuota) {
      expect(sumber).not.toBe('')
      expect(sampai === null || sampai > dari).toBe(true)
    }
  }
})

test('Bontang has room for 5.725 in July 2018: 627 more than the 5.098 who receive', () => {
  const [bontang] = loadPolicyQuotas()
    .filter((file) => file.program === 'rastra')
    .flatMap((file) => file.kuota)
    .filter((q) => q.wilayah === 6474000000)
  expect(bontang).toMatchObject({ jumlah: 5725, dari: '2018-07-01' })
  expect((bontang?.jumlah ?? 0) - 5098).toBe(627)
  expect(tingkatOf(bontang?.wilayah ?? 0)).toBe('kabkota')
})

test('a programme that policy does not know is shown by its code', () => {
  expect(programLabel('beras_kota')).toEqual({ id: 'beras_kota', en: 'beras_kota' })
})
