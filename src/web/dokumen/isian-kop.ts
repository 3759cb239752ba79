/** What is typed on the page of the letterhead, and what is sent of it. */
import type { InputOf, OutputOf } from '#web/operasi.ts'

export type IsianPenanda = { jabatan: string; nama: string; nip: string; pangkat: string }

export type IsianKop = {
  /** One line of the letterhead per line. */
  readonly baris: string
  readonly alamat: string
  readonly telepon: string
  readonly tempat: string
  readonly logo: string | null
  readonly penanda: readonly IsianPenanda[]
}

export const isianKop = (k: OutputOf<'kop.lihat'>): IsianKop => ({
  baris: k.baris.join('\n'),
  alamat: k.alamat ?? '',
  telepon: k.telepon ?? '',
  tempat: k.tempat,
  logo: k.logo,
  penanda: k.penanda.map((p) => ({ ...p, nip: p.nip ?? '', pangkat: p.pangkat ?? '' })),
})

export const barisOf = ({ baris }: IsianKop): string[] =>
  baris
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

export function salahKop(isi: IsianKop): { baris: boolean; tempat: boolean; penanda: boolean } {
  const baris = barisOf(isi)
  return {
    baris: baris.length < 1 || baris.length > 5 || baris.some((one) => one.length > 80),
    tempat: isi.tempat.trim() === '',
    penanda: isi.penanda.some((p) => p.jabatan.trim().length < 2),
  }
}

export const kiriman = (isi: IsianKop, wilayah: number, versi: number): InputOf<'kop.simpan'> => ({
  wilayah,
  versi,
  baris: barisOf(isi),
  alamat: isi.alamat.trim() || null,
  telepon: isi.telepon.trim() || null,
  tempat: isi.tempat.trim(),
  logo: isi.logo,
  penanda: isi.penanda.map((p) => ({
    jabatan: p.jabatan.trim(),
    nama: p.nama.trim(),
    nip: p.nip.trim() || null,
    pangkat: p.pangkat.trim() || null,
  })),
})
