/** What a row of a file from the centre may say, and the step that it is here. */
import type { Label } from '#domain/label.ts'
import type { Aksi } from '#domain/usulan/alur.ts'

/** What the centre may have decided; `musyawarah` returns to the meeting. */
export const putusanPusat = {
  diterima: { aksi: 'terima', label: { id: 'Diterima', en: 'Accepted' } },
  dikembalikan: { aksi: 'kembalikan', label: { id: 'Dikembalikan', en: 'Returned' } },
  musyawarah: {
    aksi: 'kembalikan_kelayakan',
    label: { id: 'Dikembalikan ke musyawarah', en: 'Returned to the meeting' },
  },
  ditolak: { aksi: 'tolak', label: { id: 'Ditolak', en: 'Rejected' } },
} as const satisfies Record<string, { aksi: Aksi; label: Label }>
export type PutusanPusat = keyof typeof putusanPusat

/** What a row may say: of a proposal, or that a family was deactivated. */
export type Putusan = PutusanPusat | 'nonaktif'
export const labelPutusan: Readonly<Record<Putusan, Label>> = {
  diterima: putusanPusat.diterima.label,
  dikembalikan: putusanPusat.dikembalikan.label,
  musyawarah: putusanPusat.musyawarah.label,
  ditolak: putusanPusat.ditolak.label,
  nonaktif: { id: 'Dinonaktifkan', en: 'Deactivated' },
}
