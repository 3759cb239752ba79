/** Verifies the entries of one batch against their fingerprints, and names the first bad one. */
import { err, ok, type Result } from '#domain/result.ts'
import { splitLine } from './bentuk.ts'
import { digits, type Ingatan, type Tempat } from './ingatan.ts'
import type { Kerusakan, MacamKerusakan } from './kerusakan.ts'
import { type Hash, leafHash, sameBytes } from './merkle.ts'

/** A numbered entry as the database gives it. */
export type EntriTercatat = {
  readonly nomor: number
  readonly jejakId: number
  readonly sidik: Uint8Array
  /** Canonical form of the row; null when the row is gone. */
  readonly isi: Uint8Array | null
}

/** Until when, by number of transaction, the clock of the database had come. */
export type Saat = { readonly lingkungan: string; readonly batas: number; readonly waktu: number }

/** How far the clock of the database may have been set back. */
const goyangan = 60_000_000

/**
 * A transaction that had not begun at a certain moment cannot write a time before it: an entry
 * that does was put in afterwards and dated back.
 */
export function datedBack(isi: Uint8Array, lingkungan: string, saat: readonly Saat[]): boolean {
  const { kolom } = splitLine(isi, 3)
  const [transaksi, waktu] = [digits(kolom[1]), digits(kolom[2])]
  for (let i = saat.length - 1; i >= 0; i--) {
    const then = saat[i]
    if (!then || then.lingkungan !== lingkungan) return false
    if (then.batas <= transaksi) return waktu < then.waktu - goyangan
  }
  return false
}

/** The other entry of the batch whose content stands here, if two were swapped. */
function swappedWith(
  hash: Hash,
  entri: readonly EntriTercatat[],
  at: EntriTercatat,
): EntriTercatat | null {
  if (!at.isi) return null
  const own = splitLine(at.isi, 2).kolom
  for (const other of entri) {
    if (other === at || !other.isi) continue
    if (sameBytes(leafHash(hash, other.isi), at.sidik)) return other
    for (const kept of [1, 2]) {
      const parts = [...own.slice(0, kept), splitLine(other.isi, kept).sisa]
      if (sameBytes(leafHash(hash, joined(parts)), at.sidik)) return other
    }
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length + 1, -1))
  let at = 0
  for (const [i, part] of parts.entries()) {
    if (i > 0) whole[at++] = 9
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type Batch = {
  readonly nomor: number
  readonly dari: number
  readonly jumlah: number
  readonly lingkungan: string
}

/** The fingerprints of a batch whose entries are all as they were written, or the first bad one. */
export function periksaEntri(
  hash: Hash,
  segel: Batch,
  entri: readonly EntriTercatat[],
  saat: readonly Saat[],
  ingat: Ingatan,
): Result<readonly Uint8Array[], Kerusakan> {
  const bad = (macam: MacamKerusakan, nomor: number, e?: Tempat, lain?: Tempat) =>
    err<Kerusakan>({
      macam,
      segel: segel.nomor,
      nomor,
      jejakId: e?.jejakId ?? null,
      ...(lain ? { pasangan: { nomor: lain.nomor, jejakId: lain.jejakId } } : {}),
    })
  let before: EntriTercatat | undefined
  for (let i = 0; i < segel.jumlah; i++) {
    const e = entri[i]
    const nomor = segel.dari + i
    if (e && e.nomor < nomor) return bad('ganda', e.nomor, e)
    if (!e || e.nomor !== nomor) return bad('hapus', nomor)
    if (before?.jejakId === e.jejakId) return bad('ganda', nomor, e, before)
    // Batches are numbered in the order of their rows.
    if (before && before.jejakId > e.jejakId) return bad('tukar', before.nomor, before, e)
    if (!e.isi) return bad('hapus', nomor, e)
    if (!sameBytes(leafHash(hash, e.isi), e.sidik)) {
      const other = swappedWith(hash, entri, e)
      return other ? bad('tukar', nomor, e, other) : bad('ubah', nomor, e)
    }
    const twin = ingat.kembaran(e.isi, e)
    if (twin) return bad('ganda', nomor, e, twin)
    if (datedBack(e.isi, segel.lingkungan, saat)) return bad('sisip', nomor, e)
    before = e
  }
  const extra = entri[segel.jumlah]
  return extra ? bad('sisip', extra.nomor, extra) : ok(entri.map(({ sidik }) => sidik))
}
