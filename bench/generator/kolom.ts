/** A column of a file: its header and how a household or person fills it. */
export type Sel = string | number | null
export type Kolom<T> = readonly [judul: string, isi: (asal: T) => Sel]

/** The paper codes its yes and no alternately: odd items 1 and 2, even items 3 and 4. */
export const ganjil = (jawaban: number | null | undefined): Sel => jawaban ?? null
export const genap = (jawaban: number | null | undefined): Sel => (jawaban ? jawaban + 2 : null)

/** Two digits, as the lists of disability and schooling are coded. */
export const duaAngka = (jawaban: number | null): Sel =>
  jawaban === null ? null : String(jawaban).padStart(2, '0')

/** An empty column. */
export const hampa = (): Sel => null
