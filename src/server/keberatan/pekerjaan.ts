/** The job of notices: their letters. */
import type { Jobs } from '#server/jobs/registry.ts'
import { cetakSurat } from './cetak.ts'

export const keberatanJobs: Jobs = { 'pemberitahuan.cetak': cetakSurat }
