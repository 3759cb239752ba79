/** The letter to the civil registry about people without NIK, with its list. Pure. */
import type { KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'

export type OrangTanpaNik = {
  readonly kode: string
  readonly nama: string
  readonly jenisKelamin: number | null
  readonly tempatLahir: string | null
  readonly tanggalLahir: string | null
  readonly namaIbu: string | null
  readonly kepala: string
  readonly alamat: string | null
  readonly rt: number | null
  readonly namaWilayah: string
  /** In words. */
  readonly sebab: string
}

export type IsiSuratTanpaNik = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  /** Area that the list is of, as it is called. */
  readonly kantor: string
  /** Kab/kota of the civil registry. */
  readonly kabkota: string
  readonly orang: readonly OrangTanpaNik[]
  readonly tanggal: string
  readonly nomor: string
  readonly alamat: string
}

const kelamin = (kode: number | null): string => (kode === 1 ? 'L' : kode === 2 ? 'P' : '')

/** F4 lying, one row per person; names stand in the list only, never in the file's title. */
export function suratTanpaNik(i: IsiSuratTanpaNik): Surat {
  return {
    kertas: 'F4',
    mendatar: true,
    judul: 'Permohonan penerbitan NIK',
    tanggal: `${i.tanggal}T00:00:00Z`,
    kop: i.kop,
    kaki: `Nomor ${i.nomor}`,
    isi: [
      { blok: 'judul', teks: 'Permohonan perekaman dan penerbitan NIK', nomor: i.nomor },
      {
        blok: 'paragraf',
        teks: `Kepada Yth. Kepala Dinas Kependudukan dan Pencatatan Sipil ${i.kabkota}`,
      },
      {
        blok: 'paragraf',
        menjorok: true,
        teks: `Dalam data kesejahteraan sosial ${i.kantor} terdaftar ${i.orang.length} orang yang belum mempunyai NIK, sehingga belum dapat ditetapkan sebagai penerima bantuan. Mohon perekaman atau penelusuran NIK mereka. Jawaban mohon diisikan pada lembar kerja terlampir dengan kode baris yang sama.`,
      },
      {
        blok: 'tabel',
        kolom: [
          { judul: 'Kode baris', lebar: 82 },
          { judul: 'Nama', lebar: '*' },
          { judul: 'L/P', lebar: 26, rata: 'tengah' },
          { judul: 'Tempat, tanggal lahir', lebar: 110 },
          { judul: 'Nama ibu', lebar: 90 },
          { judul: 'Kepala keluarga', lebar: 100 },
          { judul: 'Alamat', lebar: '*' },
          { judul: 'Sebab', lebar: 110 },
        ],
        baris: i.orang.map((o) => [
          o.kode,
          o.nama,
          kelamin(o.jenisKelamin),
          [o.tempatLahir, o.tanggalLahir ? tanggalSurat(o.tanggalLahir) : null]
            .filter((one) => one)
            .join(', '),
          o.namaIbu ?? '',
          o.kepala,
          [o.alamat, o.rt === null ? null : `RT ${String(o.rt).padStart(3, '0')}`, o.namaWilayah]
            .filter((one) => one)
            .join(', '),
          o.sebab,
        ]),
      },
      {
        blok: 'penutup',
        qr: { isi: i.alamat, teks: ['Periksa keaslian surat ini', 'pada alamat dalam kode.'] },
        tandaTangan: [
          {
            tempatTanggal: `${i.tempat}, ${tanggalSurat(i.tanggal)}`,
            jabatan: i.penanda.jabatan,
            nama: i.penanda.nama,
            keterangan: [
              ...(i.penanda.pangkat ? [i.penanda.pangkat] : []),
              ...(i.penanda.nip ? [`NIP ${i.penanda.nip}`] : []),
            ],
          },
        ],
      },
    ],
  }
}
