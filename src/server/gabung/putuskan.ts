/** Somebody else agrees or refuses; with the last who must agree the records become one, or two again. */
import { sql } from 'kysely'
import { gabungPutuskan } from '#contract/gabung.ts'
import { pemutusGabung } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { kataTolakGabung, type TolakGabung, tolakMemutus } from '#domain/gabung/putus.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kinAmong } from '#server/pengguna/petugas/kerabat.ts'
import { type BarisGabung, gabunganOf, satuGabung } from './baris.ts'
import { muatRekaman, type Termuat } from './muat.ts'
import { type Rencana, rencanaGabung, rencanaPisah, type Sebab } from './rencana.ts'
import { tulisUbahan } from './tulis.ts'

/** Why the reader may not decide; null where they may. */
export async function tolakOf(
  ctx: Context,
  g: BarisGabung,
  keluarga: Termuat['keluarga'],
): Promise<TolakGabung | null> {
  const kerabat = await kinAmong(ctx.tx, await ringOf(ctx.dataFolder), ctx.pengguna.id, keluarga)
  return tolakMemutus({
    pemutus: pemutusGabung.includes(ctx.pengguna.peran),
    pengusul: g.pengusul_id === ctx.pengguna.id,
    sudahSetuju: g.setuju.includes(ctx.pengguna.id),
    kerabat: kerabat.size > 0,
  })
}

const duaDari = (g: BarisGabung) => ({
  jenis: g.jenis,
  ke: { kab: g.kab, id: g.ke_id },
  dari: { kab: g.dari_kab, id: g.dari_id },
})

async function rencana(
  ctx: Context,
  g: BarisGabung,
  termuat: Termuat,
): Promise<Result<Rencana, Sebab>> {
  if (g.arah === 'gabung') return rencanaGabung(ctx, termuat, gabunganOf(g, ctx.today))
  const asal = await satuGabung(ctx.tx, ctx.cakupan, g.kab, g.asal_id ?? '', true)
  if (!asal) throw new Error(`The merge of ${g.id} is not in the area`)
  return rencanaPisah(ctx, asal, true)
}

async function langkah(
  ctx: Context,
  g: BarisGabung,
  aksi: string,
  alasan: string | undefined,
): Promise<void> {
  await sql`insert into gabung_langkah (kab, gabung_id, wilayah, aksi, alasan, pengguna_id, peran, pada)
    values (${g.kab}, ${g.id}, ${g.wilayah}, ${aksi}, ${alasan ?? null}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})`.execute(
    ctx.tx,
  )
}

async function catat(ctx: Context, g: BarisGabung, status: BarisGabung['status']): Promise<void> {
  await sql`update gabung set status = ${status}, versi = versi + 1, selesai_pada = ${status === 'diajukan' ? null : ctx.now}
    where kab = ${g.kab} and id = ${g.id}`.execute(ctx.tx)
  if (g.arah === 'pisah' && status === 'dilaksanakan')
    await sql`update gabung set dipisah_pada = ${ctx.now}, versi = versi + 1 where kab = ${g.kab} and id = ${g.asal_id}`.execute(
      ctx.tx,
    )
}

export const decide = handle(gabungPutuskan, async (ctx, { kab, id, versi, setuju, alasan }) => {
  const g = await satuGabung(ctx.tx, ctx.cakupan, kab, id, true)
  const termuat = g && (await muatRekaman(ctx, duaDari(g), true))
  if (!g || !termuat) return err(problem('tidak.ada'))
  if (g.status !== 'diajukan' || g.versi !== versi) return err(problem('gabung.sudah_selesai'))
  const tolak = await tolakOf(ctx, g, termuat.keluarga)
  if (tolak) return err(problem('gabung.tidak_boleh', { sebab: kataTolakGabung[tolak].id }))
  if (!setuju && !alasan) return err(problem('gabung.perlu_alasan'))
  const subjek = [
    { jenis: g.jenis, id: g.ke_id, wilayah: g.wilayah },
    { jenis: g.jenis, id: g.dari_id, wilayah: g.wilayah },
  ]
  const hasil = setuju ? await rencana(ctx, g, termuat) : null
  if (hasil && !hasil.ok) {
    ctx.lihat(subjek)
    const { masalah, rincian } = hasil.error
    return ok({ status: g.status, versi: g.versi, masalah, rincian: [...rincian] })
  }
  const cukup = g.setuju.length + 1 >= g.perlu
  const status = !setuju ? 'ditolak' : cukup ? 'dilaksanakan' : 'diajukan'
  await langkah(ctx, g, setuju ? 'setuju' : 'tolak', alasan)
  if (hasil && cukup) await tulisUbahan(ctx, g, hasil.value.ubahan)
  await catat(ctx, g, status)
  ctx.lihat(
    subjek,
    {
      sebelum: { [g.arah]: g.id, status: g.status },
      sesudah: { [g.arah]: g.id, status, baris: hasil && cukup ? hasil.value.ubahan.length : 0 },
    },
    alasan ? { alasan } : {},
  )
  return ok({ status, versi: g.versi + 1, masalah: null, rincian: [] })
})
