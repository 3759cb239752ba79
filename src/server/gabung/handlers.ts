/** Merging and unmerging, over HTTP. */
import type { Bound } from '#server/http/handle.ts'
import { propose, unmerge, withdraw } from './ajukan.ts'
import { list, one, preview } from './baca.ts'
import { decide } from './putuskan.ts'

export const gabungHandlers: readonly Bound[] = [
  list,
  preview,
  propose,
  one,
  decide,
  withdraw,
  unmerge,
]
