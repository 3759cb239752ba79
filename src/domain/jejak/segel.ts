/** A seal closes a batch of entries: its text is what the chain hashes and the key signs. */
import { type Hash, toHex } from './merkle.ts'

export type KepalaSegel = {
  readonly nomor: number
  /** Number of the first entry, and how many. */
  readonly dari: number
  readonly jumlah: number
  readonly akar: Uint8Array
  /** Chain value of the seal before. */
  readonly sebelum: Uint8Array
  /** Microseconds since 1970, by the clock of the database. */
  readonly waktu: number
  /** Where transactions were counted, and the first number that had not begun. */
  readonly lingkungan: string
  readonly batas: number
  /** Fingerprint of the public key. */
  readonly kunci: string
}

export type Segel = KepalaSegel & {
  readonly rantai: Uint8Array
  readonly tandatangan: Uint8Array
}

/** What stands before the first seal. */
export const rantaiAwal: Uint8Array = new Uint8Array(32)

/** The text of a seal: what is hashed into the chain and signed. */
export const naskahSegel = (s: KepalaSegel): string =>
  [
    'siks-jejak-1',
    `segel ${s.nomor}`,
    `entri ${s.dari} ${s.jumlah}`,
    `akar ${toHex(s.akar)}`,
    `sebelum ${toHex(s.sebelum)}`,
    `waktu ${s.waktu}`,
    `lingkungan ${s.lingkungan}`,
    `batas ${s.batas}`,
    `kunci ${s.kunci}`,
    '',
  ].join('\n')

/** Bytes, hash and signatures, handed in by whoever has them. */
export type Alat = {
  readonly hash: Hash
  readonly utf8: (text: string) => Uint8Array
  /** Whether a key that we trust signed this. */
  readonly sah: (kunci: string, naskah: Uint8Array, tandatangan: Uint8Array) => boolean
}

/** The chain value of a seal. */
export const rantaiOf = (alat: Pick<Alat, 'hash' | 'utf8'>, kepala: KepalaSegel): Uint8Array =>
  alat.hash(alat.utf8(naskahSegel(kepala)))

/** How many bytes of each fingerprint a checkpoint repeats, so that a single entry can be named by it. */
export const panjangRingkas = 4

/** The beginnings of the fingerprints of a batch, one after the other. */
export function ringkasOf(sidik: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(sidik.length * panjangRingkas)
  sidik.forEach((leaf, i) => {
    all.set(leaf.subarray(0, panjangRingkas), i * panjangRingkas)
  })
  return all
}

/** What was written outside the database about a seal. */
export type TitikPeriksa = {
  readonly nomor: number
  readonly dari: number
  readonly jumlah: number
  readonly rantai: Uint8Array
  readonly ringkas: Uint8Array
}
