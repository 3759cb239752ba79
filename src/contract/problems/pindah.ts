/** Expected failures about moves between areas. */
import { type Entry, entry } from './entry.ts'

export const masalahPindah = {
  'pindah.sudah_dijawab': entry(
    409,
    'Permintaan ini tidak lagi menunggu jawaban Anda: sudah dijawab, ditutup, atau naik ke kantor di atas.',
    'This request no longer waits for your answer: it was answered, closed, or raised to the office above.',
    'Muat ulang daftar permintaan pindah.',
    'Reload the list of requests to move.',
  ),
  'pindah.minta_sendiri': entry(
    403,
    'Permintaan ini Anda ajukan sendiri di daerah tujuan; yang menjawab untuk daerah asal harus orang lain.',
    'You made this request yourself at the destination; somebody else must answer it for the origin.',
    'Minta operator atau lurah daerah asal menjawabnya.',
    'Ask the operator or the village head of the origin to answer it.',
  ),
  'pindah.perlu_alasan': entry(
    400,
    'Menolak memerlukan alasan.',
    'A refusal needs a reason.',
    'Tulis alasannya, paling sedikit lima huruf; kantor di atas akan membacanya.',
    'State why, in five letters at least; the office above will read it.',
  ),
} as const satisfies Record<string, Entry>
