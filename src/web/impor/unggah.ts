/** Sends one file with visible progress (fetch cannot tell how much has left); the answer is typed by the contract. */
import { ApiProblem, newCommandId, problemOfText, tujuanHeader } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'

type Hasil = OutputOf<'impor.unggah'>
type Pantau = (terkirim: number, jumlah: number) => void

const isHasil = (v: unknown): v is Hasil =>
  typeof v === 'object' && v !== null && 'id' in v && typeof v.id === 'string' && 'sudahAda' in v

/** Uploads `berkas`; `pantau` hears how many bytes have left. Fields must precede the file. */
export function unggah(berkas: File, tanggalData: string, pantau: Pantau): Promise<Hasil> {
  const form = new FormData()
  if (tanggalData) form.append('tanggalData', tanggalData)
  form.append('berkas', berkas)
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', '/api/impor')
    xhr.setRequestHeader('Idempotency-Key', newCommandId())
    xhr.setRequestHeader('Accept', 'application/json, application/problem+json')
    for (const [nama, isi] of Object.entries(tujuanHeader())) xhr.setRequestHeader(nama, isi)
    xhr.upload.onprogress = (e) => pantau(e.loaded, e.total)
    xhr.onload = () => {
      const isi = parsed(xhr.responseText)
      if (xhr.status < 300 && isHasil(isi)) resolve(isi)
      else reject(problemOfText(xhr.status, isi))
    }
    xhr.onerror = () => reject(ApiProblem.putus())
    xhr.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** By its name only; what is inside is judged by the server. */
export const bisaDibaca = (nama: string): boolean => /\.(xlsx|csv|txt|tsv)$/i.test(nama)
