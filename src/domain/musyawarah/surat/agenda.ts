/** The agenda on paper with boxes to tick: what the meeting goes on with when nothing else works. Pure. */
import type { Surat } from '#domain/dokumen/surat.ts'
import {
  atauTitik,
  type BahanRapat,
  hariTanggal,
  jenisSurat,
  kertasRapat,
  paragraf,
  pukul,
  rapatOf,
  rtSurat,
  tandaOrang,
} from './bahan.ts'

export function suratAgenda(b: BahanRapat): Surat {
  return kertasRapat(b, {
    judul: `Agenda ${rapatOf(b)}`,
    kaki: `Agenda, ${hariTanggal(b.tanggal)}`,
    mendatar: true,
    isi: [
      { blok: 'judul', teks: `Agenda ${rapatOf(b)}`, nomor: null },
      paragraf(
        `${hariTanggal(b.tanggal)}, pukul ${pukul(b)}, ${atauTitik(b.tempat)}. Centang satu kotak pada setiap baris; yang tidak disetujui atau ditunda diberi alasan.`,
      ),
      {
        blok: 'tabel',
        tinggi: 30,
        kolom: [
          { judul: 'No.', lebar: 24, rata: 'kanan' },
          { judul: 'Nama', lebar: 150 },
          { judul: 'RT', lebar: 26, rata: 'tengah' },
          { judul: 'Usulan dan alasannya', lebar: 190 },
          { judul: 'Disetujui', lebar: 50, kotak: true },
          { judul: 'Tidak disetujui', lebar: 50, kotak: true },
          { judul: 'Ditunda', lebar: 50, kotak: true },
          { judul: 'Alasan, dan siapa yang tidak ikut memutuskan', lebar: '*' },
        ],
        baris: b.baris.map((r) => [
          `${r.urutan}`,
          r.nama,
          rtSurat(r.rt),
          `${jenisSurat(r.jenis)}. ${r.alasanLayar}`,
        ]),
      },
      {
        blok: 'penutup',
        qr: null,
        tandaTangan: [
          tandaOrang('Pemimpin musyawarah', b.pemimpin),
          tandaOrang('Notulis', b.notulis),
        ],
      },
    ],
  })
}
