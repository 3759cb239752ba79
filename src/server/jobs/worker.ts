/** The queue: graphile-worker takes jobs one by one; a job that a crash ended is taken again. */
import { randomUUID } from 'node:crypto'
import { Logger, run } from 'graphile-worker'
import type pg from 'pg'
import type { Jobs } from './registry.ts'
import { failJob, runJob } from './run.ts'

export type Worker = { readonly stop: () => Promise<void> }

const quiet = new Logger(() => () => {})

/**
 * Jobs that a killed server left locked are freed: on one machine no other worker can hold them.
 * With an external database other servers may run, and the queue's own timeout frees them.
 */
async function freeOrphans(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  )
}

export async function startWorker(options: {
  readonly migrator: pg.Pool
  readonly job: pg.Pool
  readonly jobs: Jobs
  readonly dataFolder: string
  readonly alone: boolean
  /** Carries moves between areas, whenever one of them has something to say to another. */
  readonly antar: () => Promise<unknown>
  /** Upkeep of every night; of several servers one does it. */
  readonly nightly: () => Promise<unknown>
  readonly log: (error: unknown, laporan: string) => void
}): Promise<Worker> {
  if (options.alone) await freeOrphans(options.migrator)
  const stopping = new AbortController()
  const around = {
    pool: options.job,
    migrator: options.migrator,
    dataFolder: options.dataFolder,
    signal: stopping.signal,
  }
  const taskList = Object.fromEntries(
    Object.entries(options.jobs).map(([jenis, job]) => [
      jenis,
      async (payload: unknown) => {
        const { pekerjaanId } = payload as { pekerjaanId: string }
        try {
          await runJob(job, pekerjaanId, around)
        } catch (error) {
          if (stopping.signal.aborted) throw error
          const laporan = randomUUID().slice(0, 8)
          options.log(error, laporan)
          await failJob(options.migrator, pekerjaanId, laporan)
        }
      },
    ]),
  )
  const runner = await run({
    pgPool: options.migrator,
    taskList: {
      ...taskList,
      pindah: async () => void (await options.antar()),
      malam: async () => void (await options.nightly()),
    },
    // 18:17 in Greenwich is past one in Jakarta and past three in Jayapura.
    crontab: '17 18 * * * malam ?fill=1d',
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet,
  })
  return {
    stop: async () => {
      stopping.abort()
      await runner.stop()
    },
  }
}
