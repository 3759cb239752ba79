/** Papers over HTTP: the register, one opened again, withdrawn, and checked by anybody. */
import { sql } from 'kysely'
import { dokumenCabut, dokumenDaftar, dokumenPeriksa, dokumenUnduh } from '#contract/dokumen.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { isiBerkas } from '#server/berkas/simpan.ts'
import type { Subjek } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kopHandlers } from './kop-handlers.ts'
import * as q from './queries.ts'

const periksa = handle(dokumenPeriksa, async ({ tx }, { kode }) => {
  const found = await q.dokumenTerbuka(tx, kode)
  if (!found) return err(problem('dokumen.kode_tidak_dikenal'))
  const { rapat: _, ...terbuka } = found
  return ok(terbuka)
})

const daftar = handle(dokumenDaftar, async ({ tx, cakupan }, { setelah, batas }) => {
  const found = await q.dokumenDaftar(tx, cakupan, setelah ?? null, batas + 1)
  const dokumen = found.slice(0, batas)
  return ok({ dokumen, berikutnya: found.length > batas ? (dokumen.at(-1)?.id ?? null) : null })
})

/** The paper, and the family that it is about. */
const subjekOf = (id: string, wilayah: number, keluarga: string | null): Subjek[] => [
  { jenis: 'dokumen', id, wilayah },
  ...(keluarga ? [{ jenis: 'keluarga' as const, id: keluarga, wilayah }] : []),
]

const unduh = handle(dokumenUnduh, async (ctx, { kab, id }) => {
  const row = await q.dokumenRow(ctx.tx, ctx.cakupan, kab, id)
  if (!row) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const isi = await isiBerkas(ctx.tx, ring, { kab, id: row.berkas_id, bagian: 'isi' })
  if (!isi) return err(problem('tidak.ada'))
  // A letter on a person who is in no registry is a read all the same.
  ctx.lihat(subjekOf(id, row.wilayah, row.keluarga_id), undefined, { jumlah: 1 })
  return ok(
    new Unduhan(`${row.jenis.replaceAll('_', '-')}-${id.slice(-8)}.pdf`, 'application/pdf', isi),
  )
})

const cabut = handle(dokumenCabut, async (ctx, { kab, id, alasan }) => {
  const row = await q.dokumenRow(ctx.tx, ctx.cakupan, kab, id)
  if (!row) return err(problem('tidak.ada'))
  const done =
    await sql`update dokumen set status = 'dicabut', status_pada = ${ctx.now}, status_alasan = ${alasan}
    where kab = ${kab} and id = ${id} and status = 'berlaku' returning 1`.execute(ctx.tx)
  if (done.rows.length === 0) return err(problem('dokumen.tidak_berlaku'))
  ctx.lihat(
    subjekOf(id, row.wilayah, row.keluarga_id),
    { sebelum: { status: row.status }, sesudah: { status: 'dicabut' } },
    { alasan },
  )
  return ok({ status: 'dicabut' })
})

export const dokumenHandlers = [periksa, daftar, unduh, cabut, ...kopHandlers]
