/** What the form of a move in holds, what it still lacks, and the proposal that it makes. */
import type { BentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'

type SatuUsulan = OutputOf<'usulan.satu'>
type Isi = InputOf<'usulan.simpan'>['isi']

/** Papers by which a move is asked for. */
export const jenisSurat = [
  'Kartu Keluarga',
  'Surat pindah',
  'Surat keterangan kelurahan/desa',
] as const

export type IsianMasuk = {
  readonly wilayah: number
  readonly rt: number | null
  readonly nama: string
  readonly nik: string
  /** One number per line. */
  readonly nikLain: string
  readonly bentuk: BentukPindah
  readonly tanggal: string
  readonly alamat: string
  readonly nomorKk: string
  readonly surat: string
  readonly suratNomor: string
  readonly suratTanggal: string
  readonly berkas: readonly string[]
}

export const isianMasukKosong = (nik: string, wilayah: number, hariIni: string): IsianMasuk => ({
  wilayah,
  rt: null,
  nama: '',
  nik,
  nikLain: '',
  bentuk: 'seluruh_keluarga',
  tanggal: hariIni,
  alamat: '',
  nomorKk: '',
  surat: jenisSurat[0],
  suratNomor: '',
  suratTanggal: '',
  berkas: [],
})

export function isianMasukDari(u: SatuUsulan, hariIni: string): IsianMasuk {
  const kosong = isianMasukKosong('', u.wilayah, hariIni)
  const p = u.isi.peristiwa?.jenis === 'tarik_masuk' ? u.isi.peristiwa : undefined
  const [nik = '', ...lain] = p?.nik ?? []
  return {
    ...kosong,
    rt: u.rt,
    nama: u.nama,
    nik,
    nikLain: lain.join('\n'),
    bentuk: p?.bentuk ?? kosong.bentuk,
    tanggal: p?.tanggal ?? hariIni,
    alamat: p?.alamat ?? '',
    nomorKk: p?.nomorKkBaru ?? '',
    surat: u.isi.dokumen?.jenis ?? kosong.surat,
    suratNomor: u.isi.dokumen?.nomor ?? '',
    suratTanggal: u.isi.dokumen?.tanggal ?? '',
    berkas: u.isi.berkas ?? [],
  }
}

/** Numbers of the others, one per line; the digits alone. */
export const nikLainOf = (f: IsianMasuk): readonly string[] =>
  f.bentuk === 'sebagian'
    ? f.nikLain
        .split(/[\n,;]+/)
        .map((n) => n.replaceAll(/\D/g, ''))
        .filter((n) => n !== '')
    : []

/** Fields that must be there before it is sent. */
export const kurangMasuk = (
  f: IsianMasuk,
): readonly ('nama' | 'rtBaru' | 'alamat' | 'pindaian')[] => [
  ...(f.nama.trim() === '' ? (['nama'] as const) : []),
  ...(f.rt === null ? (['rtBaru'] as const) : []),
  ...(f.alamat.trim() === '' ? (['alamat'] as const) : []),
  ...(f.berkas.length === 0 ? (['pindaian'] as const) : []),
]

export const isiMasuk = (f: IsianMasuk): Isi => ({
  peristiwa: {
    jenis: 'tarik_masuk',
    tanggal: f.tanggal || undefined,
    bentuk: f.bentuk,
    nik: [f.nik, ...nikLainOf(f)],
    nomorKkBaru: f.nomorKk || undefined,
    alamat: f.alamat.trim() || undefined,
  },
  dokumen: {
    jenis: f.surat,
    nomor: f.suratNomor.trim() || undefined,
    tanggal: f.suratTanggal || undefined,
  },
  berkas: f.berkas.length > 0 ? [...f.berkas] : undefined,
})
