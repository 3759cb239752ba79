/** Cleans a person's name: titles and "ALM." kept apart, one space, upper case, one kind of apostrophe. */

export type Nama = {
  readonly nama: string
  readonly gelar: readonly string[]
  readonly almarhum: boolean
  /** Something in it is no part of a name: digits or signs. */
  readonly janggal: boolean
}

const plain = /^[A-Z]+(?: [A-Z]+)*$/
const apostrophes = /[\u2018\u2019\u201B\u02BC\u02B9\u0060\u00B4\u2032]/g
const tersembunyi = /[\u00A0\u2000-\u200F\u202F\u2060\uFEFF\s]+/g
const almarhumMark = /(?:^|[\s(,/])(?:ALMH?|ALMARHUM(?:AH)?)\.?(?=$|[\s),/.])\)?\.?/g
const gelarDepan =
  /^(?:(?:HJ|H|DRS|DRA|DR|IR|PROF|KH|TGK|R|RR|TN|NY|SDR|SDRI|BPK|IBU)\.\s*|(?:HJ|DRS|DRA|IR|PROF|HAJI|HAJJAH)\s+)/
const gelarBelakang = /,\s*([A-Z][A-Z.\s,]*)$/
const tanpaNama =
  /^(?:[-–—.?*_\s0]*|X+|NN|N\.N\.?|TANPA NAMA|TIDAK ADA|BELUM ADA NAMA|NULL|#N\/A|#REF!|NAMA)$/

const noTitles: readonly string[] = []

/** Takes the titles off the front of a name, one after the other. */
function frontTitles(text: string): { rest: string; gelar: string[] } {
  const gelar: string[] = []
  let rest = text
  for (let match = gelarDepan.exec(rest); match; match = gelarDepan.exec(rest)) {
    if (match[0].length >= rest.length) break
    gelar.push(match[0].trim())
    rest = rest.slice(match[0].length)
  }
  return { rest, gelar }
}

/** Reads one name; null when there is none in the cell. */
export function parseNama(text: string): Nama | null {
  const upper = text.toUpperCase()
  if (
    plain.test(upper) &&
    !/^(?:HJ|DRS|DRA|IR|PROF|HAJI|HAJJAH|ALMH?|ALMARHUM|X+|NN|NULL|NAMA|TANPA NAMA|TIDAK ADA|BELUM ADA NAMA)\b/.test(
      upper,
    ) &&
    !/ ALM/.test(upper)
  ) {
    return { nama: upper, gelar: noTitles, almarhum: false, janggal: false }
  }
  return parseUnusual(upper)
}

/** The slow path: names with titles, marks, odd spaces or signs. */
function parseUnusual(upper: string): Nama | null {
  let rest = upper.replace(apostrophes, "'").replace(tersembunyi, ' ').trim()
  if (tanpaNama.test(rest)) return null
  const marked = rest.replace(almarhumMark, ' ').replace(/\s+/g, ' ').trim()
  const almarhum = marked !== rest
  rest = marked
  const back = gelarBelakang.exec(rest)
  const gelar: string[] = []
  if (back?.[1] && /\.|^(?:S[A-Z]{1,3}|M[A-Z]{1,3}|AMD|BA)$/.test(back[1])) {
    gelar.push(back[1].trim())
    rest = rest.slice(0, back.index)
  }
  const front = frontTitles(rest)
  rest = front.rest.replace(/^[\s,.;:]+|[\s,;:]+$/g, '').trim()
  if (rest === '' || tanpaNama.test(rest)) return null
  return {
    nama: rest,
    gelar: [...front.gelar, ...gelar],
    almarhum,
    janggal: !/^[\p{L}\p{M}' .\-,/()]+$/u.test(rest),
  }
}
