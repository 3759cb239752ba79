/** Ends a meeting without a signature: closes it, opens it again, cancels it. */
import { sql } from 'kysely'
import { musyawarahBatalkan, musyawarahTutup } from '#contract/musyawarah-tanda.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'
import { muatUntukUbah, naikkanVersi } from './kepala.ts'

export const close = handle(musyawarahTutup, async (ctx, { tutup, notulen, ...di }) => {
  const m = await muatUntukUbah(ctx, di, tutup ? ['disiapkan'] : ['selesai'])
  if (!m.ok) return m
  if (tutup && m.value.jenis !== 'sptjm') {
    const ada =
      await sql`select 1 from musyawarah_keputusan where kab = ${di.kab} and musyawarah_id = ${di.id} limit 1`.execute(
        ctx.tx,
      )
    if (ada.rows.length === 0) return err(problem('musyawarah.belum_ada_keputusan'))
  }
  const status = tutup ? 'selesai' : 'disiapkan'
  const versi = await naikkanVersi(
    ctx,
    m.value,
    sql`status = ${status}, notulen = coalesce(${notulen}, notulen)`,
  )
  ctx.lihat([{ jenis: 'musyawarah', id: di.id, wilayah: m.value.wilayah }], {
    sebelum: { status: m.value.status },
    sesudah: { status },
  })
  return ok({ versi })
})

export const cancel = handle(musyawarahBatalkan, async (ctx, { alasan, ...di }) => {
  const m = await muatUntukUbah(ctx, di, ['disiapkan', 'selesai'])
  if (!m.ok) return m
  const versi = await naikkanVersi(ctx, m.value, sql`status = 'batal', alasan_batal = ${alasan}`)
  ctx.lihat(
    [{ jenis: 'musyawarah', id: di.id, wilayah: m.value.wilayah }],
    { sebelum: { status: m.value.status }, sesudah: { status: 'batal' } },
    { alasan },
  )
  return ok({ versi })
})
