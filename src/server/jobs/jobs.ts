/** All kinds of long work. */
import { imporJobs } from '#server/impor/pekerjaan.ts'
import { keberatanJobs } from '#server/keberatan/pekerjaan.ts'
import { kuotaJobs } from '#server/kuota/beku-pekerjaan.ts'
import { padananJobs } from '#server/padanan/pekerjaan.ts'
import { pemekaranJobs } from '#server/pemekaran/pekerjaan.ts'
import { peringkatJobs } from '#server/peringkat/pekerjaan.ts'
import type { Jobs } from './registry.ts'

export const jobs: Jobs = {
  ...imporJobs,
  ...keberatanJobs,
  ...kuotaJobs,
  ...padananJobs,
  ...pemekaranJobs,
  ...peringkatJobs,
}
