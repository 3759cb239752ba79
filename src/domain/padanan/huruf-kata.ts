/** Whole names compared letter by letter, their words written together. */
import { banyakHuruf, hurufTerbanyak, type Kata, lebarRingkas, macamDari } from './kata.ts'
import { hitungBit, jaroWinkler, teratur } from './mirip.ts'

/** Letters of a whole name written together, for `huruf`. */
const rapat = new Uint8Array(2 * hurufTerbanyak)
function tulisRapat({ isi, mulai, kata }: Kata, id: number, di: number): number {
  let n = di
  const sampai = mulai[id + 1] as number
  for (let i = mulai[id] as number; i < sampai; i++) {
    const w = isi[i] as number
    const akhir = kata.mulai[w + 1] as number
    for (let j = kata.mulai[w] as number; j < akhir && n < di + hurufTerbanyak; j++)
      rapat[n++] = kata.bita[j] as number
  }
  return n
}

/** Jaro–Winkler of all letters of two runs. */
export function hurufMirip(k: Kata, x: number, y: number): number {
  const b0 = hurufTerbanyak
  const a1 = tulisRapat(k, x, 0)
  const b1 = tulisRapat(k, y, b0)
  return teratur(rapat, 0, a1, b0, b1)
    ? jaroWinkler(rapat, 0, a1, rapat, b0, b1)
    : jaroWinkler(rapat, b0, b1, rapat, 0, a1)
}

/** What `hurufMirip` is at most, told by which letters there are: most strangers need not be laid letter by letter. */
export function hurufTermirip({ ringkas, kata }: Kata, x: number, y: number): number {
  const p = x * lebarRingkas
  const q = y * lebarRingkas
  const a = ringkas[p + 2] as number
  const b = ringkas[q + 2] as number
  const la = banyakHuruf(a)
  const lb = banyakHuruf(b)
  const ha = macamDari(a)
  const hb = macamDari(b)
  const cocok = Math.min(la - hitungBit(ha & ~hb), lb - hitungBit(hb & ~ha))
  if (cocok <= 0) return 0
  const jaro = (cocok / la + cocok / lb + 1) / 3
  const huruf = (di: number): number =>
    kata.bita[kata.mulai[ringkas[di + 3] as number] as number] as number
  return huruf(p) === huruf(q) ? jaro + 0.4 * (1 - jaro) : jaro
}
