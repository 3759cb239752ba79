/** Reads of batches: their heads, what they bind and where it stands now, and what no letter binds yet. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

/** Endorsed, held by nothing, and bound by no letter since it was endorsed last. Over `usulan u`. */
export const siapDikirim: RawBuilder<boolean> = sql`u.jalur = 'usulan' and u.status in ('disahkan', 'diperiksa')
  and u.periode is not null and u.tahanan is null and not exists (
    select from kiriman_usulan b join kiriman k on k.kab = b.kab and k.id = b.kiriman_id
    where b.kab = u.kab and b.usulan_id = u.id and k.dibuat_pada >= coalesce((select max(r.pada) from usulan_riwayat r
      where r.kab = u.kab and r.usulan_id = u.id and r.aksi = 'sahkan'), '-infinity'))`

export async function siapPerPeriode(tx: Kysely<DB>, c: Cakupan) {
  const found = await sql<{ wilayah: number; periode: string; jumlah: number }>`
    select u.kab * 1000000::bigint as wilayah, u.periode, count(*)::int as jumlah from usulan u
    where ${siapDikirim} and ${inArea(c, 'u')} group by 1, 2 order by 1, 2`.execute(tx)
  return found.rows
}

export type KirimanRow = {
  kab: number
  id: string
  wilayah: number
  nama_wilayah: string
  nomor: string
  periode: string
  jumlah: number
  sidik: string
  surat_nomor: string | null
  surat_tanggal: string
  surat_tenggat: string | null
  dokumen_id: string
  pindaian_id: string | null
  dikirim_pada: Date | null
  pembuat: string | null
  versi: number
  diterima: number
  ditolak: number
  dikembalikan: number
  berjalan: number
}

const kepala = sql`k.kab, k.id, k.wilayah, w.nama as nama_wilayah, k.nomor, k.periode, k.jumlah, k.sidik, k.surat_nomor, k.surat_tanggal::text,
  k.surat_tenggat::text, k.dokumen_id, k.pindaian_id, k.dikirim_pada, p.nama as pembuat, k.versi, h.diterima, h.ditolak, h.dikembalikan, h.berjalan
  from kiriman k join wilayah w on w.kode = k.wilayah left join pengguna p on p.id = k.pengguna_id
  cross join lateral (
    select count(*) filter (where u.status = 'diterima')::int as diterima, count(*) filter (where u.status = 'ditolak')::int as ditolak,
      count(*) filter (where u.status in ('disahkan', 'diperiksa', 'ditarik', 'berbenturan'))::int as berjalan,
      count(*) filter (where u.status not in ('diterima', 'ditolak', 'disahkan', 'diperiksa', 'ditarik', 'berbenturan'))::int as dikembalikan
    from kiriman_usulan b join usulan u on u.kab = b.kab and u.id = b.usulan_id where b.kab = k.kab and b.kiriman_id = k.id) h`

/** Newest first, after the one named. */
export async function daftarKiriman(
  tx: Kysely<DB>,
  c: Cakupan,
  setelah: string | null,
  batas: number,
): Promise<readonly KirimanRow[]> {
  const found = await sql<KirimanRow>`select ${kepala}
    where ${inArea(c, 'k', null)} and (${setelah}::uuid is null or k.id < ${setelah}::uuid) order by k.id desc limit ${batas}`.execute(
    tx,
  )
  return found.rows
}

export async function kirimanRow(
  tx: Kysely<DB>,
  c: Cakupan,
  { kab, id }: { kab: number; id: string },
): Promise<KirimanRow | undefined> {
  const found = await sql<KirimanRow>`select ${kepala}
    where k.kab = ${kab} and k.id = ${id} and ${inArea(c, 'k', null)}`.execute(tx)
  return found.rows[0]
}

/** Holds a batch until the transaction ends. */
export async function kunciKiriman(tx: Kysely<DB>, kab: number, id: string): Promise<void> {
  await sql`select 1 from kiriman where kab = ${kab} and id = ${id} for update`.execute(tx)
}

export type BarisTerikat = {
  urutan: number
  kab: number
  usulan_id: string
  nomor: string
  nama: string
  jenis: JenisUsulan
  wilayah: number
  nama_wilayah: string
  rt: number | null
  status: Keadaan
  alasan: string | null
}

/** What a batch binds, as bound, with the state of each now and the reason of its last step. */
export async function barisKiriman(
  tx: Kysely<DB>,
  c: Cakupan,
  { kab, id }: { kab: number; id: string },
): Promise<readonly BarisTerikat[]> {
  const found = await sql<BarisTerikat>`
    select b.urutan, b.kab, b.usulan_id, b.nomor, b.nama, b.jenis, b.wilayah, coalesce(w.nama, b.wilayah::text) as nama_wilayah, b.rt, u.status,
      (select r.alasan from usulan_riwayat r where r.kab = b.kab and r.usulan_id = b.usulan_id and r.ke = u.status order by r.id desc limit 1) as alasan
    from kiriman_usulan b join usulan u on u.kab = b.kab and u.id = b.usulan_id left join wilayah w on w.kode = b.wilayah
    where b.kab = ${kab} and b.kiriman_id = ${id} and ${inArea(c, 'b')} order by b.urutan`.execute(
    tx,
  )
  return found.rows
}
