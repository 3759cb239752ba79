/** The posted list: names and RT only, on F4, as it hangs at the village office. Pure. */
import type { Blok, KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { type NamaDiumumkan, tabelNama } from '#domain/dokumen/tabel.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'

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

const tabel = (b: BagianPengumuman): readonly Blok[] => [
  { blok: 'paragraf', tebal: true, rata: 'kiri', teks: `${b.judul} (${b.baris.length} keluarga)` },
  tabelNama(b.baris),
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
