/** The prelist of an RT: F4 landscape, black on white, blank columns for a pen. */

import type { Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'

export type BarisPrelist = {
  readonly namaKepala: string
  /** Masked: the last four digits tell two families of one name apart. */
  readonly nomorKk: string | null
  readonly alamat: string | null
  readonly jumlahAnggota: number
  /** 'YYYY-MM-DD' of the last visit. */
  readonly terakhir: string | null
  readonly sebab: string
}

export type Prelist = {
  readonly namaWilayah: string
  /** `Kecamatan, Kota, Provinsi`. */
  readonly jalur: string
  readonly rt: number | null
  readonly tanggal: string
  readonly baris: readonly BarisPrelist[]
}

export const rtKata = (rt: number | null): string =>
  rt === null || rt === 0 ? 'tanpa RT' : `RT ${String(rt).padStart(3, '0')}`

const empatAkhir = (kk: string | null): string => (kk ? `…${kk.slice(-4)}` : '–')

/** Families are numbered as on the screen, five blank rows at the end for those who are missing. */
export function suratPrelist(p: Prelist): Surat {
  const baris = p.baris.map((b, i) => [
    String(i + 1),
    b.namaKepala,
    empatAkhir(b.nomorKk),
    b.alamat ?? '',
    String(b.jumlahAnggota),
    b.terakhir ? tanggalSurat(b.terakhir) : 'belum pernah',
    b.sebab,
  ])
  const kosong = Array.from({ length: 5 }, (_, i) => [String(baris.length + i + 1)])
  return {
    kertas: 'F4',
    mendatar: true,
    judul: `Prelist kunjungan ${p.namaWilayah} ${rtKata(p.rt)}`,
    tanggal: p.tanggal,
    kop: null,
    isi: [
      {
        blok: 'judul',
        teks: `Prelist kunjungan keluarga – ${rtKata(p.rt)} – ${p.namaWilayah}`,
        nomor: null,
      },
      {
        blok: 'paragraf',
        rata: 'kiri',
        teks: `${p.jalur} · dicetak ${tanggalSurat(p.tanggal)} · ${p.baris.length} keluarga. Hasil: 1 layak, 2 layak dengan intervensi, 3 tidak layak, 4 tidak ditemukan (petugas lain harus mengukuhkan). Ada anggota: 1 tinggal di rumah tangga, 2 meninggal, 3 tidak tinggal di sini/pindah, 4 anggota baru, 5 kesalahan prelist, 6 tidak ditemukan; tulis satu angka per anggota menurut urutan kuesioner.`,
      },
      {
        blok: 'tabel',
        tinggi: 27,
        kolom: [
          { judul: 'No', lebar: 20, rata: 'kanan' },
          { judul: 'Kepala keluarga', lebar: 122 },
          { judul: 'KK', lebar: 34 },
          { judul: 'Alamat', lebar: 104 },
          { judul: 'Jiwa', lebar: 26, rata: 'kanan' },
          { judul: 'Kunjungan terakhir', lebar: 62 },
          { judul: 'Mengapa', lebar: 70 },
          { judul: 'Tanggal', lebar: 50 },
          { judul: 'Hasil', lebar: 30 },
          { judul: 'Ada anggota', lebar: 74 },
          { judul: 'Intervensi dan alasan', lebar: '*' },
          { judul: 'Paraf', lebar: 40 },
        ],
        baris: [...baris, ...kosong],
      },
      {
        blok: 'penutup',
        qr: null,
        tandaTangan: [
          { tempatTanggal: null, jabatan: 'Ketua RT', nama: null, keterangan: [] },
          { tempatTanggal: null, jabatan: 'Petugas kunjungan', nama: null, keterangan: [] },
        ],
      },
    ],
    kaki: `Prelist ${p.namaWilayah} ${rtKata(p.rt)} · rahasia, kembalikan ke kelurahan/desa`,
  }
}
