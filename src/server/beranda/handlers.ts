/** The first page: how many families, who receives, what is free, what waits. */
import { sql } from 'kysely'
import { berandaRingkasan } from '#contract/beranda.ts'
import { ok } from '#domain/result.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { currentQuota } from '#server/kuota/queries.ts'
import { newestRound } from '#server/peringkat/terbaru.ts'
import { countsOf, regionBrief } from '#server/wilayah/queries.ts'

/** The programme of the first page until a region chooses another. */
const program = 'rastra'

type Waiting = { ditahan: number; pertanyaan: number; data_per: string | null }

async function waiting({ tx, cakupan }: Context): Promise<Waiting> {
  const found = await sql<Waiting>`
    select (select coalesce(sum(ditahan), 0)::int from impor where wilayah >= ${cakupan.lo} and wilayah < ${cakupan.hi} and status = 'selesai') as ditahan,
      (select count(*)::int from impor_pertanyaan where wilayah >= ${cakupan.lo} and wilayah < ${cakupan.hi} and jawaban is null) as pertanyaan,
      (select max(tanggal_data) from impor where wilayah >= ${cakupan.lo} and wilayah < ${cakupan.hi} and status = 'selesai') as data_per`.execute(
    tx,
  )
  return found.rows[0] ?? { ditahan: 0, pertanyaan: 0, data_per: null }
}

export const berandaHandlers = [
  handle(berandaRingkasan, async (ctx) => {
    const counts = await countsOf(ctx.tx, ctx.cakupan, ctx.pengguna.wilayah, program)
    const wait = await waiting(ctx)
    // A quota is for a whole region: beside the counts of some RT it would say nothing.
    const quota = belowVillage(ctx.cakupan)
      ? null
      : await currentQuota(ctx.tx, ctx.pengguna.wilayah, program, ctx.today)
    const kuota = quota?.jumlah ?? null
    const kuotaKosong = kuota === null ? null : Math.max(0, kuota - counts.menerima)
    const ronde = await newestRound(ctx.tx, ctx.cakupan)
    const waitingList = [
      { jenis: 'impor_pertanyaan' as const, jumlah: wait.pertanyaan },
      { jenis: 'impor_ditahan' as const, jumlah: wait.ditahan },
      { jenis: 'belum_berdesil' as const, jumlah: ronde === null ? counts.keluarga : 0 },
      { jenis: 'kuota_kosong' as const, jumlah: kuotaKosong ?? 0 },
    ]
    return ok({
      wilayah: await regionBrief(ctx.tx, ctx.pengguna.wilayah),
      terdaftar: counts.keluarga,
      jiwa: counts.individu,
      program,
      menerima: counts.menerima,
      belumMenerima: counts.keluarga - counts.menerima,
      kuota,
      kuotaKosong,
      dataPer: wait.data_per,
      pekerjaanRumah: waitingList.filter((item) => item.jumlah > 0),
    })
  }),
]
