/** Two records of one person become one. Pure. */

import { nasibMasa } from './masa.ts'
import type { MasalahGabung } from './masalah.ts'
import {
  type Draf,
  type Isi,
  type Keluarga,
  type Kini,
  type Nilai,
  type Orang,
  ubah,
} from './rekaman.ts'

export type Pilihan = {
  /** Columns whose value is taken from the record that goes, beside those that are empty. */
  readonly ambil: readonly string[]
  /** 'YYYY-MM-DD' */
  readonly hari: string
}

/** What one chooses between two records of a person; columns that go together stand together. */
export const bidangOrang = {
  nama: ['nama', 'nama_cari'],
  nik: ['nik', 'alasan_tanpa_nik'],
  jenis_kelamin: ['jenis_kelamin'],
  tempat_lahir: ['tempat_lahir'],
  tanggal_lahir: ['tanggal_lahir', 'umur_tercatat', 'umur_tanggal'],
  nama_ibu: ['nama_ibu'],
  ibu: ['ibu_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const kosong = (v: Nilai | undefined): boolean => v === null || v === undefined || v === ''

/** Columns of the record that stays: chosen ones and empty ones come from the other. */
export function isiDari(
  bidang: Readonly<Record<string, readonly string[]>>,
  ke: Isi,
  dari: Isi,
  ambil: readonly string[],
): Isi {
  const hasil: Record<string, Nilai> = {}
  for (const [nama, kolom] of Object.entries(bidang)) {
    const semuaKosong = kolom.every((k) => kosong(ke[k]))
    const utamaKosong = kosong(ke[kolom[0] ?? '']) && !kosong(dari[kolom[0] ?? ''])
    if (!ambil.includes(nama) && !semuaKosong && !utamaKosong) continue
    for (const k of kolom) hasil[k] = dari[k] ?? null
  }
  return hasil
}

export const aktif = (o: { readonly status: string }): boolean => o.status === 'aktif'

const sama = (a: { kab: number; id: string }, b: { kab: number; id: string }): boolean =>
  a.kab === b.kab && a.id === b.id

const cari = <T extends { kab: number; id: string }>(
  rows: readonly { kini: T }[],
  kab: number,
  id: string,
) => rows.find((r) => r.kini.kab === kab && r.kini.id === id)

export const keluargaDraf = (d: Draf, o: Pick<Orang, 'kab' | 'keluarga_id'>) =>
  cari<Keluarga>(d.keluarga, o.kab, o.keluarga_id) as Kini<'keluarga'> | undefined
export const orangDraf = (d: Draf, kab: number, id: string) =>
  cari<Orang>(d.individu, kab, id) as Kini<'individu'> | undefined

/** What stands against one person, whatever becomes of the families. */
export function keadaanSalah(ke: Orang, dari: Orang): MasalahGabung | null {
  if (sama(ke, dari)) return 'rekaman_sama'
  if (ke.status === 'digabung' || dari.status === 'digabung') return 'sudah_digabung'
  if (ke.status === 'meninggal' && aktif(dari)) return 'hidup_dan_meninggal'
  if (aktif(ke) && dari.status === 'meninggal') return 'hidup_dan_meninggal'
  return !aktif(ke) && aktif(dari) ? 'tidak_aktif' : null
}

/** What stands against merging persons of two families that stay two. */
function keluargaSalah(d: Draf, ke: Orang, dari: Orang): MasalahGabung | null {
  if (!aktif(dari) || (ke.kab === dari.kab && ke.keluarga_id === dari.keluarga_id)) return null
  const asal = keluargaDraf(d, dari)?.kini
  if (asal && aktif(asal) && dari.hubungan === 1)
    return ke.hubungan === 1 ? 'dua_kepala' : 'kepala_keluarga_lain'
  const lain = d.individu.some(
    ({ kini: i }) =>
      i.kab === dari.kab && i.keluarga_id === dari.keluarga_id && i.id !== dari.id && aktif(i),
  )
  if (!lain) return 'anggota_terakhir'
  const memegang = d.pengurus.some(
    ({ kini: p }) => p.kab === dari.kab && p.individu_id === dari.id && p.sampai === null,
  )
  return memegang ? 'pengurus_keluarga_lain' : null
}

/** Memberships of the person that goes: into the gaps of the one that stays. */
function pindahKeanggotaan(d: Draf, ke: Orang, dari: Orang, hari: string): void {
  const milik = (o: Orang) =>
    d.keanggotaan.filter(({ kini: m }) => m.kab === o.kab && m.individu_id === o.id)
  const sudah = milik(ke).map((m) => m.kini)
  for (const m of milik(dari)) {
    // In another partition a row keeps its place, and is read through the person that stays.
    const n =
      ke.kab === dari.kab
        ? nasibMasa(m.kini, sudah, hari)
        : nasibMasa(m.kini, [{ dari: m.kini.dari, sampai: null }], hari)
    ubah(m, n.jadi === 'pindah' ? { individu_id: ke.id, sampai: n.sampai } : { sampai: n.sampai })
  }
}

/** What else points at the person that goes, within its partition. */
function alihkan(d: Draf, ke: Orang, dari: Orang): void {
  if (ke.kab !== dari.kab) return
  for (const p of d.pengurus) if (p.kini.individu_id === dari.id) ubah(p, { individu_id: ke.id })
  for (const r of d.rekaman_sumber)
    if (r.kini.individu_id === dari.id) ubah(r, { individu_id: ke.id, keluarga_id: ke.keluarga_id })
  for (const i of d.individu)
    if (i.kini.kab === ke.kab && i.kini.ibu_id === dari.id) ubah(i, { ibu_id: ke.id })
}

/** A head under a new name names family and house too. */
function namaiKepala(d: Draf, o: Orang): void {
  if (o.hubungan !== 1 || !aktif(o)) return
  const k = keluargaDraf(d, o)
  if (!k || k.kini.nama_kepala === o.nama) return
  ubah(k, { nama_kepala: o.nama, nama_kepala_cari: o.nama_cari ?? null })
  for (const r of d.ruta)
    if (r.kini.kab === o.kab && r.kini.keluarga_id === k.kini.id) ubah(r, { nama_kepala: o.nama })
}

/** One living member less, in a family and in its house. */
export function kurangi(d: Draf, o: Orang): void {
  const kurang = (b: { kini: { jumlah_anggota: number } } | undefined) =>
    b && { jumlah_anggota: Math.max(0, b.kini.jumlah_anggota - 1) }
  const k = keluargaDraf(d, o)
  const r = d.ruta.find((x) => x.kini.kab === o.kab && x.kini.id === o.ruta_id)
  if (k) ubah(k, kurang(k) ?? {})
  if (r) ubah(r, kurang(r) ?? {})
}

/** Writes one person into the other; whether it may be was asked before. */
export function satukanOrang(
  d: Draf,
  ke: Kini<'individu'>,
  dari: Kini<'individu'>,
  p: Pilihan,
): void {
  const lama = dari.kini
  pindahKeanggotaan(d, ke.kini, lama, p.hari)
  alihkan(d, ke.kini, lama)
  if (aktif(lama)) kurangi(d, lama)
  const isi = isiDari(bidangOrang, ke.kini, lama, p.ambil)
  const { ibu_id: _, ...tanpaIbu } = isi
  const survei =
    ke.kini.kab === lama.kab && kosong(ke.kini.survei_id)
      ? { survei_id: lama.survei_id ?? null }
      : {}
  ubah(ke, { ...(ke.kini.kab === lama.kab ? isi : tanpaIbu), ...survei })
  ubah(dari, {
    status: 'digabung',
    status_dari: p.hari,
    digabung_kab: ke.kini.kab,
    digabung_id: ke.kini.id,
  })
  namaiKepala(d, ke.kini)
}

/** @returns what stands against it; null where the draft was written */
export function gabungOrang(
  d: Draf,
  ke: Kini<'individu'>,
  dari: Kini<'individu'>,
  p: Pilihan,
): MasalahGabung | null {
  const salah = keadaanSalah(ke.kini, dari.kini) ?? keluargaSalah(d, ke.kini, dari.kini)
  if (salah) return salah
  satukanOrang(d, ke, dari, p)
  return null
}
