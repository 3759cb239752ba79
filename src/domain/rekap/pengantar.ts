/** The covering letter of a batch upwards: village head to district, district to the social office. Pure. */
import type { KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tabelUsulan, type UsulanTerlampir } from '#domain/dokumen/tabel.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { bulanSurat, tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'

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
  readonly baris: readonly UsulanTerlampir[]
}

/** F4 upright: the counts by kind, and the names in an annex. */
export const suratPengantar = (i: IsiPengantar): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: `Surat pengantar ${bulanSurat(i.periode)}`,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: [
    { blok: 'judul', teks: 'Surat Pengantar', nomor: i.nomor },
    { blok: 'paragraf', rata: 'kiri', teks: `Kepada Yth. ${i.tujuan}` },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `Bersama ini disampaikan ${i.baris.length} usulan dari ${i.kantor} untuk periode ${bulanSurat(i.periode)}, yang telah diputuskan dalam musyawarah dan difinalkan, untuk diproses lebih lanjut.`,
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
    tabelUsulan(i.baris),
  ],
  kaki: `Nomor ${i.nomor}`,
})
