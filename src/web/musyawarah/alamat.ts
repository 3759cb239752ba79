/** The addresses of meetings: which page of the list, which part of one. */
import { oneOf, word } from '#web/saringan.ts'

export const bagianRapat = ['agenda', 'hadir', 'putusan', 'berita', 'surat'] as const
export type NamaBagian = (typeof bagianRapat)[number]

export const alamatDaftar = (s: Record<string, unknown>) => ({ ...word('setelah', s.setelah) })
export const alamatRapat = (s: Record<string, unknown>) => ({
  ...oneOf('lihat', s.lihat, bagianRapat),
})
