/**
 * The rows that a merge reads and writes, whole as the database has them: a rule changes some columns
 * and carries all others along, so that the image of a row before a merge is exact. Pure.
 */
export type Nilai =
  | string
  | number
  | boolean
  | null
  | readonly Nilai[]
  | { readonly [kolom: string]: Nilai }

/** All columns of one row, as `to_jsonb` writes them. */
export type Isi = { readonly [kolom: string]: Nilai }

type Tempat = { readonly kab: number; readonly wilayah: number; readonly rt: number | null }

export type Orang = Isi &
  Tempat & {
    readonly id: string
    readonly keluarga_id: string
    readonly ruta_id: string
    readonly nama: string
    readonly hubungan: number | null
    readonly status: string
  }

export type Keluarga = Isi &
  Tempat & {
    readonly id: string
    readonly ruta_id: string
    readonly urutan_ruta: number
    readonly nama_kepala: string
    readonly jumlah_anggota: number
    readonly status: string
  }

export type Ruta = Isi &
  Tempat & {
    readonly id: string
    readonly keluarga_id: string | null
    readonly nama_kepala: string | null
    readonly jumlah_anggota: number
  }

/** Days are half open: `sampai` is the first day after. */
type Masa = { readonly dari: string; readonly sampai: string | null }

export type Baris = {
  readonly ruta: Ruta
  readonly keluarga: Keluarga
  readonly individu: Orang
  readonly keanggotaan: Isi &
    Tempat &
    Masa & { readonly individu_id: string; readonly keluarga_id: string }
  readonly pengurus: Isi &
    Tempat &
    Masa & { readonly keluarga_id: string; readonly individu_id: string | null }
  readonly penerimaan: Isi &
    Tempat &
    Masa & { readonly keluarga_id: string; readonly program: string }
  readonly penugasan_kunjungan: Isi &
    Tempat & { readonly keluarga_id: string; readonly selesai_pada: string | null }
  readonly rekaman_sumber: Isi & {
    readonly individu_id: string | null
    readonly keluarga_id: string | null
  }
}
export type Tabel = keyof Baris

/** In the order in which they are written: what others point at comes first. */
export const tabel = [
  'ruta',
  'keluarga',
  'individu',
  'keanggotaan',
  'pengurus',
  'penerimaan',
  'penugasan_kunjungan',
  'rekaman_sumber',
] as const satisfies readonly Tabel[]

/** The columns that name a row of each table. */
export const kunciTabel: { readonly [T in Tabel]: readonly string[] } = {
  ruta: ['kab', 'id'],
  keluarga: ['kab', 'id'],
  individu: ['kab', 'id'],
  keanggotaan: ['kab', 'individu_id', 'dari'],
  pengurus: ['kab', 'keluarga_id', 'dari'],
  penerimaan: ['kab', 'id'],
  penugasan_kunjungan: ['kab', 'id'],
  rekaman_sumber: ['kab', 'id'],
}

export const kunciOf = (t: Tabel, b: Isi): string => kunciTabel[t].map((k) => b[k]).join(' ')

export type Rekaman = { readonly [T in Tabel]?: readonly Baris[T][] }

/** One row that a merge changed: as it stood, and as it stands after. */
export type Ubahan = { readonly tabel: Tabel; readonly sebelum: Isi; readonly sesudah: Isi }

/** A row in work: as it was read, and as the rules have changed it so far. */
export type Kini<T extends Tabel> = { readonly awal: Baris[T]; kini: Baris[T] }
export type Draf = { readonly [T in Tabel]: readonly Kini<T>[] }

const mulai = <T extends Tabel>(baris: readonly Baris[T][] | undefined): readonly Kini<T>[] =>
  (baris ?? []).map((b) => ({ awal: b, kini: b }))

export const drafOf = (r: Rekaman): Draf => ({
  ruta: mulai<'ruta'>(r.ruta),
  keluarga: mulai<'keluarga'>(r.keluarga),
  individu: mulai<'individu'>(r.individu),
  keanggotaan: mulai<'keanggotaan'>(r.keanggotaan),
  pengurus: mulai<'pengurus'>(r.pengurus),
  penerimaan: mulai<'penerimaan'>(r.penerimaan),
  penugasan_kunjungan: mulai<'penugasan_kunjungan'>(r.penugasan_kunjungan),
  rekaman_sumber: mulai<'rekaman_sumber'>(r.rekaman_sumber),
})

/** Lays columns over a row; one that does not have them takes them. */
export function ubah<T extends Tabel>(b: Kini<T>, isi: Partial<Baris[T]> | Isi): void {
  b.kini = { ...b.kini, ...isi } as Baris[T]
}

export const samaNilai = (a: Nilai | undefined, b: Nilai | undefined): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Columns in which two images of a row differ. */
export const kolomBeda = (a: Isi, b: Isi): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((k) => !samaNilai(a[k], b[k]))

export const ubahanOf = (d: Draf): readonly Ubahan[] =>
  tabel.flatMap((t) =>
    d[t]
      .filter((b) => kolomBeda(b.awal, b.kini).length > 0)
      .map((b) => ({ tabel: t, sebelum: b.awal, sesudah: b.kini })),
  )
