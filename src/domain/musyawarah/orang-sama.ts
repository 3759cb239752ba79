/** Whether a name and a year of birth still mean the same person after they were corrected. Pure. */
import { foldName } from '#domain/individu/nama-cari.ts'
import { jaroWinkler } from '#domain/padanan/mirip.ts'

export type Sosok = { readonly nama: string; readonly tahunLahir: number | null }

/** Two words count as one from this likeness on. */
const KATA_SAMA = 0.88

const bita = (kata: string): Uint8Array => Uint8Array.from(kata, (c) => c.charCodeAt(0) & 0xff)

/** Likeness of two words of folded names, 0–1. */
function mirip(a: string, b: string): number {
  const [x, y] = [bita(a), bita(b)]
  return jaroWinkler(x, 0, x.length, y, 0, y.length)
}

/**
 * Names are alike when each word of the shorter one has a partner of its own in the longer one: so
 * an added or dropped word and slips of the pen pass, another name does not.
 */
export function namaMirip(a: string, b: string): boolean {
  const [x, y] = [foldName(a), foldName(b)]
  if (x === y) return true
  if (x === '' || y === '') return false
  if (mirip(x.replaceAll(' ', ''), y.replaceAll(' ', '')) >= 0.94) return true
  const [pendek, panjang] = [x.split(' '), y.split(' ')].sort((p, q) => p.length - q.length)
  const sisa = [...(panjang ?? [])]
  return (pendek ?? []).every((kata) => {
    const di = sisa.findIndex((lain) => mirip(kata, lain) >= KATA_SAMA)
    if (di >= 0) sisa.splice(di, 1)
    return di >= 0
  })
}

/** One wrong digit moves a year by this much at the most; beyond it stands another generation. */
const TAHUN_TERJAUH = 10

/** Years are alike when equal, unknown, at most two apart, one digit apart within ten years, or the same digits in another order. */
export function tahunMirip(a: number | null, b: number | null): boolean {
  if (a === null || b === null || Math.abs(a - b) <= 2) return true
  const [x, y] = [String(a), String(b)]
  if (x.length !== y.length) return false
  const beda = [...x].filter((angka, i) => angka !== y[i]).length
  return (
    (beda === 1 && Math.abs(a - b) <= TAHUN_TERJAUH) ||
    [...x].sort().join('') === [...y].sort().join('')
  )
}

/** A correction of identity keeps the person; another person under the same row does not. */
export const orangSama = (a: Sosok, b: Sosok): boolean =>
  namaMirip(a.nama, b.nama) && tahunMirip(a.tahunLahir, b.tahunLahir)
