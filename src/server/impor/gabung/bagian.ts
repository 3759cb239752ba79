/** One batch of the merge as the statements see it: names of tables, columns of the file, the rows meant. */
import type { Peta } from '#domain/impor/peta.ts'
import { awalan, type Bentuk } from '../staging/tabel.ts'

export type Bagian = {
  /** Prefix of the staging tables. */
  readonly p: string
  readonly imporId: string
  /** Partition and area of the import itself. */
  readonly kab: number
  readonly wilayah: number
  readonly kelompok: string
  readonly tanggal: string
  readonly sumberPeringkat: string | null
  /** Programme -> column whose "yes" means that the family receives it. */
  readonly program: readonly (readonly [program: string, kolom: string])[]
  readonly bentuk: Bentuk
  readonly batch: number
  readonly dari: number
  readonly sampai: number
}

/** A column of the file's households or members, or null where the format has none. */
export const rumah = (b: Bagian, nama: string, tipe = 'text'): string =>
  b.bentuk.ruta.some((k) => k.nama === nama) ? `s.${nama}` : `null::${tipe}`

export const orang = (b: Bagian, nama: string, tipe = 'text'): string =>
  b.bentuk.anggota.some((k) => k.nama === nama) ? `o.${nama}` : `null::${tipe}`

/** Survey columns of a unit that this format feeds. */
export const answersOf = (b: Bagian, unit: 'ruta' | 'keluarga' | 'individu'): string[] =>
  (unit === 'individu' ? b.bentuk.anggota : b.bentuk.ruta)
    .filter((k) => k.unit === unit)
    .map((k) => k.nama)

/** Rows of this batch with their cells. */
export const barisBatch = (b: Bagian): string =>
  `${b.p}_w_baris w join ${b.p}_baris o on o.n = w.n and o.n between ${b.dari} and ${b.sampai}`

/** The family of a row of `barisBatch`. */
export const keluargaBaris = (b: Bagian): string =>
  `join ${b.p}_w_keluarga f on f.batch = ${b.batch} and f.kunci_ruta = w.kunci_ruta and f.kunci_keluarga = w.kunci_keluarga`

/** Status of a person by the presence that the file tells. */
export const statusOrang = (b: Bagian): string =>
  b.bentuk.anggota.some((k) => k.nama === 'keberadaan')
    ? `case o.keberadaan when 2 then 'meninggal' when 3 then 'pindah' when 4 then 'pindah' when 6 then 'tidak_ditemukan' else 'aktif' end`
    : `'aktif'`

/** What the statements of the merge need to know of the import and its formats. */
export function bagianOf(
  impor: { readonly id: string; readonly kab: number; readonly wilayah: number },
  petas: readonly Peta[],
  bentuk: Bentuk,
  tanggal: string,
) {
  const program = petas.flatMap((p) =>
    p.kolom.flatMap((k) => (k.program && k.variabel ? [[k.program, k.variabel] as const] : [])),
  )
  const sumber = petas.find((p) => p.sumber_peringkat !== undefined)?.sumber_peringkat ?? null
  return {
    p: awalan(impor.id),
    imporId: impor.id,
    kab: impor.kab,
    wilayah: impor.wilayah,
    kelompok: petas[0]?.kelompok ?? '',
    tanggal,
    sumberPeringkat: sumber,
    program,
    bentuk,
  } satisfies Omit<Bagian, 'batch' | 'dari' | 'sampai'>
}
