/** What can be wrong with the log, and how it is said. */
import type { Label } from '#domain/label.ts'

export const macamKerusakan = {
  ubah: { id: 'isi entri diubah', en: 'the content of an entry was changed' },
  hapus: { id: 'entri dihapus', en: 'an entry was deleted' },
  tukar: { id: 'dua entri ditukar', en: 'two entries were swapped' },
  sisip: { id: 'entri disisipkan', en: 'an entry was inserted' },
  ganda: { id: 'entri digandakan', en: 'an entry was duplicated' },
  potong: { id: 'ekor jejak dipotong', en: 'the tail of the log was cut off' },
  mundur: {
    id: 'keadaan lama dipulihkan: basis data tertinggal dari titik periksa di luar',
    en: 'an old state was restored: the database is behind the checkpoints outside',
  },
  tanpa_kunci: {
    id: 'rantai disusun ulang tanpa kunci: tanda tangan bukan milik kita',
    en: 'the chain was rebuilt without the key: the signature is not ours',
  },
  segel: { id: 'segel diubah', en: 'a seal was changed' },
} as const satisfies Record<string, Label>

export type MacamKerusakan = keyof typeof macamKerusakan

/** The first bad place of the log. */
export type Kerusakan = {
  readonly macam: MacamKerusakan
  /** The seal in which it was noticed; null where there is none. */
  readonly segel: number | null
  /** Number of the first bad entry; null when it never got one. */
  readonly nomor: number | null
  /** Its row in `jejak`, where it is still known. */
  readonly jejakId: number | null
  /** The other entry of a swap, or the one that was duplicated. */
  readonly pasangan?: { readonly nomor: number | null; readonly jejakId: number }
  /** Only the batch is known, not the entry: all numbers up to here may be meant. */
  readonly hingga?: number
}
