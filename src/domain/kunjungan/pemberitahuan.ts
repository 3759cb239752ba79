/** The notice to a family whose visit may end in a loss: ground, day, and until when it may object. */
import type { KopSurat, Surat, TandaTangan } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'

export type Pemberitahuan = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Omit<TandaTangan, 'tempatTanggal'>
  readonly kantor: string
  readonly namaKepala: string
  readonly alamat: string
  readonly tanggalKunjungan: string
  readonly alasan: string
  readonly keberatanSampai: string
  /** Day of printing. */
  readonly tanggal: string
}

/** Nothing has been decided yet: the letter says so, and what the family can do. */
export const suratPemberitahuan = (p: Pemberitahuan): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: 'Pemberitahuan hasil kunjungan',
  tanggal: p.tanggal,
  kop: p.kop,
  isi: [
    { blok: 'judul', teks: 'Pemberitahuan hasil kunjungan', nomor: null },
    {
      blok: 'rincian',
      isi: [
        ['Kepada', `Keluarga ${p.namaKepala}`],
        ['Alamat', p.alamat],
      ],
    },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `Petugas mengunjungi keluarga Saudara pada ${tanggalSurat(p.tanggalKunjungan)} dan mencatat hasil "tidak layak" dengan alasan berikut:`,
    },
    { blok: 'paragraf', teks: p.alasan, tebal: true },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `Hasil ini baru menjadi usul. Keputusan diambil oleh musyawarah dan diperiksa Dinas Sosial; sampai saat itu hak keluarga Saudara tidak berubah. Bila Saudara berkeberatan, sampaikan di ${p.kantor} paling lambat ${tanggalSurat(p.keberatanSampai)}. Keberatan diputus oleh petugas lain.`,
    },
    {
      blok: 'penutup',
      qr: null,
      tandaTangan: [{ ...p.penanda, tempatTanggal: `${p.tempat}, ${tanggalSurat(p.tanggal)}` }],
    },
  ],
  kaki: p.kantor,
})
