/** Skip rules: a small closed form of conditions under which a question is asked at all. */

export type Syarat =
  | { readonly variabel: string; readonly dalam: readonly number[] }
  | { readonly variabel: string; readonly minimal: number }
  | { readonly umur: { readonly min?: number | undefined; readonly maks?: number | undefined } }
  | { readonly jenis_kelamin: 1 | 2 }
  | { readonly semua: readonly Syarat[] }
  | { readonly salah_satu: readonly Syarat[] }

/** What is known of the subject when its questions are asked; null means unknown. */
export type Jawaban = {
  readonly umur: number | null
  readonly jenis_kelamin: number | null
  readonly nilai: Readonly<Record<string, number | string | null | undefined>>
}

/** True or false where the answers tell, null where they do not (three-valued logic). */
export function checkSyarat(syarat: Syarat, jawaban: Jawaban): boolean | null {
  if ('semua' in syarat) return every(syarat.semua, jawaban)
  if ('salah_satu' in syarat) return negate(every(syarat.salah_satu, jawaban, true))
  if ('umur' in syarat) return checkUmur(syarat.umur, jawaban.umur)
  if ('jenis_kelamin' in syarat) {
    return jawaban.jenis_kelamin === null ? null : jawaban.jenis_kelamin === syarat.jenis_kelamin
  }
  const nilai = jawaban.nilai[syarat.variabel]
  if (typeof nilai !== 'number') return null
  return 'dalam' in syarat ? syarat.dalam.includes(nilai) : nilai >= syarat.minimal
}

/** Three-valued AND over the parts, or over their negations (which makes it a negated OR). */
function every(parts: readonly Syarat[], jawaban: Jawaban, negated = false): boolean | null {
  let result: boolean | null = true
  for (const part of parts) {
    const one = checkSyarat(part, jawaban)
    const seen = negated ? negate(one) : one
    if (seen === false) return false
    if (seen === null) result = null
  }
  return result
}

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value)

function checkUmur(
  batas: { min?: number | undefined; maks?: number | undefined },
  umur: number | null,
): boolean | null {
  if (umur === null) return null
  return umur >= (batas.min ?? 0) && umur <= (batas.maks ?? 200)
}

/** Whether a question is to be asked; an undecided rule asks it, for a skipped question is lost. */
export function applies(
  variabel: { readonly bila?: Syarat | undefined },
  jawaban: Jawaban,
): boolean {
  return variabel.bila === undefined || checkSyarat(variabel.bila, jawaban) !== false
}
