/** The page Peringkat. */
export function HalamanPeringkat() {
  return null
}
