/** The posted list: names and RT only, on F4, as it hangs at the village office. Pure. */
import type { Blok, KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'

/** All that a posted list says of anybody. */
export type NamaDiumumkan = { readonly nama: string; readonly rt: number | null }

export type BagianPengumuman = {
  readonly judul: string
  readonly baris: readonly NamaDiumumkan[]
}

export type IsiPengumuman = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  /** Village as it is called. */
  readonly kantor: string
  readonly judul: string
  /** Minutes or decree that it rests on; null where there is none. */
  readonly dasar: string | null
  readonly bagian: readonly BagianPengumuman[]
  readonly tanggal: string
  /** Where and until when anybody may speak up. */
  readonly ajakan: string
}

const rtSurat = (rt: number | null): string => (rt === null ? '–' : String(rt).padStart(3, '0'))

const tabel = (b: BagianPengumuman): readonly Blok[] => [
  { blok: 'paragraf', tebal: true, rata: 'kiri', teks: `${b.judul} (${b.baris.length} keluarga)` },
  {
    blok: 'tabel',
    kolom: [
      { judul: 'No.', lebar: 36, rata: 'kanan' },
      { judul: 'Nama', lebar: '*' },
      { judul: 'RT', lebar: 48, rata: 'tengah' },
    ],
    baris: b.baris.map((n, i) => [String(i + 1), n.nama, rtSurat(n.rt)]),
  },
]

export const suratPengumuman = (i: IsiPengumuman): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: i.judul,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: [
    { blok: 'judul', teks: i.judul, nomor: null },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `${i.dasar ? `Berdasarkan ${i.dasar}, diumumkan` : 'Diumumkan'} nama-nama berikut di ${i.kantor}.`,
    },
    ...i.bagian.flatMap(tabel),
    { blok: 'paragraf', teks: i.ajakan },
    {
      blok: 'penutup',
      qr: null,
      tandaTangan: [tandaTanganOf(i.penanda, `${i.tempat}, ${tanggalSurat(i.tanggal)}`)],
    },
  ],
  kaki: `${i.judul} · ${i.kantor}`,
})
