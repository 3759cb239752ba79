/** Names of the persons and families that an event speaks of, as far as the reader's area goes. */
import { sql } from 'kysely'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisUsulan, isiOf } from './baris.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** All ids anywhere in a value, keys included. */
function idDalam(nilai: unknown): readonly string[] {
  if (typeof nilai === 'string') return uuid.test(nilai) ? [nilai] : []
  if (typeof nilai !== 'object' || nilai === null) return []
  return Object.entries(nilai).flatMap(([kunci, isi]) => [...idDalam(kunci), ...idDalam(isi)])
}

export type Disebut = { readonly id: string; readonly nama: string; readonly keluargaId: string }

export async function disebutOf(ctx: Context, row: BarisUsulan): Promise<Disebut[]> {
  const id = [...new Set(idDalam(isiOf(row).peristiwa))]
  if (id.length === 0) return []
  const found = await sql<Disebut>`
    select i.id, i.nama, i.keluarga_id as "keluargaId" from individu i
      where i.kab = ${row.kab} and i.id = any (${id}::uuid[]) and ${inArea(ctx.cakupan, 'i')}
    union all
    select k.id, k.nama_kepala, k.id from keluarga k
      where k.kab = ${row.kab} and k.id = any (${id}::uuid[]) and ${inArea(ctx.cakupan, 'k', 'id')}
    order by id`.execute(ctx.tx)
  return found.rows
}
