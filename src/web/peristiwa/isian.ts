/** What a form of an event holds while one types, and the event that it says. */
import type { JenisPeristiwa, Pengganti, Peristiwa } from '#domain/usulan/peristiwa/isi.ts'
import { bentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import type { OutputOf } from '#web/operasi.ts'

export type SatuKeluarga = OutputOf<'keluarga.satu'>

/** Kinds that have a form here, in the order of the menu. */
export const jenisBerform = [
  'lahir',
  'meninggal',
  'hidup_kembali',
  'kawin',
  'cerai',
  'pecah_kk',
  'gabung_kk',
  'ganti_kepala',
  'ganti_pengurus',
  'pindah_keluar',
  'datang',
] as const satisfies readonly JenisPeristiwa[]
export type JenisBerform = (typeof jenisBerform)[number]

export type Isian = {
  orang: string
  tanggal: string
  nama: string
  jenisKelamin: string
  tempatLahir: string
  ibu: string
  nik: string
  anggota: string[]
  kepalaKkBaru: string
  kepalaBaru: string
  /** Id of a member, or `wali`. */
  pengganti: string
  waliNama: string
  waliHubungan: string
  suratNomor: string
  suratTanggal: string
  petugas: string
  tujuan: string
  keluargaTujuan: string
  /** Relation to the head of the family that is entered; empty where it follows from the spouse. */
  hubunganBaru: string
  /** Of those who enter another family: person → relation to its head. */
  hubungan: Readonly<Record<string, string>>
  /** The spouse's family, and who it is. */
  keluargaPasangan: string
  pasangan: string
  kepalaBaruPasangan: string
  penggantiPasangan: string
  nomorKk: string
  domisiliAlamat: string
  penanggung: string
  bentuk: string
  tujuanPindah: string
  dokumen: string
  dokumenNomor: string
  /** Kept photographs and scans of the paper. */
  berkas: readonly string[]
}

export const isianKosong = (hariIni: string): Isian => ({
  orang: '',
  tanggal: hariIni,
  nama: '',
  jenisKelamin: '',
  tempatLahir: '',
  ibu: '',
  nik: '',
  anggota: [],
  kepalaKkBaru: '',
  kepalaBaru: '',
  pengganti: '',
  waliNama: '',
  waliHubungan: '',
  suratNomor: '',
  suratTanggal: '',
  petugas: '',
  tujuan: '',
  keluargaTujuan: '',
  hubunganBaru: '',
  hubungan: {},
  keluargaPasangan: '',
  pasangan: '',
  kepalaBaruPasangan: '',
  penggantiPasangan: '',
  nomorKk: '',
  domisiliAlamat: '',
  penanggung: 'domisili',
  bentuk: '',
  tujuanPindah: '',
  dokumen: '',
  dokumenNomor: '',
  berkas: [],
})

/** Answers that hang on another one. */
const bergantung: { readonly [K in keyof Isian]?: readonly (keyof Isian)[] } = {
  orang: ['kepalaBaru', 'pengganti'],
  bentuk: ['kepalaBaru'],
  tujuan: ['kepalaBaru', 'pengganti', 'keluargaPasangan', 'pasangan'],
  keluargaTujuan: ['pasangan'],
  keluargaPasangan: ['pasangan'],
  pasangan: ['kepalaBaruPasangan', 'penggantiPasangan'],
}

/** The form after a change: what hung on the former answer is forgotten, for no field may show it any more. */
export function ubahIsian(f: Isian, isi: Partial<Isian>): Isian {
  const gugur = (kolom: string): readonly string[] =>
    (Object.entries(bergantung).find(([k]) => k === kolom)?.[1] ?? []).flatMap((k) => [
      k,
      ...gugur(k),
    ])
  const kosong = Object.keys(isi)
    .flatMap(gugur)
    .map((k) => [k, ''] as const)
  return { ...f, ...Object.fromEntries(kosong), ...isi }
}

/** An empty field says nothing. */
const ada = (teks: string): string | undefined => (teks.trim() === '' ? undefined : teks.trim())

const penggantiOf = (f: Isian): Pengganti | undefined => {
  if (f.pengganti === '') return undefined
  if (f.pengganti !== 'wali') return { anggotaId: f.pengganti }
  return {
    wali: {
      nama: ada(f.waliNama),
      hubungan: ada(f.waliHubungan),
      suratNomor: ada(f.suratNomor),
      suratTanggal: ada(f.suratTanggal),
    },
  }
}

const angka = (teks: string): number | undefined => (teks === '' ? undefined : Number(teks))

const hubunganOf = (f: Isian): Record<string, number> | undefined => {
  const ada = Object.entries(f.hubungan).filter(([, h]) => h !== '')
  return ada.length === 0
    ? undefined
    : Object.fromEntries(ada.map(([orang, h]) => [orang, Number(h)]))
}

/** With a card of their own the spouse leaves a family too, which may lose its head or card holder. */
const pasanganOf = (f: Isian) => ({
  ...(f.tujuan === 'tetap' ? {} : { pasanganId: ada(f.pasangan) }),
  ...(f.tujuan === 'kk_baru'
    ? {
        kepalaBaruPasanganId: ada(f.kepalaBaruPasangan),
        penggantiPasangan:
          f.penggantiPasangan === '' ? undefined : { anggotaId: f.penggantiPasangan },
      }
    : {}),
})

const tujuanOf = (teks: string): 'tetap' | 'keluarga' | 'kk_baru' | undefined =>
  teks === 'tetap' || teks === 'keluarga' || teks === 'kk_baru' ? teks : undefined

/** The event as the form says it. @param wilayah village where the family lives */
export function peristiwaOf(jenis: JenisBerform, f: Isian, wilayah: number): Peristiwa {
  const tanggal = ada(f.tanggal)
  const kepalaBaruId = ada(f.kepalaBaru)
  const ditinggal = { kepalaBaruId, pengganti: penggantiOf(f) }
  const nomorKkBaru = ada(f.nomorKk)
  const keluargaTujuanId = ada(f.keluargaTujuan)
  const masuk = {
    tujuan: tujuanOf(f.tujuan),
    ...(f.tujuan === 'keluarga' ? { keluargaTujuanId, hubunganBaru: angka(f.hubunganBaru) } : {}),
    ...(f.tujuan === 'tetap' ? {} : { nomorKkBaru }),
  }
  switch (jenis) {
    case 'lahir':
      return {
        jenis,
        tanggal,
        nama: ada(f.nama)?.toUpperCase(),
        jenisKelamin: angka(f.jenisKelamin),
        tempatLahir: ada(f.tempatLahir),
        ibuId: ada(f.ibu),
        nik: ada(f.nik),
      }
    case 'meninggal':
      return { jenis, tanggal, ...ditinggal }
    case 'hidup_kembali':
      return { jenis, tanggalKunjungan: tanggal, petugas: ada(f.petugas) }
    case 'kawin':
      return { jenis, tanggal, ...pasanganOf(f), ...masuk, ...ditinggal }
    case 'cerai':
      return { jenis, tanggal, ikutId: f.anggota, ...masuk, ...ditinggal }
    case 'pecah_kk':
      return {
        jenis,
        tanggal,
        anggotaId: f.anggota,
        kepalaKkBaruId: ada(f.kepalaKkBaru),
        nomorKkBaru,
        kepalaBaruId,
      }
    case 'gabung_kk':
      return { jenis, tanggal, keluargaTujuanId, hubungan: hubunganOf(f) }
    case 'ganti_kepala':
      return { jenis, tanggal, kepalaBaruId }
    case 'ganti_pengurus':
      return { jenis, tanggal, pengganti: penggantiOf(f) }
    case 'pindah_keluar':
      return {
        jenis,
        tanggal,
        bentuk: bentukPindah.find((b) => b === f.bentuk),
        anggotaId: f.bentuk === 'sebagian' ? f.anggota : undefined,
        tujuan: ada(f.tujuanPindah),
        kepalaBaruId,
      }
    case 'datang':
      return {
        jenis,
        tanggal,
        domisiliWilayah: wilayah,
        domisiliAlamat: ada(f.domisiliAlamat),
        penanggung: f.penanggung === 'kk' ? 'kk' : 'domisili',
      }
  }
}
