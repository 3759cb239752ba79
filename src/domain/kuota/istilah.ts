/** The words of a quota cut: its rules, its decisions, and the ways to split it. */
import type { Label } from '#domain/label.ts'

/** Whether today's receivers keep their place, or rank alone decides. */
export const aturanKuota = ['tidak_menggeser', 'peringkat_menentukan'] as const
export type AturanKuota = (typeof aturanKuota)[number]

export const labelAturan: Readonly<Record<AturanKuota, Label>> = {
  tidak_menggeser: {
    id: 'Tidak menggeser penerima: tempat kosong diisi menurut peringkat',
    en: 'No receiver is displaced: free places are filled by rank',
  },
  peringkat_menentukan: {
    id: 'Peringkat menentukan: yang terbawah dapat tergeser',
    en: 'Rank decides: those ranked lowest may be displaced',
  },
}

/** `seri`: equal at the line and not yet decided; `menunggu`: does not receive, before or after. */
export const keputusanKuota = ['tetap', 'masuk', 'keluar', 'seri', 'menunggu'] as const
export type KeputusanKuota = (typeof keputusanKuota)[number]

export const labelKeputusan: Readonly<Record<KeputusanKuota, Label>> = {
  tetap: { id: 'Tetap', en: 'Stays' },
  masuk: { id: 'Masuk', en: 'Enters' },
  keluar: { id: 'Tergeser', en: 'Displaced' },
  seri: { id: 'Sama di garis', en: 'Equal at the line' },
  menunggu: { id: 'Daftar tunggu', en: 'Waiting list' },
}

/** Ways to split a quota; `peringkat` is what one line over the whole area gives each region. */
export const metodePembagian = ['terdaftar', 'miskin', 'peringkat', 'manual'] as const
export type MetodePembagian = (typeof metodePembagian)[number]

export const labelMetode: Readonly<Record<MetodePembagian, Label>> = {
  terdaftar: { id: 'Menurut keluarga terdaftar', en: 'By registered families' },
  miskin: { id: 'Menurut keluarga miskin', en: 'By poor families' },
  peringkat: { id: 'Menurut peringkat', en: 'By rank' },
  manual: { id: 'Diisi sendiri', en: 'By hand' },
}
