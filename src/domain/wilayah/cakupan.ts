/** What a person may see, cut to what is asked: an area can be narrowed, never widened. */
import { type Cakupan, cakupanOf, type Wilayah } from './kode.ts'

/** A half-open range of codes, without limits below the village. */
type Rentang = Pick<Cakupan, 'lo' | 'hi'>

/** The part of an area that lies in a range; the RT and families it is limited to stay. */
export function narrowTo(own: Cakupan, { lo, hi }: Rentang): Cakupan {
  const from = Math.max(own.lo, lo)
  return { ...own, lo: from, hi: Math.max(from, Math.min(own.hi, hi)) }
}

/** The part of an area that lies in a region; all of it where none is asked for. */
export const narrowed = (own: Cakupan, wilayah: Wilayah | undefined): Cakupan =>
  wilayah === undefined ? own : narrowTo(own, cakupanOf(wilayah))

/** Whether the area ends below the village: only some RT, or only some families. */
export const belowVillage = (c: Cakupan): boolean => c.rt !== undefined || c.keluarga !== undefined

/** Whether all of a range lies in the area, with nothing below it hidden. */
export const covers = (own: Cakupan, { lo, hi }: Rentang): boolean =>
  lo >= own.lo && hi <= own.hi && !belowVillage(own)
