/** A process for the resume test: runs an import and kills itself, without any farewell, at a named point. */
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { openPools } from '#server/db/pools.ts'
import { jalankan } from '#server/impor/jalankan.ts'

const [, , url = '', folder = '', id = '', titik = '', perBatch = '50'] = process.argv
const die = (here: string) => {
  if (here === titik) process.kill(process.pid, 'SIGKILL')
}
const { job } = openPools(url)
await jalankan(
  {
    pool: job,
    dataFolder: folder,
    cakupan: cakupanOf(6474000000),
    hariIni: '2018-07-02',
    progress: (tahap) => {
      // Some time into the stage, so that its statements are under way.
      setTimeout(() => die(`${tahap}+`), 60)
      die(tahap)
    },
    signal: new AbortController().signal,
    setelahBatch: (selesai) => die(`batch-${selesai}`),
    perBatch: Number(perBatch),
  },
  6474,
  id,
)
process.exit(0)
