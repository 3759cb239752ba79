/** The jobs of imports: reading a file, and trying held rows again. */
import { ok } from '#domain/result.ts'
import type { Job, JobContext, Jobs } from '#server/jobs/registry.ts'
import { type AlatImpor, gagalkan } from './jalankan.ts'
import { imporLengkap } from './susulan.ts'
import { cobaLagi } from './ulang.ts'

type Muatan = { kab: number; imporId: string; hariIni: string; rekaman?: readonly string[] }

const alatOf = (job: JobContext, { hariIni }: Muatan): AlatImpor => ({
  pool: job.pool,
  dataFolder: job.dataFolder,
  cakupan: job.cakupan,
  hariIni,
  progress: job.progress,
  signal: job.signal,
})

/** A refused file is a result, told on the page of the import; the job itself went well. */
const unggah: Job = async (job) => {
  const muatan = job.muatan as Muatan
  const alat = alatOf(job, muatan)
  const result = await imporLengkap(alat, muatan.kab, muatan.imporId).catch(async (error) => {
    // A server that stops lets the job run again; a bug ends it, and the file may be sent anew.
    if (!job.signal.aborted) await gagalkan(alat, muatan.kab, muatan.imporId).catch(() => {})
    throw error
  })
  return ok(result.ok ? result.value : { ditolak: result.error?.code ?? null })
}

const ulang: Job = async (job) => {
  const muatan = job.muatan as Muatan
  return ok(await cobaLagi(alatOf(job, muatan), muatan.kab, muatan.imporId, muatan.rekaman ?? []))
}

export const imporJobs: Jobs = { 'impor.unggah': unggah, 'impor.ulang': ulang }
