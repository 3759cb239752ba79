/** Work by age, sex, schooling and place, in the codes of PBDT 2015. */
import type { Acak } from './acak.ts'
import type { Pendidikan } from './pendidikan.ts'
import { luasNormal } from './rumah.ts'
import type { Jawaban } from './tipe.ts'

export type Pekerjaan = {
  readonly bekerja: Jawaban
  readonly jam: Jawaban
  readonly lapangan: Jawaban
  readonly statusKerja: Jawaban
}

export type Pekerja = {
  readonly umur: number
  readonly kelamin: 1 | 2
  readonly kepala: boolean
  readonly theta: number
  readonly pesisir: boolean
  readonly pedesaan: boolean
  readonly pendidikan: Pendidikan
  readonly cacat: boolean
}

type Bagian = readonly (readonly [number, number])[]

const priaKota: Bagian = [
  [11, 25],
  [14, 13],
  [12, 13],
  [19, 15],
  [9, 10],
  [8, 4],
  [10, 3],
  [4, 6],
  [13, 3],
  [3, 2],
  [7, 1],
  [20, 2],
  [15, 1],
  [16, 0.7],
  [17, 1.5],
  [21, 2],
]
const priaPesisir: Bagian = [
  [4, 34],
  [5, 7],
  [11, 17],
  [12, 9],
  [14, 9],
  [19, 9],
  [9, 7],
  [8, 2],
  [20, 1.5],
  [21, 3],
]
const priaDesa: Bagian = [
  [1, 42],
  [2, 7],
  [3, 16],
  [6, 3],
  [7, 3],
  [11, 11],
  [12, 6],
  [14, 4],
  [8, 2],
  [9, 3],
  [4, 3],
  [19, 4],
]
const wanita: Bagian = [
  [12, 41],
  [19, 24],
  [13, 15],
  [9, 8],
  [17, 5],
  [18, 2],
  [20, 2],
  [16, 0.7],
  [11, 1],
  [21, 3],
]
const wanitaDesa: Bagian = [
  [1, 44],
  [2, 8],
  [3, 12],
  [12, 20],
  [9, 5],
  [13, 4],
  [19, 6],
  [17, 2],
]

const tidak: Pekerjaan = { bekerja: 2, jam: null, lapangan: null, statusKerja: null }
const kosong: Pekerjaan = { bekerja: null, jam: null, lapangan: null, statusKerja: null }

/** A person's work in the past week; asked from the age of five, rare before fifteen. */
export function buatPekerjaan(acak: Acak, p: Pekerja): Pekerjaan {
  if (p.umur < 5) return kosong
  if (!acak.peluang(peluangKerja(p))) return tidak
  const lapangan = acak.timbang(lapanganBagi(p))
  const rata = p.kelamin === 1 ? 44 : 34
  const jam = Math.max(4, Math.min(84, Math.round(rata + 11 * acak.normal())))
  return { bekerja: 1, jam, lapangan, statusKerja: kedudukan(acak, lapangan, p) }
}

function peluangKerja(p: Pekerja): number {
  if (p.umur < 10) return 0
  if (p.umur < 15) return p.pendidikan.sekolah === 1 ? 0.005 : 0.2
  const dasar = p.pendidikan.sekolah === 1 ? -1.6 : p.kelamin === 1 ? 1.15 : -0.45
  const tua = p.umur > 60 ? (p.umur - 60) * 0.075 : 0
  const muda = p.umur < 20 ? 0.7 : 0
  const kepala = p.kepala ? 0.75 : 0
  return luasNormal(dasar + kepala + 0.12 * p.theta - tua - muda - (p.cacat ? 1.1 : 0))
}

function lapanganBagi(p: Pekerja): Bagian {
  if (p.kelamin === 2) return p.pedesaan ? wanitaDesa : wanita
  if (p.pesisir) return priaPesisir
  return p.pedesaan ? priaDesa : priaKota
}

function kedudukan(acak: Acak, lapangan: number, p: Pekerja): number {
  const sarjana = (p.pendidikan.ijazah ?? 0) >= 4
  if (sarjana && p.umur < 60 && acak.peluang(0.14)) return 5
  if (p.umur < 18 && acak.peluang(0.5)) return 8
  if (p.kelamin === 2 && !p.kepala && acak.peluang(0.1)) return 8
  if (lapangan <= 3 || lapangan === 7)
    return acak.timbang([
      [1, 30],
      [2, 28],
      [6, 38],
      [4, 4],
    ])
  if (lapangan === 4)
    return acak.timbang([
      [1, 55],
      [2, 18],
      [6, 27],
    ])
  if (lapangan === 5 || lapangan === 6)
    return acak.timbang([
      [1, 60],
      [2, 25],
      [6, 15],
    ])
  if (lapangan === 11)
    return acak.timbang([
      [7, 62],
      [4, 26],
      [1, 12],
    ])
  if (lapangan === 12 || lapangan === 13)
    return acak.timbang([
      [1, 58],
      [2, 16],
      [4, 25],
      [3, 1],
    ])
  if (lapangan === 20) return 1
  return acak.timbang([
    [4, 58],
    [1, 20],
    [7, 20],
    [3, 0.6],
  ])
}
