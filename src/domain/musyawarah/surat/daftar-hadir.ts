/** The list of attendance to be signed by pen: who was invited, and room for those who come besides. Pure. */
import type { Surat } from '#domain/dokumen/surat.ts'
import {
  atauTitik,
  type BahanRapat,
  hariTanggal,
  kertasRapat,
  paragraf,
  pukul,
  rapatOf,
  tandaLurah,
  tandaOrang,
} from './bahan.ts'

/** Lines for those who were not invited. */
const KOSONG = 8

export function suratDaftarHadir(b: BahanRapat): Surat {
  const n = b.orang.length
  return kertasRapat(b, {
    judul: `Daftar hadir ${rapatOf(b)}`,
    kaki: `Daftar hadir, ${hariTanggal(b.tanggal)}`,
    isi: [
      { blok: 'judul', teks: `Daftar hadir ${rapatOf(b)}`, nomor: null },
      {
        blok: 'rincian',
        isi: [
          ['Hari, tanggal', hariTanggal(b.tanggal)],
          ['Pukul', pukul(b)],
          ['Tempat', atauTitik(b.tempat)],
        ],
      },
      {
        blok: 'tabel',
        tinggi: 24,
        kolom: [
          { judul: 'No.', lebar: 24, rata: 'kanan' },
          { judul: 'Nama', lebar: '*' },
          { judul: 'Unsur', lebar: 140 },
          { judul: 'Jabatan', lebar: 90 },
          { judul: 'Tanda tangan', lebar: 110 },
        ],
        baris: [
          ...b.orang.map((o, i) => [`${i + 1}`, o.nama, o.unsur, o.jabatan ?? '', `${i + 1}.`]),
          ...Array.from({ length: KOSONG }, (_, i) => [
            `${n + i + 1}`,
            '',
            '',
            '',
            `${n + i + 1}.`,
          ]),
        ],
      },
      ...(b.lembagaTidakAda.length > 0
        ? [paragraf(`Lembaga yang tidak ada di ${b.kantor}: ${b.lembagaTidakAda.join(', ')}.`)]
        : []),
      {
        blok: 'penutup',
        qr: null,
        tandaTangan: [tandaOrang('Notulis', b.notulis), tandaLurah(b, b.tanggal)],
      },
    ],
  })
}
