/** Proposes a merge, withdraws it, and proposes to take one back. */
import { sql } from 'kysely'
import { gabungAjukan, gabungBatalkan, gabungPisah } from '#contract/gabung.ts'
import type { Input } from '#contract/operation.ts'
import { problem } from '#contract/problems.ts'
import { perluSetuju, wilayahBersama } from '#domain/gabung/putus.ts'
import type { Rekaman } from '#domain/gabung/rekaman.ts'
import { err, ok } from '#domain/result.ts'
import { inside } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { satuGabung } from './baris.ts'
import { kebijakanGabung } from './kebijakan.ts'
import { muatRekaman } from './muat.ts'
import { rencanaGabung, rencanaPisah } from './rencana.ts'
import { isiOf } from './tampil.ts'

type Dua = Pick<Input<typeof gabungAjukan>, 'jenis' | 'ke' | 'dari'>

/** Where the two lie together, and how many must agree. */
export function letak(r: Rekaman, g: Dua) {
  const [a, b] = [
    Number(isiOf(r, g, 'ke')?.wilayah ?? 0),
    Number(isiOf(r, g, 'dari')?.wilayah ?? 0),
  ]
  return { bersama: wilayahBersama(a, b), perlu: perluSetuju(a, b, kebijakanGabung) }
}

type Baru = Dua & {
  readonly arah: 'gabung' | 'pisah'
  readonly wilayah: number
  readonly perlu: number
  readonly alasan: string
  readonly orang?: readonly object[]
  readonly ambil?: readonly string[]
  readonly asal?: string
  readonly pasangan?: { readonly kab: number; readonly id: string }
}

/**
 * A new proposal with its first step; null where one of the two is in another open one of the reader's area. One
 * that lies above is not asked about: of two about the same record the one decided first holds.
 */
export async function simpanUsulan(ctx: Context, b: Baru): Promise<string | null> {
  const made = await sql<{ id: string }>`
    insert into gabung (kab, arah, jenis, wilayah, ke_id, dari_kab, dari_id, orang, ambil, asal_id, pasangan_kab, pasangan_id, alasan, perlu,
      pengusul_id, pengusul_peran, dibuat_pada)
    select ${b.ke.kab}, ${b.arah}, ${b.jenis}, ${b.wilayah}, ${b.ke.id}, ${b.dari.kab}, ${b.dari.id}, ${JSON.stringify(b.orang ?? [])}::jsonb,
      ${[...(b.ambil ?? [])]}::text[], ${b.asal ?? null}, ${b.pasangan?.kab ?? null}, ${b.pasangan?.id ?? null}, ${b.alasan}, ${b.perlu},
      ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now}
    where not exists (select from gabung g where g.status = 'diajukan' and (
      (g.kab, g.ke_id) in ((${b.ke.kab}, ${b.ke.id}::uuid), (${b.dari.kab}, ${b.dari.id}::uuid))
      or (g.dari_kab, g.dari_id) in ((${b.ke.kab}, ${b.ke.id}::uuid), (${b.dari.kab}, ${b.dari.id}::uuid))))
    returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id
  if (!id) return null
  await sql`insert into gabung_langkah (kab, gabung_id, wilayah, aksi, alasan, pengguna_id, peran, pada)
    values (${b.ke.kab}, ${id}, ${b.wilayah}, 'ajukan', ${b.alasan}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})`.execute(
    ctx.tx,
  )
  return id
}

export const propose = handle(gabungAjukan, async (ctx, g) => {
  const termuat = await muatRekaman(ctx, g)
  if (!termuat) return err(problem('tidak.ada'))
  const wilayah = (sisi: 'ke' | 'dari') => Number(isiOf(termuat.rekaman, g, sisi)?.wilayah ?? 0)
  const subjek = [
    { jenis: g.jenis, id: g.ke.id, wilayah: wilayah('ke') },
    { jenis: g.jenis, id: g.dari.id, wilayah: wilayah('dari') },
  ]
  const rencana = await rencanaGabung(ctx, termuat, { ...g, hari: ctx.today })
  if (!rencana.ok) {
    ctx.lihat(subjek)
    return ok({ kab: g.ke.kab, id: null, masalah: rencana.error.masalah })
  }
  const { bersama, perlu } = letak(termuat.rekaman, g)
  // Who sees one of the two by chance of a wider list, and not the region of both, does not propose.
  if (!inside(bersama, ctx.cakupan)) return err(problem('tidak.ada'))
  const id = await simpanUsulan(ctx, { ...g, arah: 'gabung', wilayah: bersama, perlu })
  if (!id) return err(problem('gabung.sudah_diajukan'))
  ctx.lihat(
    subjek,
    { sebelum: null, sesudah: { penggabungan: id, status: 'diajukan' } },
    { alasan: g.alasan },
  )
  return ok({ kab: g.ke.kab, id, masalah: null })
})

export const withdraw = handle(gabungBatalkan, async (ctx, { kab, id }) => {
  const g = await satuGabung(ctx.tx, ctx.cakupan, kab, id, true)
  if (!g) return err(problem('tidak.ada'))
  if (g.status !== 'diajukan' || g.pengusul_id !== ctx.pengguna.id)
    return err(problem('gabung.sudah_selesai'))
  await sql`update gabung set status = 'dibatalkan', selesai_pada = ${ctx.now}, versi = versi + 1 where kab = ${kab} and id = ${id}`.execute(
    ctx.tx,
  )
  await sql`insert into gabung_langkah (kab, gabung_id, wilayah, aksi, pengguna_id, peran, pada)
    values (${kab}, ${id}, ${g.wilayah}, 'batalkan', ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: g.jenis, id: g.ke_id, wilayah: g.wilayah }], {
    sebelum: { penggabungan: id, status: 'diajukan' },
    sesudah: { penggabungan: id, status: 'dibatalkan' },
  })
  return ok({ status: 'dibatalkan' as const })
})

export const unmerge = handle(gabungPisah, async (ctx, { kab, id, alasan }) => {
  const g = await satuGabung(ctx.tx, ctx.cakupan, kab, id, true)
  if (!g) return err(problem('tidak.ada'))
  if (g.arah !== 'gabung' || g.status !== 'dilaksanakan' || g.dipisah_pada !== null)
    return err(problem('gabung.belum'))
  const subjek = [{ jenis: g.jenis, id: g.ke_id, wilayah: g.wilayah }]
  const rencana = await rencanaPisah(ctx, g)
  if (!rencana.ok) {
    ctx.lihat(subjek)
    const { masalah, rincian } = rencana.error
    return ok({ kab, id: null, masalah, rincian: [...rincian] })
  }
  const baru = await simpanUsulan(ctx, {
    arah: 'pisah',
    jenis: g.jenis,
    ke: { kab, id: g.ke_id },
    dari: { kab: g.dari_kab, id: g.dari_id },
    wilayah: g.wilayah,
    perlu: g.perlu,
    alasan,
    asal: id,
  })
  if (!baru) return err(problem('gabung.sudah_diajukan'))
  ctx.lihat(subjek, { sebelum: null, sesudah: { pemisahan: baru, status: 'diajukan' } }, { alasan })
  return ok({ kab, id: baru, masalah: null, rincian: [] })
})
