/** Dated membership: a person leaves and enters on the same day, is never in two families and never in none. */
import type { Draf, Individu, Keanggotaan, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

const HARI_MS = 86_400_000

/** The day after ('YYYY-MM-DD'). */
export const hariBerikut = (hari: string): string =>
  new Date(Date.parse(`${hari}T00:00:00Z`) + HARI_MS).toISOString().slice(0, 10)

const milik = (d: Draf, individuId: string): readonly Keanggotaan[] =>
  [...d.keanggotaan.values()]
    .filter((m) => m.individu_id === individuId)
    .sort((a, b) => a.dari.localeCompare(b.dari))

export const terbuka = (d: Draf, individuId: string): Keanggotaan | undefined =>
  milik(d, individuId).find((m) => m.sampai === null)

/**
 * From `tanggal` on the person belongs to this family. A membership that began on that day or later
 * is written over: the person never was in the family that it named.
 */
export function masukKeluarga(
  d: Draf,
  i: Individu,
  ke: Keluarga,
  tanggal: string,
  sumber: string,
): void {
  const lama = terbuka(d, i.id)
  const baru = {
    kab: ke.kab,
    individu_id: i.id,
    keluarga_id: ke.id,
    wilayah: ke.wilayah,
    rt: ke.rt,
    sampai: null,
    sumber,
  }
  if (lama && lama.dari < tanggal) taruh(d, 'keanggotaan', { ...lama, sampai: tanggal })
  const terakhir = milik(d, i.id).at(-1)
  const mulai = lama && lama.dari >= tanggal ? lama.dari : tanggal
  // After a closed membership the new one begins where that one ended, not before.
  const dari = !lama && terakhir?.sampai && terakhir.sampai > mulai ? terakhir.sampai : mulai
  taruh(d, 'keanggotaan', { ...baru, dari })
}

/** The membership ends with the person's last day. */
export function akhiriKeanggotaan(d: Draf, individuId: string, hariTerakhir: string): void {
  const lama = terbuka(d, individuId)
  if (!lama) return
  const hari = hariTerakhir < lama.dari ? lama.dari : hariTerakhir
  taruh(d, 'keanggotaan', { ...lama, sampai: hariBerikut(hari) })
}

/** Takes the end of the last membership back; where none is on record one begins on `tanggal`. */
export function bukaKeanggotaan(
  d: Draf,
  i: Individu,
  keluarga: Keluarga,
  tanggal: string,
  sumber: string,
): void {
  if (terbuka(d, i.id)) return
  const terakhir = milik(d, i.id).at(-1)
  if (terakhir?.keluarga_id === keluarga.id) taruh(d, 'keanggotaan', { ...terakhir, sampai: null })
  else masukKeluarga(d, i, keluarga, tanggal, sumber)
}
