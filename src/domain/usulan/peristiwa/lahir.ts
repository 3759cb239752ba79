/** Birth: the child enters the family on its day, NIK may follow, the mother is named by her record. */
import { parseNik } from '#domain/individu/nik.ts'
import type { PeristiwaOf } from './isi.ts'
import { masukKeluarga } from './keanggotaan.ts'
import { LAINNYA } from './kepala.ts'
import { type Aturan, keluargaAktif, tanggalSalah } from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import type { Draf, Individu } from './registri.ts'
import { taruh } from './registri.ts'

/** What is noted while a child has no NIK yet. */
export const NIK_MENYUSUL = 'NIK menyusul'

/** A child of the head or spouse is a child, one of a child or child-in-law a grandchild. */
const hubunganAnak = (ibu: Individu, keluargaId: string): number => {
  if (ibu.keluarga_id !== keluargaId) return LAINNYA
  if (ibu.hubungan === 1 || ibu.hubungan === 2) return 3
  return ibu.hubungan === 3 || ibu.hubungan === 4 ? 5 : LAINNYA
}

/** A woman alive on the day; she may have died giving birth. */
const bisaIbu = (i: Individu, tanggal: string): boolean =>
  i.jenis_kelamin === 2 &&
  (i.status !== 'meninggal' || (i.status_dari ?? tanggal) >= tanggal) &&
  (i.tanggal_lahir === null || i.tanggal_lahir < tanggal)

function isian(d: Draf, p: PeristiwaOf<'lahir'>): MasalahPeristiwa | null {
  if (!p.nama) return 'tanpa_nama'
  if (!p.jenisKelamin) return 'tanpa_jenis_kelamin'
  if (!p.nik) return null
  if (!parseNik(p.nik).ok) return 'nik_salah'
  return [...d.individu.values()].some((i) => i.nik === p.nik) ? 'nik_sudah_ada' : null
}

export const lahir: Aturan<PeristiwaOf<'lahir'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const salah = tanggalSalah(p.tanggal, c.hariIni) ?? isian(d, p)
  if (salah) return salah
  const tanggal = p.tanggal ?? c.hariIni
  const ibu = p.ibuId ? d.individu.get(p.ibuId) : undefined
  if (!ibu) return 'tanpa_ibu'
  if (!bisaIbu(ibu, tanggal)) return 'ibu_bukan_perempuan'
  const serumah = [...d.individu.values()].filter((i) => i.keluarga_id === k.id)
  const anak: Individu = {
    kab: k.kab,
    id: c.individuBaruId,
    keluarga_id: k.id,
    ruta_id: k.ruta_id,
    wilayah: k.wilayah,
    wilayah_tercatat: k.wilayah,
    rt: k.rt,
    nama: p.nama ?? '',
    nik: p.nik || null,
    alasan_tanpa_nik: p.nik ? null : NIK_MENYUSUL,
    jenis_kelamin: p.jenisKelamin ?? null,
    tempat_lahir: p.tempatLahir || null,
    tanggal_lahir: tanggal,
    umur_tercatat: null,
    umur_tanggal: null,
    nama_ibu: ibu.nama,
    ibu_id: ibu.id,
    hubungan: p.hubunganBaru ?? hubunganAnak(ibu, k.id),
    hubungan_ruta: null,
    urutan: Math.max(0, ...serumah.map((i) => i.urutan ?? 0)) + 1,
    status: 'aktif',
    status_dari: tanggal,
    asal_kab: null,
  }
  taruh(d, 'individu', anak)
  masukKeluarga(d, anak, k, tanggal, p.jenis)
  return null
}
