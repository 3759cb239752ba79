/** Who wrote what stands now, as one reader may know it. */
import { type Kysely, sql } from 'kysely'
import { type Peran, peran } from '#contract/peran.ts'
import { type Pengubah, pengubahBagi } from '#domain/versi/benturan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type Ditulis = {
  readonly pengguna_id: string | null
  /** Role worn then; null where it was not kept, or the system wrote. */
  readonly peran: string | null
  readonly pada: Date | null
}

const isPeran = (name: string | null): name is Peran => name !== null && name in peran

/** The role and the time for everybody; the name where the writer holds a role inside the reader's area. */
export async function pengubahOf(
  tx: Kysely<DB>,
  pembaca: Cakupan,
  ditulis: Ditulis,
): Promise<Pengubah> {
  const label = isPeran(ditulis.peran) ? peran[ditulis.peran].label : null
  const found = await sql<{ nama: string; wilayah: number }>`
    select p.nama, t.wilayah from pengguna p join penugasan t on t.pengguna_id = p.id
    where p.id = ${ditulis.pengguna_id} and t.wilayah >= ${pembaca.lo} and t.wilayah < ${pembaca.hi}
    limit 1`.execute(tx)
  const [near] = found.rows
  const penulis = ditulis.pengguna_id
    ? { nama: near?.nama ?? '', peran: label, wilayah: near?.wilayah ?? null }
    : null
  return pengubahBagi(pembaca, penulis, ditulis.pada)
}
