/**
 * What an operation may say about records outside an area, by its own declaration: `agregat`, a
 * total that is frozen and the same for whoever reads it; `satu-bit`, one bit.
 */
import type { Isi } from './arbitrer.ts'

const daftar = (value: unknown): Isi[] => (Array.isArray(value) ? (value as Isi[]) : [])

const pilih = (isi: Isi, ...nama: readonly string[]): Isi =>
  Object.fromEntries(nama.map((n) => [n, isi[n]]))

const ronde = (r: Isi): Isi =>
  pilih(r, 'id', 'keluarga', 'bercelah', 'melintasi', 'status', 'judul')
const kuota = (k: Isi): Isi => pilih(k, 'id', 'jumlah', 'versi', 'daftar', 'pembagian')
const beku = (d: Isi): Isi => pilih(d, 'id', 'ringkasan', 'jumlahBaris', 'hash', 'kuota')
/** A family's place among others: frozen with the ranking. */
const tempat = (k: Isi): Isi =>
  pilih(k, 'keluarga', 'peringkat', 'desil', 'persentil', 'kunci', 'poin')

/** Records that all readers of the test may ask about. */
export type Bersama = {
  readonly ronde: unknown
  readonly daftar: unknown
  readonly kab: unknown
  readonly keluarga: unknown
  readonly wilayah: number
}

type Agregat = {
  /** What is asked. */
  readonly tanya: (b: Bersama) => Isi
  /** The part of the answer that crosses the area, record by record. */
  readonly bagian: (isi: Isi) => Isi[]
}

const kosong = (): Isi => ({})
const satuRonde = ({ ronde: id, wilayah }: Bersama): Isi => ({ id, wilayah })

export const agregat: Readonly<Record<string, Agregat>> = {
  'jejak.keadaan': { tanya: kosong, bagian: (a) => [{ ...a, id: 'jejak' }] },
  'kunjungan.liga': {
    tanya: kosong,
    bagian: (a) => [...daftar(a.kota), ...daftar(a.kabupaten)].map((k) => ({ ...k, id: k.kode })),
  },
  'peringkat.daftar': { tanya: kosong, bagian: (a) => daftar(a.ronde).map(ronde) },
  'peringkat.satu': {
    tanya: satuRonde,
    bagian: (a) => [{ ...ronde(a), seluruh: a.seluruh }],
  },
  'peringkat.keluarga': {
    tanya: satuRonde,
    bagian: (a) => daftar(a.keluarga).map((k) => ({ ...tempat(k), id: k.keluarga })),
  },
  'peringkat.penjelasan': {
    tanya: ({ ronde: id, kab, keluarga }) => ({ id, kab, keluarga }),
    bagian: ({ keluarga }) => [{ ...tempat(keluarga as Isi), id: (keluarga as Isi).keluarga }],
  },
  'kuota.daftar': { tanya: kosong, bagian: (a) => daftar(a.kuota).map(kuota) },
  'kuota.daftar_beku': { tanya: kosong, bagian: (a) => daftar(a.daftar).map(beku) },
  'kuota.daftar_beku_satu': {
    tanya: ({ daftar: id }) => ({ id }),
    bagian: (a) => [{ ...beku(a), garis: a.garis }],
  },
}

/** Operations on an account that tell by one refusal that its officer also works elsewhere. */
export const satuBitTugas = [
  'pengguna.akhiri_akun',
  'pengguna.mulai_reset',
  'pengguna.undang_ulang',
] as const

/** Those, and the ones that tell that a NIK has an officer's account, wherever it may be. */
export const satuBit: readonly string[] = [
  ...satuBitTugas,
  'pengguna.undang',
  'pengguna.ganti_identitas',
  'pengguna.impor_periksa',
  'pengguna.impor',
  'usulan.kembar',
  'padanan.luar',
]
