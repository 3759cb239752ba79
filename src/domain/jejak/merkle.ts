/** Merkle tree hash of RFC 6962: leaves and nodes are told apart by their first byte. */

/** A hash function, handed in as a value: SHA-256 wherever this is used. */
export type Hash = (bytes: Uint8Array) => Uint8Array

const prefixed = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1))
  whole[0] = prefix
  let at = 1
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The fingerprint of one entry. */
export const leafHash = (hash: Hash, isi: Uint8Array): Uint8Array => hash(prefixed(0, isi))

const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(prefixed(1, left, right))

/**
 * The root over leaf hashes. Subtrees of a power of two are closed as the leaves come, so that the
 * last, incomplete ones join from the right: the split that RFC 6962 asks for.
 */
export function merkleRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  const open: { size: number; root: Uint8Array }[] = []
  for (const leaf of leaves) {
    let tree = { size: 1, root: leaf }
    for (let left = open.at(-1); left?.size === tree.size; left = open.at(-1)) {
      open.pop()
      tree = { size: tree.size * 2, root: nodeHash(hash, left.root, tree.root) }
    }
    open.push(tree)
  }
  const last = open.pop()
  if (!last) return hash(new Uint8Array(0))
  return open.reduceRight((right, left) => nodeHash(hash, left.root, right), last.root)
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
