/** The minutes: who led and was there, what was said, and what was decided of each row. Pure. */
import type { Blok, Surat } from '#domain/dokumen/surat.ts'
import {
  atauTitik,
  type BahanRapat,
  hariTanggal,
  jumlahPutusan,
  kertasRapat,
  paragraf,
  pukul,
  putusanSurat,
  rapatOf,
  rtSurat,
  subjudul,
  tandaOrang,
} from './bahan.ts'

const jalannya = (b: BahanRapat): readonly Blok[] => {
  const alinea = (b.notulen ?? '').split(/\n+/).filter((teks) => teks.trim() !== '')
  return alinea.length > 0
    ? alinea.map((teks) => paragraf(teks.trim()))
    : [{ blok: 'jarak', tinggi: 120 }]
}

export function suratNotulen(b: BahanRapat): Surat {
  const hadir = b.orang.filter((o) => o.hadir)
  return kertasRapat(b, {
    judul: `Notulen ${rapatOf(b)}`,
    kaki: `Notulen, ${hariTanggal(b.tanggal)}`,
    isi: [
      { blok: 'judul', teks: `Notulen ${rapatOf(b)}`, nomor: null },
      {
        blok: 'rincian',
        isi: [
          ['Hari, tanggal', hariTanggal(b.tanggal)],
          ['Pukul', pukul(b)],
          ['Tempat', atauTitik(b.tempat)],
          ['Pemimpin', atauTitik(b.pemimpin)],
          ['Notulis', atauTitik(b.notulis)],
          [
            'Hadir',
            hadir.length > 0
              ? `${hadir.length} orang: ${hadir.map((o) => `${o.nama} (${o.unsur})`).join('; ')}`
              : atauTitik(null),
          ],
        ],
      },
      subjudul('Jalannya musyawarah'),
      ...jalannya(b),
      subjudul(`Keputusan: ${jumlahPutusan(b.baris)}`),
      {
        blok: 'tabel',
        kolom: [
          { judul: 'No.', lebar: 24, rata: 'kanan' },
          { judul: 'Nama', lebar: 130 },
          { judul: 'RT', lebar: 28, rata: 'tengah' },
          { judul: 'Keputusan', lebar: 80 },
          { judul: 'Alasan dan catatan', lebar: '*' },
        ],
        baris: b.baris.map((r) => [
          `${r.urutan}`,
          r.nama,
          rtSurat(r.rt),
          putusanSurat(r.putusan) || 'Belum diputuskan',
          [r.alasanPutusan, r.catatan].filter(Boolean).join('. '),
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
      ...(b.foto.length > 0
        ? ([
            { blok: 'halamanBaru' },
            subjudul('Lampiran notulen: foto musyawarah'),
            { blok: 'gambar', isi: b.foto },
          ] satisfies Blok[])
        : []),
    ],
  })
}
