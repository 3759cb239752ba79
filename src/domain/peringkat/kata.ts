/** A result in plain words, Indonesian and English: what a family is told, and an officer reads. */
import type { Fakta } from '#domain/kebijakan/bahasa.ts'
import { factsOf } from '#domain/kebijakan/evaluasi.ts'
import type { KamusFakta, KataFakta } from '#domain/keluarga/fakta.ts'
import type { Label } from '#domain/label.ts'
import { itemsOf, type ModelSiap } from './model.ts'
import type { Butir, Hasil } from './nilai.ts'

/** `1234567` as "1.234.567" and "1,234,567"; digits are grouped by hand, for words are pure. */
export function numberInWords(n: number): Label {
  const grouped = (mark: string) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, mark)
  return { id: grouped('.'), en: grouped(',') }
}

const join = (parts: readonly Label[], mark: string): Label => ({
  id: parts.map((p) => p.id).join(mark),
  en: parts.map((p) => p.en).join(mark),
})

/** One fact's value: the label of its code, or its number with the unit; null where unknown. */
export function factInWords(kata: KataFakta | undefined, nilai: number | null): Label | null {
  if (nilai === null) return null
  const code = kata?.kode?.[String(nilai)]
  if (code !== undefined) return code
  const n = numberInWords(nilai)
  const unit = kata?.satuan
  if (unit?.id === 'rupiah') return { id: `Rp ${n.id}`, en: `Rp ${n.en}` }
  return unit === undefined ? n : { id: `${n.id} ${unit.id}`, en: `${n.en} ${unit.en}` }
}

/** "Jenis lantai terluas: Tanah"; null where the fact is unknown. */
function factLine(nama: string, kamus: KamusFakta, fakta: Fakta): Label | null {
  const kata = kamus[nama]
  const value = factInWords(kata, fakta[nama] ?? null)
  if (value === null) return null
  const label = kata?.label ?? { id: nama, en: nama }
  return { id: `${label.id}: ${value.id}`, en: `${label.en}: ${value.en}` }
}

/** What is known of an item: every fact its rule reads that has an answer; null where none has. */
export function itemInWords(butir: Butir, kamus: KamusFakta, fakta: Fakta): Label | null {
  const lines = factsOf(butir.jejak).flatMap((f) => factLine(f, kamus, fakta) ?? [])
  return lines.length === 0 ? null : join(lines, '; ')
}

type Hitungan = Pick<Hasil, 'terpenuhi' | 'terjawab' | 'jumlah' | 'poin'>

/** "terpenuhi 6 dari 9 yang terjawab, 5 belum ditanyakan". */
export function summaryInWords({ terpenuhi, terjawab, jumlah, poin }: Hitungan): Label {
  const open = jumlah - terjawab
  if (terpenuhi === null) {
    const points = numberInWords(poin)
    const gap =
      open === 0
        ? { id: '', en: '' }
        : { id: `, ${open} belum ditanyakan`, en: `, ${open} not asked` }
    return {
      id: `${points.id} poin dari ${terjawab} hal yang terjawab${gap.id}`,
      en: `${points.en} points from ${terjawab} answered${gap.en}`,
    }
  }
  if (open === 0)
    return { id: `terpenuhi ${terpenuhi} dari ${jumlah}`, en: `meets ${terpenuhi} of ${jumlah}` }
  return {
    id: `terpenuhi ${terpenuhi} dari ${terjawab} yang terjawab, ${open} belum ditanyakan`,
    en: `meets ${terpenuhi} of ${terjawab} answered, ${open} not asked`,
  }
}

/** Ours is simulated, and is said so every time; null is a family not ranked yet. */
export function decileInWords(desil: number | null): Label {
  if (desil === null) return { id: 'Belum berdesil', en: 'No decile yet' }
  return { id: `Desil simulasi ${desil}`, en: `Simulated decile ${desil}` }
}

export type ButirKata = {
  readonly nomor: number
  readonly kode: string
  readonly label: Label
  readonly catatan: Label | null
  readonly nilai: Label | null
  readonly hasil: 'terpenuhi' | 'tidak' | 'dinilai' | 'belum_ditanyakan'
  readonly poin: number | null
}

/** Every item of a model with what was seen and what it gave. */
export function itemsInWords(
  { model }: ModelSiap,
  hasil: Hasil,
  kamus: KamusFakta,
  fakta: Fakta,
): readonly ButirKata[] {
  return itemsOf(model).map((item, i) => {
    const butir = hasil.butir[i]
    if (butir === undefined) throw new Error(`no result for ${item.kode}`)
    const { nomor, kode, label, catatan } = item
    return {
      nomor,
      kode,
      label,
      catatan: catatan ?? null,
      nilai: itemInWords(butir, kamus, fakta),
      hasil: outcome(model.jenis, butir),
      poin: butir.poin,
    }
  })
}

function outcome(jenis: 'indikator' | 'bobot', { terpenuhi, poin }: Butir): ButirKata['hasil'] {
  if (poin === null) return 'belum_ditanyakan'
  if (jenis === 'bobot') return 'dinilai'
  return terpenuhi ? 'terpenuhi' : 'tidak'
}
