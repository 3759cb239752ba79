/** Prints a paper to PDF in a thread of its own, one at a time, within limits of time and memory. */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Surat } from '#domain/dokumen/surat.ts'
import type { Jawaban } from './worker.ts'

/** Longest that one paper may take, milliseconds, and most memory of the thread, MB. */
export type BatasCetak = { readonly waktu: number; readonly memori: number }
const bawaan: BatasCetak = { waktu: 30_000, memori: 512 }

let pekerja: Worker | undefined
let antrean: Promise<unknown> = Promise.resolve()

/**
 * The bytes of a PDF; the same paper gives the same bytes. Papers wait for one another.
 * @throws when the limits are passed or the paper cannot be laid out: both are faults of ours
 */
export function cetak(surat: Surat, batas: BatasCetak = bawaan): Promise<Buffer> {
  const jadi = antrean.then(() => satu(surat, batas))
  antrean = jadi.catch(() => {})
  return jadi
}

function siap({ memori }: BatasCetak): Worker {
  if (pekerja) return pekerja
  const baru = new Worker(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    resourceLimits: { maxOldGenerationSizeMb: memori },
  })
  // An idle printer keeps no process alive.
  baru.unref()
  baru.once('exit', () => {
    if (pekerja === baru) pekerja = undefined
  })
  pekerja = baru
  return baru
}

function satu(surat: Surat, batas: BatasCetak): Promise<Buffer> {
  // Other limits than usual need a thread of their own.
  if (batas !== bawaan) hentikan()
  const worker = siap(batas)
  worker.ref()
  return new Promise<Buffer>((resolve, reject) => {
    const selesai = (apa: () => void) => {
      clearTimeout(jam)
      worker.off('message', jawab).off('error', gagal).off('exit', mati)
      worker.unref()
      if (batas !== bawaan) hentikan()
      apa()
    }
    const gagal = () => {
      hentikan()
      selesai(() => reject(new Error('A paper could not be printed')))
    }
    const mati = () => gagal()
    const jawab = (j: Jawaban) =>
      selesai(() =>
        'pdf' in j
          ? resolve(Buffer.from(j.pdf))
          : reject(new Error(`A paper was not laid out: ${j.galat}`)),
      )
    const jam = setTimeout(gagal, batas.waktu)
    worker.once('message', jawab).once('error', gagal).once('exit', mati)
    worker.postMessage(surat)
  })
}

function hentikan(): void {
  const lama = pekerja
  pekerja = undefined
  void lama?.terminate()
}
