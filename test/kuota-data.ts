/** Families with a finished ranking, written straight into the tables: the ground of the quota tests. */
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { sortKey } from '#domain/peringkat/kunci.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { partsOfRound } from '#server/peringkat/ronde-sql.ts'

export type KeluargaUji = {
  readonly id: string
  readonly wilayah: number
  readonly nama?: string
  readonly rt?: number
  readonly aktif?: boolean
  readonly menerima?: boolean
  /** Sort key; null: not in the ranking. */
  readonly kunci: number | null
  readonly terpenuhi?: number
  readonly bitTerpenuhi?: number
  readonly bitTerjawab?: number
}

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

/** A UUID that a number names. */
export const idUji = (n: number): string =>
  `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** A key from a number of indicators met and what breaks ties (smaller goes first). */
export const kunciUji = (terpenuhi: number, seri = 0, kelayakan = 1): number =>
  sortKey(kelayakan, 100 - terpenuhi, seri)

/** Writes families, their houses, and who receives rastra. */
export async function insertFamilies(db: Queryable, all: readonly KeluargaUji[]): Promise<void> {
  const rows = JSON.stringify(
    all.map((k) => ({
      id: k.id,
      kab: Math.floor(k.wilayah / 1e6),
      wilayah: k.wilayah,
      rt: k.rt ?? 1,
      nama: k.nama ?? `Kepala ${k.id.slice(-4)}`,
      status: k.aktif === false ? 'nonaktif' : 'aktif',
      menerima: k.menerima ?? false,
    })),
  )
  const from = `from jsonb_to_recordset($1::jsonb) as k (id uuid, kab smallint, wilayah bigint, rt smallint, nama text, status text, menerima boolean)`
  await db.query(
    `insert into ruta (kab, id, wilayah, wilayah_tercatat, rt) select kab, id, wilayah, wilayah, rt ${from}`,
    [rows],
  )
  await db.query(
    `insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, alamat, jumlah_anggota, status, nomor_kk)
     select kab, id, id, wilayah, wilayah, rt, nama, lower(nama), 'Jalan Uji', 4, status, '6474010101' || right(translate(id::text, 'abcdef-', '123456'), 6) ${from}`,
    [rows],
  )
  await db.query(
    `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber)
     select kab, id, wilayah, rt, 'rastra', '2018-01-01', 'uji' ${from} where menerima`,
    [rows],
  )
}

/** The text of the model, as a ranking is bound to it. */
const model = readFileSync(
  new URL('../policy/peringkat/bps-14-indikator.yaml', import.meta.url),
  'utf8',
)

/** A finished ranking of an area with these results. */
export async function insertRound(
  db: Queryable,
  wilayah: number,
  all: readonly KeluargaUji[],
): Promise<string> {
  const { lo, hi } = cakupanOf(wilayah)
  await db.query(
    `insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ('uji', 'peringkat', 'bps-14-indikator', $1, '1') on conflict do nothing`,
    [model],
  )
  const made = await db.query<{ id: string }>(
    `insert into peringkat_ronde (model, kebijakan_hash, fakta_hash, wilayah, lo, hi, periode, acuan, status, dibekukan_pada)
     values ('bps-14-indikator', 'uji', 'uji', $1, $2, $3, '2018-T3', '2018-07-01', 'selesai', clock_timestamp()) returning id`,
    [wilayah, lo, hi],
  )
  const id = made.rows[0]?.id ?? ''
  const { fakta, hasil } = partsOfRound(id)
  await db.query(`create table ${fakta} (like fakta_keluarga)`)
  await db.query(`create table ${hasil} (like peringkat_hasil)`)
  const rows = JSON.stringify(
    all
      .filter((k) => k.kunci !== null)
      .map((k) => ({
        id: k.id,
        kab: Math.floor(k.wilayah / 1e6),
        wilayah: k.wilayah,
        rt: k.rt ?? 1,
        kunci: k.kunci,
        terpenuhi: k.terpenuhi ?? 0,
        met: k.bitTerpenuhi ?? 0,
        answered: k.bitTerjawab ?? 511,
      })),
  )
  await db.query(
    `insert into ${hasil} (kab, ronde_id, keluarga_id, wilayah, rt, kunci, kunci_terbaik, kunci_terburuk, poin, batas_bawah,
       batas_atas, bit_terpenuhi, bit_terjawab, peringkat_desa, peringkat_kecamatan, peringkat_kabkota, desil, persentil, terpenuhi, terjawab, miskin, kelayakan)
     select kab, '${id}', id, wilayah, rt, kunci, kunci, kunci, terpenuhi, terpenuhi, terpenuhi, met, answered,
       rank() over (partition by wilayah order by kunci), rank() over (partition by wilayah / 10000 order by kunci), rank() over (order by kunci),
       ntile(10) over (order by kunci), ntile(100) over (order by kunci), terpenuhi, bit_count(answered::bit(32)), case when terpenuhi >= 9 then 1 else 2 end,
       (kunci >> 51) + 1
     from jsonb_to_recordset($1::jsonb) as k (id uuid, kab smallint, wilayah bigint, rt smallint, kunci bigint, terpenuhi smallint, met integer, answered integer)`,
    [rows],
  )
  await db.query('select peringkat_bekukan($1)', [id])
  return id
}

/** A quota of rastra for July 2018. */
export async function insertRastra(
  db: Queryable,
  wilayah: number,
  jumlah: number,
): Promise<string> {
  const { lo, hi } = cakupanOf(wilayah)
  const made = await db.query<{ id: string }>(
    `insert into kuota (program, wilayah, lo, hi, dari, sampai, jumlah, sumber)
     values ('rastra', $1, $2, $3, '2018-07-01', '2018-08-01', $4, 'uji') returning id`,
    [wilayah, lo, hi, jumlah],
  )
  return made.rows[0]?.id ?? ''
}

/** Villages of Kota Bontang with the regions above them. */
export async function insertBontang(db: Queryable): Promise<readonly number[]> {
  const villages = [
    1001, 1002, 1003, 1004, 1005, 1006, 2001, 2002, 2003, 2004, 2005, 2006, 3001, 3002, 3003,
  ]
  await db.query(
    `insert into wilayah (kode, tingkat, induk, nama, nama_cari, jenis)
     select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $4::text[], $2::text[]) as w
     on conflict do nothing`,
    columnsOf([
      [0, 'nasional', null, 'Indonesia'],
      [6400000000, 'provinsi', 0, 'Kalimantan Timur'],
      [6474000000, 'kabkota', 6400000000, 'Kota Bontang'],
      ...[1, 2, 3].map(
        (n): Region => [6474000000 + n * 10_000, 'kecamatan', 6474000000, `Kecamatan ${n}`],
      ),
      ...villages.map(
        (v): Region => [village(v), 'desa', village(v) - (village(v) % 10_000), `Kelurahan ${v}`],
      ),
    ]),
  )
  return villages.map(village)
}

type Region = readonly [number, string, number | null, string]
const village = (n: number): number =>
  6474000000 + Math.floor(n / 1000) * 10_000 + 1000 + (n % 1000)

const columnsOf = (rows: readonly Region[]): unknown[] =>
  [0, 1, 2, 3].map((column) => rows.map((row) => row[column]))
