/** The receipt: what a family takes home when something of theirs was taken in. Pure. */
import type { KopSurat, Surat } from './surat.ts'
import { tanggalSurat } from './tanggal.ts'

export type IsiTandaTerima = {
  readonly kop: KopSurat
  readonly tempat: string
  /** Who took it in: the officer at the counter signs, not the head of the office. */
  readonly penerima: string
  readonly nomor: string
  readonly alamatQr: string
  /** What was received: `Keberatan`, `Usulan keluarga baru`. */
  readonly judul: string
  readonly rincian: readonly (readonly [string, string])[]
  readonly penutup: string
  readonly tanggal: string
}

/** One page of A4. */
export const suratTandaTerima = (i: IsiTandaTerima): Surat => ({
  kertas: 'A4',
  mendatar: false,
  judul: i.judul,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: [
    { blok: 'judul', teks: i.judul, nomor: i.nomor },
    { blok: 'rincian', isi: i.rincian },
    { blok: 'paragraf', teks: i.penutup },
    {
      blok: 'penutup',
      qr: {
        isi: i.alamatQr,
        teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
      },
      tandaTangan: [
        {
          tempatTanggal: `${i.tempat}, ${tanggalSurat(i.tanggal)}`,
          jabatan: 'Yang menerima',
          nama: i.penerima,
          keterangan: [],
        },
      ],
    },
  ],
  kaki: `Nomor ${i.nomor}`,
})
