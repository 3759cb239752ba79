/**
 * May this person take this step on this proposal? Pure: the table of the track, the facts of the
 * proposal, who asks. The same answer draws the buttons, fills the inbox and guards the server.
 */
import type { KeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Aksi, type Langkah, langkahRezim, type Pelaku, type Syarat } from './alur.ts'
import type { IsiUsulan } from './isi.ts'
import { type JenisUsulan, jalurOf } from './jenis.ts'
import type { Keadaan } from './keadaan.ts'
import { type Butir, kurangUntuk, type Minimum, type TabelKelengkapan } from './kurang.ts'
import { pilihanOf, type Rezim } from './rezim.ts'
import { semuaAlur } from './semua-alur.ts'

/** Facts of one proposal that the preconditions read. Days are whole days. */
export type FaktaUsulan = {
  readonly jenis: JenisUsulan
  readonly status: Keadaan
  readonly nama: string
  readonly rt: number | null
  readonly isi: IsiUsulan
  readonly pengusulId: string | null
  readonly pemverifikasiId: string | null
  /** The family is that of the person who acts, or of the same house. */
  readonly kerabatPelaku: boolean
  /** The receiver has opened what was sent. */
  readonly dibuka: boolean
  /** The decision of the meeting (or SPTJM) binds exactly this proposal, is signed and in force. */
  readonly bermeterai: boolean
  readonly adaKunjungan: boolean
  /** Held by a rule against cheating, not yet released. */
  readonly ditahan: boolean
  /** Would move the family over a programme's line. */
  readonly melewatiGaris: boolean
  /** The record it was based on has moved on. */
  readonly berbenturan: boolean
  /** A move whose origin has to say yes. */
  readonly perluAsal: boolean
  /** Raised to the office above, by silence. */
  readonly naik: boolean
  readonly hariSejakStatus: number
  readonly hariKerjaSejakStatus: number
  readonly hariSejakDisimpan: number
  /** Place of this proposal in the draw of the sample, 0–99; fixed by its id. */
  readonly undian: number
  /** Where the notice to the family stands; `belum`: none was given; null where none is due. */
  readonly keberatan: KeadaanPemberitahuan | 'belum' | null
}

export type Penindak = { readonly pelaku: Pelaku; readonly id: string | null }

export type MasalahLangkah =
  | { readonly sebab: 'langkah_tidak_ada' }
  | { readonly sebab: 'bukan_wewenang' }
  | { readonly sebab: 'perlu_alasan' }
  | { readonly sebab: Syarat; readonly kurang?: readonly Butir[] }

export type Aturan = { readonly rezim: Rezim; readonly kelengkapan: TabelKelengkapan }

const isMinimum = (s: Syarat): s is Minimum & Syarat => s.startsWith('minimum_')

/** Whether a precondition other than a minimum holds. */
function terpenuhi(s: Exclude<Syarat, Minimum>, f: FaktaUsulan, oleh: Penindak, r: Rezim): boolean {
  const { nilai } = r
  switch (s) {
    case 'pengusul_sendiri':
      return f.pengusulId === oleh.id
    case 'bukan_pengusul':
      return oleh.id === null || f.pengusulId !== oleh.id
    case 'bukan_pemverifikasi':
      return oleh.id === null || f.pemverifikasiId !== oleh.id
    case 'bukan_kerabat':
      return !f.kerabatPelaku
    case 'belum_dibuka':
      return !f.dibuka
    case 'sudah_dibuka':
      return f.dibuka
    case 'ada_keputusan_bermeterai':
      return f.bermeterai
    case 'ada_kunjungan':
      return f.adaKunjungan
    case 'masa_pengumuman':
      return f.hariSejakStatus >= nilai.masa_pengumuman_hari
    case 'masa_keberatan':
      return f.keberatan === null || f.keberatan === 'selesai' || f.keberatan === 'berlaku'
    case 'keberatan_dikabulkan':
      return f.keberatan === 'dikabulkan'
    case 'tidak_ditahan':
      return !f.ditahan
    case 'tidak_melewati_garis':
      return !f.melewatiGaris
    case 'melewati_garis':
      return f.melewatiGaris
    case 'tanpa_benturan':
      return !f.berbenturan
    case 'perlu_asal':
      return f.perluAsal
    case 'asal_setuju':
      return !f.perluAsal
    case 'meterai_lepas':
      return !f.bermeterai
    case 'lewat_masa_lurah':
      return f.hariKerjaSejakStatus >= nilai.masa_lurah_hari_kerja
    case 'lewat_masa_provinsi':
      return f.hariSejakStatus >= nilai.masa_provinsi_hari
    case 'lewat_masa_draf':
      return f.hariSejakDisimpan >= nilai.masa_draf_hari
    case 'lewat_masa_diam':
      return !f.naik && f.hariSejakStatus >= nilai.masa_diam_hari
    case 'di_luar_sampel':
      return f.undian >= nilai.sampel_identitas_persen
  }
}

/** The first precondition of a step that does not hold. */
function halangan(
  l: Langkah,
  f: FaktaUsulan,
  oleh: Penindak,
  { rezim, kelengkapan }: Aturan,
): MasalahLangkah | null {
  for (const s of l.syarat ?? []) {
    if (isMinimum(s)) {
      const kurang = kurangUntuk(kelengkapan, s, f.jenis, f.isi, f)
      if (kurang.length > 0) return { sebab: s, kurang }
    } else if (!terpenuhi(s, f, oleh, rezim)) return { sebab: s }
  }
  return null
}

const bolehOleh = (l: Langkah, f: FaktaUsulan, pelaku: Pelaku): boolean =>
  l.oleh.includes(pelaku) || (f.naik && (l.naik ?? []).includes(pelaku))

/** The steps of a proposal's track that leave its state in this regime. */
const langkahDari = (f: FaktaUsulan, rezim: Rezim): readonly Langkah[] =>
  langkahRezim(semuaAlur[jalurOf(f.jenis)], pilihanOf(rezim)).filter((l) =>
    l.dari.includes(f.status),
  )

export type Putusan = { readonly langkah: Langkah; readonly ke: Keadaan }

/** Decides one step; the reason it may not be taken is the first that a person would be told. */
export function putuskanLangkah(
  f: FaktaUsulan,
  perintah: { readonly aksi: Aksi; readonly oleh: Penindak; readonly alasan: string | null },
  aturan: Aturan,
): Result<Putusan, MasalahLangkah> {
  const ada = langkahDari(f, aturan.rezim).filter((l) => l.aksi === perintah.aksi)
  if (ada.length === 0) return err({ sebab: 'langkah_tidak_ada' })
  const langkah = ada.find((l) => bolehOleh(l, f, perintah.oleh.pelaku))
  if (!langkah) return err({ sebab: 'bukan_wewenang' })
  if (langkah.alasan && !perintah.alasan) return err({ sebab: 'perlu_alasan' })
  const masalah = halangan(langkah, f, perintah.oleh, aturan)
  if (masalah) return err(masalah)
  return ok({ langkah, ke: langkah.ke === 'tetap' ? f.status : langkah.ke })
}

/** A step that the reader's role has here, and what still stands against it. */
export type Tombol = { readonly langkah: Langkah; readonly masalah: MasalahLangkah | null }

/** The buttons of a person on a proposal, in the order of the table; a meeting's steps have none. */
export const tombolUntuk = (f: FaktaUsulan, oleh: Penindak, aturan: Aturan): readonly Tombol[] =>
  langkahDari(f, aturan.rezim)
    .filter((l) => !l.rapat && !l.lintas && bolehOleh(l, f, oleh.pelaku))
    .map((langkah) => ({ langkah, masalah: halangan(langkah, f, oleh, aturan) }))
