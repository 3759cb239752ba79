/** What can be posted in an area, and the names on one posted list. */
import { type Kysely, sql } from 'kysely'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { dalamSk } from '#server/kuota/daftar.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type BarisPengumuman = {
  jenis: 'usulan' | 'sk'
  wilayah: number
  namaWilayah: string
  daftar: string | null
  program: string | null
  sk: string | null
  tanggal: string
  jumlah: number
}

/** Villages with posted proposals, and villages of the lists in force that were established. */
export async function yangDiumumkan(
  tx: Kysely<DB>,
  c: Cakupan,
): Promise<readonly BarisPengumuman[]> {
  const found = await sql<BarisPengumuman>`
    select x.*, coalesce(w.nama, x.wilayah::text) as "namaWilayah" from (
      select 'usulan' as jenis, u.wilayah, null::uuid as daftar, null::text as program, null::text as sk, min(u.status_hari)::text as tanggal, count(*)::int as jumlah
      from usulan u where u.jalur = 'usulan' and u.status = 'diumumkan' and ${inArea(c, 'u')} group by u.wilayah
      union all
      select 'sk', b.wilayah, d.id, d.program, t.sk_nomor, t.sk_tanggal::text, count(*)::int
      from daftar d join daftar_penetapan t on t.daftar_id = d.id
        join daftar_baris b on b.daftar_id = d.id and ${dalamSk}
      where ${inArea(c, 'b')} and d.lo < ${c.hi} and d.hi > ${c.lo}
        and not exists (select from daftar l where l.kuota_id = d.kuota_id and l.versi > d.versi)
      group by b.wilayah, d.id, d.program, t.sk_nomor, t.sk_tanggal) x
    left join wilayah w on w.kode = x.wilayah order by x.tanggal desc, x.jenis, x.wilayah limit 1000`.execute(
    tx,
  )
  return found.rows
}

export type NamaUsulan = {
  id: string
  jenis: JenisUsulan
  nama: string
  rt: number | null
  nomor: string | null
  tanggal: string | null
}

/** Posted proposals of a village, with the minutes that bind them, by RT and name. */
export async function namaUsulan(
  tx: Kysely<DB>,
  c: Cakupan,
  wilayah: number,
): Promise<readonly NamaUsulan[]> {
  const found = await sql<NamaUsulan>`
    select u.id, u.jenis, u.nama, u.rt, m.nomor, m.tanggal::text from usulan u
    left join musyawarah m on m.kab = u.kab and m.id = u.meterai_id
    where u.wilayah = ${wilayah} and u.jalur = 'usulan' and u.status = 'diumumkan' and ${inArea(c, 'u')}
    order by u.rt nulls last, u.nama, u.id limit 5000`.execute(tx)
  return found.rows
}

export type NamaPenerima = { id: string; nama: string; rt: number | null }

/** Whom the decree of a list names, in one village, by RT and name: never in the order of poverty. */
export async function namaPenerima(
  tx: Kysely<DB>,
  c: Cakupan,
  daftar: string,
  wilayah: number,
): Promise<readonly NamaPenerima[]> {
  const found = await sql<NamaPenerima>`
    select b.keluarga_id as id, b.nama_kepala as nama, b.rt from daftar_baris b
    where b.daftar_id = ${daftar} and b.wilayah = ${wilayah} and ${dalamSk} and ${inArea(c, 'b')}
    order by b.rt nulls last, b.nama_kepala, b.keluarga_id limit 20000`.execute(tx)
  return found.rows
}
