/** Officers who may visit in a village, as far as the reader's area shows them. */
import { type Kysely, sql } from 'kysely'
import { kunjunganPetugas } from '#contract/kunjungan.ts'
import { type Peran, pencatatKunjungan, peran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { inside, tingkatOf, wilayahAt } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type Petugas = { readonly id: string; readonly nama: string; readonly peran: Peran }

/** Those with a role that visits in the village or above it, in force on the day. */
export async function petugasDi(
  tx: Kysely<DB>,
  wilayah: number,
  today: string,
): Promise<readonly Petugas[]> {
  const tempat = [
    ...new Set((['desa', 'kecamatan', 'kabkota'] as const).map((t) => wilayahAt(wilayah, t))),
  ]
  const found = await sql<Petugas>`
    select distinct on (p.nama, p.id) p.id, p.nama, t.peran from penugasan t join pengguna p on p.id = t.pengguna_id
    where t.wilayah = any (${tempat}::bigint[]) and t.peran = any (${[...pencatatKunjungan]}::text[]) and p.nonaktif_pada is null
      and t.dari <= ${today}::date and (t.sampai is null or t.sampai > ${today}::date)
    order by p.nama, p.id, t.dari desc`.execute(tx)
  return found.rows
}

export const petugas = handle(kunjunganPetugas, async (ctx, { wilayah }) => {
  if (tingkatOf(wilayah) !== 'desa') return err(problem('kunjungan.perlu_kelurahan'))
  if (!inside(wilayah, ctx.cakupan)) return err(problem('tidak.ada'))
  const [daftar, beban] = await Promise.all([
    petugasDi(ctx.tx, wilayah, ctx.today),
    sql<{
      petugas_id: string
      n: number
    }>`select t.petugas_id, count(*)::int as n from penugasan_kunjungan t
      where t.selesai_pada is null and t.wilayah = ${wilayah} and ${inArea(ctx.cakupan, 't')} group by 1`.execute(
      ctx.tx,
    ),
  ])
  return ok({
    petugas: daftar.map((p) => ({
      ...p,
      peran: peran[p.peran].label,
      ditugaskan: beban.rows.find((b) => b.petugas_id === p.id)?.n ?? 0,
    })),
  })
})
