/** What the lines mean for each family: the decision as SQL, its counts, and pages of families. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { firstDifferenceSql, type KodeAlasan } from '#domain/kuota/alasan.ts'
import type { KeputusanKuota } from '#domain/kuota/istilah.ts'
import { isSeri } from '#domain/kuota/potong.ts'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import { baseCtes, competesSql, keepsSql, regionOf, type Skenario } from './dasar.ts'
import type { GarisLengkap } from './garis.ts'

/** A cut with its lines found. */
export type Potongan = { readonly skenario: Skenario; readonly garis: readonly GarisLengkap[] }

/**
 * The parts of `baseCtes`, then `putusan`: `dasar` with `keputusan`, `alasan` and `putusan_id` as
 * `decide` gives them, and the key of the neighbour across the line. OFFSET 0 keeps the planner from
 * computing a decision anew for each use of it.
 */
export function decisionCtes({ skenario: s, garis }: Potongan): RawBuilder<unknown> {
  const of = <T>(pick: (g: GarisLengkap) => T): T[] => garis.map(pick)
  const held = garis.flatMap((g) => (g.putusan === null ? [] : [g.putusan]))
  return sql`${baseCtes(s, true)}, garis as (
    select * from unnest(${of((g) => g.kelompok)}::bigint[], ${of((g) => g.tempat)}::integer[], ${of((g) => g.kunci)}::bigint[],
      ${of((g) => !isSeri(g))}::boolean[], ${of((g) => g.dalam?.kunci ?? null)}::bigint[], ${of((g) => g.luar?.kunci ?? null)}::bigint[])
      as g (kelompok, tempat, batas, muat, kunci_dalam, kunci_luar)
  ), dinilai as (
    select d.*, g.batas, g.kunci_dalam, g.kunci_luar, b.putusan_id,
      case
        when not aktif then 'tidak_aktif'
        when ${keepsSql(s)} then case when kunci is null then 'belum_diperingkat' else 'tidak_digeser' end
        when kunci is null then 'belum_diperingkat'
        when not ${competesSql(s)} then 'tidak_layak'
        when coalesce(g.tempat, 0) = 0 then 'tempat_habis'
        when g.batas is null then 'muat_semua'
        when kunci <> g.batas then 'peringkat'
        when g.muat then 'di_garis'
        when b.putusan_id is null then 'seri'
        else 'seri_diputuskan'
      end as alasan, b.masuk as putusan_masuk, ${keepsSql(s)} as tetap_aturan
    from dasar d left join garis g on g.kelompok = d.kelompok
      left join kuota_putusan_baris b on b.putusan_id = any (${held}::uuid[]) and b.kab = d.kab and b.keluarga_id = d.id
        and d.kunci = g.batas and not g.muat
    offset 0
  ), putusan as (
    select *, case
      when alasan = 'seri' then 'seri'
      when tetap_aturan or alasan in ('muat_semua', 'di_garis') or (alasan = 'peringkat' and kunci < batas)
        or (alasan = 'seri_diputuskan' and putusan_masuk)
        then case when menerima then 'tetap' else 'masuk' end
      else case when menerima then 'keluar' else 'menunggu' end
    end as keputusan
    from dinilai offset 0
  )`
}

/** First part of the key that differs from the neighbour across the line, where rank decided. */
export const komponenSql = sql<string | null>`case when p.alasan <> 'peringkat' then null
  when p.kunci < p.batas then ${sql.raw(firstDifferenceSql('p.kunci', 'p.kunci_luar'))}
  else ${sql.raw(firstDifferenceSql('p.kunci', 'p.kunci_dalam'))} end`

/** The column of the rank in the area of the quota. */
export const rankColumn = (s: Skenario) => sql.ref(`h.peringkat_${tingkatOf(s.wilayah)}`)

export type HitunganPutusan = {
  wilayah: number
  nama: string
  terdaftar: number
  menerima: number
  tetap: number
  masuk: number
  keluar: number
  seri: number
  menunggu: number
  belum_diperingkat: number
  menerima_tidak_aktif: number
  /** Changes with any family's decision, whatever the order of rows. */
  sidik: string
}

const countStatement = (cut: Potongan) => sql<HitunganPutusan>`
    with ${decisionCtes(cut)}, hitung as (
      select ${regionOf(sql`wilayah`, cut.skenario.wilayah)} as wilayah,
        count(*) filter (where aktif)::int as terdaftar, count(*) filter (where aktif and menerima)::int as menerima,
        count(*) filter (where keputusan = 'tetap')::int as tetap, count(*) filter (where keputusan = 'masuk')::int as masuk,
        count(*) filter (where keputusan = 'keluar')::int as keluar, count(*) filter (where keputusan = 'seri')::int as seri,
        count(*) filter (where keputusan = 'menunggu')::int as menunggu,
        count(*) filter (where aktif and kunci is null)::int as belum_diperingkat,
        count(*) filter (where not aktif)::int as menerima_tidak_aktif,
        bit_xor(uuid_hash_extended(id, hashtext(keputusan || alasan)))::text as sidik
      from putusan group by 1
    )
    select h.*, coalesce(w.nama, h.wilayah::text) as nama from hitung h left join wilayah w on w.kode = h.wilayah
    order by h.wilayah`

/** Decisions counted per region. */
export async function countDecisions(tx: Kysely<DB>, cut: Potongan): Promise<HitunganPutusan[]> {
  const found = await wholeArea(tx, () => countStatement(cut).execute(tx))
  return found.rows
}

export type BarisPutusan = {
  kab: number
  id: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  nama_kepala: string
  nomor_kk: string | null
  alamat: string | null
  jumlah_anggota: number
  kelompok: number
  peringkat: number | null
  kunci: number | null
  kelayakan: string
  terpenuhi: number | null
  terjawab: number | null
  poin: number | null
  bit_terpenuhi: number | null
  bit_terjawab: number | null
  menerima: boolean
  keputusan: KeputusanKuota
  alasan: KodeAlasan
}

export type SaringanBaris = {
  readonly keputusan?: KeputusanKuota | undefined
  readonly lo?: number | undefined
  readonly hi?: number | undefined
  readonly kelompok?: number | undefined
  readonly kunci?: number | undefined
  /** Only those that stand in the ranking for the places left. */
  readonly bersaing?: boolean
  readonly keluarga?: { readonly kab: number; readonly id: string } | undefined
  /** Key and id of the last row of the page before; the key of a family not ranked is -1. */
  readonly setelah?: { readonly kunci: number; readonly id: string } | undefined
}

const conditions = (s: Skenario, f: SaringanBaris): RawBuilder<unknown> =>
  sql.join(
    [
      sql`true`,
      ...(f.keputusan ? [sql`keputusan = ${f.keputusan}`] : []),
      ...(f.lo === undefined ? [] : [sql`wilayah >= ${f.lo} and wilayah < ${f.hi ?? f.lo + 1}`]),
      ...(f.kelompok === undefined ? [] : [sql`kelompok = ${f.kelompok}`]),
      ...(f.kunci === undefined ? [] : [sql`kunci = ${f.kunci}`]),
      ...(f.bersaing ? [competesSql(s)] : []),
      ...(f.keluarga ? [sql`kab = ${f.keluarga.kab} and id = ${f.keluarga.id}`] : []),
      ...(f.setelah
        ? [sql`(coalesce(kunci, -1), id) > (${f.setelah.kunci}::bigint, ${f.setelah.id}::uuid)`]
        : []),
    ],
    sql` and `,
  )

type Kunci = {
  kab: number
  id: string
  kelompok: number
  kunci: number | null
  menerima: boolean
  keputusan: KeputusanKuota
  alasan: KodeAlasan
}

/** Families with their decisions, by rank; `limit` null gives all. */
export async function decisionRows(
  tx: Kysely<DB>,
  cut: Potongan,
  filter: SaringanBaris,
  limit: number | null,
): Promise<BarisPutusan[]> {
  const statement = sql<Kunci>`with ${decisionCtes(cut)}
    select kab, id, kelompok, kunci, menerima, keputusan, alasan from putusan where ${conditions(cut.skenario, filter)}
    order by coalesce(kunci, -1), id limit ${limit}::int`
  const page = await wholeArea(tx, () => statement.execute(tx))
  return page.rows.length === 0 ? [] : withDetails(tx, cut.skenario, page.rows)
}

/** What is shown of each family, in the order given. */
async function withDetails(
  tx: Kysely<DB>,
  s: Skenario,
  page: readonly Kunci[],
): Promise<BarisPutusan[]> {
  const found = await sql<BarisPutusan>`
    select k.kab, k.id, k.wilayah, coalesce(w.nama, k.wilayah::text) as nama_wilayah, k.rt, k.nama_kepala, k.nomor_kk, k.alamat,
      k.jumlah_anggota, ${rankColumn(s)} as peringkat, k.kelayakan, h.terpenuhi, h.terjawab, h.poin, h.bit_terpenuhi, h.bit_terjawab
    from unnest(${page.map((p) => p.kab)}::smallint[], ${page.map((p) => p.id)}::uuid[]) with ordinality as p (kab, id, urutan)
      join keluarga k on k.kab = p.kab and k.id = p.id
      left join peringkat_hasil h on h.ronde_id = ${s.rondeId} and h.kab = p.kab and h.keluarga_id = p.id
      left join wilayah w on w.kode = k.wilayah
    order by p.urutan`.execute(tx)
  const decided = new Map(page.map((p) => [p.id, p]))
  return found.rows.map((row) => ({ ...row, ...decided.get(row.id) }))
}
