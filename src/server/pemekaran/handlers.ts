/** Plans of regions: list, look at one, approve, have it carried out, cancel. */
import { sql } from 'kysely'
import {
  pemekaranBatal,
  pemekaranDaftar,
  pemekaranMulai,
  pemekaranSatu,
  pemekaranSetujui,
} from '#contract/pemekaran.ts'
import { pengaturWilayah } from '#contract/peran.ts'
import { type Problem, problem, problemText } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { type BarisPemekaran, isiOf, pemekaranSql, rencanaOf } from './baris.ts'
import { halanganOf, mulaiRencana } from './mulai.ts'
import { dibawaOf, kepalaOf, pratinjauOf, terbukaOf } from './pratinjau.ts'
import { rencanaHandlers } from './rencana.ts'

const list = handle(pemekaranDaftar, async (ctx) => {
  const found = await sql<BarisPemekaran>`select ${pemekaranSql}
    where r.lo < ${ctx.cakupan.hi} and r.hi > ${ctx.cakupan.lo} order by r.id desc limit 200`.execute(
    ctx.tx,
  )
  return ok({ pemekaran: found.rows.map(rencanaOf) })
})

async function cari(ctx: Context, id: string, kunci: boolean): Promise<BarisPemekaran | undefined> {
  const found = await sql<BarisPemekaran>`select ${pemekaranSql}
    where r.id = ${id} and r.lo >= ${ctx.cakupan.lo} and r.hi <= ${ctx.cakupan.hi} ${kunci ? sql`for update of r` : sql``}`.execute(
    ctx.tx,
  )
  return found.rows[0]
}

/** Planned or approved: everything is still where it was. */
const belumMulai = (r: BarisPemekaran): boolean =>
  r.status === 'rancangan' || r.status === 'disetujui'

const one = handle(pemekaranSatu, async (ctx, { id }) => {
  const r = await cari(ctx, id, false)
  if (!r) return err(problem('tidak.ada'))
  const isi = await isiOf(ctx.tx, r)
  const pratinjau = belumMulai(r)
    ? await pratinjauOf(ctx.tx, isi, ctx.today)
    : { ...(await kepalaOf(ctx.tx, isi)), bagian: await dibawaOf(ctx.tx, id, isi), jumlah: null }
  const halangan = belumMulai(r)
    ? await halanganOf(ctx.tx, r, pratinjau.jumlah ?? { musyawarah: 0, terikat: 0 })
    : null
  const maju = await sql<{ dibawa: number }>`select count(*)::int as dibawa from pemekaran_keluarga
    where pemekaran_id = ${id} and dibawa_pada is not null`.execute(ctx.tx)
  return ok({
    rencana: rencanaOf(r),
    bolehSetujui:
      r.status === 'rancangan' &&
      r.pengguna_id !== ctx.pengguna.id &&
      pengaturWilayah.includes(ctx.pengguna.peran),
    halangan: halangan ? problemText(halangan).title : null,
    pratinjau,
    dibawa: maju.rows[0]?.dibawa ?? 0,
    hasil: r.hasil,
  })
})

/** The job that carries it out while it lives; one that a bug ended is begun anew and goes on from there. */
async function pekerjaanHidup(ctx: Context, r: BarisPemekaran): Promise<string | null> {
  const found = await sql<{
    id: string
  }>`select id from pekerjaan where id = ${r.pekerjaan_id} and status in ('antre', 'berjalan')`.execute(
    ctx.tx,
  )
  return found.rows[0]?.id ?? null
}

/** Another than who planned it approves; where its day has come and nothing stands against it, it begins here. */
const approve = handle(pemekaranSetujui, async (ctx, { id, versi }) => {
  const r = await cari(ctx, id, true)
  if (!r) return err(problem('tidak.ada'))
  if (r.status !== 'rancangan' || r.versi !== versi) return err(problem('pemekaran.berubah'))
  if (r.pengguna_id === ctx.pengguna.id) return err(problem('pemekaran.orang_lain'))
  const terbuka = await terbukaOf(ctx.tx, await isiOf(ctx.tx, r))
  const halangan = await halanganOf(ctx.tx, r, terbuka)
  // What is open today may be ended by its day; a stale plan is not mended by waiting.
  if (halangan?.code === 'pemekaran.kedaluwarsa') return err(halangan)
  await sql`update pemekaran set status = 'disetujui', versi = versi + 1, dimulai_oleh = ${ctx.pengguna.id}, disetujui_pada = ${ctx.now}
    where id = ${id}`.execute(ctx.tx)
  const mulai = r.berlaku <= ctx.today && !halangan
  const pekerjaanId = mulai ? await mulaiRencana(ctx.tx, r, { ...ctx, antre: ctx.enqueue }) : null
  ctx.lihat(pekerjaanId ? [{ jenis: 'pekerjaan', id: pekerjaanId }] : [], {
    sebelum: { pemekaran: id, status: r.status },
    sesudah: { pemekaran: id, status: mulai ? 'berjalan' : 'disetujui', berlaku: r.berlaku },
  })
  return ok({ pekerjaanId })
})

/** An approved plan begins now instead of tonight, or goes on where its job stopped. */
const start = handle(pemekaranMulai, async (ctx, { id, versi }) => {
  const r = await cari(ctx, id, true)
  if (!r) return err(problem('tidak.ada'))
  const lanjut = r.status === 'berjalan'
  const hidup = lanjut ? await pekerjaanHidup(ctx, r) : null
  if (hidup) return ok({ pekerjaanId: hidup })
  if (!lanjut) {
    const tahan = await tertahan(ctx, r, versi)
    if (tahan) return err(tahan)
  }
  const pekerjaanId = await mulaiRencana(ctx.tx, r, { ...ctx, antre: ctx.enqueue })
  ctx.lihat([{ jenis: 'pekerjaan', id: pekerjaanId }], {
    sebelum: { pemekaran: id, status: r.status },
    sesudah: { pemekaran: id, status: 'berjalan' },
  })
  return ok({ pekerjaanId })
})

/** Why a plan that is not being carried out cannot begin now. */
async function tertahan(ctx: Context, r: BarisPemekaran, versi: number): Promise<Problem | null> {
  if (!belumMulai(r) || r.versi !== versi) return problem('pemekaran.berubah')
  if (r.status === 'rancangan') return problem('pemekaran.belum_disetujui')
  if (r.berlaku > ctx.today) return problem('pemekaran.belum_berlaku', { tanggal: r.berlaku })
  return halanganOf(ctx.tx, r, await terbukaOf(ctx.tx, await isiOf(ctx.tx, r)))
}

const cancel = handle(pemekaranBatal, async (ctx, { id, versi, alasan }) => {
  const r = await cari(ctx, id, true)
  if (!r) return err(problem('tidak.ada'))
  if (!belumMulai(r) || r.versi !== versi) return err(problem('pemekaran.berubah'))
  await sql`update pemekaran set status = 'dibatalkan', versi = versi + 1, alasan_batal = ${alasan} where id = ${id}`.execute(
    ctx.tx,
  )
  ctx.lihat([], {
    sebelum: { pemekaran: id, status: r.status },
    sesudah: { pemekaran: id, status: 'dibatalkan', alasan },
  })
  return ok({ versi: versi + 1 })
})

export const pemekaranHandlers: readonly Bound[] = [
  ...rencanaHandlers,
  list,
  one,
  approve,
  start,
  cancel,
]
