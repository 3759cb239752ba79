/** The list that is posted after a meeting: names and RT only, and until when one may object. Pure. */
import type { Blok, Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import {
  type BahanRapat,
  kertasRapat,
  paragraf,
  periksaDi,
  rapatDi,
  rtSurat,
  subjudul,
  type Terdaftar,
  tandaLurah,
} from './bahan.ts'

const judulJenis = (jenis: JenisUsulan): string =>
  ({
    keluarga_baru: 'Diusulkan masuk data',
    tidak_layak: 'Diusulkan tidak layak lagi',
    layak_kembali: 'Diusulkan layak kembali',
  })[jenis as string] ?? 'Perubahan keadaan keluarga'

/** One list for each kind, by RT and name. */
function daftar(b: BahanRapat): readonly Blok[] {
  const setuju = b.baris.filter((r) => r.putusan === 'setuju')
  const kelompok = [...new Set(setuju.map((r) => judulJenis(r.jenis)))]
  return kelompok.flatMap((judul): Blok[] => [
    subjudul(judul),
    {
      blok: 'tabel',
      kolom: [
        { judul: 'No.', lebar: 32, rata: 'kanan' },
        { judul: 'Nama', lebar: '*' },
        { judul: 'RT', lebar: 60, rata: 'tengah' },
      ],
      baris: setuju
        .filter((r) => judulJenis(r.jenis) === judul)
        .sort((x, y) => (x.rt ?? 1000) - (y.rt ?? 1000) || x.nama.localeCompare(y.nama, 'id'))
        .map((r, i) => [`${i + 1}`, r.nama, rtSurat(r.rt)]),
    },
  ])
}

/** @param sampai last day to object, 'YYYY-MM-DD' */
export function suratPengumuman(
  b: BahanRapat,
  { nomor, alamat }: Terdaftar,
  beritaAcara: string,
  sampai: string,
): Surat {
  const dasar =
    b.jenis === 'sptjm'
      ? `Surat Pernyataan Tanggung Jawab Mutlak nomor ${beritaAcara}`
      : `${rapatDi(b)} tanggal ${tanggalSurat(b.tanggal)} (berita acara nomor ${beritaAcara})`
  return kertasRapat(b, {
    judul: 'Pengumuman hasil musyawarah',
    kaki: `Nomor ${nomor}`,
    isi: [
      { blok: 'judul', teks: 'Pengumuman', nomor },
      paragraf(
        `Berdasarkan ${dasar}, ${b.kantor} mengumumkan daftar usulan sebagai berikut.`,
        true,
      ),
      ...daftar(b),
      paragraf(
        `Warga yang berkeberatan dapat menyampaikannya ke kantor ${b.kantor} paling lambat ${tanggalSurat(sampai)}.`,
        true,
      ),
      { blok: 'penutup', qr: periksaDi(alamat), tandaTangan: [tandaLurah(b, b.hariIni)] },
    ],
  })
}
