/** Age in completed years on a day; from the date of birth, or from an age recorded on an earlier day. */

export type Kelahiran = {
  /** 'YYYY-MM-DD' */
  readonly tanggalLahir: string | null
  readonly umurTercatat: number | null
  /** Day on which that age was recorded. */
  readonly umurTanggal: string | null
}

/** Whole years from one day to a later one. */
const years = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** The age on `hari` ('YYYY-MM-DD'); null where neither birth nor age is known, or birth lies after it. */
export function umurPada(k: Kelahiran, hari: string): number | null {
  if (k.tanggalLahir) {
    const age = years(k.tanggalLahir, hari)
    return age < 0 ? null : age
  }
  if (k.umurTercatat === null) return null
  return k.umurTanggal ? k.umurTercatat + Math.max(0, years(k.umurTanggal, hari)) : k.umurTercatat
}
