/** The counter over HTTP: the answer in words, and the letter. */
import { loketCari } from '#contract/loket.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { kalimatTidakAda } from '#domain/loket/kalimat.ts'
import { ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { cariLoket } from './cari.ts'
import { surat } from './surat.ts'

const cari = handle(loketCari, async (ctx, { q }) => {
  const kantor = sebutan(await regionBrief(ctx.tx, ctx.pengguna.wilayah))
  const found = await cariLoket(ctx.tx, ctx.cakupan, q)
  ctx.lihat(
    found.flatMap(({ id, wilayah, anggota }) => [
      { jenis: 'keluarga' as const, id, wilayah },
      ...anggota
        .filter((a) => a.cocok)
        .map((a) => ({ jenis: 'individu' as const, id: a.id, wilayah })),
    ]),
  )
  return ok({
    kantor,
    keluarga: found.map(({ wilayah: _, ...shown }) => shown),
    tidakAda: found.length === 0 ? kalimatTidakAda(kantor) : null,
  })
})

export const loketHandlers = [cari, surat]
