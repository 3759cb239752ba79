/** The invitation to a meeting, with the list of those who are invited. Pure. */
import type { Surat } from '#domain/dokumen/surat.ts'
import {
  atauTitik,
  type BahanRapat,
  hariTanggal,
  kertasRapat,
  paragraf,
  periksaDi,
  pukul,
  rapatDi,
  rapatOf,
  subjudul,
  type Terdaftar,
  tandaLurah,
} from './bahan.ts'

export function suratUndangan(b: BahanRapat, { nomor, alamat }: Terdaftar): Surat {
  return kertasRapat(b, {
    judul: `Undangan ${rapatOf(b)}`,
    kaki: `Nomor ${nomor}`,
    isi: [
      {
        blok: 'rincian',
        isi: [
          ['Nomor', nomor],
          ['Sifat', 'Penting'],
          ['Lampiran', '1 (satu) lembar'],
          ['Hal', `Undangan ${rapatOf(b)}`],
        ],
      },
      { blok: 'paragraf', rata: 'kiri', teks: 'Kepada Yth. daftar terlampir\ndi tempat' },
      paragraf(
        `Dalam rangka pemutakhiran data kesejahteraan sosial, kami mengundang Bapak/Ibu untuk hadir dalam ${rapatDi(b)} yang akan dilaksanakan pada:`,
        true,
      ),
      {
        blok: 'rincian',
        isi: [
          ['Hari, tanggal', hariTanggal(b.tanggal)],
          ['Pukul', pukul(b)],
          ['Tempat', atauTitik(b.tempat)],
          ['Acara', `Pembahasan daftar usulan awal (${b.baris.length} usulan)`],
        ],
      },
      paragraf(
        'Usulan dibahas satu per satu. Yang memiliki hubungan keluarga dengan yang diusulkan tidak ikut memutuskan baris itu.',
        true,
      ),
      paragraf('Demikian undangan ini. Atas kehadiran Bapak/Ibu kami ucapkan terima kasih.', true),
      {
        blok: 'penutup',
        qr: periksaDi(alamat),
        tandaTangan: [tandaLurah(b, b.hariIni)],
      },
      { blok: 'halamanBaru' },
      subjudul(`Lampiran undangan nomor ${nomor}`),
      {
        blok: 'tabel',
        kolom: [
          { judul: 'No.', lebar: 28, rata: 'kanan' },
          { judul: 'Nama', lebar: '*' },
          { judul: 'Unsur', lebar: 170 },
          { judul: 'Jabatan', lebar: 120 },
        ],
        baris: b.orang.map((o, i) => [`${i + 1}`, o.nama, o.unsur, o.jabatan ?? '']),
      },
    ],
  })
}
