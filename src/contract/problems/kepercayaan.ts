/** Expected failures about what sources say of people. */
import { type Entry, entry } from './entry.ts'

export const masalahKepercayaan = {
  'beda.berubah': entry(
    409,
    'Beda ini berubah sejak Anda membukanya.',
    'This difference has changed since you opened it.',
    'Muat ulang daftarnya, lihat isiannya yang terbaru, lalu putuskan.',
    'Reload the list, look at the newest values, then decide.',
  ),
  'beda.sumber_tanpa_nilai': entry(
    422,
    'Sumber yang dipilih tidak menyebut isian ini.',
    'The source chosen says nothing of this field.',
    'Pilih salah satu sumber yang tampil pada baris itu.',
    'Choose one of the sources shown on the row.',
  ),
} as const satisfies Record<string, Entry>
