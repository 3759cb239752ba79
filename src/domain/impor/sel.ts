/** What the readers of cells share: their tools, text made tidy, numbers that Excel broke, bounds. */
import type { Decoder } from '../kode/decode.ts'
import { parseAngka } from './angka.ts'
import type { Kerja } from './kerja.ts'
import type { UrutanTanggal } from './tanggal.ts'
import type { Wadah } from './wadah.ts'

export type Pembaca = (k: Kerja, text: string, kind: number) => void

export type AlatBidang = {
  readonly rumah: Wadah
  readonly anggota: Wadah
  /** Today and the day the data speak of, 'YYYY-MM-DD'. */
  readonly hariIni: string
  readonly urutanTanggal: UrutanTanggal | null
  readonly decoder: (daftar: 'hubungan' | 'jenis_kelamin') => Decoder
}

const NUMBER = 1
const eksponen = /^\d[.,]?\d*E\+?\d+$/i

/** A number that Excel kept as a number: its last digits are gone. */
export const rusak = (text: string, kind: number, digits: number): boolean =>
  eksponen.test(text) || (kind === NUMBER && text.length >= digits)

/** One line of text: no control characters, single spaces. */
export const tidy = (text: string): string =>
  /\s\s|[\p{Cc}\u00A0]/u.test(text) ? text.replace(/[\s\p{Cc}\u00A0]+/gu, ' ').trim() : text.trim()

type DiLuar = 'angka_di_luar_batas' | 'persentil_di_luar_batas' | 'umur_di_luar_batas'

/** A whole number within bounds; outside them it is dropped and told. */
export function bounded(
  wadah: Wadah,
  name: string,
  [min, max]: readonly [number, number],
  code: DiLuar,
): Pembaca {
  const place = wadah.place(name, 'identitas')
  return (k, text) => {
    const angka = parseAngka(text)
    if (angka.jenis === 'tak_terbaca') return k.temu('angka_tidak_terbaca')
    if (angka.jenis === 'kosong') return
    const value = Math.round(angka.nilai)
    if (value < min || value > max) return k.temu(code)
    wadah.nilai[place] = value
  }
}
