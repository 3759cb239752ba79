/** Kinds of events and of moves, apart from the schema: forms in the browser use them without zod. */
import { jenisUsulan } from '../jenis.ts'
import type { JenisPeristiwa } from './isi.ts'

export const bentukPindah = ['seluruh_keluarga', 'sebagian', 'kepala_saja', 'domisili'] as const
export type BentukPindah = (typeof bentukPindah)[number]

const jalurJenis: Readonly<Record<string, { readonly jalur: string }>> = jenisUsulan

/** Whether a kind of proposal is an event of life. */
export const isJenisPeristiwa = (jenis: string): jenis is JenisPeristiwa =>
  Object.hasOwn(jalurJenis, jenis) && jalurJenis[jenis]?.jalur === 'peristiwa'
