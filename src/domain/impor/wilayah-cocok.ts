/** Finds the region an officer meant within one kab/kota: exact, by a clear nearest spelling, or unknown. */

export type CalonWilayah = { readonly kode: number; readonly nama: string }

export type HasilWilayah =
  | { readonly jenis: 'pasti'; readonly kode: number }
  /** Read with certainty, though written otherwise: worth a note. */
  | { readonly jenis: 'dekat'; readonly kode: number; readonly nama: string }
  | { readonly jenis: 'tak_dikenal'; readonly dekat: readonly CalonWilayah[] }

const singkatan: Readonly<Record<string, string>> = {
  TJ: 'TANJUNG',
  TG: 'TANJUNG',
  TJG: 'TANJUNG',
  TANJ: 'TANJUNG',
  GN: 'GUNUNG',
  GNG: 'GUNUNG',
  SEI: 'SUNGAI',
  S: 'SUNGAI',
  SUNGEI: 'SUNGAI',
  KP: 'KAMPUNG',
  KPG: 'KAMPUNG',
  TLK: 'TELUK',
  TL: 'TELUK',
  BKT: 'BUKIT',
  PD: 'PONDOK',
  MA: 'MUARA',
  MR: 'MUARA',
  SP: 'SIMPANG',
  SIMP: 'SIMPANG',
  KR: 'KARANG',
  RW: 'RAWA',
  UJ: 'UJUNG',
  UT: 'UTARA',
  UTR: 'UTARA',
  SEL: 'SELATAN',
  SLT: 'SELATAN',
  TIM: 'TIMUR',
  TMR: 'TIMUR',
  BRT: 'BARAT',
  BAR: 'BARAT',
  TGH: 'TENGAH',
  TENG: 'TENGAH',
  BTG: 'BONTANG',
  LHOK: 'LHOK',
  BR: 'BARU',
  LM: 'LAMA',
  HLR: 'HILIR',
  HL: 'HULU',
}
const awalan =
  /^(?:KEL|KELURAHAN|DS|DESA|KEC|KECAMATAN|DISTRIK|KAB|KABUPATEN|KOTA|KOTAMADYA|PROV|PROVINSI|PROPINSI|NAGARI|GAMPONG|KAMPUNG)\s+(?=\S)/

/** The words of a name: abbreviations spelled out, "2" doubled, the kind of region in front dropped. */
function words(nama: string): string[] {
  const clean = nama
    .toUpperCase()
    .replace(/([A-Z])\s*(?:2|²)(?=$|[^0-9])/g, '$1~2 ')
    .replace(/[^A-Z0-9~]+/g, ' ')
    .trim()
  return clean.split(' ').flatMap((word) => {
    if (word.endsWith('~2')) return [word.slice(0, -2), word.slice(0, -2)]
    return [singkatan[word] ?? word]
  })
}

/** The form in which names are compared: "Tj. Laut Indah" and "TANJUNG LAUT-INDAH" are equal. */
export function kunciWilayah(nama: string): string {
  const joined = words(nama).join(' ')
  const bare = joined.replace(awalan, '')
  return bare.replaceAll(' ', '')
}

/** Edits (insert, delete, replace, swap of neighbours) between two short texts; stops above `max`. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let twoBack: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    twoBack = previous
    previous = current
  }
  return previous[b.length] ?? max + 1
}

/** How many edits a name of this length may bear and still be the same name. */
const allowance = (length: number): number => (length >= 9 ? 2 : length >= 5 ? 1 : 0)

/** Looks one written name up among the candidates. */
export function cocokkan(nama: string, calon: readonly CalonWilayah[]): HasilWilayah {
  const kunci = kunciWilayah(nama)
  if (kunci === '') return { jenis: 'tak_dikenal', dekat: [] }
  const exact = calon.filter((c) => kunciWilayah(c.nama) === kunci)
  const only = exact[0]
  if (only && exact.length === 1) return { jenis: 'pasti', kode: only.kode }
  if (exact.length > 1) return { jenis: 'tak_dikenal', dekat: exact }
  const ranked = calon
    .map((c) => ({ c, jarak: editDistance(kunci, kunciWilayah(c.nama), 4) }))
    .filter(({ jarak }) => jarak <= 4)
    .sort((a, b) => a.jarak - b.jarak)
  const [best, second] = ranked
  // The nearest must be near enough, and every other name at least two edits farther away.
  if (best && best.jarak <= allowance(kunci.length) && (second?.jarak ?? 9) >= best.jarak + 2) {
    return { jenis: 'dekat', kode: best.c.kode, nama: best.c.nama }
  }
  return { jenis: 'tak_dikenal', dekat: ranked.slice(0, 5).map(({ c }) => c) }
}
