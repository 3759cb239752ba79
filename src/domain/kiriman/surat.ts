/** The Surat Pengesahan of a batch: counts per village and kind, and an annex by name. Pure. */
import type { Blok, KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type JenisUsulan, jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'

export type BarisLampiran = {
  readonly nomor: string
  readonly jenis: JenisUsulan
  readonly nama: string
  readonly namaWilayah: string
  readonly rt: number | null
}

export type IsiPengesahan = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  /** Kab/kota as it is called. */
  readonly kantor: string
  /** Number of the batch. */
  readonly kiriman: string
  /** Number of the letter; null: it follows. */
  readonly nomor: string | null
  readonly tanggal: string
  readonly periode: string
  /** In the order of the annex. */
  readonly baris: readonly BarisLampiran[]
  /** SHA-256 of the batch, hex. */
  readonly sidik: string
  readonly alamat: string
}

/** `2018-07` is `Juli 2018`. */
const bulanSurat = (periode: string): string => tanggalSurat(`${periode}-01`).replace(/^\d+ /, '')

/** In groups of sixteen, so that a line breaks between them. */
const berkelompok = (sidik: string): string => sidik.replace(/.{16}(?=.)/g, '$& ')

const rtSurat = (rt: number | null): string => (rt === null ? '' : String(rt).padStart(3, '0'))

/** One row per village, a column per kind that occurs, and the sums. */
export function hitungPengesahan(baris: readonly BarisLampiran[]): {
  readonly jenis: readonly JenisUsulan[]
  readonly baris: readonly (readonly string[])[]
} {
  const jenis = semuaJenis.filter((j) => baris.some((b) => b.jenis === j))
  const desa = [...new Set(baris.map((b) => b.namaWilayah))].sort()
  const satu = (nama: string, those: readonly BarisLampiran[]): string[] => [
    nama,
    ...jenis.map((j) => String(those.filter((b) => b.jenis === j).length)),
    String(those.length),
  ]
  return {
    jenis,
    baris: [
      ...desa.map((nama) =>
        satu(
          nama,
          baris.filter((b) => b.namaWilayah === nama),
        ),
      ),
      satu('Jumlah', baris),
    ],
  }
}

function badan(i: IsiPengesahan): readonly Blok[] {
  const hitung = hitungPengesahan(i.baris)
  return [
    { blok: 'judul', teks: 'Surat Pengesahan', nomor: i.nomor ?? 'menyusul' },
    {
      blok: 'paragraf',
      rata: 'penuh',
      menjorok: true,
      teks: `Yang bertanda tangan di bawah ini, ${i.penanda.jabatan}, mengesahkan ${i.baris.length} usulan dari ${i.kantor} untuk periode ${bulanSurat(i.periode)}, yang telah diputuskan dalam musyawarah, diverifikasi, dan disahkan satu per satu, sebagaimana dirinci di bawah ini dan dalam lampiran.`,
    },
    {
      blok: 'tabel',
      kolom: [
        { judul: 'Kelurahan/desa', lebar: '*' },
        ...hitung.jenis.map((j) => ({
          judul: jenisUsulan[j].label.id,
          lebar: 80,
          rata: 'kanan' as const,
        })),
        { judul: 'Jumlah', lebar: 60, rata: 'kanan' },
      ],
      baris: hitung.baris,
    },
    {
      blok: 'rincian',
      isi: [
        ['Nomor kiriman', i.kiriman],
        ['Sidik kiriman', berkelompok(i.sidik)],
      ],
    },
    {
      blok: 'paragraf',
      rata: 'penuh',
      teks: 'Bila satu usulan dikembalikan, surat ini tetap berlaku untuk usulan yang lain.',
    },
    {
      blok: 'penutup',
      qr: { isi: i.alamat, teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'] },
      tandaTangan: [
        {
          tempatTanggal: `${i.tempat}, ${tanggalSurat(i.tanggal)}`,
          jabatan: i.penanda.jabatan,
          nama: i.penanda.nama || null,
          keterangan: [i.penanda.pangkat, i.penanda.nip ? `NIP ${i.penanda.nip}` : null].filter(
            (one): one is string => one !== null && one !== '',
          ),
        },
      ],
    },
  ]
}

/** F4 upright; the annex begins on a page of its own and repeats its heading. */
export const suratPengesahan = (i: IsiPengesahan): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: `Surat Pengesahan ${i.kiriman}`,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  kaki: `Kiriman ${i.kiriman}`,
  isi: [
    ...badan(i),
    { blok: 'halamanBaru' },
    {
      blok: 'paragraf',
      tebal: true,
      teks: `Lampiran Surat Pengesahan nomor ${i.nomor ?? 'menyusul'}, tanggal ${tanggalSurat(i.tanggal)}`,
    },
    {
      blok: 'tabel',
      kolom: [
        { judul: 'No.', lebar: 28, rata: 'kanan' },
        { judul: 'Nomor tanda terima', lebar: 108 },
        { judul: 'Nama', lebar: '*' },
        { judul: 'Kelurahan/desa', lebar: 84 },
        { judul: 'RT', lebar: 28, rata: 'tengah' },
        { judul: 'Jenis', lebar: 74 },
      ],
      baris: i.baris.map((b, n) => [
        String(n + 1),
        b.nomor,
        b.nama,
        b.namaWilayah,
        rtSurat(b.rt),
        jenisUsulan[b.jenis].label.id,
      ]),
    },
  ],
})
