/** Plans of regions: list, look at one, have it carried out, cancel. */
import { sql } from 'kysely'
import {
  pemekaranBatal,
  pemekaranDaftar,
  pemekaranMulai,
  pemekaranSatu,
} from '#contract/pemekaran.ts'
import { type Problem, problem, problemText } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { type BarisPemekaran, isiOf, pemekaranSql, rencanaOf } from './baris.ts'
import { dibawaOf, type Jumlah, kepalaOf, pratinjauOf } from './pratinjau.ts'
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

/** What stands against carrying it out now. */
function halanganOf(ctx: Context, r: BarisPemekaran, j: Jumlah): Problem | null {
  if (r.berlaku > ctx.today) return problem('pemekaran.belum_berlaku', { tanggal: r.berlaku })
  if (j.musyawarah + j.terikat > 0)
    return problem('pemekaran.masih_terbuka', { musyawarah: j.musyawarah, usulan: j.terikat })
  return r.pengguna_id === ctx.pengguna.id ? problem('pemekaran.orang_lain') : null
}

const one = handle(pemekaranSatu, async (ctx, { id }) => {
  const r = await cari(ctx, id, false)
  if (!r) return err(problem('tidak.ada'))
  const isi = await isiOf(ctx.tx, r)
  const pratinjau =
    r.status === 'rancangan'
      ? await pratinjauOf(ctx.tx, isi, ctx.today)
      : { ...(await kepalaOf(ctx.tx, isi)), bagian: await dibawaOf(ctx.tx, id, isi), jumlah: null }
  const halangan = pratinjau.jumlah && halanganOf(ctx, r, pratinjau.jumlah)
  const maju = await sql<{ dibawa: number }>`select count(*)::int as dibawa from pemekaran_keluarga
    where pemekaran_id = ${id} and dibawa_pada is not null`.execute(ctx.tx)
  return ok({
    rencana: rencanaOf(r),
    halangan: halangan ? problemText(halangan).title : null,
    pratinjau,
    dibawa: maju.rows[0]?.dibawa ?? 0,
    hasil: r.hasil,
  })
})

/** Whether regions and named families are still as the plan found them. */
async function masihSama(ctx: Context, r: BarisPemekaran): Promise<boolean> {
  const lama = r.wilayah_baru.filter((w) => !w.baru).map((w) => w.kode)
  const baru = r.wilayah_baru.filter((w) => w.baru).map((w) => w.kode)
  const found = await sql<{ sama: boolean }>`select
    not exists (select from wilayah where kode = any (${baru}::bigint[]) and berlaku_sampai is null)
    and not exists (select from unnest(${[...lama, ...r.berakhir]}::bigint[]) as k(kode)
      left join wilayah w on w.kode = k.kode and w.berlaku_sampai is null where w.kode is null)
    and not exists (select from pemekaran_tempat t left join wilayah w on w.kode = t.dari and w.berlaku_sampai is null
      where t.pemekaran_id = ${r.id} and w.kode is null)
    and not exists (select from pemekaran_keluarga p join keluarga k on k.kab = p.kab and k.id = p.keluarga_id
      where p.pemekaran_id = ${r.id} and p.dipilih and k.wilayah <> p.dari) as sama`.execute(ctx.tx)
  return found.rows[0]?.sama ?? false
}

/** The job that carries it out while it lives; one that a bug ended is begun anew and goes on from there. */
async function pekerjaanHidup(ctx: Context, r: BarisPemekaran): Promise<string | null> {
  const found = await sql<{
    id: string
  }>`select id from pekerjaan where id = ${r.pekerjaan_id} and status in ('antre', 'berjalan')`.execute(
    ctx.tx,
  )
  return found.rows[0]?.id ?? null
}

const start = handle(pemekaranMulai, async (ctx, { id, versi }) => {
  const r = await cari(ctx, id, true)
  if (!r) return err(problem('tidak.ada'))
  const lanjut = r.status === 'berjalan'
  const hidup = lanjut ? await pekerjaanHidup(ctx, r) : null
  if (hidup) return ok({ pekerjaanId: hidup })
  if (!lanjut && (r.status !== 'rancangan' || r.versi !== versi))
    return err(problem('pemekaran.berubah'))
  const { jumlah } = await pratinjauOf(ctx.tx, await isiOf(ctx.tx, r), ctx.today)
  if (!lanjut) {
    const halangan = halanganOf(ctx, r, jumlah)
    if (halangan) return err(halangan)
    if (!(await masihSama(ctx, r))) return err(problem('pemekaran.kedaluwarsa'))
  }
  const pekerjaanId = await ctx.enqueue('pemekaran.laksanakan', `Pemekaran: ${r.nama}`, {
    id,
    hari: ctx.today,
  })
  await sql`update pemekaran set status = 'berjalan', versi = versi + 1, pekerjaan_id = ${pekerjaanId},
      dimulai_oleh = case when ${lanjut} then dimulai_oleh else ${ctx.pengguna.id}::uuid end, dimulai_pada = coalesce(dimulai_pada, ${ctx.now})
    where id = ${id}`.execute(ctx.tx)
  ctx.lihat([{ jenis: 'pekerjaan', id: pekerjaanId }], {
    sebelum: { pemekaran: id, status: r.status },
    sesudah: { pemekaran: id, status: 'berjalan', jumlah },
  })
  return ok({ pekerjaanId })
})

const cancel = handle(pemekaranBatal, async (ctx, { id, versi, alasan }) => {
  const r = await cari(ctx, id, true)
  if (!r) return err(problem('tidak.ada'))
  if (r.status !== 'rancangan' || r.versi !== versi) return err(problem('pemekaran.berubah'))
  await sql`update pemekaran set status = 'dibatalkan', versi = versi + 1, alasan_batal = ${alasan} where id = ${id}`.execute(
    ctx.tx,
  )
  ctx.lihat([], {
    sebelum: { pemekaran: id, status: r.status },
    sesudah: { pemekaran: id, status: 'dibatalkan', alasan },
  })
  return ok({ versi: versi + 1 })
})

export const pemekaranHandlers: readonly Bound[] = [...rencanaHandlers, list, one, start, cancel]
