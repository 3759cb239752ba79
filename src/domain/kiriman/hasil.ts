/** Reads the rows of a file of outcomes from the centre: one per receipt, judged by themselves. Pure. */
import { kunciJudul } from '#domain/impor/kenali.ts'
import type { Label } from '#domain/label.ts'
import type { Aksi } from '#domain/usulan/alur.ts'

/** What the centre may have decided; `musyawarah` returns to the meeting. */
export const putusanPusat = {
  diterima: { aksi: 'terima', label: { id: 'Diterima', en: 'Accepted' } },
  dikembalikan: { aksi: 'kembalikan', label: { id: 'Dikembalikan', en: 'Returned' } },
  musyawarah: {
    aksi: 'kembalikan_kelayakan',
    label: { id: 'Dikembalikan ke musyawarah', en: 'Returned to the meeting' },
  },
  ditolak: { aksi: 'tolak', label: { id: 'Ditolak', en: 'Rejected' } },
} as const satisfies Record<string, { aksi: Aksi; label: Label }>
export type PutusanPusat = keyof typeof putusanPusat

const kataPutusan: ReadonlyMap<string, PutusanPusat> = new Map<string, PutusanPusat>(
  Object.entries({
    diterima: ['diterima', 'terima', 'accepted', 'disetujui', 'ok'],
    dikembalikan: ['dikembalikan', 'kembali', 'kembalikan', 'perbaikan', 'returned'],
    musyawarah: ['dikembalikan ke musyawarah', 'musyawarah', 'musyawarah ulang', 'kelayakan'],
    ditolak: ['ditolak', 'tolak', 'rejected'],
  } satisfies Record<PutusanPusat, string[]>).flatMap(([putusan, kata]) =>
    kata.map((k): [string, PutusanPusat] => [kunciJudul(k), putusan as PutusanPusat]),
  ),
)

const kolom = {
  nomor: ['Nomor tanda terima', 'No. tanda terima', 'Tanda terima', 'Nomor usulan', 'No. usulan'],
  putusan: ['Putusan', 'Hasil', 'Status', 'Keputusan', 'Outcome'],
  alasan: ['Alasan', 'Keterangan', 'Catatan', 'Sebab', 'Reason'],
  desil: ['Desil', 'Desil DTSEN', 'Decile'],
  kiriman: ['Kiriman', 'Nomor kiriman', 'No. kiriman'],
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

/** The header row: the first that has the number of the receipt, and an outcome or a decile. */
export function kepalaHasil(
  rows: readonly (readonly string[])[],
): { readonly tempat: TempatHasil; readonly lewati: number } | null {
  for (const [i, cells] of rows.entries()) {
    const tempat: Record<Kolom, number> = {
      nomor: -1,
      putusan: -1,
      alasan: -1,
      desil: -1,
      kiriman: -1,
    }
    cells.forEach((cell, place) => {
      const k = indeks.get(kunciJudul(cell))
      if (k && tempat[k] === -1) tempat[k] = place
    })
    if (tempat.nomor >= 0 && (tempat.putusan >= 0 || tempat.desil >= 0))
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
    id: 'Putusan tidak dikenal; isi diterima, dikembalikan, musyawarah atau ditolak.',
    en: 'The outcome is not known; give diterima, dikembalikan, musyawarah or ditolak.',
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
    id: 'Nomor ini sudah ada di baris yang lebih atas.',
    en: 'This number stands in a row above already.',
  },
} as const satisfies Record<string, Label>
export type SalahHasil = keyof typeof salahHasil

export type BarisHasil = {
  /** As the receipt writes it; what cannot be a number is kept as it stands. */
  readonly nomor: string
  readonly kiriman: string | null
  readonly putusan: PutusanPusat | null
  readonly alasan: string | null
  readonly desil: number | null
  readonly salah: SalahHasil | null
}

const polaNomor = /^US-\d{4}(-[0-9A-F]{4}){3}$/
const desilOf = (teks: string): number | null =>
  /^(?:[1-9]|10)(?:[.,]0+)?$/.test(teks) ? Number.parseInt(teks, 10) : null

function satu(cells: readonly string[], tempat: TempatHasil): BarisHasil {
  const sel = (k: Kolom): string => (tempat[k] < 0 ? '' : (cells[tempat[k]] ?? '').trim())
  const nomor = sel('nomor').toUpperCase().replace(/\s+/g, '').slice(0, 60)
  const kata = sel('putusan')
  const putusan = kataPutusan.get(kunciJudul(kata)) ?? null
  const alasan = sel('alasan').slice(0, 500) || null
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
  return { nomor, kiriman: sel('kiriman').toUpperCase() || null, putusan, alasan, desil, salah }
}

/** All rows; of a number that stands twice, the later rows are wrong, whatever they say. */
export function bacaHasil(
  rows: readonly (readonly string[])[],
  tempat: TempatHasil,
): readonly BarisHasil[] {
  const seen = new Set<string>()
  return rows.map((cells) => {
    const row = satu(cells, tempat)
    if (row.salah) return row
    if (seen.has(row.nomor)) return { ...row, salah: 'ganda_di_berkas' as const }
    seen.add(row.nomor)
    return row
  })
}
