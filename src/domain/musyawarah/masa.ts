/** How long a berita acara holds: months from the meeting, looked at until the village finalises. Pure. */
import { addMonths } from '#domain/keluarga/kelayakan.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'

/** The last day on which it holds. */
export const berlakuSampai = (tanggal: string, bulan: number): string => addMonths(tanggal, bulan)

/** The proposal still lies with the village. */
const diDesa: ReadonlySet<Keadaan> = new Set([
  'diketahui',
  'ditunda',
  'disetujui',
  'akhir',
  'diumumkan',
])

/**
 * Whether the paper is in force for a proposal. Once the village has finalised in time, the silence of
 * an office above, or a return under the same paper, never lets it expire.
 */
export const masihBerlaku = (status: Keadaan, sampai: string, today: string): boolean =>
  !diDesa.has(status) || today <= sampai
