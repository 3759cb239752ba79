/** Makes a person's name from the pools of one culture, by sex, year of birth and parents. */
import type { Acak } from '../acak.ts'
import type { campuranDi } from './campuran.ts'
import { type Budaya, jawaSuku, kumpulan, modern } from './kumpulan.ts'

export type Asal = {
  readonly budaya: Budaya
  /** Inherited surname; empty where the culture has none. */
  readonly marga: string
}

const urutanBali = ['WAYAN', 'MADE', 'NYOMAN', 'KETUT'] as const

/** The culture of a household, drawn from the mix of its province. */
export function asalDari(acak: Acak, campuran: ReturnType<typeof campuranDi>): Asal {
  const budaya = acak.timbang(campuran)
  return { budaya, marga: margaBaru(acak, budaya) }
}

/** Another line of the same culture: a wife's or a son-in-law's own surname. */
export function margaBaru(acak: Acak, budaya: Budaya): string {
  const { marga } = kumpulan[budaya]
  return marga.length > 0 ? acak.pilih(marga) : ''
}

/** A full name in capitals. `anakKe` orders Balinese names; `ayah` gives bin and binti. */
export function namaOrang(
  acak: Acak,
  asal: Asal,
  kelamin: 1 | 2,
  tahunLahir: number,
  anakKe: number,
  ayah = '',
): string {
  const inti = namaInti(acak, asal, kelamin, tahunLahir, anakKe)
  const kata = inti.replaceAll('-', ' ')
  if (ayah !== '' && kumpulan[asal.budaya].muslim && acak.peluang(0.035)) {
    return `${kata} ${kelamin === 1 ? 'BIN' : 'BINTI'} ${ayah.split(' ')[0] ?? ayah}`
  }
  if (tahunLahir < 1975 && kumpulan[asal.budaya].muslim && acak.peluang(0.03)) {
    return `${kelamin === 1 ? 'H.' : 'HJ.'} ${kata}`
  }
  return kata
}

function namaInti(
  acak: Acak,
  asal: Asal,
  kelamin: 1 | 2,
  tahunLahir: number,
  anakKe: number,
): string {
  const kolam = kumpulan[asal.budaya]
  const depan = kelamin === 1 ? kolam.pria : kolam.wanita
  if (asal.budaya === 'bali') {
    const awal = kelamin === 1 ? 'I' : 'NI'
    return `${awal} ${urutanBali[anakKe % 4] ?? 'WAYAN'} ${acak.pilih(depan)}`
  }
  if (kolam.muslim && acak.peluang(bagianModern(tahunLahir))) return namaModern(acak, kelamin)
  if (asal.budaya === 'jawa' && acak.peluang(0.6)) return namaJawa(acak, kelamin)
  if (asal.marga !== '') {
    return `${satuAtauDua(acak, depan, 0.45)} ${asal.marga}`
  }
  const akhir = kelamin === 1 ? kolam.akhirPria : kolam.akhirWanita
  return acak.peluang(tahunLahir < 1970 ? 0.6 : 0.85)
    ? `${acak.pilih(depan)} ${acak.pilih(akhir)}`
    : acak.pilih(depan)
}

/** One given name, or sometimes two different ones. */
function satuAtauDua(acak: Acak, depan: readonly string[], peluangDua: number): string {
  const satu = acak.pilih(depan)
  const dua = acak.peluang(peluangDua) ? acak.pilih(depan) : satu
  return dua === satu ? satu : `${satu} ${dua}`
}

const bagianModern = (tahun: number): number =>
  tahun >= 2000 ? 0.92 : tahun >= 1985 ? 0.6 : tahun >= 1970 ? 0.2 : 0.04

function namaModern(acak: Acak, kelamin: 1 | 2): string {
  const depan = kelamin === 1 ? modern.pria : modern.wanita
  const akhir = kelamin === 1 ? modern.akhirPria : modern.akhirWanita
  const awal = satuAtauDua(acak, depan, 0.4)
  return acak.peluang(0.88) ? `${awal} ${acak.pilih(akhir)}` : awal
}

function namaJawa(acak: Acak, kelamin: 1 | 2): string {
  const suku =
    kelamin === 1
      ? acak.pilih(jawaSuku.depanPria) + acak.pilih(jawaSuku.belakangPria)
      : acak.pilih(jawaSuku.depanWanita) + acak.pilih(jawaSuku.belakangWanita)
  if (acak.peluang(0.5)) return suku
  const akhir = kelamin === 1 ? kumpulan.jawa.akhirPria : kumpulan.jawa.akhirWanita
  return `${suku} ${acak.pilih(akhir)}`
}
