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
import { deriveFactsSql, uuid } from './fakta.ts'
import { type FaktaSiap, loadFakta } from './model.ts'
import { type Bagian, partsOfRound, recapSql, resultSql, summarySql } from './ronde-sql.ts'

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
const tahap = ['Menyusun fakta', 'Menilai dan mengurutkan', 'Merekap', 'Membekukan hasil'] as const

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
  const { lo, hi, acuan, wilayah } = ronde
  await client.query('savepoint sebelum')
  const bagian = partsOfRound(rondeId)
  const keluarga = await step(0, deriveFactsSql(bagian.fakta, rondeId, fakta, { lo, hi, acuan }))
  if (keluarga === 0) {
    await client.query('rollback to sebelum')
    await client.query(`update peringkat_ronde set status = 'gagal' where id = $1`, [rondeId])
    return err(problem('peringkat.tanpa_keluarga'))
  }
  return ok(await rankFacts(client, step, { rondeId, wilayah, siap, fakta, bagian, keluarga }))
}

/** Runs one statement of a stage. @returns how many rows it wrote */
export type Langkah = (tahap: number, statement: string) => Promise<number>

/** Runs statements one by one; between two of them the server may stop the work. */
export function stepper(
  client: pg.ClientBase,
  alat: Pick<AlatRonde, 'progress' | 'signal'>,
): Langkah {
  return async (index, statement) => {
    alat.progress(tahap[index] ?? '', index, tahap.length)
    alat.signal?.throwIfAborted()
    return (await client.query(statement)).rowCount ?? 0
  }
}

export type Peringkatan = {
  readonly rondeId: string
  readonly wilayah: number
  readonly siap: ModelSiap
  readonly fakta: FaktaSiap
  readonly bagian: Bagian
  readonly keluarga: number
}

/** From written facts to frozen results, roll-ups and totals. */
export async function rankFacts(
  client: pg.ClientBase,
  step: Langkah,
  { rondeId, wilayah, siap, fakta, bagian, keluarga }: Peringkatan,
): Promise<HasilRonde> {
  await step(1, resultSql(bagian, rondeId, wilayah, keluarga, siap, fakta.nama))
  await step(2, recapSql(bagian, rondeId))
  await client.query(
    `update peringkat_ronde r set keluarga = s.keluarga, bercelah = s.bercelah, melintasi = s.melintasi,
       ringkasan = s.ringkasan, status = 'selesai', dibekukan_pada = clock_timestamp()
     from (${summarySql(bagian, rondeId)}) s where r.id = $1`,
    [rondeId],
  )
  await step(3, `select peringkat_bekukan(${uuid(rondeId)})`)
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

async function totals(client: pg.ClientBase, id: string): Promise<HasilRonde> {
  const { rows } = await client.query<HasilRonde>(
    'select keluarga, bercelah, melintasi from peringkat_ronde where id = $1',
    [id],
  )
  const [row] = rows
  if (row === undefined) throw new Error('The ranking is not visible in this area')
  return row
}
