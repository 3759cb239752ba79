/** Notices before a loss and objections, over HTTP. */
import { pemberitahuanDaftar } from '#contract/keberatan.ts'
import { ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { ajukan } from './ajukan.ts'
import { cetakBanyak } from './cetak.ts'
import { pemutusan } from './pemutus.ts'
import { putuskan } from './putuskan.ts'
import { daftarPemberitahuan, hitungPemberitahuan } from './queries.ts'
import { pemberitahuanShown } from './tampil.ts'
import { terbitkanHandlers } from './terbitkan.ts'

const daftar = handle(pemberitahuanDaftar, async (ctx, input) => {
  const { keadaan, daftar, keluarga, setelah, batas } = input
  const saringan = {
    area: narrowed(ctx.cakupan, input.wilayah),
    today: ctx.today,
    keadaan,
    daftar,
    keluarga,
  }
  const found = await daftarPemberitahuan(ctx.tx, saringan, setelah ?? null, batas + 1)
  const rows = found.slice(0, batas)
  const putusan = await pemutusan(
    ctx,
    rows.filter((r) => r.keberatan_status === 'terbuka'),
  )
  ctx.lihat(
    rows.map((r) => ({ jenis: 'keluarga' as const, id: r.keluarga_id, wilayah: r.wilayah })),
  )
  return ok({
    pemberitahuan: rows.map((r) => pemberitahuanShown(r, ctx.today, putusan.get(r.id))),
    berikutnya: found.length > batas ? (rows.at(-1)?.id ?? null) : null,
    hitung: await hitungPemberitahuan(ctx.tx, saringan),
  })
})

export const keberatanHandlers: readonly Bound[] = [
  daftar,
  ...terbitkanHandlers,
  cetakBanyak,
  ajukan,
  putuskan,
]
