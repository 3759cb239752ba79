/**
 * The cut of a list at its quota, family by family: the meaning that `server/kuota/garis.ts` carries
 * out set-based in SQL. Nothing but the sort key, the receipt and the rule decides; families equal
 * at the line are never separated here, a named person does that.
 */
import { sortKey } from '#domain/peringkat/kunci.ts'
import type { KodeAlasan } from './alasan.ts'
import type { AturanKuota, KeputusanKuota } from './istilah.ts'

/** Keys from here on belong to families found not eligible. */
export const kunciTidakLayak = sortKey(3, 0, 0)

export type Calon = {
  readonly id: string
  /** Region whose quota it stands for. */
  readonly kelompok: number
  /** Null: not in the ranking. */
  readonly kunci: number | null
  readonly menerima: boolean
  readonly aktif: boolean
}

export type Pilihan = { readonly aturan: AturanKuota; readonly tidakLayakKeluar: boolean }

/** The line of one region. `kunci` null with places: there is room for all. */
export type Garis = {
  readonly kelompok: number
  readonly kuota: number
  /** Places left for rank after those kept by rule. */
  readonly tempat: number
  readonly kelebihan: number
  readonly kunci: number | null
  readonly lebihBaik: number
  readonly sama: number
  /** Places left for the equals at the line. */
  readonly sisa: number
}

/** More are equal at the line than places are left. */
export const isSeri = (g: Pick<Garis, 'sama' | 'sisa'>): boolean => g.sama > g.sisa

const isTidakLayak = (c: Calon): boolean => c.kunci !== null && c.kunci >= kunciTidakLayak

/** Keeps the place without a comparison: by rule, or because it was not ranked. */
export const keepsByRule = (c: Calon, p: Pilihan): boolean =>
  c.aktif &&
  c.menerima &&
  !(isTidakLayak(c) && p.tidakLayakKeluar) &&
  (c.kunci === null || p.aturan === 'tidak_menggeser')

/** Stands in the ranking for the places that are left. */
export const competes = (c: Calon, p: Pilihan): boolean =>
  c.aktif &&
  c.kunci !== null &&
  !keepsByRule(c, p) &&
  !(isTidakLayak(c) && (p.tidakLayakKeluar || !c.menerima))

/** The line of one region among its families. */
export function lineOf(
  kelompok: number,
  kuota: number,
  all: readonly Calon[],
  pilihan: Pilihan,
): Garis {
  const own = all.filter((c) => c.kelompok === kelompok)
  const kept = own.filter((c) => keepsByRule(c, pilihan)).length
  const tempat = Math.max(kuota - kept, 0)
  const keys = own
    .filter((c) => competes(c, pilihan))
    .map((c) => c.kunci ?? 0)
    .sort((a, b) => a - b)
  const kunci = tempat === 0 || keys.length <= tempat ? null : (keys[tempat - 1] ?? null)
  const lebihBaik =
    kunci === null ? Math.min(keys.length, tempat) : keys.filter((k) => k < kunci).length
  const sama = kunci === null ? 0 : keys.filter((k) => k === kunci).length
  return {
    kelompok,
    kuota,
    tempat,
    kelebihan: Math.max(kept - kuota, 0),
    kunci,
    lebihBaik,
    sama,
    sisa: kunci === null ? 0 : tempat - lebihBaik,
  }
}

export type Putusan = { readonly keputusan: KeputusanKuota; readonly alasan: KodeAlasan }

/**
 * What happens to one family.
 * @param seri decision of a person among the equals at the line; null: none yet
 */
export function decide(c: Calon, g: Garis, pilihan: Pilihan, seri: boolean | null): Putusan {
  const place = (inside: boolean, alasan: KodeAlasan): Putusan => ({
    keputusan: inside ? (c.menerima ? 'tetap' : 'masuk') : c.menerima ? 'keluar' : 'menunggu',
    alasan,
  })
  if (!c.aktif) return place(false, 'tidak_aktif')
  if (keepsByRule(c, pilihan))
    return place(true, c.kunci === null ? 'belum_diperingkat' : 'tidak_digeser')
  if (c.kunci === null) return place(false, 'belum_diperingkat')
  if (!competes(c, pilihan)) return place(false, 'tidak_layak')
  if (g.tempat === 0) return place(false, 'tempat_habis')
  if (g.kunci === null) return place(true, 'muat_semua')
  if (c.kunci < g.kunci) return place(true, 'peringkat')
  if (c.kunci > g.kunci) return place(false, 'peringkat')
  if (!isSeri(g)) return place(true, 'di_garis')
  return seri === null ? { keputusan: 'seri', alasan: 'seri' } : place(seri, 'seri_diputuskan')
}
