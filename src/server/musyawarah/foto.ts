/** Photographs of a meeting: a file of the village is added, or taken off again; the file itself stays. */
import { sql } from 'kysely'
import { musyawarahFoto } from '#contract/musyawarah-surat.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { berkasRow } from '#server/berkas/queries.ts'
import { handle } from '#server/http/handle.ts'
import { muatKepala } from './kepala.ts'

/** As many as the table holds. */
const TERBANYAK = 12

export const photograph = handle(musyawarahFoto, async (ctx, { kab, id, berkas, pasang }) => {
  const m = await muatKepala(ctx, { kab, id }, true)
  if (!m.ok) return m
  const { wilayah, fotoId, status } = m.value
  if (status === 'batal') return err(problem('musyawarah.tertutup'))
  const lain = fotoId.filter((satu) => satu !== berkas)
  const row = pasang ? await berkasRow(ctx.tx, ctx.cakupan, kab, berkas) : undefined
  const boleh = row?.guna === 'foto_rapat' && row.wilayah === wilayah && row.jenis === 'image/jpeg'
  if (pasang && (!boleh || lain.length >= TERBANYAK)) return err(problem('musyawarah.bukan_foto'))
  const foto = pasang ? [...lain, berkas] : lain
  await sql`update musyawarah set foto_id = ${foto}::uuid[], diubah_pada = ${ctx.now} where kab = ${kab} and id = ${id}`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'musyawarah', id, wilayah }], {
    sebelum: { foto: fotoId.length },
    sesudah: { foto: foto.length },
  })
  return ok({ jumlah: foto.length })
})
