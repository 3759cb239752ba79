/** Sends a file of officers to be checked or carried out; the answers are typed by the contract. */
import { request, urlOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Laporan = OutputOf<'pengguna.impor_periksa'>
export type HasilImpor = OutputOf<'pengguna.impor'>

/** Fields must precede the file. */
function isian(berkas: File, kolom: Record<string, string>): FormData {
  const form = new FormData()
  for (const [nama, nilai] of Object.entries(kolom)) form.append(nama, nilai)
  form.append('berkas', berkas)
  return form
}

/** Judges every row; nothing is made. */
export async function periksaBerkas(berkas: File): Promise<Laporan> {
  const jawab = await request('POST', urlOf('pengguna.impor_periksa', {}), isian(berkas, {}))
  const laporan: Laporan = await jawab.json()
  return laporan
}

/** Makes the accepted rows of the file that was looked at. */
export async function imporBerkas(
  berkas: File,
  sidik: string,
  commandId: string,
): Promise<HasilImpor> {
  const { origin } = window.location
  const alamat = new URL(urlOf('pengguna.impor', { sidik }), origin).pathname
  const jawab = await request('POST', alamat, isian(berkas, { sidik }), { commandId })
  const hasil: HasilImpor = await jawab.json()
  return hasil
}
