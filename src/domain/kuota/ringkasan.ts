/** The totals of a cut, as they stand on the screen and on the paper. */
import type { Label } from '#domain/label.ts'
import { type Garis, isSeri } from './potong.ts'

/** Decisions counted in one region. */
export type Hitungan = {
  readonly terdaftar: number
  readonly menerima: number
  readonly tetap: number
  readonly masuk: number
  readonly keluar: number
  readonly seri: number
  readonly menunggu: number
  readonly belum_diperingkat: number
  readonly menerima_tidak_aktif: number
}

export type Ringkasan = {
  readonly terdaftar: number
  readonly menerima: number
  readonly terdaftarBelumMenerima: number
  readonly kuota: number
  /** Quota beyond today's receivers. */
  readonly kuotaKosong: number
  readonly tetap: number
  readonly masuk: number
  readonly keluar: number
  readonly seri: number
  readonly sisaSeri: number
  readonly menunggu: number
  readonly belumMenerimaSesudah: number
  readonly tidakTerisi: number
  readonly kelebihan: number
  readonly belumDiperingkat: number
  readonly menerimaTidakAktif: number
}

type GarisTerputus = Garis & { readonly putusan: string | null }

/** Adds up the regions of a cut. Places that undecided equals will take count as filled afterwards. */
export function summarise(
  kuota: number,
  regions: readonly Hitungan[],
  lines: readonly GarisTerputus[],
): Ringkasan {
  const sum = (key: keyof Hitungan): number => regions.reduce((total, r) => total + r[key], 0)
  const open = lines.filter((g) => isSeri(g) && g.putusan === null)
  const sisaSeri = open.reduce((total, g) => total + g.sisa, 0)
  const kelebihan = lines.reduce((total, g) => total + g.kelebihan, 0)
  const [terdaftar, menerima] = [sum('terdaftar'), sum('menerima')]
  const [tetap, masuk] = [sum('tetap'), sum('masuk')]
  const filled = tetap + masuk + sisaSeri
  return {
    terdaftar,
    menerima,
    terdaftarBelumMenerima: terdaftar - menerima,
    kuota,
    kuotaKosong: Math.max(kuota - menerima, 0),
    tetap,
    masuk,
    keluar: sum('keluar'),
    seri: sum('seri'),
    sisaSeri,
    menunggu: sum('menunggu'),
    belumMenerimaSesudah: terdaftar - filled,
    tidakTerisi: Math.max(kuota - filled, 0),
    kelebihan,
    belumDiperingkat: sum('belum_diperingkat'),
    menerimaTidakAktif: sum('menerima_tidak_aktif'),
  }
}

export type StatusGaris = 'tanpa_tempat' | 'muat_semua' | 'pas' | 'seri' | 'diputuskan'

/** How a line stands. */
export function lineStatus(g: GarisTerputus): StatusGaris {
  if (g.kunci === null) return g.tempat === 0 ? 'tanpa_tempat' : 'muat_semua'
  if (!isSeri(g)) return 'pas'
  return g.putusan === null ? 'seri' : 'diputuskan'
}

const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, mark)

/** Puts counts into a sentence, grouped as each language does. */
const say = (counts: Readonly<Record<string, number>>, text: Label): Label => {
  const put = (sentence: string, mark: string): string =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const n = counts[name]
      return n === undefined ? whole : grouped(n, mark)
    })
  return { id: put(text.id, '.'), en: put(text.en, ',') }
}

const sentences: Readonly<Record<StatusGaris, Label>> = {
  tanpa_tempat: {
    id: 'Tidak ada tempat kosong untuk diisi menurut peringkat.',
    en: 'There is no free place to fill by rank.',
  },
  muat_semua: {
    id: 'Tempat cukup untuk semua: {lebihBaik} keluarga untuk {tempat} tempat.',
    en: 'There is room for all: {lebihBaik} families for {tempat} places.',
  },
  pas: {
    id: '{sama} keluarga tepat di garis, tempat cukup untuk semuanya.',
    en: 'Families exactly at the line: {sama}, with room for all of them.',
  },
  seri: {
    id: '{sama} keluarga sama persis di garis, tempat tersisa {sisa}.',
    en: 'Families exactly equal at the line: {sama}; places left: {sisa}.',
  },
  diputuskan: {
    id: '{sama} keluarga sama persis di garis; {sisa} tempat sudah diputuskan oleh petugas.',
    en: 'Families exactly equal at the line: {sama}; places decided by an officer: {sisa}.',
  },
}

/** The line in words: how many are equal there, and how many places are left for them. */
export const lineSentence = (g: GarisTerputus): Label => {
  const { sama, sisa, tempat, lebihBaik } = g
  return say({ sama, sisa, tempat, lebihBaik }, sentences[lineStatus(g)])
}
