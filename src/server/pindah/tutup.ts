/** What was open at the origin about those who left is closed there, visibly; another who asks is led to where they are now. */
import { sql } from 'kysely'
import type { Kerja } from '#server/usulan/kerja.ts'
import type { BarisPermintaan } from './baris.ts'

const selesai = ['diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui']

/**
 * The origin's own move out is done; other proposals about the family that ended, or about a person
 * who left, are closed with the receipt of the move as their reason.
 */
async function tutupUsulan(
  ctx: Kerja,
  p: BarisPermintaan,
  orang: readonly string[],
): Promise<void> {
  await sql`
    with k as (select status <> 'aktif' as habis from keluarga where kab = ${p.kab} and id = ${p.keluarga_id}),
    buka as (
      select u.kab, u.id, u.status, u.jenis = 'pindah_keluar' as keluar from usulan u, k
      where u.kab = ${p.kab} and u.keluarga_id = ${p.keluarga_id} and u.status <> all (${selesai}::text[])
        and (u.jenis = 'pindah_keluar' or k.habis or u.individu_id = any (${orang}::uuid[])) for update of u),
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

export async function tutupDiAsal(
  ctx: Kerja,
  p: BarisPermintaan,
  orang: readonly string[],
): Promise<void> {
  await tutupUsulan(ctx, p, orang)
  await antarUlang(ctx, p, orang)
}
