/** Threads that match, each doing one task at a time; a task goes to the first that is free, or to one named. */
import { Worker } from 'node:worker_threads'
import type { Balasan, NamaTugas, Permintaan, Tugas } from './pesan.ts'

type Antrean = {
  readonly permintaan: Permintaan
  readonly untuk: number
  readonly selesai: (jawab: never, pekerja: number) => void
  readonly gagal: (error: Error) => void
}

export class Kolam {
  readonly #pekerja: Worker[]
  readonly #kini: (Antrean | null)[]
  readonly #antrean: Antrean[] = []
  #rusak: Error | null = null
  /** Hears how many bytes a thread has read. */
  maju: (bita: number) => void = () => {}

  constructor(banyak: number) {
    this.#kini = Array.from({ length: banyak }, () => null)
    this.#pekerja = Array.from({ length: banyak }, (_, i) => {
      const pekerja = new Worker(new URL('./pekerja.ts', import.meta.url))
      pekerja.on('message', (b: Balasan) => this.#dengar(i, b))
      pekerja.on('error', (error) => this.#jatuh(error))
      return pekerja
    })
  }

  get banyak(): number {
    return this.#pekerja.length
  }

  /** Gives a task to whoever is free. @returns its answer and who did it */
  kerjakan<N extends NamaTugas>(
    nama: N,
    minta: Tugas[N]['minta'],
    untuk = -1,
  ): Promise<{ jawab: Tugas[N]['jawab']; pekerja: number }> {
    return new Promise((resolve, gagal) => {
      const permintaan = { nama, minta } as Permintaan
      const selesai = (jawab: Tugas[N]['jawab'], pekerja: number) => resolve({ jawab, pekerja })
      this.#antrean.push({ permintaan, untuk, selesai, gagal })
      this.#bagi()
    })
  }

  /** The same task for every thread. */
  async semua<N extends NamaTugas>(
    nama: N,
    minta: Tugas[N]['minta'],
  ): Promise<Tugas[N]['jawab'][]> {
    const jawab = await Promise.all(this.#pekerja.map((_, i) => this.kerjakan(nama, minta, i)))
    return jawab.map((j) => j.jawab)
  }

  /** Ends all threads, whatever they do. */
  async tutup(sebab = new Error('stopped')): Promise<void> {
    this.#jatuh(sebab)
    await Promise.all(this.#pekerja.map((p) => p.terminate()))
  }

  #bagi(): void {
    for (const [i, kini] of this.#kini.entries()) {
      if (kini) continue
      const di = this.#antrean.findIndex((a) => a.untuk === -1 || a.untuk === i)
      const [tugas] = di < 0 ? [] : this.#antrean.splice(di, 1)
      if (!tugas) continue
      if (this.#rusak) {
        tugas.gagal(this.#rusak)
        continue
      }
      this.#kini[i] = tugas
      this.#pekerja[i]?.postMessage(tugas.permintaan)
    }
  }

  #dengar(i: number, balasan: Balasan): void {
    if (balasan.jenis === 'maju') {
      this.maju(balasan.bita)
      return
    }
    const tugas = this.#kini[i]
    this.#kini[i] = null
    if (balasan.jenis === 'jawab') tugas?.selesai(balasan.jawab as never, i)
    else tugas?.gagal(balasan.salahModel ? new RangeError(balasan.pesan) : new Error(balasan.pesan))
    this.#bagi()
  }

  #jatuh(error: Error): void {
    this.#rusak ??= error
    for (const [i, tugas] of this.#kini.entries()) {
      this.#kini[i] = null
      tugas?.gagal(this.#rusak)
    }
    for (const tugas of this.#antrean.splice(0)) tugas.gagal(this.#rusak)
  }
}
