/** The peer of the import: the rows that resulted, COPYed into copies of their tables with the same indexes and constraints. */
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { BenchDatabase } from './database.ts'

/** Every table an import writes to, parents first. */
const TABLES = [
  'ruta',
  'keluarga',
  'individu',
  'keanggotaan',
  'nik_lokasi',
  'kata_nama',
  'survei_ruta',
  'survei_keluarga',
  'survei_individu',
  'penerimaan',
  'peringkat_luar',
  'rekaman_sumber',
  'impor_temuan',
  'impor_pertanyaan',
  'rukun_tetangga',
  'rekap_rt',
  'rekap_penerimaan',
]

/** Copies of the tables with all indexes, checks and exclusions; foreign keys point at the copies. */
async function makeCopies(pool: pg.Pool): Promise<void> {
  await pool.query('create schema banding')
  for (const table of TABLES)
    await pool.query(`create table banding.${table} (like public.${table} including all)`)
  const { rows } = await pool.query<{ tabel: string; nama: string; isi: string }>(
    `select conrelid::regclass::text as tabel, conname as nama, pg_get_constraintdef(oid) as isi from pg_constraint
     where contype = 'f' and conrelid = any($1::regclass[])`,
    [TABLES.map((t) => `public.${t}`)],
  )
  for (const { tabel, nama, isi } of rows) {
    await pool.query(
      `alter table banding.${tabel} add constraint ${nama} ${isi.replace(/REFERENCES /, 'REFERENCES banding.')}`,
    )
  }
}

async function columnsOf(pool: pg.Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ kolom: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as kolom from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`public.${table}`],
  )
  return rows[0]?.kolom ?? ''
}

/** Seconds that the bare COPY of all rows takes, one table after the other. */
export async function copyPeer(
  { pools }: BenchDatabase,
  folder: string,
  log: (text: string) => void,
): Promise<number> {
  const pool = pools.migrator
  await makeCopies(pool)
  const client = await pool.connect()
  let seconds = 0
  const parts: string[] = []
  try {
    for (const table of TABLES) {
      const columns = await columnsOf(pool, table)
      const file = path.join(folder, `${table}.copy`)
      await pipeline(
        client.query(copyTo(`copy public.${table} (${columns}) to stdout`)),
        createWriteStream(file),
      )
      const start = performance.now()
      await pipeline(
        createReadStream(file, { highWaterMark: 1 << 20 }),
        client.query(copyFrom(`copy banding.${table} (${columns}) from stdin`)),
      )
      const took = (performance.now() - start) / 1000
      seconds += took
      if (took > 0.5) parts.push(`${table} ${took.toFixed(1)} s`)
    }
  } finally {
    client.release()
  }
  log(`bare COPY of the resulting rows: ${seconds.toFixed(1)} s (${parts.join(', ')})`)
  return seconds
}
