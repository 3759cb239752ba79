/** Names for the page of the log: regions, and the records of an entry that the reader may see. */
import { type Kysely, sql } from 'kysely'
import type { Tempat } from '#domain/jejak/kantor.ts'
import { type Cakupan, kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import type { SubjekEntri } from './baca.ts'

/** The regions of some codes. */
export async function tempatOf(
  tx: Kysely<DB>,
  kode: readonly number[],
): Promise<ReadonlyMap<number, Tempat>> {
  const wanted = [...new Set(kode)].filter((k) => k >= 0)
  if (wanted.length === 0) return new Map()
  const found = await sql<Tempat & { kode: number }>`
    select kode, nama, jenis, tingkat from wilayah where kode = any (${wanted}::bigint[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.kode, row]))
}

export type NamaSubjek = {
  readonly nama: string
  readonly wilayah: number
  readonly keluarga: { readonly kab: number; readonly id: string }
}

/** Partitions where records are looked for: those whose region is known down to the kab/kota. */
const partitions = (subjek: readonly SubjekEntri[]): number[] => [
  ...new Set(
    subjek.flatMap(({ wilayah }) =>
      wilayah === undefined || ['nasional', 'provinsi'].includes(tingkatOf(wilayah))
        ? []
        : [kabOf(wilayah)],
    ),
  ),
]

/** Names of families and persons within the area, by id. */
export async function namaSubjek(
  tx: Kysely<DB>,
  c: Cakupan,
  subjek: readonly SubjekEntri[],
): Promise<ReadonlyMap<string, NamaSubjek>> {
  const kab = partitions(subjek)
  const ids = (jenis: string) => [
    ...new Set(subjek.filter((s) => s.jenis === jenis).map((s) => s.id)),
  ]
  if (kab.length === 0) return new Map()
  const found = await sql<{
    id: string
    nama: string
    wilayah: number
    kab: number
    keluarga_id: string
  }>`
    select k.id, k.nama_kepala as nama, k.wilayah, k.kab, k.id as keluarga_id from keluarga k
    where k.kab = any (${kab}::smallint[]) and k.id = any (${ids('keluarga')}::uuid[]) and ${inArea(c, 'k', 'id')}
    union all
    select i.id, i.nama, i.wilayah, i.kab, i.keluarga_id from individu i
    where i.kab = any (${kab}::smallint[]) and i.id = any (${ids('individu')}::uuid[]) and ${inArea(c, 'i')}`.execute(
    tx,
  )
  return new Map(
    found.rows.map(({ id, nama, wilayah, kab: k, keluarga_id }) => [
      id,
      { nama, wilayah, keluarga: { kab: k, id: keluarga_id } },
    ]),
  )
}
