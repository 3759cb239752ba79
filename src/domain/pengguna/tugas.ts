/** An assignment: a role, held in an area, from–to, by a letter; and whether one area holds another. */
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import { type Cakupan, cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { JenisTugas, PeranPetugas } from './wewenang.ts'

/** Where a role holds: a region, or below the village some of its RT or some of its families. */
export type Tempat = {
  readonly wilayah: Wilayah
  readonly rt: readonly number[] | null
  readonly keluarga: readonly string[] | null
}

/** Half-open: `sampai` is the first day on which the role no longer holds; null is open. */
export type Masa = { readonly dari: string; readonly sampai: string | null }

export type Surat = { readonly suratNomor: string | null; readonly suratTanggal: string | null }

export type Tugas = Tempat &
  Masa & {
    readonly penggunaId: string
    readonly peran: PeranPetugas
    readonly jenis: JenisTugas
  }

/** Who acts: the person, in the role and the area worn at this moment. */
export type Pelaku = Tempat & { readonly id: string; readonly peran: PeranPetugas }

export const areaOf = ({ wilayah, rt, keluarga }: Tempat): Cakupan => ({
  ...cakupanOf(wilayah),
  ...(rt ? { rt } : {}),
  ...(keluarga ? { keluarga } : {}),
})

/** Whether all of `dalam` lies in `luar`. Who sees only a part of a village holds no area of others. */
export function mencakup(luar: Tempat, dalam: Tempat): boolean {
  const a = areaOf(luar)
  const b = areaOf(dalam)
  return !belowVillage(a) && b.lo >= a.lo && b.hi <= a.hi
}

/** Whether `luar` holds `dalam` and more besides. Nothing lies above the nation: there, equal is enough. */
export function diAtas(luar: Tempat, dalam: Tempat): boolean {
  if (!mencakup(luar, dalam)) return false
  return luar.wilayah === 0 || luar.wilayah !== dalam.wilayah
}

export const berlakuPada = ({ dari, sampai }: Masa, hari: string): boolean =>
  dari <= hari && (sampai === null || sampai > hari)

/** Has not ended yet: holds today or begins later. */
export const belumBerakhir = ({ sampai }: Masa, hari: string): boolean =>
  sampai === null || sampai > hari

/** The day after 'YYYY-MM-DD'. */
export function hariSesudah(hari: string): string {
  return geser(hari, 1)
}

/** The day before 'YYYY-MM-DD': the last day of a half-open period. */
export function hariSebelum(hari: string): string {
  return geser(hari, -1)
}

const geser = (hari: string, n: number): string => {
  const [y = 0, m = 1, d = 1] = hari.split('-').map(Number)
  return new Date(Date.UTC(y, m - 1, d + n)).toISOString().slice(0, 10)
}
