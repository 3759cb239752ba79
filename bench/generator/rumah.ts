/** The house and its goods, drawn from the hidden level of living through graded answers. */
import type { Acak } from './acak.ts'
import type { Jawaban } from './tipe.ts'

/** A graded answer: its codes from worst to best with their shares, and how far it follows theta. */
export type Tangga = {
  readonly ikut: number
  readonly kode: readonly (readonly [number, number])[]
}

const t = (ikut: number, ...kode: (readonly [number, number])[]): Tangga => ({ ikut, kode })

/** PBDT 2015 codes; shares are those of the poorest two fifths of a coastal city. */
export const tangga = {
  status_bangunan: t(0.25, [3, 14], [5, 1], [2, 27], [4, 1], [1, 57]),
  status_lahan: t(0.3, [3, 15], [4, 3], [2, 32], [1, 50]),
  lantai: t(
    0.7,
    [9, 4],
    [7, 1],
    [10, 1],
    [8, 24],
    [6, 32],
    [5, 13],
    [4, 9],
    [3, 2],
    [2, 13],
    [1, 1],
  ),
  dinding: t(0.65, [7, 1], [6, 1], [4, 2], [5, 2], [3, 46], [2, 4], [1, 44]),
  kondisi_dinding: t(0.7, [2, 42], [1, 58]),
  atap: t(0.45, [9, 3], [8, 1], [10, 1], [5, 5], [6, 68], [7, 6], [4, 6], [3, 6], [2, 3], [1, 1]),
  kondisi_atap: t(0.65, [2, 36], [1, 64]),
  air_minum: t(
    0.45,
    [10, 2],
    [11, 4],
    [9, 1],
    [7, 6],
    [12, 1],
    [8, 1],
    [6, 8],
    [5, 15],
    [4, 9],
    [3, 27],
    [2, 25],
    [1, 1],
  ),
  penerangan: t(0.5, [3, 3], [2, 6], [1, 91]),
  daya: t(0.6, [6, 16], [1, 46], [2, 28], [3, 8], [4, 1.5], [5, 0.5]),
  bahan_bakar: t(0.55, [8, 9], [7, 1], [5, 8], [9, 1], [3, 75], [4, 2], [2, 3], [1, 1]),
  fasilitas_bab: t(0.55, [4, 6], [3, 5], [2, 14], [1, 75]),
  kloset: t(0.45, [3, 11], [2, 8], [1, 81]),
  buang_tinja: t(0.5, [4, 21], [5, 2], [6, 1], [3, 9], [2, 6], [1, 61]),
  aset_gas: t(0.5, [2, 95], [1, 5]),
  aset_kulkas: t(0.65, [2, 50], [1, 50]),
  aset_ac: t(0.6, [2, 95], [1, 5]),
  aset_pemanas: t(0.5, [2, 99.2], [1, 0.8]),
  aset_telepon: t(0.4, [2, 97], [1, 3]),
  aset_tv: t(0.55, [2, 18], [1, 82]),
  aset_emas: t(0.55, [2, 85], [1, 15]),
  aset_komputer: t(0.55, [2, 88], [1, 12]),
  aset_sepeda: t(0.2, [2, 78], [1, 22]),
  aset_motor: t(0.6, [2, 26], [1, 74]),
  aset_mobil: t(0.6, [2, 96], [1, 4]),
  lahan_lain: t(0.35, [2, 90], [1, 10]),
  rumah_lain: t(0.35, [2, 96], [1, 4]),
} as const satisfies Record<string, Tangga>

/** Logistic stand-in for the normal distribution function: close enough for shares in per cent. */
export const luasNormal = (u: number): number => 1 / (1 + Math.exp(-1.702 * u))

/** Draws a graded answer for a household of the given level of living. */
export function jawabTangga(acak: Acak, theta: number, { ikut, kode }: Tangga): number {
  const u = ikut * theta + Math.sqrt(1 - ikut * ikut) * acak.normal()
  let sisa = luasNormal(u) * 100
  let hasil = 0
  for (const [isi, bagian] of kode) {
    hasil = isi
    sisa -= bagian
    if (sisa < 0) break
  }
  return hasil
}

export type Lingkungan = {
  readonly theta: number
  readonly jiwa: number
  readonly pesisir: boolean
  readonly pedesaan: boolean
  /** Whether somebody fishes, farms or trades on their own account. */
  readonly nelayan: boolean
  readonly usaha: boolean
}

/** All answers about the house; questions that do not arise are null. */
export function buatRumah(acak: Acak, l: Lingkungan): Record<string, Jawaban> {
  const r: Record<string, Jawaban> = {}
  for (const [nama, isi] of Object.entries(tangga)) r[nama] = jawabTangga(acak, l.theta, isi)
  if (l.pesisir && acak.peluang(0.3)) Object.assign(r, { lantai: 8, dinding: 3, buang_tinja: 4 })
  luas(acak, l, r)
  air(acak, r)
  if (r.penerangan !== 1) r.daya = null
  if (r.fasilitas_bab === 4) Object.assign(r, { kloset: 4, buang_tinja: acak.peluang(0.6) ? 4 : 5 })
  laut(acak, l, r)
  ternak(acak, l, r)
  r.luas_lahan_lain = r.lahan_lain === 1 ? acak.bulat(6, l.pedesaan ? 150 : 30) * 10 : null
  r.aset_hp = acak.peluang(luasNormal(1 + 0.5 * l.theta)) ? 1 : 2
  r.punya_usaha = l.usaha ? 1 : 2
  return r
}

function luas(acak: Acak, l: Lingkungan, r: Record<string, Jawaban>): void {
  const dasar = r.status_bangunan === 2 ? 24 : 38
  const besar = dasar * (l.jiwa / 4) ** 0.35 * Math.exp(0.33 * l.theta + 0.3 * acak.normal())
  const meter = Math.max(6, Math.min(240, Math.round(besar)))
  r.luas_lantai = meter
  r.jumlah_kamar = Math.max(1, Math.min(6, Math.round(meter / 18 + 0.4 * acak.normal())))
  r.jumlah_ruangan = r.jumlah_kamar + acak.bulat(1, 3)
}

function air(acak: Acak, r: Record<string, Jawaban>): void {
  const sumber = r.air_minum ?? 0
  if (sumber === 3) r.cara_air = 2
  else r.cara_air = sumber <= 4 ? 1 : acak.peluang(0.04) ? 1 : 3
}

function laut(acak: Acak, l: Lingkungan, r: Record<string, Jawaban>): void {
  r.aset_perahu = l.nelayan && acak.peluang(0.35) ? 1 : 2
  r.aset_motor_tempel = l.nelayan && acak.peluang(0.2 + 0.06 * l.theta) ? 1 : 2
  r.aset_perahu_motor = l.nelayan && acak.peluang(0.16 + 0.08 * l.theta) ? 1 : 2
  r.aset_kapal = l.nelayan && acak.peluang(0.01) ? 1 : 2
}

function ternak(acak: Acak, l: Lingkungan, r: Record<string, Jawaban>): void {
  const kali = l.pedesaan ? 5 : 1
  r.sapi = acak.peluang(0.012 * kali) ? acak.bulat(1, 4) : 0
  r.kerbau = acak.peluang(0.001 * kali) ? acak.bulat(1, 2) : 0
  r.kuda = acak.peluang(0.0004 * kali) ? 1 : 0
  r.babi = acak.peluang(0.004 * kali) ? acak.bulat(1, 4) : 0
  r.kambing = acak.peluang(0.02 * kali) ? acak.bulat(1, 6) : 0
}
