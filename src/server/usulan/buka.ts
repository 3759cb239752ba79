/** The receiver opens what was sent; who sent it can then no longer take it back without a word. */
import { sql } from 'kysely'
import { usulanBuka } from '#contract/usulan.ts'
import { ok } from '#domain/result.ts'
import { jalurOf } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { mejaKerja } from '#domain/usulan/wewenang.ts'
import { handle } from '#server/http/handle.ts'
import { type BarisUsulan, dariUsulan, kolomUsulan, milikPembaca, penindakOf } from './baris.ts'

/** Opens those that lie on the reader's own desk and were sent by somebody else; others stay as they are. */
export const open = handle(usulanBuka, async (ctx, { usulan }) => {
  const oleh = penindakOf(ctx)
  const desk = new Set((oleh ? mejaKerja(oleh.pelaku) : []).map((m) => `${m.jalur} ${m.status}`))
  const mine = (jenis: BarisUsulan['jenis'], status: Keadaan) =>
    status !== 'draf' && desk.has(`${jalurOf(jenis)} ${status}`)
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where (u.kab, u.id) in (select * from unnest(${usulan.map((u) => u.kab)}::smallint[], ${usulan.map((u) => u.id)}::uuid[]))
      and u.dibuka_pada is null and u.pengusul_id is distinct from ${ctx.pengguna.id} and ${milikPembaca(ctx)} order by u.id for update of u`.execute(
    ctx.tx,
  )
  const rows = found.rows.filter((r) => mine(r.jenis, r.status))
  // The version stays: opening changes nothing that anybody decides on.
  await sql`update usulan u set dibuka_pada = ${ctx.now}, dibuka_oleh = ${ctx.pengguna.id}
    from unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.id)}::uuid[]) as b(kab, id)
    where u.kab = b.kab and u.id = b.id`.execute(ctx.tx)
  ctx.lihat(
    rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    { sebelum: { dibuka: false }, sesudah: { dibuka: true } },
  )
  return ok({ dibuka: rows.length })
})
