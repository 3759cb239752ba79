/** Head of a family: who becomes it, and what the others are to the new head. */

import type { PeristiwaOf } from './isi.ts'
import {
  type Aturan,
  anggotaAktif,
  anggotaOf,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import type { Draf, Individu, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

const KEPALA = 1
const PASANGAN = 2
const ANAK = 3
const MENANTU = 4
const CUCU = 5
const ORANG_TUA = 6
const PEMBANTU = 7
export const LAINNYA = 8

/** What the old head is to the new one, by what the new one was to the old. */
const kepalaLama: Readonly<Record<number, number>> = {
  [PASANGAN]: PASANGAN,
  [ANAK]: ORANG_TUA,
  [MENANTU]: ORANG_TUA,
  [ORANG_TUA]: ANAK,
}

/** What others are to the new head where that follows from what both were to the old one. */
const sesudah: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [PASANGAN]: { [ANAK]: ANAK, [MENANTU]: MENANTU, [CUCU]: CUCU, [ORANG_TUA]: ORANG_TUA },
  [ANAK]: { [PASANGAN]: ORANG_TUA },
  [ORANG_TUA]: { [PASANGAN]: MENANTU, [ANAK]: CUCU, [ORANG_TUA]: PASANGAN },
}

/**
 * Relation to a new head (codes of `hubungan`). What cannot be told is "lainnya": a look at the card
 * puts it right.
 * @param baru what the new head was to the old one
 * @param orang what the person was to the old one
 */
export function hubunganSesudah(baru: number | null, orang: number | null): number {
  if (orang === PEMBANTU) return PEMBANTU
  if (orang === KEPALA) return kepalaLama[baru ?? 0] ?? LAINNYA
  return sesudah[baru ?? 0]?.[orang ?? 0] ?? LAINNYA
}

/** Makes `baru` the head; the others' relations follow, `tertulis` where the form says otherwise. */
export function angkatKepala(
  d: Draf,
  k: Keluarga,
  baru: Individu,
  tertulis: Readonly<Record<string, number>> = {},
): void {
  const krt = [...d.individu.values()].some(
    (i) => i.keluarga_id === k.id && i.hubungan === KEPALA && i.hubungan_ruta === KEPALA,
  )
  for (const i of anggotaAktif(d, k.id)) {
    const hubungan =
      i.id === baru.id ? KEPALA : (tertulis[i.id] ?? hubunganSesudah(baru.hubungan, i.hubungan))
    const hubungan_ruta = krt ? hubungan : i.hubungan_ruta
    taruh(d, 'individu', { ...i, hubungan, hubungan_ruta })
  }
  taruh(d, 'keluarga', { ...k, nama_kepala: baru.nama })
  const ruta = d.ruta.get(k.ruta_id)
  if (ruta?.keluarga_id === k.id) taruh(d, 'ruta', { ...ruta, nama_kepala: baru.nama })
}

export const gantiKepala: Aturan<PeristiwaOf<'ganti_kepala'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const hari = tanggalSalah(p.tanggal, c.hariIni)
  if (hari) return hari
  if (!p.kepalaBaruId) return 'perlu_kepala'
  const baru = anggotaOf(d, k.id, p.kepalaBaruId)
  if (!baru) return 'bukan_anggota'
  if (kepalaOf(d, k.id)?.id === baru.id) return 'kepala_sama'
  angkatKepala(d, k, baru, p.hubungan)
  return null
}
