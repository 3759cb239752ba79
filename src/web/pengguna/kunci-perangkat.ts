/**
 * The key of a paired phone. The private part cannot be exported and never leaves this browser; a
 * phone shared by two officers holds one key for each.
 */
import { createStore, del, set, values } from 'idb-keyval'

export type PerangkatTersimpan = {
  /** Identity of the pairing, as the server knows it. */
  readonly id: string
  /** The officer it belongs to, to choose by. */
  readonly nama: string
  readonly kunci: CryptoKey
  readonly dipasangPada: string
}

const toko = () => createStore('siks-perangkat', 'kunci')

/** Keys need a page served over TLS (or from this very machine). */
export const kunciBisa = (): boolean =>
  globalThis.isSecureContext && typeof indexedDB !== 'undefined' && 'subtle' in crypto

/** The pairings of this browser, the newest first; none where it keeps nothing. */
export async function perangkatDiSini(): Promise<readonly PerangkatTersimpan[]> {
  if (!kunciBisa()) return []
  try {
    const semua = await values<PerangkatTersimpan>(toko())
    return semua.sort((a, b) => b.dipasangPada.localeCompare(a.dipasangPada))
  } catch {
    return []
  }
}

export const simpanPerangkat = (p: PerangkatTersimpan): Promise<void> => set(p.id, p, toko())
export const lupakanPerangkat = (id: string): Promise<void> => del(id, toko())

const cara = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** A new pair of keys; the public part goes to the server. */
export async function buatKunci(): Promise<{
  rahasia: CryptoKey
  publik: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
}> {
  const pasangan = await crypto.subtle.generateKey(cara, false, ['sign'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pasangan.publicKey)
  return { rahasia: pasangan.privateKey, publik: { kty: 'EC', crv: 'P-256', x, y } }
}

const base64url = (isi: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(isi)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** Signs a challenge for one pairing (ECDSA P-256, SHA-256). */
export async function tandaTangani(p: PerangkatTersimpan, tantangan: string): Promise<string> {
  const pesan = new TextEncoder().encode(`siks-perangkat:${p.id}:${tantangan}`)
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, p.kunci, pesan))
}
