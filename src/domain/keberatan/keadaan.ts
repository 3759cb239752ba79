/** Where a notice stands: what the family may still do, and when the loss holds. Pure. */
import type { Label } from '#domain/label.ts'

/** What would end a place. */
export const sebabPemberitahuan = ['daftar', 'tidak_layak'] as const
export type SebabPemberitahuan = (typeof sebabPemberitahuan)[number]

export const keadaanPemberitahuan = {
  menunggu: { id: 'Masa keberatan berjalan', en: 'Days to object are running' },
  keberatan: { id: 'Dalam keberatan', en: 'Under objection' },
  selesai: { id: 'Masa keberatan habis', en: 'Days to object are over' },
  berlaku: { id: 'Sudah berlaku', en: 'Took effect' },
  dikabulkan: { id: 'Keberatan dikabulkan', en: 'Objection upheld' },
  batal: { id: 'Batal', en: 'Called off' },
} as const satisfies Record<string, Label>
export type KeadaanPemberitahuan = keyof typeof keadaanPemberitahuan
export const semuaKeadaanPemberitahuan = Object.keys(
  keadaanPemberitahuan,
) as readonly KeadaanPemberitahuan[]

export type FaktaPemberitahuan = {
  readonly status: 'berjalan' | 'berlaku' | 'batal'
  readonly statusSebab: string | null
  /** Last day to object. */
  readonly keberatanSampai: string
  readonly keberatan: 'terbuka' | 'dikabulkan' | 'ditolak' | null
}

/** An open objection stops everything, however long the office takes. */
export function keadaanOf(f: FaktaPemberitahuan, today: string): KeadaanPemberitahuan {
  if (f.status === 'berlaku') return 'berlaku'
  if (f.status === 'batal') return f.statusSebab === 'keberatan_dikabulkan' ? 'dikabulkan' : 'batal'
  if (f.keberatan === 'terbuka') return 'keberatan'
  return today > f.keberatanSampai ? 'selesai' : 'menunggu'
}

/** Whether the family may object today: once per notice, within its days. */
export const bolehBerkeberatan = (f: FaktaPemberitahuan, today: string): boolean =>
  f.status === 'berjalan' && f.keberatan === null && today <= f.keberatanSampai

/** Why a notice was called off, in words. */
export const kataBatal: Readonly<Record<string, Label>> = {
  keberatan_dikabulkan: {
    id: 'Keberatan dikabulkan: tempat keluarga tetap.',
    en: 'The objection was upheld: the family keeps its place.',
  },
  daftar_diganti: {
    id: 'Daftarnya diganti versi yang lebih baru.',
    en: 'The list was replaced by a later version.',
  },
  usulan_berhenti: {
    id: 'Usulannya tidak berlanjut.',
    en: 'The proposal went no further.',
  },
}
