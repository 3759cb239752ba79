/** The thread in which parts of a run are worked, one after another: the server goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { poolOf } from '#server/db/pools.ts'
import { type HasilBagian, kerjakanBagian, type TugasBagian } from './kerja-bagian.ts'

export type KabarMandor =
  | { readonly jenis: 'maju'; readonly tahap: string; readonly n: number; readonly dari: number }
  | { readonly jenis: 'selesai'; readonly hasil: HasilBagian | null }
  | { readonly jenis: 'gagal'; readonly pesan: string; readonly jejak: string | undefined }

const pool = poolOf((workerData as { url: string }).url, { role: 'siks_job', max: 1 })
const kabarkan = (kabar: KabarMandor): void => parentPort?.postMessage(kabar)

parentPort?.on('message', (tugas: TugasBagian) => {
  kerjakanBagian(pool, tugas, (tahap, n, dari) => kabarkan({ jenis: 'maju', tahap, n, dari })).then(
    (hasil) => kabarkan({ jenis: 'selesai', hasil }),
    (error: unknown) =>
      kabarkan({
        jenis: 'gagal',
        pesan: error instanceof Error ? error.message : String(error),
        jejak: error instanceof Error ? error.stack : undefined,
      }),
  )
})
