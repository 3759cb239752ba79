/** Runs one job: keeps its row in `pekerjaan` true from start to end. */
import type pg from 'pg'
import { kyselyOf } from '#server/db/pools.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import type { Job, JobContext } from './registry.ts'

type Row = {
  id: string
  muatan: Record<string, unknown>
  pengguna_id: string | null
  lo: number
  hi: number
  status: string
}

export type JobSurroundings = {
  readonly pool: pg.Pool
  /** Bypasses the area policy: finds the row before its area is known. */
  readonly migrator: pg.Pool
  readonly dataFolder: string
  readonly signal: AbortSignal
}

/** @returns true when the job ended (well or not); false when it was ended before */
export async function runJob(
  job: Job,
  pekerjaanId: string,
  around: JobSurroundings,
): Promise<boolean> {
  const found = await around.migrator.query<Row>(
    'select id, muatan, pengguna_id, lo, hi, status from pekerjaan where id = $1',
    [pekerjaanId],
  )
  const row = found.rows[0]
  if (!row || row.status === 'selesai' || row.status === 'dibatalkan' || row.status === 'gagal')
    return false
  const scope = { lo: row.lo, hi: row.hi }
  const update = (set: string, values: unknown[]) =>
    updateRow(around.pool, scope, row.id, set, values)
  await update(`status = 'berjalan', mulai_pada = coalesce(mulai_pada, now())`, [])
  const reporter = progressReporter((tahap, maju, jumlah) =>
    update('tahap = $2, maju = $3, jumlah = $4', [tahap, maju, jumlah]),
  )
  const context: JobContext = {
    pekerjaanId: row.id,
    muatan: row.muatan,
    penggunaId: row.pengguna_id,
    cakupan: scope,
    db: kyselyOf(around.pool),
    pool: around.pool,
    dataFolder: around.dataFolder,
    progress: reporter.report,
    signal: around.signal,
  }
  try {
    const result = await job(context)
    await reporter.flush()
    // Whoever cancelled it has said so in the row.
    if (result.ok)
      await update(
        `status = case status when 'dibatalkan' then status else 'selesai' end, hasil = $2::jsonb, selesai_pada = now()`,
        [JSON.stringify(result.value)],
      )
    else
      await update(`status = 'gagal', masalah = $2::jsonb, selesai_pada = now()`, [
        JSON.stringify(result.error),
      ])
    return true
  } finally {
    await reporter.flush()
  }
}

/** Marks a job that a bug ended; the queue gives up after its last attempt. */
export async function failJob(pool: pg.Pool, pekerjaanId: string, laporan: string): Promise<void> {
  await pool.query(
    `update pekerjaan set status = 'gagal', selesai_pada = now(), masalah = jsonb_build_object('code', 'sistem.galat', 'details', jsonb_build_object('laporan', $2::text)) where id = $1`,
    [pekerjaanId, laporan],
  )
}

async function updateRow(
  pool: pg.Pool,
  scope: { lo: number; hi: number },
  id: string,
  set: string,
  values: unknown[],
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; ${scopeStatements(scope)}`)
    await client.query(`update pekerjaan set ${set} where id = $1`, [id, ...values])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Writes the newest progress at most twice a second, one write at a time. */
function progressReporter(
  write: (tahap: string, maju: number, jumlah: number | null) => Promise<void>,
) {
  let next: [string, number, number | null] | null = null
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  const push = () => {
    timer = null
    const now = next
    next = null
    if (now) writing = writing.then(() => write(...now)).catch(() => {})
  }
  return {
    report: (tahap: string, maju = 0, jumlah?: number) => {
      next = [tahap, maju, jumlah ?? null]
      timer ??= setTimeout(push, 500)
    },
    flush: async () => {
      if (timer) clearTimeout(timer)
      push()
      await writing
    },
  }
}
