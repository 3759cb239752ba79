/** What was open at the origin about those who left is closed there, visibly; another who asks is led to where they are now. */
import { sql } from 'kysely'
import { isiUsulanSchema } from '#domain/usulan/isi.ts'
import { pergi } from '#domain/usulan/peristiwa/pindah.ts'
import { type Registri, salin } from '#domain/usulan/peristiwa/registri.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import type { BarisPermintaan } from './baris.ts'

const selesai = ['diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui']

/** The origin's own moves out by which nobody would go any more but those who have gone. */
async function terpenuhi(
  ctx: Kerja,
  p: BarisPermintaan,
  r: Registri,
  orang: readonly string[],
): Promise<readonly string[]> {
  const found = await sql<{ id: string; isi: unknown }>`select u.id, u.isi from usulan u
    where u.kab = ${p.kab} and u.keluarga_id = ${p.keluarga_id} and u.jenis = 'pindah_keluar' and u.status <> all (${selesai}::text[])`.execute(
    ctx.tx,
  )
  const d = salin(r)
  return found.rows.flatMap(({ id, isi }) => {
    const keluar = isiUsulanSchema.parse(isi).peristiwa
    const gone = keluar?.jenis === 'pindah_keluar' ? pergi(d, p.keluarga_id, keluar) : []
    return gone.length > 0 && gone.every((i) => orang.includes(i)) ? [id] : []
  })
}

/**
 * The origin's own move out is done where it had been sent; other proposals about the family that
 * ended, or about a person who left, are closed with the receipt of the move as their reason.
 */
async function tutupUsulan(
  ctx: Kerja,
  p: BarisPermintaan,
  r: Registri,
  orang: readonly string[],
): Promise<void> {
  const keluar = await terpenuhi(ctx, p, r, orang)
  await sql`
    with k as (select status <> 'aktif' as habis from keluarga where kab = ${p.kab} and id = ${p.keluarga_id}),
    buka as (
      select u.kab, u.id, u.status, u.jenis = 'pindah_keluar' and u.status not in ('draf', 'dikembalikan') as keluar from usulan u, k
      where u.kab = ${p.kab} and u.keluarga_id = ${p.keluarga_id} and u.status <> all (${selesai}::text[])
        and (k.habis or u.id = any (${keluar}::uuid[]) or u.individu_id = any (${orang}::uuid[])) for update of u),
    ubah as (
      update usulan u set status = case when b.keluar then 'diterima' else 'ditolak' end, versi = u.versi + 1,
        status_pada = ${ctx.now}, status_hari = ${ctx.today}::date, diubah_pada = ${ctx.now}
      from buka b where u.kab = b.kab and u.id = b.id
      returning u.kab, u.id, u.wilayah, u.rt, u.keluarga_id, b.status as dari, u.status as ke, b.keluar)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, alasan, peran, hari, pada)
    select kab, id, wilayah, rt, keluarga_id, case when keluar then 'tujuan_menerima' else 'keluarga_pindah' end, dari, ke, ${p.nomor}, 'sistem',
      ${ctx.today}::date, ${ctx.now} from ubah`.execute(ctx.tx)
}

/** Others who asked for the same persons are carried anew, to where these are registered now. */
async function antarUlang(ctx: Kerja, p: BarisPermintaan, orang: readonly string[]): Promise<void> {
  const lain = await sql<{ id: string; tujuan_kab: number }>`
    update permintaan_pindah set status = 'ditutup', versi = versi + 1
    where kab = ${p.kab} and keluarga_id = ${p.keluarga_id} and id <> ${p.id} and status in ('menunggu', 'naik') and orang && ${orang}::uuid[]
    returning id, tujuan_kab`.execute(ctx.tx)
  await sql`update usulan u set diantar_pada = null from unnest(${lain.rows.map((r) => r.tujuan_kab)}::smallint[], ${lain.rows.map((r) => r.id)}::uuid[]) as b(kab, id)
    where u.kab = b.kab and u.id = b.id`.execute(ctx.tx)
}

/** @param r the origin as it stood before they left */
export async function tutupDiAsal(
  ctx: Kerja,
  p: BarisPermintaan,
  r: Registri,
  orang: readonly string[],
): Promise<void> {
  await tutupUsulan(ctx, p, r, orang)
  await antarUlang(ctx, p, orang)
}
