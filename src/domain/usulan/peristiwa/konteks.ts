/** What an event knows beside its own fields, and the checks that all events share. */
import { umurPada } from '#domain/individu/umur.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import type { Beda, Draf, Individu, Keluarga } from './registri.ts'

export type Konteks = {
  readonly keluargaId: string
  /** The person that it is about; null where it is about a family. */
  readonly individuId: string | null
  /** 'YYYY-MM-DD' */
  readonly hariIni: string
  /** Full years from which somebody may hold a card. */
  readonly usiaDewasa: number
  /** Identities for a family and a person that come of it. */
  readonly keluargaBaruId: string
  readonly individuBaruId: string
  /** What the report of death changed that a revival takes back; empty where that is not on record. */
  readonly laporanMeninggal: readonly Beda[]
}

/** The rules of one kind: write to the draft, or name what stands against it. */
export type Aturan<P> = (d: Draf, p: P, k: Konteks) => MasalahPeristiwa | null

export const anggotaAktif = (d: Draf, keluargaId: string): readonly Individu[] =>
  [...d.individu.values()].filter((i) => i.keluarga_id === keluargaId && i.status === 'aktif')

export const kepalaOf = (d: Draf, keluargaId: string): Individu | undefined =>
  anggotaAktif(d, keluargaId).find((i) => i.hubungan === 1)

export const keluargaAktif = (d: Draf, id: string): Keluarga | null => {
  const k = d.keluarga.get(id)
  return k?.status === 'aktif' ? k : null
}

/** An active member of a family by id. */
export const anggotaOf = (
  d: Draf,
  keluargaId: string,
  id: string | null | undefined,
): Individu | null => {
  const i = id ? d.individu.get(id) : undefined
  return i?.keluarga_id === keluargaId && i.status === 'aktif' ? i : null
}

/** Whether the day of an event can be: not ahead, not before the birth of those it is about. */
export function tanggalSalah(
  tanggal: string | undefined,
  hariIni: string,
  orang: readonly Individu[] = [],
): MasalahPeristiwa | null {
  if (!tanggal) return 'tanpa_tanggal'
  if (tanggal > hariIni) return 'tanggal_mendatang'
  return orang.some((i) => i.tanggal_lahir !== null && i.tanggal_lahir > tanggal)
    ? 'tanggal_sebelum_lahir'
    : null
}

/** Of age on a day; where the age is unknown, head, spouse, child-in-law and parent count as of age. */
export function dewasa(i: Individu, hari: string, usia: number): boolean {
  const umur = umurPada(
    {
      tanggalLahir: i.tanggal_lahir,
      umurTercatat: i.umur_tercatat,
      umurTanggal: i.umur_tanggal,
    },
    hari,
  )
  return umur === null ? [1, 2, 4, 6].includes(i.hubungan ?? 0) : umur >= usia
}
