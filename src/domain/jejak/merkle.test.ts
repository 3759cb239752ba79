import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash, merkleRoot, sameBytes, toHex } from './merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const rootOf = (entries: readonly Uint8Array[]) =>
  toHex(
    merkleRoot(
      sha256,
      entries.map((e) => leafHash(sha256, e)),
    ),
  )

/** The definition of RFC 6962 §2.1, word by word. */
function byDefinition(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries
  if (!first) return sha256(new Uint8Array(0))
  if (entries.length === 1) return sha256(Buffer.concat([Buffer.from([0]), first]))
  let k = 1
  while (k * 2 < entries.length) k *= 2
  const left = byDefinition(entries.slice(0, k))
  return sha256(Buffer.concat([Buffer.from([1]), left, byDefinition(entries.slice(k))]))
}

const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })

describe('the Merkle root', () => {
  test('is that of the public test vectors of Certificate Transparency', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map((hex) => Buffer.from(hex, 'hex'))
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(rootOf(inputs.slice(0, 1))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(rootOf(inputs.slice(0, 2))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    )
    expect(rootOf(inputs.slice(0, 3))).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    )
    expect(rootOf(inputs)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  })

  test('is that of the definition, for any number of entries', () => {
    fc.assert(fc.property(entries, (e) => rootOf(e) === toHex(byDefinition(e))))
  })

  test('changes with any byte of any entry, and with their order', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (e, at, bit) => {
        fc.pre(e.length > 1)
        const i = at % e.length
        const changed = e.map((x, n) =>
          n === i ? (x.length === 0 ? new Uint8Array([bit % 256]) : flip(x, bit % x.length)) : x,
        )
        expect(rootOf(changed)).not.toBe(rootOf(e))
        const [a, b] = [e[i], e[(i + 1) % e.length]]
        if (!a || !b || sameBytes(a, b)) return
        const swapped = e.map((x) => (x === a ? b : x === b ? a : x))
        expect(rootOf(swapped)).not.toBe(rootOf(e))
      }),
    )
  })
})

const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

test('bytes are the same only in length and content', () => {
  expect(sameBytes(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true)
  expect(sameBytes(new Uint8Array([1, 2]), new Uint8Array([1]))).toBe(false)
  expect(sameBytes(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false)
})
