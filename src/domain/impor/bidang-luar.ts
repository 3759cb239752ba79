/** How the fields of a rank made elsewhere are read: who computed it, its kind, its value, its day. */
import { parseAngka } from './angka.ts'
import { noteOrder } from './bidang-orang.ts'
import type { Bidang, JenisLuar } from './peta.ts'
import { type AlatBidang, type Pembaca, tidy } from './sel.ts'
import { parseTanggal } from './tanggal.ts'

type Sebagian = Partial<Record<Bidang, Pembaca>>

/** Names under which offices know one and the same source. */
const sumberDikenal: readonly (readonly [RegExp, string])[] = [
  [/^(?:dtsen|bps|dtsen[\s/(-]*bps\)?|bps[\s/(-]*dtsen\)?)$/i, 'DTSEN'],
  [/^(?:data\s+)?p3ke\b/i, 'P3KE'],
  [/^pbdt(?:\s*(?:20)?15)?$/i, 'PBDT 2015'],
]

/** The name of a source as it is kept; what is not known stays as it was written. */
export function parseSumberLuar(text: string): string {
  const clean = tidy(text).slice(0, 60)
  return sumberDikenal.find(([pattern]) => pattern.test(clean))?.[1] ?? clean
}

const jenisDikenal: readonly (readonly [RegExp, JenisLuar])[] = [
  [/^(?:desil|decile|d)\b/i, 'desil'],
  [/^(?:persentil|percentile?|p)\b/i, 'persentil'],
  [/^(?:peringkat|ranking|rangking|rank|urutan)\b/i, 'peringkat'],
]

export const parseJenisLuar = (text: string): JenisLuar | null =>
  jenisDikenal.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null

/** A whole number, also where the cell repeats its kind ("Desil 3"); null when it is none. */
export function parseNilaiLuar(text: string): number | null {
  const bare = text.trim().replace(/^(?:desil|persentil|peringkat|ranking|rank)\s*[:.-]?\s*/i, '')
  const angka = parseAngka(bare.replace(/\s*%$/, ''))
  return angka.jenis === 'angka' && Number.isSafeInteger(angka.nilai) ? angka.nilai : null
}

const EARLIEST = '1990-01-01'

/** The readers of a rank's fields; a value that cannot be told holds the row, for it is all the row says. */
export function luar({ anggota, hariIni, urutanTanggal }: AlatBidang): Sebagian {
  const sumber = anggota.place('sumber_luar', 'identitas')
  const jenis = anggota.place('jenis_luar', 'identitas')
  const nilai = anggota.place('nilai_luar', 'identitas')
  const tanggal = anggota.place('tanggal_luar', 'identitas')
  return {
    sumber_luar: (_, text) => {
      if (!/^[-–—.?\s]*$/.test(text)) anggota.nilai[sumber] = parseSumberLuar(text)
    },
    jenis_luar: (k, text) => {
      const read = parseJenisLuar(text)
      if (read === null) k.temu('jenis_luar_tidak_dikenal')
      else anggota.nilai[jenis] = read
    },
    nilai_luar: (k, text) => {
      if (/^[-–—.?\s]*$/.test(text)) return
      const read = parseNilaiLuar(text)
      if (read === null) k.temu('nilai_luar_tidak_terbaca')
      else anggota.nilai[nilai] = read
    },
    tanggal_luar: (k, text) => {
      const read = parseTanggal(text, Number(hariIni.slice(0, 4)), urutanTanggal ?? 'hari_dulu')
      if (read.jenis === 'kosong') return
      const day =
        read.jenis === 'tanggal'
          ? read.nilai
          : read.jenis === 'tak_lengkap'
            ? `${read.tahun}-01-01`
            : null
      if (day === null || day > hariIni || day < EARLIEST) return k.temu('tanggal_luar_salah')
      anggota.nilai[tanggal] = day
      if (read.jenis === 'tak_lengkap') k.temu('tanggal_luar_hanya_tahun')
      else if (read.jenis === 'tanggal' && urutanTanggal === null) noteOrder(k, read.urutan, text)
    },
  }
}
