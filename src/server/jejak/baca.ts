/** Entries of the log, newest first, paged by their number: by record, by officer, by any filter. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { defaultZone } from '#server/clock.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type SubjekEntri = { jenis: string; id: string; wilayah?: number }

/** One entry as it lies in the database; of a list over many areas only the record that is ours. */
export type BarisEntri = {
  id: number
  waktu: Date
  pengguna_id: string | null
  nama: string | null
  peran: string | null
  jenis_penugasan: 'definitif' | 'plt' | 'plh' | null
  wilayah: number
  operasi: string
  tujuan: string | null
  tujuan_teks: string | null
  subjek: SubjekEntri[]
  jumlah: number | null
  perubahan: unknown
}

export type Halaman = { readonly setelah?: number | undefined; readonly batas: number }

/** The first wall, as the policies of `jejak` have it: the actor's area, or that of all records. */
const entriDalam = (c: Cakupan): RawBuilder<boolean> =>
  belowVillage(c)
    ? sql`false`
    : sql`((e.wilayah >= ${c.lo} and e.wilayah < ${c.hi}) or (e.subjek_lo >= ${c.lo} and e.subjek_hi <= ${c.hi}))`

/** The same for a record's own rows. */
export const catatanDalam = (c: Cakupan): RawBuilder<boolean> =>
  belowVillage(c)
    ? sql`false`
    : sql`((s.wilayah >= ${c.lo} and s.wilayah < ${c.hi}) or (s.wilayah_pelaku >= ${c.lo} and s.wilayah_pelaku < ${c.hi}))`

const before = (column: string, { setelah }: Halaman): RawBuilder<unknown> =>
  setelah === undefined ? sql`` : sql`and ${sql.ref(column)} < ${setelah}`

/**
 * Newest first. Within a period the time leads, so that only the period is read; otherwise the
 * number, which goes with the index of officers too.
 */
type Urutan = 'nomor' | 'waktu'

const urutkan = (urut: Urutan): RawBuilder<unknown> =>
  urut === 'waktu' ? sql`e.waktu desc, e.id desc` : sql`e.id desc`

const sebelumEntri = (h: Halaman, urut: Urutan): RawBuilder<unknown> =>
  h.setelah !== undefined && urut === 'waktu'
    ? sql`and (e.waktu, e.id) < ((select a.waktu from jejak a where a.id = ${h.setelah}), ${h.setelah})`
    : before('e.id', h)

/** Entries of `jejak` itself. */
export async function entriMenurut(
  tx: Kysely<DB>,
  c: Cakupan,
  syarat: readonly RawBuilder<unknown>[],
  h: Halaman,
  urut: Urutan = 'nomor',
): Promise<BarisEntri[]> {
  const found = await sql<BarisEntri>`
    select e.*, p.nama from (
      select e.id, e.waktu, e.pengguna_id, e.peran, e.jenis_penugasan, e.wilayah, e.operasi, e.tujuan, e.tujuan_teks,
        coalesce(e.subjek, '[]') as subjek, e.jumlah, e.perubahan
      from jejak e where ${sql.join([entriDalam(c), ...syarat], sql` and `)} ${sebelumEntri(h, urut)}
      order by ${urutkan(urut)} limit ${h.batas + 1}) e
    left join pengguna p on p.id = e.pengguna_id order by ${urutkan(urut)}`.execute(tx)
  return found.rows
}

export type Catatan = { readonly jenis: string; readonly id: string }

/** Entries that concern any of some records, found by their own rows. */
export async function entriCatatan(
  tx: Kysely<DB>,
  c: Cakupan,
  catatan: readonly Catatan[],
  syarat: readonly RawBuilder<unknown>[],
  h: Halaman,
): Promise<BarisEntri[]> {
  const found = await sql<BarisEntri>`
    select s.jejak_id as id, s.waktu, s.pengguna_id, p.nama, s.peran, s.jenis_penugasan, s.wilayah_pelaku as wilayah,
      s.operasi, s.tujuan, j.tujuan_teks, j.perubahan, j.jumlah,
      coalesce(j.subjek, jsonb_build_array(jsonb_build_object('jenis', s.jenis, 'id', s.subjek_id, 'wilayah', s.wilayah))) as subjek
    from (
      select distinct on (s.jejak_id) s.* from unnest(${catatan.map((r) => r.jenis)}::text[], ${catatan.map((r) => r.id)}::uuid[]) r(jenis, id)
      cross join lateral (
        select s.* from jejak_subjek s
        where s.jenis = r.jenis and s.subjek_id = r.id and ${sql.join([catatanDalam(c), ...syarat], sql` and `)} ${before('s.jejak_id', h)}
        order by s.jejak_id desc limit ${h.batas + 1}) s
      order by s.jejak_id desc limit ${h.batas + 1}) s
    left join jejak j on j.id = s.jejak_id
    left join pengguna p on p.id = s.pengguna_id
    order by s.jejak_id desc`.execute(tx)
  return found.rows
}

export type Saringan = {
  readonly dari?: string | undefined
  readonly sampai?: string | undefined
  readonly pengguna?: string | undefined
  readonly peran?: string | undefined
  readonly operasi?: string | undefined
  readonly tujuan?: string | undefined
  /** Operations that only read; null is no matter. */
  readonly operasiDalam: readonly string[] | null
}

const hari = (tanggal: string): RawBuilder<Date> =>
  sql`(${tanggal}::date::timestamp at time zone ${defaultZone})`

/** The filters that both tables answer, on the rows called `alias`. */
export function syaratSaringan(f: Saringan, alias: 'e' | 's'): RawBuilder<unknown>[] {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return [
    ...(f.dari ? [sql`${column('waktu')} >= ${hari(f.dari)}`] : []),
    ...(f.sampai ? [sql`${column('waktu')} < ${hari(f.sampai)} + interval '1 day'`] : []),
    ...(f.pengguna ? [sql`${column('pengguna_id')} = ${f.pengguna}`] : []),
    ...(f.peran ? [sql`${column('peran')} = ${f.peran}`] : []),
    ...(f.operasi ? [sql`${column('operasi')} = ${f.operasi}`] : []),
    ...(f.tujuan ? [sql`${column('tujuan')} = ${f.tujuan}`] : []),
    ...(f.operasiDalam ? [sql`${column('operasi')} = any (${f.operasiDalam}::text[])`] : []),
  ]
}
