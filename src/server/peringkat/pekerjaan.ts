/** The job of a ranking. */
import type { Job, Jobs } from '#server/jobs/registry.ts'
import { runRound } from './ronde.ts'

type Muatan = { rondeId: string }

const jalankan: Job = async (job) => {
  const { rondeId } = job.muatan as Muatan
  const result = await runRound(job, job.cakupan, rondeId)
  return result.ok ? { ok: true, value: { ronde: rondeId, ...result.value } } : result
}

export const peringkatJobs: Jobs = { 'peringkat.jalankan': jalankan }
