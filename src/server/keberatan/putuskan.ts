/** Decides an objection: by somebody who took no part before; upheld, the family keeps its place. */
import { sql } from 'kysely'
import { keberatanPutuskan } from '#contract/keberatan.ts'
import { problem } from '#contract/problems.ts'
import { kataTolakPutus } from '#domain/keberatan/putus.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import {
  type BarisUsulan,
  dariUsulan,
  denganMeterai,
  kolomUsulan,
  penindakOf,
} from '#server/usulan/baris.ts'
import { nilaiLangkah, tulisLangkah } from '#server/usulan/langkah.ts'
import { pemutusan } from './pemutus.ts'
import { type BarisPemberitahuan, dipegang } from './queries.ts'

/** The proposal that the objection stops; where it has gone another way meanwhile, it stays there. */
async function hentikanUsulan(ctx: Context, n: BarisPemberitahuan, alasan: string): Promise<void> {
  const oleh = penindakOf(ctx)
  if (!n.usulan_id || !oleh) return
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where u.kab = ${n.kab} and u.id = ${n.usulan_id} for update of u`.execute(ctx.tx)
  const rows = (await denganMeterai(ctx, found.rows)).map((r) => ({ ...r, dilihat: null }))
  const { maju } = nilaiLangkah(rows, 'kabulkan_keberatan', oleh, alasan, ctx.today)
  await tulisLangkah(ctx, maju, oleh, alasan)
}

export const putuskan = handle(keberatanPutuskan, async (ctx, { kab, id, kabul, alasan }) => {
  const n = await dipegang(ctx.tx, ctx.cakupan, kab, { keberatan: id })
  if (!n) return err(problem('tidak.ada'))
  if (n.keberatan_status !== 'terbuka') return err(problem('keberatan.sudah_diputus'))
  const boleh = (await pemutusan(ctx, [n])).get(n.id)
  if (!boleh?.ok)
    return err(
      problem('keberatan.tidak_boleh', {
        sebab: kataTolakPutus[boleh?.error ?? 'bukan_pemutus'].id,
      }),
    )
  const status = kabul ? 'dikabulkan' : 'ditolak'
  await sql`update keberatan set status = ${status}, diputus_oleh = ${ctx.pengguna.id}, diputus_peran = ${ctx.pengguna.peran},
    diputus_cadangan = ${boleh.value.cadangan}, diputus_pada = ${ctx.now}, putusan_alasan = ${alasan}
    where kab = ${kab} and id = ${id}`.execute(ctx.tx)
  if (kabul && n.status === 'berjalan') {
    await sql`update pemberitahuan set status = 'batal', status_sebab = 'keberatan_dikabulkan', status_pada = ${ctx.now}
      where kab = ${kab} and id = ${n.id}`.execute(ctx.tx)
    await hentikanUsulan(ctx, n, alasan)
  }
  ctx.lihat(
    [
      { jenis: 'keluarga', id: n.keluarga_id, wilayah: n.wilayah },
      ...(n.usulan_id ? [{ jenis: 'usulan' as const, id: n.usulan_id, wilayah: n.wilayah }] : []),
    ],
    { sebelum: { keberatan: 'terbuka' }, sesudah: { keberatan: status } },
    { alasan },
  )
  return ok({ status })
})
