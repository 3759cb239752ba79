/** A move out: whole family, part, head alone, or residence only. It stays open here until somebody takes them in. */
import type { PeristiwaOf } from './isi.ts'
import {
  type Aturan,
  anggotaAktif,
  anggotaOf,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import type { Draf } from './registri.ts'

/** Who goes, by the form of the move. */
export function pergi(
  d: Draf,
  keluargaId: string,
  p: Pick<PeristiwaOf<'pindah_keluar'>, 'bentuk' | 'anggotaId'>,
): readonly string[] {
  if (p.bentuk === 'kepala_saja') return [kepalaOf(d, keluargaId)?.id ?? '']
  if (p.bentuk === 'sebagian') return [...new Set(p.anggotaId ?? [])]
  return anggotaAktif(d, keluargaId).map((i) => i.id)
}

function sisa(
  d: Draf,
  keluargaId: string,
  p: PeristiwaOf<'pindah_keluar'>,
): MasalahPeristiwa | null {
  const gone = pergi(d, keluargaId, p)
  if (gone.length === 0) return 'tanpa_anggota'
  if (gone.some((id) => anggotaOf(d, keluargaId, id) === null)) return 'bukan_anggota'
  const tinggal = anggotaAktif(d, keluargaId).filter((i) => !gone.includes(i.id))
  if (p.bentuk !== 'sebagian' && p.bentuk !== 'kepala_saja') return null
  if (tinggal.length === 0) return 'semua_pergi'
  const kepala = kepalaOf(d, keluargaId)?.id
  const perlu = kepala !== undefined && gone.includes(kepala)
  return perlu && !tinggal.some((i) => i.id === p.kepalaBaruId) ? 'perlu_kepala' : null
}

/** Checks what is said; nothing changes here: the family stays active where it is. */
export const pindahKeluar: Aturan<PeristiwaOf<'pindah_keluar'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const salah = tanggalSalah(p.tanggal, c.hariIni)
  if (salah) return salah
  return p.bentuk ? sisa(d, k.id, p) : 'tanpa_bentuk'
}
