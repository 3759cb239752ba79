/** Reads numbers as officers type them: "1jt", "1,5 juta", "Rp 600.000", "7,2 m2", "1.234", "6x6". */

const kosong = /^[-–—.?\s]*$/
const scales: readonly (readonly [RegExp, number])[] = [
  [/(?:juta|jt)$/, 1e6],
  [/(?:ribu|rb|k)$/, 1e3],
  [/(?:milyar|miliar)$/, 1e9],
]
const units =
  /(?:m2|m²|m\^2|meter|mtr|persegi|watt|va|w|tahun|thn|th|ekor|ek|orang|org|jiwa|bulan|bln|bh|buah|jam|kali|unit|kamar|ha)\.?$/

/** The plain number in text without units, in Indonesian or English writing of separators. */
function plainNumber(text: string): number | null {
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(text)) return null
  const dot = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  let normal: string
  if (dot >= 0 && comma >= 0) {
    normal = dot > comma ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
  } else if (/^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/.test(text)) normal = text.replaceAll('.', '')
  else if (/^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text)) normal = text.replaceAll(',', '')
  else normal = text.replace(',', '.')
  const value = Number(normal)
  return Number.isFinite(value) ? value : null
}

/** What is read from a cell: a number, nothing in it, or something that is no number. */
export type Angka =
  | { readonly jenis: 'kosong' }
  | { readonly jenis: 'angka'; readonly nilai: number }
  | { readonly jenis: 'tak_terbaca' }

const unreadable: Angka = { jenis: 'tak_terbaca' }

/** Cleans money marks, approximations and units off a text; what is left should be a number. */
function strip(text: string): string {
  let rest = text.toLowerCase().replace(/\s+/g, '')
  rest = rest.replace(/^(?:±|~|kuranglebih|kira-kira|sekitar|\+\/-)/, '')
  rest = rest.replace(/^(?:rp|idr)\.?/, '').replace(/,-+$|\.-+$|=+$/, '')
  return rest.replace(/(?:perbulan|\/bulan|\/bln|sebulan)$/, '')
}

/** Reads one number; scale words multiply, units are dropped, "6x6" of an area is multiplied out. */
export function parseAngka(text: string): Angka {
  if (kosong.test(text)) return { jenis: 'kosong' }
  if (/^\d+$/.test(text)) return { jenis: 'angka', nilai: Number(text) }
  let rest = strip(text)
  for (const [word, factor] of scales) {
    if (!word.test(rest)) continue
    const value = plainNumber(rest.replace(word, ''))
    return value === null ? unreadable : { jenis: 'angka', nilai: Math.round(value * factor) }
  }
  const hectare = /ha\.?$/.test(rest)
  rest = rest.replace(units, '').replace(/m$/, '')
  const sides = /^([\d.,]+)m?[x×*]([\d.,]+)$/.exec(rest)
  if (sides) {
    const a = plainNumber(sides[1] ?? '')
    const b = plainNumber(sides[2] ?? '')
    return a === null || b === null ? unreadable : { jenis: 'angka', nilai: a * b }
  }
  const value = plainNumber(rest)
  if (value === null) return unreadable
  return { jenis: 'angka', nilai: hectare ? value * 10_000 : value }
}
