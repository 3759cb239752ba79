/** Schooling by age, generation and level of living, in the codes of PBDT 2015. */
import type { Acak } from './acak.ts'
import { luasNormal } from './rumah.ts'
import type { Jawaban } from './tipe.ts'

export type Pendidikan = {
  readonly sekolah: Jawaban
  readonly jenjang: Jawaban
  readonly kelas: Jawaban
  readonly ijazah: Jawaban
}

const belum: Pendidikan = { sekolah: 0, jenjang: null, kelas: null, ijazah: 0 }
const kosong: Pendidikan = { sekolah: null, jenjang: null, kelas: null, ijazah: null }

/** A person's schooling; questions are asked from the age of five. */
export function buatPendidikan(
  acak: Acak,
  umur: number,
  kelamin: 1 | 2,
  theta: number,
  tahunLahir: number,
): Pendidikan {
  if (umur < 5) return kosong
  if (umur < 7) return acak.peluang(umur === 6 ? 0.6 : 0.1) ? pelajar(acak, 1) : belum
  if (umur <= 24 && acak.peluang(peluangSekolah(umur, theta))) return pelajar(acak, umur - 6)
  return tamatan(acak, lamaSekolah(acak, umur, kelamin, theta, tahunLahir))
}

function peluangSekolah(umur: number, theta: number): number {
  if (umur <= 12) return 0.988
  if (umur <= 15) return luasNormal(1.75 + 0.35 * theta)
  if (umur <= 18) return luasNormal(0.85 + 0.45 * theta)
  return luasNormal(-1.3 + 0.5 * theta)
}

/** Years of schooling completed by somebody who has left school. */
function lamaSekolah(
  acak: Acak,
  umur: number,
  kelamin: 1 | 2,
  theta: number,
  tahunLahir: number,
): number {
  const angkatan = tahunLahir < 1950 ? 3 : tahunLahir < 1965 ? 5.5 : tahunLahir < 1980 ? 7.8 : 9.6
  const perempuan = kelamin === 2 && tahunLahir < 1970 ? -1.2 : 0
  const tahun = Math.round(angkatan + perempuan + 1.7 * theta + 2.7 * acak.normal())
  const batas = Math.max(0, Math.min(16, tahun, umur - 6))
  return acak.peluang(0.75) ? tonggak(batas) : batas
}

/** Most leave at the end of a school, not in the middle of it. */
function tonggak(tahun: number): number {
  if (tahun < 4 || tahun >= 15) return tahun
  if (tahun < 8) return 6
  return tahun < 11 ? 9 : 12
}

/** Still at school, in the given year of it (1 is the first class of primary school). */
function pelajar(acak: Acak, tahun: number): Pendidikan {
  const ke = Math.max(1, Math.min(16, tahun - (acak.peluang(0.15) && tahun > 1 ? 1 : 0)))
  if (ke <= 6) return { sekolah: 1, jenjang: sekolahDasar(acak), kelas: ke, ijazah: 0 }
  if (ke <= 9) return { sekolah: 1, jenjang: menengah(acak), kelas: ke - 6, ijazah: 1 }
  if (ke <= 12) return { sekolah: 1, jenjang: atas(acak), kelas: ke - 9, ijazah: 2 }
  return { sekolah: 1, jenjang: 10, kelas: Math.min(4, ke - 12), ijazah: 3 }
}

/** Left school after the given number of years; class 8 means finished. */
function tamatan(acak: Acak, tahun: number): Pendidikan {
  if (tahun <= 0) return belum
  if (tahun < 6) return { sekolah: 2, jenjang: sekolahDasar(acak), kelas: tahun, ijazah: 0 }
  if (tahun === 6) return { sekolah: 2, jenjang: sekolahDasar(acak), kelas: 8, ijazah: 1 }
  if (tahun < 9) return { sekolah: 2, jenjang: menengah(acak), kelas: tahun - 6, ijazah: 1 }
  if (tahun === 9) return { sekolah: 2, jenjang: menengah(acak), kelas: 8, ijazah: 2 }
  if (tahun < 12) return { sekolah: 2, jenjang: atas(acak), kelas: tahun - 9, ijazah: 2 }
  if (tahun === 12) return { sekolah: 2, jenjang: atas(acak), kelas: 8, ijazah: 3 }
  if (tahun < 15) return { sekolah: 2, jenjang: 10, kelas: tahun - 12, ijazah: 3 }
  return { sekolah: 2, jenjang: 10, kelas: 8, ijazah: tahun === 15 ? 4 : 5 }
}

const sekolahDasar = (acak: Acak): number => (acak.peluang(0.9) ? 1 : acak.peluang(0.3) ? 2 : 3)
const menengah = (acak: Acak): number => (acak.peluang(0.84) ? 4 : acak.peluang(0.25) ? 5 : 6)
const atas = (acak: Acak): number => (acak.peluang(0.86) ? 7 : acak.peluang(0.45) ? 8 : 9)
