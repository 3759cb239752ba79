/** Two numbers side by side: masked, but for the digits in which they differ. */
import { maskNik } from '#domain/individu/nik.ts'

export function samarkanBeda(
  a: string | null,
  b: string | null,
): readonly [string | null, string | null] {
  if (a === null || b === null || a.length !== b.length)
    return [a === null ? null : maskNik(a), b === null ? null : maskNik(b)]
  const tampak = (satu: string, lain: string) => {
    const samar = maskNik(satu)
    return [...samar].map((c, i) => (satu[i] === lain[i] ? c : (satu[i] ?? c))).join('')
  }
  return [tampak(a, b), tampak(b, a)]
}
