/** The form of an assignment as it is typed, how it is judged, and how it is sent. */
import type { Peran } from '#contract/peran.ts'
import type { Terjemah } from '#ui/bahasa.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { bacaRt } from '#web/pengguna/petugas/baca-rt.ts'
import type { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'

export type Pilihan = OutputOf<'pengguna.pilihan'>
export type PeranPilihan = Pilihan['peran'][number]
export type WilayahPilihan = Pilihan['wilayah']
export type KeluargaPilihan = { id: string; nama: string; keterangan: string }
export type Bagian = 'seluruh' | 'rt' | 'keluarga'

export type IsianTugas = {
  peran: Peran | ''
  wilayah: WilayahPilihan | null
  bagian: Bagian
  rt: string
  keluarga: KeluargaPilihan[]
  jenis: 'definitif' | 'plt' | 'plh'
  suratNomor: string
  suratTanggal: string
  dari: string
  hariTerakhir: string
}

export const isianKosong = (hariIni: string): IsianTugas => ({
  peran: '',
  wilayah: null,
  bagian: 'seluruh',
  rt: '',
  keluarga: [],
  jenis: 'definitif',
  suratNomor: '',
  suratTanggal: '',
  dari: hariIni,
  hariTerakhir: '',
})

export const aturanPeran = (pilihan: Pilihan, peran: string): PeranPilihan | undefined =>
  pilihan.peran.find((p) => p.peran === peran)

/** Whether an area may be chosen for a role: the right level, and below one's own where asked. */
export const wilayahCocok = (
  pilihan: Pilihan,
  aturan: PeranPilihan,
  w: { kode: number; tingkat: string },
): boolean =>
  aturan.tingkat.includes(w.tingkat) &&
  !(aturan.harusDiBawah && w.kode === pilihan.wilayah.kode && w.tingkat !== 'nasional')

/** One's own area where the role may be held there; otherwise it must be chosen. */
export const wilayahAwal = (pilihan: Pilihan, aturan: PeranPilihan): WilayahPilihan | null =>
  wilayahCocok(pilihan, aturan, pilihan.wilayah) ? pilihan.wilayah : null

/** The parts of an area that a role may be narrowed to, there. */
export function bagianOf(aturan: PeranPilihan, w: WilayahPilihan | null): Bagian[] {
  const diDesa = w?.tingkat === 'desa'
  if (aturan.rt === 'wajib') return ['rt']
  return [
    'seluruh',
    ...(aturan.rt === 'boleh' && diDesa ? (['rt'] as const) : []),
    ...(aturan.keluarga ? (['keluarga'] as const) : []),
  ]
}

type T = Terjemah<keyof (typeof teksTugas)['id']>

/** What is wrong with each field, in words; null where nothing is. */
export const aturanIsian = (t: T, hariIni: string) => {
  const perlu = (v: string) => (v.trim() === '' ? t('wajib') : null)
  return {
    peran: (v: string) => (v === '' ? t('wajibPilih') : null),
    wilayah: (v: WilayahPilihan | null) => (v === null ? t('wajibPilih') : null),
    rt: (v: string, i: IsianTugas) => {
      if (i.bagian !== 'rt') return null
      const rt = bacaRt(v)
      if (rt === null) return t('rtSalah')
      return rt.length === 0 ? t('rtWajib') : null
    },
    keluarga: (v: KeluargaPilihan[], i: IsianTugas) =>
      i.bagian === 'keluarga' && v.length === 0 ? t('keluargaWajib') : null,
    suratNomor: perlu,
    suratTanggal: (v: string) => perlu(v) ?? (v > hariIni ? t('suratMendatang') : null),
    dari: perlu,
    hariTerakhir: (v: string, i: IsianTugas) => {
      if (v === '') return i.jenis === 'definitif' ? null : t('wajib')
      return v < i.dari ? t('terbalik') : null
    },
  }
}

/** As it is sent; null while role or area are missing. */
export function tugasBaruOf(i: IsianTugas): Omit<InputOf<'pengguna.beri_tugas'>, 'id'> | null {
  if (i.peran === '' || i.wilayah === null) return null
  return {
    peran: i.peran,
    wilayah: i.wilayah.kode,
    rt: i.bagian === 'rt' ? bacaRt(i.rt) : null,
    keluarga: i.bagian === 'keluarga' ? i.keluarga.map((k) => k.id) : null,
    jenis: i.jenis,
    suratNomor: i.suratNomor.trim(),
    suratTanggal: i.suratTanggal,
    dari: i.dari,
    hariTerakhir: i.hariTerakhir || null,
  }
}
