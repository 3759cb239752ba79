/** The covering letter of a batch upwards: village head to district, district to the social office. Pure. */
import type { KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type JenisUsulan, jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { bulanRekap } from './bulanan.ts'

export type BarisPengantar = {
  readonly nomor: string
  readonly nama: string
  readonly jenis: JenisUsulan
  readonly namaWilayah: string
  readonly rt: number | null
}

export type IsiPengantar = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  readonly kantor: string
  /** To whom: `Camat Bontang Utara`, `Kepala Dinas Sosial Kota Bontang`. */
  readonly tujuan: string
  readonly nomor: string
  readonly alamatQr: string
  readonly periode: string
  readonly tanggal: string
  readonly baris: readonly BarisPengantar[]
}

/** F4 upright: the counts by kind, and the names in an annex. */
export const suratPengantar = (i: IsiPengantar): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: `Surat pengantar ${bulanRekap(i.periode)}`,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: [
    { blok: 'judul', teks: 'Surat Pengantar', nomor: i.nomor },
    { blok: 'paragraf', rata: 'kiri', teks: `Kepada Yth. ${i.tujuan}` },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `Bersama ini disampaikan ${i.baris.length} usulan dari ${i.kantor} untuk periode ${bulanRekap(i.periode)}, yang telah diputuskan dalam musyawarah dan difinalkan, untuk diproses lebih lanjut.`,
    },
    {
      blok: 'tabel',
      kolom: [
        { judul: 'Jenis', lebar: '*' },
        { judul: 'Banyaknya', lebar: 90, rata: 'kanan' },
      ],
      baris: semuaJenis.flatMap((jenis) => {
        const n = i.baris.filter((b) => b.jenis === jenis).length
        return n > 0 ? [[jenisUsulan[jenis].label.id, String(n)]] : []
      }),
    },
    {
      blok: 'penutup',
      qr: {
        isi: i.alamatQr,
        teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
      },
      tandaTangan: [tandaTanganOf(i.penanda, `${i.tempat}, ${tanggalSurat(i.tanggal)}`)],
    },
    { blok: 'halamanBaru' },
    { blok: 'paragraf', tebal: true, teks: `Lampiran surat pengantar nomor ${i.nomor}` },
    {
      blok: 'tabel',
      kolom: [
        { judul: 'No.', lebar: 28, rata: 'kanan' },
        { judul: 'Nomor tanda terima', lebar: 108 },
        { judul: 'Nama', lebar: '*' },
        { judul: 'Kelurahan/desa', lebar: 90 },
        { judul: 'RT', lebar: 32, rata: 'tengah' },
        { judul: 'Jenis', lebar: 84 },
      ],
      baris: i.baris.map((b, n) => [
        String(n + 1),
        b.nomor,
        b.nama,
        b.namaWilayah,
        b.rt === null ? '' : String(b.rt).padStart(3, '0'),
        jenisUsulan[b.jenis].label.id,
      ]),
    },
  ],
  kaki: `Nomor ${i.nomor}`,
})
