/** Sends one file with visible progress: fetch cannot tell how much has left. */
import { ApiProblem, problemOfText, tujuanHeader } from '#web/api.ts'

/** Told how many bytes have left, of how many. */
export type Pantau = (terkirim: number, jumlah: number) => void

type Kiriman = {
  readonly alamat: string
  /** Form fields; they precede the file. */
  readonly isian: Readonly<Record<string, string>>
  readonly berkas: Blob
  readonly nama: string
  /** Stays the same when the very same is sent again. */
  readonly perintah: string
}

/** @returns the answer as it came; the caller looks at its shape. Throws the problem. */
export function kirimBerkas(k: Kiriman, pantau: Pantau): Promise<unknown> {
  const form = new FormData()
  for (const [nama, isi] of Object.entries(k.isian)) form.append(nama, isi)
  form.append('berkas', k.berkas, k.nama)
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', k.alamat)
    xhr.setRequestHeader('Idempotency-Key', k.perintah)
    xhr.setRequestHeader('Accept', 'application/json, application/problem+json')
    for (const [nama, isi] of Object.entries(tujuanHeader())) xhr.setRequestHeader(nama, isi)
    xhr.upload.onprogress = (e) => pantau(e.loaded, e.total)
    xhr.onload = () => {
      const isi = parsed(xhr.responseText)
      if (xhr.status < 300) resolve(isi)
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
