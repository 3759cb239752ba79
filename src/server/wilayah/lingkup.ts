/** The first wall: an area as a condition on rows, said by the query itself; the policies repeat it. */
import { type RawBuilder, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'

/** The column that holds the family, where it is not `keluarga_id`; null where the table has none. */
type KolomKeluarga = 'id' | 'keluarga_id' | null

/**
 * `alias.wilayah` in the range, and below the village `alias.rt` and the family in their lists.
 * A table without families is closed to who sees only some.
 */
export function inArea(
  c: Cakupan,
  alias: string,
  keluarga: KolomKeluarga = 'keluarga_id',
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const parts = [
    sql`${column('wilayah')} >= ${c.lo} and ${column('wilayah')} < ${c.hi}`,
    ...(c.rt ? [sql`${column('rt')} = any (${c.rt}::smallint[])`] : []),
    ...(c.keluarga
      ? [keluarga === null ? sql`false` : sql`${column(keluarga)} = any (${c.keluarga}::uuid[])`]
      : []),
  ]
  return sql.join(parts, sql` and `)
}
