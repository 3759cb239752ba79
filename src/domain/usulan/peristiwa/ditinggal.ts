/** What a family becomes when persons died or left: another head, another card holder, or its end. */
import { akhiriBantuan } from './bantuan.ts'
import type { Pengganti } from './isi.ts'
import { angkatKepala } from './kepala.ts'
import { anggotaAktif, anggotaOf, type Konteks } from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import { akhiriPengurus, tunjukPengurus } from './pengurus.ts'
import type { Draf, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

/** How things stood before they were gone. */
export type Sebelum = { readonly kepala: string | null; readonly pengurus: string | null }

type Jawaban = {
  readonly kepalaBaruId?: string | undefined
  readonly pengganti?: Pengganti | undefined
  readonly hubungan?: Readonly<Record<string, number>> | undefined
}

/** A family without members ends, with its aid. */
export function akhiriKeluarga(
  d: Draf,
  k: Keluarga,
  status: 'habis' | 'pindah' | 'nonaktif',
  tanggal: string,
): void {
  taruh(d, 'keluarga', { ...k, status, status_dari: tanggal })
  akhiriPengurus(d, k.id, tanggal)
  akhiriBantuan(d, k.id, tanggal)
}

/**
 * @param pergi those who are gone already in `d`
 * @returns what the form must still say: who becomes head, who holds the card
 */
export function setelahDitinggal(
  d: Draf,
  keluargaId: string,
  pergi: readonly string[],
  sebelum: Sebelum,
  j: Jawaban,
  tanggal: string,
  sumber: string,
  c: Konteks,
): MasalahPeristiwa | null {
  const k = d.keluarga.get(keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  if (anggotaAktif(d, k.id).length === 0) {
    akhiriKeluarga(d, k, 'habis', tanggal)
    return null
  }
  if (sebelum.kepala !== null && pergi.includes(sebelum.kepala)) {
    if (!j.kepalaBaruId) return 'perlu_kepala'
    const baru = anggotaOf(d, k.id, j.kepalaBaruId)
    if (!baru) return 'bukan_anggota'
    angkatKepala(d, k, baru, j.hubungan)
  }
  if (sebelum.pengurus !== null && pergi.includes(sebelum.pengurus))
    return tunjukPengurus(d, d.keluarga.get(k.id) ?? k, j.pengganti, tanggal, sumber, c)
  return null
}
