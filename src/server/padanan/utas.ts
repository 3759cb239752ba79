/** The side of the thread that works parts: hands one over, hears how far it is, ends it at once when asked. */
import { Worker } from 'node:worker_threads'
import type { HasilBagian, TugasBagian } from './kerja-bagian.ts'
import type { KabarMandor } from './mandor.ts'
import type { Kemajuan } from './tabel.ts'

export class Utas {
  readonly #worker: Worker
  #dengar: (kabar: KabarMandor) => void = () => {}
  #jatuh: (error: Error) => void = () => {}

  /** `url`: the address of the database; the thread opens a connection of its own. */
  constructor(url: string) {
    this.#worker = new Worker(new URL('./mandor.ts', import.meta.url), { workerData: { url } })
    this.#worker.on('message', (kabar: KabarMandor) => this.#dengar(kabar))
    this.#worker.on('error', (error) => this.#jatuh(error))
    this.#worker.on('exit', () => this.#jatuh(new Error('The thread of matching has ended')))
  }

  /** One part; rejects with what the thread met, or when it is ended. */
  kerjakan(tugas: TugasBagian, kemajuan: Kemajuan): Promise<HasilBagian | null> {
    return new Promise((selesai, gagal) => {
      this.#jatuh = gagal
      this.#dengar = (kabar) => {
        if (kabar.jenis === 'maju') kemajuan(kabar.tahap, kabar.n, kabar.dari)
        else if (kabar.jenis === 'selesai') selesai(kabar.hasil)
        else gagal(Object.assign(new Error(kabar.pesan), { stack: kabar.jejak }))
      }
      this.#worker.postMessage(tugas)
    })
  }

  /** Ends the thread whatever it does; what it had not committed is gone. */
  async tutup(): Promise<void> {
    await this.#worker.terminate()
  }
}
