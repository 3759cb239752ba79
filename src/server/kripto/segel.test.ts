import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyRing, type Place } from './segel.ts'

const secret = 'rahasia-uji-rahasia-uji-rahasia-uji'
const other = 'rahasia-lain-rahasia-lain-rahasia-lain'
const ring = keyRing(secret)
const place = { table: 'pengguna_identitas', column: 'nik_segel', row: 'satu' }
const part = fc.string({ maxLength: 12 })
const anyPlace = fc.record({ table: part, column: part, row: part })

describe('a sealed value', () => {
  test('opens again at its place, whatever it holds', () => {
    fc.assert(
      fc.property(anyPlace, fc.string({ unit: 'grapheme' }), (where, text) => {
        expect(ring.openFor(where, ring.sealFor(where, text))).toBe(text)
      }),
    )
  })

  test('opens at no other place: not in another row, column or table', () => {
    const same = (a: Place, b: Place) =>
      a.table === b.table && a.column === b.column && a.row === b.row
    fc.assert(
      fc.property(anyPlace, anyPlace, (here, there) => {
        fc.pre(!same(here, there))
        const sealed = ring.sealFor(here, '9974011205800007')
        expect(() => ring.openFor(there, sealed)).toThrow()
      }),
    )
  })

  test('does not open after any bit of it was changed', () => {
    const sealed = ring.sealFor(place, '9974011205800007')
    const [version = '', body = ''] = sealed.split('.')
    const bytes = Buffer.from(body, 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => ring.openFor(place, `${version}.${changed.toString('base64url')}`)).toThrow()
      }),
    )
  })

  test('shows nothing of its text, and looks different each time', () => {
    const one = ring.sealFor(place, '9974011205800007')
    expect(one).not.toContain('9974')
    expect(one).not.toBe(ring.sealFor(place, '9974011205800007'))
  })

  test('is refused when it is no sealed value at all', () => {
    for (const text of ['', '.', 'abc', 'abc.', 'abc.ZZZZ', '9974011205800007']) {
      expect(() => ring.openFor(place, text)).toThrow()
    }
  })
})

describe('sealed bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((b) => Buffer.from(b))

  test('open again at their place, and at no other', () => {
    fc.assert(
      fc.property(anyPlace, bytes, (where, plain) => {
        const whole = ring.sealBytes(where, plain)
        expect(ring.openBytes(where, whole).equals(plain)).toBe(true)
        expect(() => ring.openBytes({ ...where, row: `${where.row}+` }, whole)).toThrow()
      }),
    )
  })

  test('do not open after any bit was changed, or the end cut off', () => {
    const whole = ring.sealBytes(place, Buffer.from('foto rumah'))
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const changed = Buffer.from(whole)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => ring.openBytes(place, changed)).toThrow()
      }),
    )
    for (let n = 0; n < whole.length; n++)
      expect(() => ring.openBytes(place, whole.subarray(0, n))).toThrow()
  })

  test('open under a new secret while the old one is still given', () => {
    const whole = ring.sealBytes(place, Buffer.from('lama'))
    expect(keyRing(other, [secret]).openBytes(place, whole).toString()).toBe('lama')
    expect(() => keyRing(other).openBytes(place, whole)).toThrow('not on the ring')
  })
})

describe('a change of the secret', () => {
  const next = keyRing(other, [secret])
  const sealed = ring.sealFor(place, 'lama')

  test('leaves old values readable while the old secret is still given', () => {
    expect(next.openFor(place, sealed)).toBe('lama')
    expect(next.versionOf(sealed)).toBe(ring.version)
    expect(next.versionOf(next.sealFor(place, 'baru'))).toBe(next.version)
  })

  test('makes them unreadable once it is not', () => {
    expect(() => keyRing(other).openFor(place, sealed)).toThrow('not on the ring')
  })
})

describe('a fingerprint', () => {
  test('is equal for equal texts of one purpose, and for nothing else', () => {
    expect(ring.fingerprint('nik', '1')).toBe(ring.fingerprint('nik', '1'))
    expect(ring.fingerprint('nik', '1')).not.toBe(ring.fingerprint('kk', '1'))
    expect(ring.fingerprint('nik', '1')).not.toBe(ring.fingerprint('nik', '2'))
    expect(ring.fingerprint('nik', '1')).not.toBe(keyRing(other).fingerprint('nik', '1'))
  })
})
