/**
 * Levels of a comparison go from the strictest to the loosest. Weights are estimated from what the data show, and
 * nothing forces them into that order: where few pairs show a level its weight may end above that of a stricter
 * one. The estimate stays as it is, and such levels are named, so that somebody looks at the model or the data.
 */

export type TingkatBerbobot = { readonly bobot: number; readonly netral: boolean }

/** Bits that the page does not show: one decimal is written. */
export const TOLERANSI_BIT = 0.05

/**
 * The levels, by number from 0, that weigh more than one before them; the last is "none of them". Levels that
 * say nothing have no place in the order. Without those named, the weights never rise.
 */
export function takUrut(tingkat: readonly TingkatBerbobot[]): readonly number[] {
  let terendah = Number.POSITIVE_INFINITY
  return tingkat.flatMap((t, i) => {
    if (t.netral) return []
    if (t.bobot > terendah + TOLERANSI_BIT) return [i]
    terendah = Math.min(terendah, t.bobot)
    return []
  })
}
