/**
 * Reads the rows of a file of outcomes from the centre, judged by themselves: one per receipt, or one
 * per family that the centre deactivated. Pure.
 */
import { kunciJudul } from '#domain/impor/kenali.ts'
import type { Label } from '#domain/label.ts'
import {
  bacaNonaktif,
  kataPengenal,
  type Nonaktif,
  type SebabNonaktif,
  type SelNonaktif,
} from './nonaktif.ts'
import type { Putusan } from './putusan.ts'

const kataPutusan: ReadonlyMap<string, Putusan> = new Map<string, Putusan>(
  Object.entries({
    diterima: ['diterima', 'terima', 'accepted', 'disetujui', 'ok'],
    dikembalikan: ['dikembalikan', 'kembali', 'kembalikan', 'perbaikan', 'returned'],
    musyawarah: ['dikembalikan ke musyawarah', 'musyawarah', 'musyawarah ulang', 'kelayakan'],
    ditolak: ['ditolak', 'tolak', 'rejected'],
    nonaktif: ['nonaktif', 'non aktif', 'dinonaktifkan', 'tidak aktif', 'keluar', 'deactivated'],
  } satisfies Record<Putusan, string[]>).flatMap(([putusan, kata]) =>
    kata.map((k): [string, Putusan] => [kunciJudul(k), putusan as Putusan]),
  ),
)

const kolom = {
  nomor: ['Nomor tanda terima', 'No. tanda terima', 'Tanda terima', 'Nomor usulan', 'No. usulan'],
  putusan: ['Putusan', 'Hasil', 'Status', 'Keputusan', 'Outcome'],
  alasan: ['Alasan', 'Keterangan', 'Catatan', 'Sebab', 'Reason'],
  desil: ['Desil', 'Desil DTSEN', 'Decile'],
  kiriman: ['Kiriman', 'Nomor kiriman', 'No. kiriman'],
  nik: ['NIK', 'NIK kepala keluarga'],
  kk: ['Nomor KK', 'No. KK', 'NoKK'],
  id: ['ID keluarga', 'ID'],
  nama: ['Nama', 'Nama kepala keluarga', 'Nama lengkap', 'Name'],
  lahir: ['Tanggal lahir', 'Tgl lahir', 'Birth date'],
  program: ['Program', 'Nama program', 'Programme'],
  tanggal: ['Tanggal nonaktif', 'Tgl nonaktif', 'Nonaktif sejak', 'Date'],
} as const satisfies Record<string, readonly string[]>
type Kolom = keyof typeof kolom
const namaKolom = Object.keys(kolom) as readonly Kolom[]

/** Headings of the sheet that goes out with a package, to be filled in by the centre. */
export const judulHasil: readonly string[] = (
  ['kiriman', 'nomor', 'putusan', 'alasan', 'desil'] as const
).map((k) => kolom[k][0])

const indeks: ReadonlyMap<string, Kolom> = new Map(
  namaKolom.flatMap((k) => kolom[k].map((judul): [string, Kolom] => [kunciJudul(judul), k])),
)

/** Place of each column; -1 where it is not there. */
export type TempatHasil = Readonly<Record<Kolom, number>>
const tanpaKolom = Object.fromEntries(namaKolom.map((k) => [k, -1])) as Record<Kolom, number>

/** It tells of families by themselves: who each is, and that or from when it was deactivated. */
const tentangKeluarga = (t: TempatHasil): boolean =>
  (t.nik >= 0 || t.kk >= 0 || t.id >= 0 || (t.nama >= 0 && t.lahir >= 0)) &&
  (t.putusan >= 0 || t.tanggal >= 0)

/** The header row: the first that has the number of the receipt or who is meant, and what became of it. */
export function kepalaHasil(
  rows: readonly (readonly string[])[],
): { readonly tempat: TempatHasil; readonly lewati: number } | null {
  for (const [i, cells] of rows.entries()) {
    const tempat = { ...tanpaKolom }
    cells.forEach((cell, place) => {
      const k = indeks.get(kunciJudul(cell))
      if (k && tempat[k] === -1) tempat[k] = place
    })
    if (
      (tempat.nomor >= 0 && (tempat.putusan >= 0 || tempat.desil >= 0)) ||
      tentangKeluarga(tempat)
    )
      return { tempat, lewati: i + 1 }
  }
  return null
}

/** What is wrong with a row by itself. */
export const salahHasil = {
  nomor_kosong: {
    id: 'Nomor tanda terima kosong atau tidak terbaca.',
    en: 'The number of the receipt is empty or cannot be read.',
  },
  putusan_tidak_dikenal: {
    id: 'Putusan tidak dikenal; isi diterima, dikembalikan, musyawarah, ditolak atau nonaktif.',
    en: 'The outcome is not known; give diterima, dikembalikan, musyawarah, ditolak or nonaktif.',
  },
  tanpa_isi: {
    id: 'Baris ini tanpa putusan dan tanpa desil.',
    en: 'This row has neither an outcome nor a decile.',
  },
  alasan_kosong: {
    id: 'Putusan ini memerlukan alasan (paling sedikit 5 huruf).',
    en: 'This outcome needs a reason (at least 5 letters).',
  },
  desil_salah: {
    id: 'Desil bukan angka 1 sampai 10.',
    en: 'The decile is no number from 1 to 10.',
  },
  ganda_di_berkas: {
    id: 'Nomor atau keluarga ini sudah ada di baris yang lebih atas.',
    en: 'This number or family stands in a row above already.',
  },
} as const satisfies Record<string, Label>
export type SalahHasil = keyof typeof salahHasil

export type BarisHasil = {
  /** As the receipt writes it; what cannot be a number is kept as it stands. Of a family: who is meant, masked. */
  readonly nomor: string
  readonly kiriman: string | null
  readonly putusan: Putusan | null
  readonly alasan: string | null
  readonly desil: number | null
  /** Whom the centre deactivated, where the row says so and can be read. */
  readonly nonaktif: Nonaktif | null
  readonly salah: SalahHasil | SebabNonaktif | null
}

const polaNomor = /^US-\d{4}(-[0-9A-F]{4}){3}$/
const desilOf = (teks: string): number | null =>
  /^(?:[1-9]|10)(?:[.,]0+)?$/.test(teks) ? Number.parseInt(teks, 10) : null

type Sel = (k: Kolom) => string

/** A row that names a family instead of a receipt. */
function keluar(sel: Sel, alasan: string | null, tahun: number): BarisHasil {
  const bagian: readonly (keyof SelNonaktif)[] = [
    'nik',
    'kk',
    'id',
    'nama',
    'lahir',
    'program',
    'tanggal',
  ]
  const isi = Object.fromEntries(bagian.map((k) => [k, sel(k)])) as Record<
    keyof SelNonaktif,
    string
  >
  const terbaca = bacaNonaktif(isi, tahun)
  const dasar = { kiriman: null, putusan: 'nonaktif' as const, alasan, desil: null }
  if ('salah' in terbaca)
    return { ...dasar, nomor: isi.nama.slice(0, 60), nonaktif: null, salah: terbaca.salah }
  const { nonaktif } = terbaca
  const salah = (alasan ?? '').length < 5 ? 'alasan_kosong' : null
  return { ...dasar, nomor: kataPengenal(nonaktif), nonaktif, salah }
}

function satu(cells: readonly string[], tempat: TempatHasil, tahun: number): BarisHasil {
  const sel: Sel = (k) => (tempat[k] < 0 ? '' : (cells[tempat[k]] ?? '').trim())
  const nomor = sel('nomor').toUpperCase().replace(/\s+/g, '').slice(0, 60)
  const kata = sel('putusan')
  const putusan = kataPutusan.get(kunciJudul(kata)) ?? null
  const alasan = sel('alasan').slice(0, 500) || null
  // A list of deactivated names needs no column that says so of each.
  const daftarNama = tempat.putusan < 0 && tempat.tanggal >= 0 && nomor === ''
  if (putusan === 'nonaktif' || daftarNama) return keluar(sel, alasan, tahun)
  const teksDesil = sel('desil')
  const desil = desilOf(teksDesil)
  const salah = ((): SalahHasil | null => {
    if (!polaNomor.test(nomor)) return 'nomor_kosong'
    if (kata !== '' && !putusan) return 'putusan_tidak_dikenal'
    if (teksDesil !== '' && desil === null) return 'desil_salah'
    if (!putusan && desil === null) return 'tanpa_isi'
    if (putusan && putusan !== 'diterima' && (alasan ?? '').length < 5) return 'alasan_kosong'
    return null
  })()
  const kiriman = sel('kiriman').toUpperCase() || null
  return { nomor, kiriman, putusan, alasan, desil, nonaktif: null, salah }
}

const kunciBaris = ({ nomor, nonaktif }: BarisHasil): string =>
  nonaktif ? JSON.stringify([nonaktif.pengenal, nonaktif.program]) : nomor

/**
 * All rows; of a number that stands twice, the later rows are wrong, whatever they say.
 * @param tahun the year that two-digit years may not pass
 */
export function bacaHasil(
  rows: readonly (readonly string[])[],
  tempat: TempatHasil,
  tahun: number,
): readonly BarisHasil[] {
  const seen = new Set<string>()
  return rows.map((cells) => {
    const row = satu(cells, tempat, tahun)
    if (row.salah) return row
    const kunci = kunciBaris(row)
    if (seen.has(kunci)) return { ...row, salah: 'ganda_di_berkas' as const }
    seen.add(kunci)
    return row
  })
}
