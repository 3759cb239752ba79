/** What a plan would carry, what stays, and what must be ended before, in counts. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Rencana, Tempat } from '#domain/pemekaran/rencana.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type Pilihan, pindahan, tempatSql } from './tujuan.ts'

export type Isi = Pick<Rencana, 'wilayah' | 'berakhir' | 'tempat'> & {
  readonly pilihan: readonly Pilihan[]
}

type Bagian = {
  dari: number
  ke: number
  rt: number[]
  namaDari: string
  namaKe: string
  keluarga: number
  jiwa: number
}

const habis = [...selesai]
/** Decided by a meeting, and still at the village: only who holds the meeting's village can go on. */
const terikat = ['disetujui', 'akhir', 'diumumkan']

/** Per place and destination, families and persons that go. */
async function bagianOf(tx: Kysely<DB>, r: Isi, dari: RawBuilder<unknown>): Promise<Bagian[]> {
  const nama = new Map(r.wilayah.map((w) => [w.kode, w.nama]))
  const found = await sql<Omit<Bagian, 'rt'>>`
    select m.dari, m.ke, coalesce(d.nama, m.dari::text) as "namaDari", coalesce(t.nama, m.ke::text) as "namaKe",
      count(m.id) filter (where m.status = 'aktif')::int as keluarga, coalesce(sum(i.n), 0)::int as jiwa
    from ${dari} m left join wilayah d on d.kode = m.dari left join wilayah t on t.kode = m.ke
      left join lateral (select count(*) as n from individu i where i.kab = m.kab and i.keluarga_id = m.id and i.status = 'aktif') i on m.status = 'aktif'
    group by m.dari, m.ke, d.nama, t.nama order by m.dari, m.ke`.execute(tx)
  const rtOf = (b: { dari: number; ke: number }): number[] =>
    r.tempat
      .flatMap((t) => (t.dari === b.dari && t.ke === b.ke && t.rt !== null ? [t.rt] : []))
      .sort((a, c) => a - c)
  return found.rows.map((b) => ({ ...b, namaKe: nama.get(b.ke) ?? b.namaKe, rt: rtOf(b) }))
}

/** Rows of `x` that go along: of a family that goes, or at a place that goes and of no family. */
const ikut = (x: string) =>
  sql`(exists (select from m where m.kab = ${sql.ref(`${x}.kab`)} and m.id = ${sql.ref(`${x}.keluarga_id`)}) or (${sql.ref(`${x}.keluarga_id`)} is null
    and exists (select from t where t.dari = ${sql.ref(`${x}.wilayah`)} and (t.rt is null or t.rt = ${sql.ref(`${x}.rt`)}))))`

export type Jumlah = {
  keluarga: number
  jiwa: number
  dipilih: number
  penerima: number
  usulan: number
  draf: number
  berkas: number
  petugas: number
  kuota: number
  daftar: number
  surat: number
  musyawarah: number
  terikat: number
  rtBertemu: number
  sebelum: number
  sesudah: number
}

/** Villages that give or take something. */
export const tersentuh = (r: Isi): { dari: Wilayah[]; ke: Wilayah[] } => {
  const semua: readonly (Tempat | Pilihan)[] = [...r.tempat, ...r.pilihan]
  return { dari: [...new Set(semua.map((t) => t.dari))], ke: [...new Set(semua.map((t) => t.ke))] }
}

/** What must be ended before: meetings that are open, proposals between a meeting and the final list. */
export type Terbuka = Pick<Jumlah, 'musyawarah' | 'terikat'>

/** A plan's families as `m`, its places as `t`. */
const rencanaCte = (r: Isi) =>
  sql`m as materialized (select * from ${pindahan(r.tempat, r.pilihan)} m), t as (select * from ${tempatSql(r.tempat)} t)`

const terbukaSql = (dari: readonly Wilayah[], desa: readonly Wilayah[]) => sql`
  (select count(*)::int from musyawarah s where s.wilayah = any (${desa}::bigint[]) and s.status in ('disiapkan', 'selesai')) as musyawarah,
  (select count(*)::int from usulan u where u.wilayah = any (${dari}::bigint[]) and u.status = any (${terikat}::text[]) and ${ikut('u')}) as terikat`

/** Only what holds a plan up. */
export async function terbukaOf(tx: Kysely<DB>, r: Isi): Promise<Terbuka> {
  const { dari, ke } = tersentuh(r)
  const found = await sql<Terbuka>`
    with ${rencanaCte(r)} select ${terbukaSql(dari, [...new Set([...dari, ...ke])])}`.execute(tx)
  return found.rows[0] ?? { musyawarah: 0, terikat: 0 }
}

async function jumlahOf(tx: Kysely<DB>, r: Isi, today: string): Promise<Jumlah> {
  const { dari, ke } = tersentuh(r)
  const desa = [...new Set([...dari, ...ke])]
  const found = await sql<Jumlah>`
    with ${rencanaCte(r)},
      a as (select * from m where status = 'aktif')
    select (select count(*)::int from a) as keluarga,
      (select count(*)::int from a join individu i on i.kab = a.kab and i.keluarga_id = a.id and i.status = 'aktif') as jiwa,
      (select count(*)::int from a where dipilih) as dipilih,
      (select count(distinct p.keluarga_id)::int from a join penerimaan p on p.kab = a.kab and p.keluarga_id = a.id and p.sampai is null) as penerima,
      (select count(*)::int from usulan u where u.wilayah = any (${dari}::bigint[]) and u.status <> 'draf' and u.status <> all (${habis}::text[]) and ${ikut('u')}) as usulan,
      (select count(*)::int from usulan u where u.wilayah = any (${dari}::bigint[]) and u.status = 'draf' and ${ikut('u')}) as draf,
      (select count(*)::int from berkas b where b.wilayah = any (${dari}::bigint[]) and ${ikut('b')}) as berkas,
      (select count(*)::int from penugasan g where g.wilayah = any (${dari}::bigint[]) and (g.sampai is null or g.sampai > ${today}::date)
        and (g.rt is not null or g.keluarga is not null or g.wilayah = any (${r.berakhir}::bigint[]))) as petugas,
      (select count(*)::int from kuota q where q.sampai > ${today}::date and q.wilayah = any (${r.berakhir}::bigint[])) as kuota,
      (select count(distinct l.daftar_id)::int from daftar_baris l join m on m.kab = l.kab and m.id = l.keluarga_id) as daftar,
      (select count(*)::int from dokumen d where d.wilayah = any (${dari}::bigint[])) as surat,
      ${terbukaSql(dari, desa)},
      (select count(*)::int from (select distinct m.ke, coalesce(m.rt_ke, m.rt_dari) as rt from a m where m.ke <> m.dari) b
        where exists (select from keluarga k where k.wilayah = b.ke and k.rt = b.rt and k.status = 'aktif')) as "rtBertemu",
      (select count(*)::int from keluarga k where k.wilayah = any (${desa}::bigint[]) and k.status = 'aktif') as sebelum,
      (select count(*)::int from keluarga k left join m on m.kab = k.kab and m.id = k.id
        where k.wilayah = any (${desa}::bigint[]) and k.status = 'aktif' and coalesce(m.ke, k.wilayah) = any (${desa}::bigint[])) as sesudah`.execute(
    tx,
  )
  const [row] = found.rows
  if (!row) throw new Error('Counts give one row')
  return row
}

/** Families by the plan that is, or has been, carried out. */
export const dibawaOf = (tx: Kysely<DB>, id: string, r: Isi): Promise<Bagian[]> =>
  bagianOf(
    tx,
    r,
    sql`(select p.kab, p.keluarga_id as id, p.dari, p.ke, k.status from pemekaran_keluarga p
      join keluarga k on k.kab = p.kab and k.id = p.keluarga_id where p.pemekaran_id = ${id})`,
  )

/** Regions that are new or end. */
export async function kepalaOf(tx: Kysely<DB>, r: Isi) {
  const akhir = await sql<{ kode: number; nama: string }>`
    select kode, nama from wilayah where kode = any (${r.berakhir}::bigint[]) order by kode`.execute(
    tx,
  )
  return {
    wilayah: r.wilayah.map(({ kode, nama, jenis, baru }) => ({ kode, nama, jenis, baru })),
    berakhir: akhir.rows,
  }
}

/** The preview of a plan that has not been carried out. */
export const pratinjauOf = async (tx: Kysely<DB>, r: Isi, today: string) => ({
  ...(await kepalaOf(tx, r)),
  bagian: await bagianOf(tx, r, pindahan(r.tempat, r.pilihan)),
  jumlah: await jumlahOf(tx, r, today),
})
