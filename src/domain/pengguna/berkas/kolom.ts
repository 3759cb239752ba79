/** The columns of a file of officers, however their headers are written. */
import { kunciJudul } from '#domain/impor/kenali.ts'

export const kolomPetugas = {
  nama: { judul: 'Nama', wajib: true, alias: ['Nama lengkap', 'Nama petugas'] },
  nik: { judul: 'NIK', wajib: true, alias: ['Nomor induk kependudukan', 'No. KTP'] },
  nomorKk: { judul: 'Nomor KK', wajib: true, alias: ['No. KK', 'Nomor kartu keluarga', 'KK'] },
  telepon: {
    judul: 'Nomor telepon',
    wajib: true,
    alias: ['Telepon', 'No. HP', 'HP', 'Nomor HP', 'No. telepon', 'WA', 'No. WA'],
  },
  peran: { judul: 'Peran', wajib: true, alias: ['Jabatan', 'Tugas'] },
  wilayah: {
    judul: 'Wilayah (nama atau kode)',
    wajib: true,
    alias: ['Wilayah', 'Kode wilayah', 'Kelurahan', 'Desa/kelurahan', 'Wilayah tugas'],
  },
  rt: { judul: 'RT', wajib: false, alias: ['Nomor RT', 'No. RT'] },
  jenis: { judul: 'Jenis', wajib: false, alias: ['Jenis penugasan', 'Definitif/Plt/Plh'] },
  suratNomor: { judul: 'Nomor surat', wajib: true, alias: ['No. surat', 'Nomor SK', 'No. SK'] },
  suratTanggal: { judul: 'Tanggal surat', wajib: true, alias: ['Tgl. surat', 'Tanggal SK'] },
  dari: { judul: 'Dari', wajib: true, alias: ['Mulai', 'Berlaku dari', 'Hari pertama', 'TMT'] },
  sampai: { judul: 'Sampai', wajib: false, alias: ['Berakhir', 'Berlaku sampai', 'Hari terakhir'] },
} as const satisfies Record<string, { judul: string; wajib: boolean; alias: readonly string[] }>

export type KolomPetugas = keyof typeof kolomPetugas
export const namaKolom = Object.keys(kolomPetugas) as readonly KolomPetugas[]

/** Place of each column in the file; -1 where it is not there. */
export type Tempat = Readonly<Record<KolomPetugas, number>>

const indeks: ReadonlyMap<string, KolomPetugas> = new Map(
  namaKolom.flatMap((nama) =>
    [kolomPetugas[nama].judul, ...kolomPetugas[nama].alias].map(
      (judul) => [kunciJudul(judul), nama] as const,
    ),
  ),
)

/** The header row among the first rows: the one that has all columns without which no row can be read. */
export function bacaKepala(
  rows: readonly (readonly string[])[],
): { readonly tempat: Tempat; readonly lewati: number } | null {
  for (const [i, cells] of rows.entries()) {
    const tempat: Record<KolomPetugas, number> = {
      nama: -1,
      nik: -1,
      nomorKk: -1,
      telepon: -1,
      peran: -1,
      wilayah: -1,
      rt: -1,
      jenis: -1,
      suratNomor: -1,
      suratTanggal: -1,
      dari: -1,
      sampai: -1,
    }
    cells.forEach((cell, place) => {
      const nama = indeks.get(kunciJudul(cell))
      if (nama && tempat[nama] === -1) tempat[nama] = place
    })
    if (namaKolom.every((nama) => !kolomPetugas[nama].wajib || tempat[nama] >= 0))
      return { tempat, lewati: i + 1 }
  }
  return null
}
