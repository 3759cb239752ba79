/** Reads the civil registry's answer about people without NIK: one row per person, judged by itself. Pure. */

import { kunciJudul } from '#domain/impor/kenali.ts'
import { parseNik } from '#domain/individu/nik.ts'
import type { Label } from '#domain/label.ts'

const kolom = {
  kode: ['Kode baris', 'Kode'],
  nik: ['NIK', 'NIK dari Disdukcapil', 'NIK hasil'],
  keterangan: ['Keterangan', 'Catatan', 'Alasan', 'Hasil'],
} as const satisfies Record<string, readonly string[]>
type Kolom = keyof typeof kolom
const namaKolom = Object.keys(kolom) as readonly Kolom[]

const indeks: ReadonlyMap<string, Kolom> = new Map(
  namaKolom.flatMap((k) => kolom[k].map((judul): [string, Kolom] => [kunciJudul(judul), k])),
)

/** Place of each column; -1 where it is not there. */
export type TempatJawaban = Readonly<Record<Kolom, number>>

/** The header row: the first that has the code of the row, and the NIK or a remark. */
export function kepalaJawaban(
  rows: readonly (readonly string[])[],
): { readonly tempat: TempatJawaban; readonly lewati: number } | null {
  for (const [i, cells] of rows.entries()) {
    const tempat: Record<Kolom, number> = { kode: -1, nik: -1, keterangan: -1 }
    cells.forEach((cell, place) => {
      const k = indeks.get(kunciJudul(cell))
      if (k && tempat[k] === -1) tempat[k] = place
    })
    if (tempat.kode >= 0 && (tempat.nik >= 0 || tempat.keterangan >= 0))
      return { tempat, lewati: i + 1 }
  }
  return null
}

/** What is wrong with a row, or why it is not taken over. */
export const sebabBaris = {
  kode_salah: {
    id: 'Kode baris kosong atau tidak terbaca; salin dari lembar yang dikirim.',
    en: 'The code of the row is empty or cannot be read; copy it from the sheet that was sent.',
  },
  kode_tidak_dikenal: {
    id: 'Kode baris ini tidak ada pada surat wilayah Anda.',
    en: 'This code is on no letter of your area.',
  },
  ganda_di_berkas: {
    id: 'Kode ini sudah ada di baris yang lebih atas.',
    en: 'This code stands in a row above already.',
  },
  belum_dijawab: {
    id: 'NIK dan keterangan kosong: belum dijawab.',
    en: 'Neither NIK nor remark: not answered yet.',
  },
  nik_rusak_excel: {
    id: 'NIK rusak oleh Excel (angka terakhir menjadi 0). Minta NIK sebagai teks.',
    en: 'The NIK was spoilt by Excel (its last digit became 0). Ask for it as text.',
  },
  nik_salah: {
    id: 'NIK tidak terbaca sebagai NIK.',
    en: 'The NIK cannot be one.',
  },
  nik_ganda: {
    id: 'NIK ini dipakai orang lain di wilayah Anda. Periksa siapa yang benar.',
    en: 'Another person of your area has this NIK. Look who is right.',
  },
  sudah_ber_nik: {
    id: 'Orang ini sudah punya NIK lain. Gunakan perbaikan identitas.',
    en: 'This person has another NIK already. Use a correction of identity.',
  },
  data_berbeda: {
    id: 'Tanggal lahir atau jenis kelamin pada NIK berbeda dengan data. Pastikan orangnya, lalu gunakan perbaikan identitas.',
    en: 'Birth date or sex in the NIK differ from the record. Make sure of the person, then use a correction of identity.',
  },
  tidak_aktif: {
    id: 'Orang ini tidak lagi aktif di wilayah Anda.',
    en: 'This person is no longer active in your area.',
  },
} as const satisfies Record<string, Label>
export type SebabBaris = keyof typeof sebabBaris

export type BarisJawaban = {
  readonly kode: string
  /** 16 digits; null where none was given. */
  readonly nik: string | null
  readonly keterangan: string | null
  readonly salah: SebabBaris | null
}

const pola = /^TN(-[0-9A-F]{4}){3}$/

function satu(cells: readonly string[], tempat: TempatJawaban): BarisJawaban {
  const sel = (k: Kolom): string => (tempat[k] < 0 ? '' : (cells[tempat[k]] ?? '').trim())
  const kode = sel('kode').toUpperCase().replace(/\s+/g, '').slice(0, 40)
  const keterangan = sel('keterangan').slice(0, 300) || null
  const teks = sel('nik')
  const dasar = { kode, keterangan, nik: null }
  if (!pola.test(kode)) return { ...dasar, salah: 'kode_salah' }
  if (teks === '') return { ...dasar, salah: keterangan ? null : 'belum_dijawab' }
  const nik = parseNik(teks)
  if (nik.ok) return { ...dasar, nik: nik.value.nik, salah: null }
  return { ...dasar, salah: nik.error === 'rusak_oleh_excel' ? 'nik_rusak_excel' : 'nik_salah' }
}

/** All rows; of a code that stands twice, the later rows are wrong, whatever they say. */
export function bacaJawaban(
  rows: readonly (readonly string[])[],
  tempat: TempatJawaban,
): readonly BarisJawaban[] {
  const seen = new Set<string>()
  return rows.map((cells) => {
    const row = satu(cells, tempat)
    if (row.salah === 'kode_salah') return row
    if (seen.has(row.kode)) return { ...row, salah: 'ganda_di_berkas' as const }
    seen.add(row.kode)
    return row
  })
}
