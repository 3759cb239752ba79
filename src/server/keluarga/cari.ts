/** Finds families by NIK, family-card number or a name that may be misspelt. */
import { type Kysely, sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { rollUp } from '#server/wilayah/rekap.ts'

/** A family that was found, and the person by whom, best first. */
export type Found = { kab: number; keluarga_id: string; nama: string | null }

const sixteen = /^\d{16}$/

/** How a search text is understood: a 16-digit number or a name. */
export function searchKind(q: string): { nomor: string } | { nama: string } {
  const digits = q.replace(/[\s.-]/g, '')
  return sixteen.test(digits) ? { nomor: digits } : { nama: foldName(q) }
}

/** By number: persons with this NIK, families with this card. */
export async function findByNumber(tx: Kysely<DB>, area: Cakupan, nomor: string): Promise<Found[]> {
  const found = await sql<Found>`
    select kab, keluarga_id, nama from individu i where nik = ${nomor} and i.status <> 'digabung' and ${inArea(area, 'i')}
    union all
    select kab, id, null from keluarga k where nomor_kk = ${nomor} and ${inArea(area, 'k', 'id')}
    limit 100`.execute(tx)
  return found.rows
}

/** The partitions that hold rows of an area; null when they are too many to name. */
async function partitionsOf(tx: Kysely<DB>, area: Cakupan): Promise<number[] | null> {
  if (area.hi - area.lo > 1e6) return null
  const found = await sql<{ kab: number }>`
    select distinct kab from ${rollUp(area)} r`.execute(tx)
  return found.rows.map((row) => row.kab)
}

/** By name: fewest letters apart first. */
export async function findByName(
  tx: Kysely<DB>,
  area: Cakupan,
  nama: string,
  limit: number,
): Promise<Found[]> {
  if (nama.length < 3) return []
  const kab = await partitionsOf(tx, area)
  const found = await sql<Found>`
    select c.kab, c.keluarga_id, c.nama
      from cari_nama(${nama}, ${area.lo}, ${area.hi}, ${kab}::smallint[], ${limit}) with ordinality c(kab, individu_id, keluarga_id, nama, jarak, urutan)
    where not exists (select from individu i where i.kab = c.kab and i.id = c.individu_id and i.status = 'digabung')
    order by c.urutan`.execute(tx)
  return found.rows
}
