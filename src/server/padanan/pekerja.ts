/** A thread that matches: does one task after another on the table that all threads share. */
import { parentPort, type TransferListItem } from 'node:worker_threads'
import { Mesin } from '#domain/padanan/mesin.ts'
import { bacaBagian } from './berkas.ts'
import type { Balasan, Permintaan } from './pesan.ts'

let mesin: Mesin | null = null
const milik = (): Mesin => {
  if (!mesin) throw new Error('a task came before the table')
  return mesin
}

function kerjakan(p: Permintaan): unknown {
  switch (p.nama) {
    case 'baca':
      return bacaBagian(p.minta.model, p.minta.judul, p.minta.rentang, (bita) =>
        balas({ jenis: 'maju', bita }),
      )
    case 'bahan':
      mesin = new Mesin(p.minta.bahan)
      return null
    case 'lepas':
      mesin = null
      return null
    case 'kunci':
      return milik().kunci(p.minta.dari, p.minta.sampai)
    case 'urut':
      return milik().urutkan(p.minta.aturan, p.minta.hasil)
    case 'banding':
      return milik().bandingkan(p.minta.tugas, p.minta.aturan, p.minta.urut, p.minta.bagian)
    case 'sampel':
      return milik().sampel(p.minta.ke)
    case 'vektor':
      return milik().vektor()
    case 'timbang':
      return milik().timbang(p.minta.tugas, p.minta.parameter)
  }
}

const balas = (balasan: Balasan, alih: readonly TransferListItem[] = []): void =>
  parentPort?.postMessage(balasan, alih)

/** Memory of an answer that need not be copied: it is of no more use here. */
function dialihkan(nilai: unknown, ke: Set<ArrayBuffer> = new Set()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(nilai)) {
    if (nilai.buffer instanceof ArrayBuffer) ke.add(nilai.buffer)
  } else if (typeof nilai === 'object' && nilai !== null)
    for (const isi of Object.values(nilai)) dialihkan(isi, ke)
  return ke
}

parentPort?.on('message', (permintaan: Permintaan) => {
  try {
    const jawab = kerjakan(permintaan)
    balas({ jenis: 'jawab', jawab }, [...dialihkan(jawab)])
  } catch (error) {
    balas({
      jenis: 'gagal',
      pesan: error instanceof Error ? error.message : String(error),
      salahModel: error instanceof RangeError,
    })
  }
})
