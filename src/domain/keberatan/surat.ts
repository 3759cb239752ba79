/** The notice before a loss, and many of them in one file. Pure. */
import type { Blok, KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { SebabPemberitahuan } from './keadaan.ts'

export type IsiPemberitahuan = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  readonly nomor: string
  /** Address of the page behind the QR. */
  readonly alamatQr: string
  readonly sebab: SebabPemberitahuan
  /** Name of the programme whose place ends; null where the standing of the family is at stake. */
  readonly program: string | null
  readonly namaKepala: string
  /** Street, RT and village. */
  readonly alamat: string
  readonly alasan: string
  readonly dasar: string
  readonly tanggal: string
  readonly keberatanSampai: string
  readonly berlaku: string
  /** Where the family objects: its own village office. */
  readonly loket: string
}

const akibat = (i: IsiPemberitahuan): string =>
  i.sebab === 'daftar'
    ? `Berdasarkan ${i.dasar}, keluarga Saudara tidak lagi menerima ${i.program ?? 'bantuan'} mulai ${tanggalSurat(i.berlaku)}, dengan alasan:`
    : `Berdasarkan ${i.dasar}, keluarga Saudara diusulkan menjadi tidak layak dalam data kesejahteraan sosial. Usul itu diteruskan mulai ${tanggalSurat(i.berlaku)}, dengan alasan:`

/** The letter without its letterhead. */
function isiSurat(i: IsiPemberitahuan): readonly Blok[] {
  return [
    { blok: 'judul', teks: 'Surat Pemberitahuan', nomor: i.nomor },
    {
      blok: 'rincian',
      isi: [
        ['Kepada', `Keluarga ${i.namaKepala}`],
        ['Alamat', i.alamat],
      ],
    },
    { blok: 'paragraf', menjorok: true, teks: akibat(i) },
    { blok: 'paragraf', tebal: true, teks: i.alasan },
    {
      blok: 'paragraf',
      menjorok: true,
      teks: `Sampai saat itu hak keluarga Saudara tidak berubah. Bila Saudara berkeberatan, datanglah ke ${i.loket} paling lambat ${tanggalSurat(i.keberatanSampai)} dengan membawa surat ini. Keberatan diputus oleh orang yang tidak ikut memutuskan sebelumnya; selama belum diputus, hak keluarga Saudara tetap. Mengajukan keberatan tidak dipungut biaya.`,
    },
    {
      blok: 'penutup',
      qr: {
        isi: i.alamatQr,
        teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
      },
      tandaTangan: [tandaTanganOf(i.penanda, `${i.tempat}, ${tanggalSurat(i.tanggal)}`)],
    },
  ]
}

const kertas = { kertas: 'F4', mendatar: false } as const

/** One letter, as it is kept in the register. */
export const suratPemberitahuan = (i: IsiPemberitahuan): Surat => ({
  ...kertas,
  judul: 'Surat pemberitahuan',
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: isiSurat(i),
  kaki: `Nomor ${i.nomor}`,
})

/** All letters in one file, each on a page of its own under the letterhead; for the printer. */
export const berkasPemberitahuan = (
  surat: readonly IsiPemberitahuan[],
  tanggal: string,
): Surat => ({
  ...kertas,
  judul: 'Surat pemberitahuan',
  tanggal: `${tanggal}T00:00:00Z`,
  kop: null,
  isi: surat.flatMap((i, n): readonly Blok[] => [
    ...(n > 0 ? [{ blok: 'halamanBaru' } as const] : []),
    { blok: 'kop', kop: i.kop },
    ...isiSurat(i),
  ]),
  kaki: `${surat.length} surat pemberitahuan`,
})
