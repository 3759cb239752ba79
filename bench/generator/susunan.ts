/** Who lives in a family of a given size: relations, sexes and ages that could be true together. */
import type { Acak } from './acak.ts'
import type { Hubungan } from './tipe.ts'

/** A place in the family, before it has a name. */
export type Tempat = {
  readonly hubungan: Hubungan
  readonly kelamin: 1 | 2
  readonly umur: number
  readonly kawin: 1 | 2 | 3 | 4
  /** Order among the children of the same parents, from 0. */
  readonly anakKe: number
}

/** Bounds on the head's age, where the family shares a house with the head's parents. */
export type BatasKepala = { readonly dari: number; readonly sampai: number }

const tempat = (
  hubungan: Hubungan,
  kelamin: 1 | 2,
  umur: number,
  kawin: 1 | 2 | 3 | 4,
  anakKe = 0,
): Tempat => ({ hubungan, kelamin, umur: Math.max(0, Math.min(97, umur)), kawin, anakKe })

const kelaminAcak = (acak: Acak): 1 | 2 => (acak.peluang(0.512) ? 1 : 2)

/** Fills a family of `n` members, head first. */
export function susunKeluarga(acak: Acak, n: number, batas?: BatasKepala): Tempat[] {
  if (batas) return pasanganMuda(acak, n, batas)
  if (n === 1) return [sendiri(acak)]
  if (n === 2 && acak.peluang(0.7)) return berdua(acak)
  const tunggal = acak.peluang(0.13)
  const lain = n >= 4 ? penumpang(acak, n) : []
  const anak = umurAnak(acak, n - lain.length - (tunggal ? 1 : 2))
  const orangTua = tunggal ? orangTuaTunggal(acak, anak) : pasangan(acak, anak)
  const kepala = orangTua[0]?.umur ?? 40
  const isi = anak.map((umur, i) =>
    tempat(3, kelaminAcak(acak), umur, umur > 22 && acak.peluang(0.06) ? 3 : 1, i),
  )
  return [...orangTua, ...isi, ...lain.map((buat) => buat(kepala))]
}

function sendiri(acak: Acak): Tempat {
  if (acak.peluang(0.66)) {
    const kelamin = acak.peluang(0.68) ? 2 : 1
    return tempat(1, kelamin, acak.bulat(58, 86), acak.peluang(0.82) ? 4 : 3)
  }
  const umur = acak.bulat(21, 57)
  return tempat(1, acak.peluang(0.62) ? 1 : 2, umur, acak.pilih([1, 1, 3, 4]))
}

function berdua(acak: Acak): Tempat[] {
  if (acak.peluang(0.22)) {
    const nenek = acak.bulat(56, 80)
    const cucu = acak.bulat(4, 17)
    return [tempat(1, acak.peluang(0.8) ? 2 : 1, nenek, 4), tempat(5, kelaminAcak(acak), cucu, 1)]
  }
  const suami = acak.peluang(0.68) ? acak.bulat(48, 80) : acak.bulat(21, 34)
  return [tempat(1, 1, suami, 2), tempat(2, 2, Math.max(18, suami - acak.bulat(-1, 7)), 2)]
}

/** Ages of the children, oldest first, spaced by at least a year (twins are one birth in ninety). */
function umurAnak(acak: Acak, banyak: number): number[] {
  if (banyak <= 0) return []
  const besar = acak.peluang(0.17)
  const jarakTerbesar = Math.max(1, Math.min(6, Math.floor(22 / banyak)))
  let umur = besar ? acak.bulat(16, 24) : Math.floor(15 * acak.satuan() ** 1.15)
  const anak = [umur]
  while (anak.length < banyak) {
    umur += acak.peluang(1 / 90) ? 0 : acak.bulat(1, jarakTerbesar)
    anak.unshift(umur)
  }
  return anak
}

/** The mother was 17 to 29 at the first birth and at most 46 at the last. */
function umurIbu(acak: Acak, anak: readonly number[]): number {
  const sulung = anak[0] ?? acak.bulat(0, 12)
  const bungsu = anak.at(-1) ?? sulung
  const melahirkan = Math.min(17 + Math.floor(13 * acak.satuan() ** 1.2), 46 - (sulung - bungsu))
  return sulung + Math.max(17, melahirkan)
}

function pasangan(acak: Acak, anak: readonly number[]): Tempat[] {
  const istri = umurIbu(acak, anak)
  const suami = Math.max(19, (anak[0] ?? 0) + 18, istri + Math.round(3.6 + 3.8 * acak.normal()))
  return [tempat(1, 1, suami, 2), tempat(2, 2, istri, 2)]
}

function orangTuaTunggal(acak: Acak, anak: readonly number[]): Tempat[] {
  const umur = umurIbu(acak, anak)
  const janda = acak.peluang(0.86)
  const mati = acak.peluang(0.3 + umur / 110)
  return [tempat(1, janda ? 2 : 1, janda ? umur : umur + 3, mati ? 4 : 3)]
}

/** Others under the same card: a parent of the couple, a nephew, a lodger, a married child. */
function penumpang(acak: Acak, n: number): ((kepala: number) => Tempat)[] {
  const lain: ((kepala: number) => Tempat)[] = []
  if (acak.peluang(0.2)) {
    const selisih = acak.bulat(19, 32)
    const ibu = acak.peluang(0.74)
    lain.push((kepala) => tempat(6, ibu ? 2 : 1, Math.max(52, kepala + selisih), 4))
  }
  if (acak.peluang(0.07)) {
    const umur = acak.bulat(7, 30)
    const kelamin = kelaminAcak(acak)
    lain.push(() => tempat(8, kelamin, umur, 1))
  }
  if (n >= 6 && acak.peluang(0.1)) {
    const kelamin = kelaminAcak(acak)
    const cucu = acak.bulat(0, 5)
    lain.push(
      (kepala) => tempat(4, kelamin, Math.max(19, Math.min(30, kepala - 24)), 2),
      (kepala) => tempat(5, kelaminAcak(acak), kepala < 45 ? 0 : cucu, 1),
    )
  }
  return lain
}

/** A married child's family in the parents' house: the head's age is bounded by theirs. */
function pasanganMuda(acak: Acak, n: number, batas: BatasKepala): Tempat[] {
  const suami = acak.bulat(batas.dari, Math.max(batas.dari, batas.sampai))
  const kepala = tempat(1, 1, suami, n === 1 ? acak.pilih([1, 3]) : 2)
  if (n === 1) return [kepala]
  const istri = Math.max(18, suami - acak.bulat(0, 4))
  const isi = [kepala, tempat(2, 2, istri, 2)]
  let umur = Math.max(0, istri - acak.bulat(18, 22))
  for (let i = 2; i < n; i++) {
    isi.push(tempat(3, kelaminAcak(acak), umur, 1, i - 2))
    umur = Math.max(0, umur - acak.bulat(1, 3))
  }
  return isi
}
