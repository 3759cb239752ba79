/** Tables that several letters carry: names with their RT, and proposals by receipt number. Pure. */
import { type JenisUsulan, jenisUsulan } from '#domain/usulan/jenis.ts'
import type { Blok } from './surat.ts'

/** `7` is `007`; without an RT the cell stays empty. */
export const rtSurat = (rt: number | null): string =>
  rt === null ? '' : String(rt).padStart(3, '0')

/** All that a posted list says of anybody. */
export type NamaDiumumkan = { readonly nama: string; readonly rt: number | null }

export const tabelNama = (baris: readonly NamaDiumumkan[]): Blok => ({
  blok: 'tabel',
  kolom: [
    { judul: 'No.', lebar: 36, rata: 'kanan' },
    { judul: 'Nama', lebar: '*' },
    { judul: 'RT', lebar: 48, rata: 'tengah' },
  ],
  baris: baris.map((b, i) => [String(i + 1), b.nama, rtSurat(b.rt)]),
})

/** A proposal as an annex names it. */
export type UsulanTerlampir = {
  readonly nomor: string
  readonly nama: string
  readonly jenis: JenisUsulan
  readonly namaWilayah: string
  readonly rt: number | null
}

export const tabelUsulan = (baris: readonly UsulanTerlampir[]): Blok => ({
  blok: 'tabel',
  kolom: [
    { judul: 'No.', lebar: 28, rata: 'kanan' },
    { judul: 'Nomor tanda terima', lebar: 108 },
    { judul: 'Nama', lebar: '*' },
    { judul: 'Kelurahan/desa', lebar: 84 },
    { judul: 'RT', lebar: 28, rata: 'tengah' },
    { judul: 'Jenis', lebar: 74 },
  ],
  baris: baris.map((b, i) => [
    String(i + 1),
    b.nomor,
    b.nama,
    b.namaWilayah,
    rtSurat(b.rt),
    jenisUsulan[b.jenis].label.id,
  ]),
})
