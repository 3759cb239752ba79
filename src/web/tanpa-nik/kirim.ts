/** Sends the civil registry's answer to be checked or taken in; the answers are typed by the contract. */
import { request, urlOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'

export type LaporanNik = OutputOf<'tanpa_nik.periksa'>

const alamat = (url: string): string => new URL(url, window.location.origin).pathname

function isian(berkas: File, sidik?: string): FormData {
  const form = new FormData()
  // Fields must precede the file.
  if (sidik) form.append('sidik', sidik)
  form.append('berkas', berkas)
  return form
}

/** Judges every row; nothing is written. */
export async function periksaNik(berkas: File): Promise<LaporanNik> {
  const jawab = await request('POST', alamat(urlOf('tanpa_nik.periksa', {})), isian(berkas))
  const laporan: LaporanNik = await jawab.json()
  return laporan
}

/** Takes in the file that was looked at. */
export async function imporNik(
  berkas: File,
  sidik: string,
  commandId: string,
): Promise<LaporanNik> {
  const url = alamat(urlOf('tanpa_nik.impor', { sidik }))
  const jawab = await request('POST', url, isian(berkas, sidik), { commandId })
  const laporan: LaporanNik = await jawab.json()
  return laporan
}
