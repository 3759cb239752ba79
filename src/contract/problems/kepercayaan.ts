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
  'beda.usulan_berjalan': entry(
    409,
    'Putusan ini sudah menjadi usulan {nomor} yang belum selesai.',
    'This decision is proposal {nomor} already, which is not over yet.',
    'Batalkan usulan itu dahulu, atau tunggu hasilnya, lalu ubah putusannya.',
    'Withdraw that proposal first, or wait for its outcome, then change the decision.',
  ),
  'beda.bukan_usulan': entry(
    422,
    'Dari putusan ini tidak ada usulan yang dapat dibuat.',
    'No proposal can be made of this decision.',
    'Sebabnya tertulis pada baris putusan itu; ubah putusannya bila keliru.',
    'The row of the decision says why; change the decision if it is wrong.',
  ),
  'beda.sumber_tanpa_nilai': entry(
    422,
    'Sumber yang dipilih tidak menyebut isian ini.',
    'The source chosen says nothing of this field.',
    'Pilih salah satu sumber yang tampil pada baris itu.',
    'Choose one of the sources shown on the row.',
  ),
} as const satisfies Record<string, Entry>
