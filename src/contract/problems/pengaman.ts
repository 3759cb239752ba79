/** Expected failures about safeguards. */
import { type Entry, entry } from './entry.ts'

export const masalahPengaman = {
  'pengaman.bukan_wewenang': entry(
    403,
    'Sebagian yang dipilih dilepas oleh kantor di atas Anda.',
    'Some of what was chosen is released by the office above yours.',
    'Pilih hanya pola yang menyebut kantor Anda, atau teruskan ke kantor itu.',
    'Choose only patterns that name your office, or pass them on.',
  ),
  'pengaman.terlibat': entry(
    403,
    'Anda sendiri mengusulkan atau memverifikasi sebagian yang dipilih.',
    'You proposed or verified some of what was chosen yourself.',
    'Minta pejabat lain melepasnya, dengan alasannya sendiri.',
    'Ask another officer to release them, for a reason of their own.',
  ),
  'pengaman.tidak_ditahan': entry(
    409,
    'Sebagian yang dipilih tidak ditahan lagi.',
    'Some of what was chosen is no longer held.',
    'Muat ulang daftar, lalu pilih lagi.',
    'Reload the list and choose again.',
  ),
} as const satisfies Record<string, Entry>
