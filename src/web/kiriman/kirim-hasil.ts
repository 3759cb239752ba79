/** Sends a file of outcomes to be checked or taken in; the answers are typed by the contract. */
import { request, urlOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'

export type LaporanHasil = OutputOf<'hasil_pusat.periksa'>
export type HasilImporPusat = OutputOf<'hasil_pusat.impor'>
export type IsianHasil = { readonly tanggal: string; readonly sumber: string }

/** Fields must precede the file. */
function isian(berkas: File, kolom: Record<string, string>): FormData {
  const form = new FormData()
  for (const [nama, nilai] of Object.entries(kolom)) form.append(nama, nilai)
  form.append('berkas', berkas)
  return form
}

const alamat = (url: string): string => new URL(url, window.location.origin).pathname

/** Judges every row; nothing is written. */
export async function periksaHasil(berkas: File, i: IsianHasil): Promise<LaporanHasil> {
  const jawab = await request('POST', alamat(urlOf('hasil_pusat.periksa', i)), isian(berkas, i))
  const laporan: LaporanHasil = await jawab.json()
  return laporan
}

/** Takes in the file that was looked at, all or nothing. */
export async function imporHasil(
  berkas: File,
  i: IsianHasil & { readonly sidik: string },
  commandId: string,
): Promise<HasilImporPusat> {
  const jawab = await request('POST', alamat(urlOf('hasil_pusat.impor', i)), isian(berkas, i), {
    commandId,
  })
  const hasil: HasilImporPusat = await jawab.json()
  return hasil
}
