/** The page Kuota. */
export function HalamanKuota() {
  return null
}
