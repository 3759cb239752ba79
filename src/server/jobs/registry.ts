/** What a job is given, and the list of kinds of long work. */

import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Problem } from '#contract/problems.ts'
import type { Result } from '#domain/result.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type JobContext = {
  readonly pekerjaanId: string
  readonly muatan: Record<string, unknown>
  readonly penggunaId: string | null
  /** Area of the person who started it; set it in every transaction (`inScope`). */
  readonly cakupan: Cakupan
  /** Role siks_job. */
  readonly db: Kysely<DB>
  readonly pool: pg.Pool
  readonly dataFolder: string
  /** Tells how far it is; cheap to call often (written at most twice a second). */
  readonly progress: (tahap: string, maju?: number, jumlah?: number) => void
  /** Set when the server stops: end soon, the job is started again later. */
  readonly signal: AbortSignal
}

/** A job must be resumable: after a crash it is run again from the start of the function. */
export type Job = (job: JobContext) => Promise<Result<object, Problem>>

export type Jobs = Readonly<Record<string, Job>>
