/**
 * Computes a ranking in one transaction: facts, scores, ranks, frozen results, or nothing at all.
 * Run again it finds either an unfinished row, and computes it anew, or a finished one.
 */
import type pg from 'pg'
import { parse } from 'yaml'
import { type Problem, problem } from '#contract/problems.ts'
import { type ModelSiap, modelSchema, prepareModel } from '#domain/peringkat/model.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { deriveFactsSql, storeFactsSql } from './fakta.ts'
import { type FaktaSiap, loadFakta } from './model.ts'
import { rankSql, recapSql, resultSql, scoreSql, summarySql } from './ronde-sql.ts'

export type AlatRonde = {
  /** Role siks_job. */
  readonly pool: pg.Pool
  readonly progress: (tahap: string, maju?: number, jumlah?: number) => void
  readonly signal?: AbortSignal
}

export type HasilRonde = {
  readonly keluarga: number
  readonly bercelah: number
  readonly melintasi: number
}

type Baris = {
  id: string
  wilayah: number
  lo: number
  hi: number
  acuan: string
  status: string
  isi: string
}

/** Stages in words, as the page shows them. */
const tahap = [
  'Menyusun fakta',
  'Menilai keluarga',
  'Mengurutkan',
  'Membekukan hasil',
  'Merekap',
] as const

/** @param cakupan area of the person who started it; the ranking lies within */
export async function runRound(
  alat: AlatRonde,
  cakupan: { lo: number; hi: number },
  rondeId: string,
): Promise<Result<HasilRonde, Problem>> {
  const client = await alat.pool.connect()
  try {
    await client.query(`begin; ${scopeStatements(cakupan)}`)
    await prepareSession(client)
    // Rankings wait for each other: they write the same facts.
    await client.query(`select pg_advisory_xact_lock(hashtext('peringkat'))`)
    const result = await compute(client, alat, rondeId)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/**
 * Settings of the transaction: every step reads most of its tables, and the area policy hides their
 * size from the planner; the narrow sorts of a million families fit in this memory.
 */
export async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local enable_nestloop = off; set local work_mem = '256MB'; set local maintenance_work_mem = '256MB'`,
  )
}

async function compute(
  client: pg.ClientBase,
  alat: AlatRonde,
  rondeId: string,
): Promise<Result<HasilRonde, Problem>> {
  const ronde = await readRound(client, rondeId)
  if (ronde === null) return err(problem('tidak.ada'))
  if (ronde.status === 'selesai') return ok(await totals(client, rondeId))
  const fakta = loadFakta()
  const siap = prepareModel(modelSchema.parse(parse(ronde.isi)), fakta.rentang, ronde.acuan)
  const step = stepper(client, alat)
  const { lo, hi, acuan } = ronde
  await step(
    0,
    `create temp table fakta_ronde on commit drop as ${deriveFactsSql(fakta, { lo, hi, acuan })}`,
  )
  await step(0, 'analyze fakta_ronde', ...storeFactsSql(fakta, { lo, hi, acuan }))
  const keluarga = await countFacts(client)
  if (keluarga === 0) {
    await client.query(`update peringkat_ronde set status = 'gagal' where id = $1`, [rondeId])
    return err(problem('peringkat.tanpa_keluarga'))
  }
  return ok(
    await rankFacts(client, step, { rondeId, wilayah: ronde.wilayah, siap, fakta, keluarga }),
  )
}

export type Langkah = (tahap: number, ...statements: readonly string[]) => Promise<void>

/** Runs statements one by one; between two of them the server may stop the work. */
export function stepper(
  client: pg.ClientBase,
  alat: Pick<AlatRonde, 'progress' | 'signal'>,
): Langkah {
  return async (index, ...statements) => {
    alat.progress(tahap[index] ?? '', index, tahap.length)
    for (const statement of statements) {
      alat.signal?.throwIfAborted()
      await client.query(statement)
    }
  }
}

export type Peringkatan = {
  readonly rondeId: string
  readonly wilayah: number
  readonly siap: ModelSiap
  readonly fakta: FaktaSiap
  readonly keluarga: number
}

/** From the facts in `fakta_ronde` to frozen results, roll-ups and totals. */
export async function rankFacts(
  client: pg.ClientBase,
  step: Langkah,
  { rondeId, wilayah, siap, fakta, keluarga }: Peringkatan,
): Promise<HasilRonde> {
  await step(1, ...scoreSql(siap, fakta.nama))
  await step(2, ...rankSql(wilayah))
  const made = await client.query<{ bagian: string }>('select peringkat_siapkan($1) as bagian', [
    rondeId,
  ])
  await step(3, resultSql(made.rows[0]?.bagian ?? '', rondeId, wilayah, keluarga, fakta.nama))
  await client.query('select peringkat_bekukan($1)', [rondeId])
  await step(4, recapSql(rondeId))
  await client.query(
    `update peringkat_ronde r set keluarga = s.keluarga, bercelah = s.bercelah, melintasi = s.melintasi,
       ringkasan = s.ringkasan, status = 'selesai', dibekukan_pada = clock_timestamp()
     from (${summarySql(rondeId)}) s where r.id = $1`,
    [rondeId],
  )
  return totals(client, rondeId)
}

async function readRound(client: pg.ClientBase, id: string): Promise<Baris | null> {
  const { rows } = await client.query<Baris>(
    `select r.id, r.wilayah, r.lo, r.hi, r.acuan, r.status, k.isi
     from peringkat_ronde r join kebijakan k on k.hash = r.kebijakan_hash where r.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

async function countFacts(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::integer as n from fakta_ronde',
  )
  return rows[0]?.n ?? 0
}

async function totals(client: pg.ClientBase, id: string): Promise<HasilRonde> {
  const { rows } = await client.query<HasilRonde>(
    'select keluarga, bercelah, melintasi from peringkat_ronde where id = $1',
    [id],
  )
  const [row] = rows
  if (row === undefined) throw new Error('The ranking is not visible in this area')
  return row
}
