/** Proposals still open about a family that has ended are closed, with the event named in their history. */
import { sql } from 'kysely'
import type { Kerja } from '../kerja.ts'
import type { Rencana } from './rencana.ts'

/** Families that a plan ended. */
const berakhir = (jadi: readonly Rencana[]) =>
  jadi.flatMap(({ row, beda }) =>
    beda.flatMap((b) =>
      b.tabel === 'keluarga' && b.sebelum?.status === 'aktif' && b.sesudah.status !== 'aktif'
        ? [{ kab: b.sesudah.kab, id: b.sesudah.id, oleh: row.id, alasan: row.nomor }]
        : [],
    ),
  )

export async function tutupTerbuka(ctx: Kerja, jadi: readonly Rencana[]): Promise<void> {
  const ended = berakhir(jadi)
  if (ended.length === 0) return
  await sql`
    with k as (select * from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as k(kab smallint, id uuid, oleh uuid, alasan text)),
    buka as (
      select u.kab, u.id, u.status, k.alasan from usulan u join k on k.kab = u.kab and k.id = u.keluarga_id
      where u.id <> k.oleh and u.status not in ('diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui')
      for update of u),
    ubah as (
      update usulan u set status = 'ditolak', versi = u.versi + 1, status_pada = ${ctx.now}, status_hari = ${ctx.today}, diubah_pada = ${ctx.now}
      from buka b where u.kab = b.kab and u.id = b.id returning u.kab, u.id, u.wilayah, u.rt, u.keluarga_id, b.status as dari, b.alasan)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, alasan, peran, hari, pada)
    select kab, id, wilayah, rt, keluarga_id, 'keluarga_berakhir', dari, 'ditolak', alasan, 'sistem', ${ctx.today}, ${ctx.now} from ubah`.execute(
    ctx.tx,
  )
}
