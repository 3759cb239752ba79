/** The annex of corrections after a meeting: old, new, who, document; the decisions stay as they were. Pure. */
import type { Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type BahanRapat, kertasRapat, paragraf, tandaLurah } from './bahan.ts'

export type BarisPerbaikan = {
  readonly urutan: number
  readonly siapa: string
  readonly bidang: string
  readonly lama: string | null
  readonly baru: string | null
  readonly oleh: string | null
  /** ISO. */
  readonly pada: string
  readonly dokumen: string | null
}

export function suratPerbaikan(
  b: BahanRapat,
  nomor: string,
  perbaikan: readonly BarisPerbaikan[],
): Surat {
  return kertasRapat(b, {
    judul: 'Perbaikan setelah musyawarah',
    kaki: `Lampiran berita acara nomor ${nomor}`,
    mendatar: true,
    isi: [
      { blok: 'judul', teks: 'Perbaikan setelah musyawarah', nomor: null },
      paragraf(
        `Lampiran berita acara nomor ${nomor}, menurut keadaan tanggal ${tanggalSurat(b.hariIni)}. Perbaikan identitas di bawah ini tidak mengubah keputusan.`,
      ),
      perbaikan.length === 0
        ? paragraf('Tidak ada perbaikan.')
        : {
            blok: 'tabel',
            kolom: [
              { judul: 'Baris', lebar: 32, rata: 'kanan' },
              { judul: 'Siapa', lebar: 130 },
              { judul: 'Bidang', lebar: 90 },
              { judul: 'Semula', lebar: '*' },
              { judul: 'Menjadi', lebar: '*' },
              { judul: 'Oleh', lebar: 110 },
              { judul: 'Tanggal', lebar: 76 },
              { judul: 'Dokumen', lebar: 100 },
            ],
            baris: perbaikan.map((p) => [
              `${p.urutan}`,
              p.siapa,
              p.bidang,
              p.lama ?? 'kosong',
              p.baru ?? 'kosong',
              p.oleh ?? '',
              tanggalSurat(p.pada),
              p.dokumen ?? '',
            ]),
          },
      { blok: 'penutup', qr: null, tandaTangan: [tandaLurah(b, b.hariIni)] },
    ],
  })
}
