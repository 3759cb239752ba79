import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peran } from '#contract/peran.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { bacaTujuan, berkasTujuanSchema, tujuanBawaan } from './tujuan.ts'

const { tujuan, contoh } = readPolicy('parameter/tujuan.yaml', berkasTujuanSchema).nilai

describe('the list of purposes', () => {
  test.each(contoh)('keeps its example: $kiriman sent by $peran', (c) => {
    expect(bacaTujuan(tujuan, c.kiriman ?? undefined, c.peran)).toEqual({
      ok: true,
      value: { kode: c.kode, teks: c.teks ?? null },
    })
  })

  test('names only roles that exist, and gives each at most one purpose of its own', () => {
    const named = tujuan.flatMap((t) => t.bawaan)
    expect(named.filter((name) => !(name in peran))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  test('leaves only the auditor without a purpose of the role', () => {
    expect(Object.keys(peran).filter((p) => tujuanBawaan(tujuan, p) === null)).toEqual(['auditor'])
  })

  test('has every code once', () => {
    const codes = tujuan.map((t) => t.kode)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('a purpose that was sent', () => {
  test('with an unknown code is an error, not the default', () => {
    expect(bacaTujuan(tujuan, 'iseng;lihat-lihat', 'operator_desa')).toEqual({
      ok: false,
      error: 'iseng',
    })
  })

  test('keeps words whose escape is broken as they came', () => {
    expect(bacaTujuan(tujuan, 'pengaduan;100%', 'lurah')).toEqual({
      ok: true,
      value: { kode: 'pengaduan', teks: '100%' },
    })
  })

  test('without words has none', () => {
    expect(bacaTujuan(tujuan, 'pengaduan; ', 'lurah')).toMatchObject({ value: { teks: null } })
  })

  test('never throws and never lets control characters or endless words through', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (words) => {
        const read = bacaTujuan(tujuan, `pelayanan;${words}`, 'lurah')
        expect(read.ok).toBe(true)
        if (!read.ok || read.value.teks === null) return
        expect([...read.value.teks].length).toBeLessThanOrEqual(500)
        expect(read.value.teks).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
