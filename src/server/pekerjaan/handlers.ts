/** Long work: what runs in my area, and how far it is. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { type pekerjaan, pekerjaanDaftar, pekerjaanSatu } from '#contract/pekerjaan.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'

type Row = z.input<typeof pekerjaan>

const columns = sql<Row>`id, jenis, judul, status, tahap, maju, jumlah, hasil, masalah,
  to_json(dibuat_pada)#>>'{}' as "dibuatPada", to_json(mulai_pada)#>>'{}' as "mulaiPada", to_json(selesai_pada)#>>'{}' as "selesaiPada"`

export const pekerjaanHandlers = [
  handle(pekerjaanDaftar, async (ctx, { jenis, aktif }) => {
    const found = await sql<Row>`select ${columns} from pekerjaan
      where lo >= ${ctx.cakupan.lo} and hi <= ${ctx.cakupan.hi}
        and (${jenis ?? null}::text is null or jenis = ${jenis ?? null})
        and (not ${aktif ?? false}::boolean or status in ('antre', 'berjalan'))
      order by dibuat_pada desc limit 50`.execute(ctx.tx)
    return ok({ pekerjaan: found.rows })
  }),
  handle(pekerjaanSatu, async (ctx, { id }) => {
    const found = await sql<Row>`select ${columns} from pekerjaan
      where id = ${id} and lo >= ${ctx.cakupan.lo} and hi <= ${ctx.cakupan.hi}`.execute(ctx.tx)
    return found.rows[0] ? ok(found.rows[0]) : err(problem('tidak.ada'))
  }),
]
