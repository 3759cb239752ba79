/** Who holds the card and account of a family: a dated fact; a member of age, or a guardian by letter. */
import { parseNik } from '#domain/individu/nik.ts'
import type { Pengganti, PeristiwaOf } from './isi.ts'
import { hariBerikut } from './keanggotaan.ts'
import {
  type Aturan,
  anggotaOf,
  dewasa,
  type Konteks,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import type { Draf, Keluarga, Pengurus } from './registri.ts'
import { taruh } from './registri.ts'

export const pengurusKini = (d: Draf, keluargaId: string): Pengurus | undefined =>
  [...d.pengurus.values()].find((p) => p.keluarga_id === keluargaId && p.sampai === null)

export const menerima = (d: Draf, keluargaId: string): boolean =>
  [...d.penerimaan.values()].some((p) => p.keluarga_id === keluargaId && p.sampai === null)

/**
 * The member who holds the card: as recorded; where a family receives aid and nobody is recorded,
 * its head is taken to be it. Null where a guardian holds it or nobody does.
 */
export function pemegang(d: Draf, keluargaId: string): string | null {
  const kini = pengurusKini(d, keluargaId)
  if (kini) return kini.individu_id
  return menerima(d, keluargaId) ? (kepalaOf(d, keluargaId)?.id ?? null) : null
}

/** Ends the present one on a day; one that began on that day or later ends after its first day. */
export function akhiriPengurus(d: Draf, keluargaId: string, tanggal: string): void {
  const kini = pengurusKini(d, keluargaId)
  if (!kini) return
  const sampai = kini.dari < tanggal ? tanggal : hariBerikut(kini.dari)
  taruh(d, 'pengurus', { ...kini, sampai })
}

type Siapa = Pick<
  Pengurus,
  'individu_id' | 'wali_nama' | 'wali_nik' | 'wali_hubungan' | 'surat_nomor' | 'surat_tanggal'
>

export const orangnya = (individu_id: string): Siapa => ({
  individu_id,
  wali_nama: null,
  wali_nik: null,
  wali_hubungan: null,
  surat_nomor: null,
  surat_tanggal: null,
})

/** From `tanggal` on this one holds the card; a present one that began no earlier is written over. */
export function pasangPengurus(
  d: Draf,
  k: Keluarga,
  siapa: Siapa,
  tanggal: string,
  sumber: string,
): void {
  const kini = pengurusKini(d, k.id)
  const ditimpa = kini !== undefined && kini.dari >= tanggal
  if (kini && !ditimpa) taruh(d, 'pengurus', { ...kini, sampai: tanggal })
  const akhir = [...d.pengurus.values()]
    .filter((p) => p.keluarga_id === k.id)
    .map((p) => p.sampai ?? '')
  const mulai = [...akhir, tanggal].sort().at(-1) ?? tanggal
  taruh(d, 'pengurus', {
    kab: k.kab,
    keluarga_id: k.id,
    ...siapa,
    wilayah: k.wilayah,
    rt: k.rt,
    dari: ditimpa ? kini.dari : mulai,
    sampai: null,
    sumber,
  })
}

function waliOf(w: NonNullable<Pengganti['wali']>): Siapa | MasalahPeristiwa {
  if (!w.nama || !w.hubungan || !w.suratNomor || !w.suratTanggal) return 'wali_tanpa_surat'
  if (w.nik && !parseNik(w.nik).ok) return 'nik_salah'
  return {
    individu_id: null,
    wali_nama: w.nama,
    wali_nik: w.nik || null,
    wali_hubungan: w.hubungan,
    surat_nomor: w.suratNomor,
    surat_tanggal: w.suratTanggal,
  }
}

/** The successor as the form names it: a member of age, else a guardian with a letter. */
export function tunjukPengurus(
  d: Draf,
  k: Keluarga,
  pengganti: Pengganti | undefined,
  tanggal: string,
  sumber: string,
  c: Konteks,
): MasalahPeristiwa | null {
  if (pengganti?.anggotaId) {
    const i = anggotaOf(d, k.id, pengganti.anggotaId)
    if (!i) return 'bukan_anggota'
    if (!dewasa(i, c.hariIni, c.usiaDewasa)) return 'pengurus_belum_dewasa'
    pasangPengurus(d, k, orangnya(i.id), tanggal, sumber)
    return null
  }
  if (!pengganti?.wali) return 'perlu_pengurus'
  const wali = waliOf(pengganti.wali)
  if (typeof wali === 'string') return wali
  pasangPengurus(d, k, wali, tanggal, sumber)
  return null
}

export const gantiPengurus: Aturan<PeristiwaOf<'ganti_pengurus'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const hari = tanggalSalah(p.tanggal, c.hariIni)
  if (hari) return hari
  const kini = pengurusKini(d, k.id)?.individu_id
  if (kini && p.pengganti?.anggotaId === kini) return 'pengurus_sama'
  return tunjukPengurus(d, k, p.pengganti, p.tanggal ?? c.hariIni, p.jenis, c)
}
