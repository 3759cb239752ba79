/** The page Impor. */
export function HalamanImpor() {
  return null
}
