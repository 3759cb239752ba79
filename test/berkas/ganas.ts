/** All hostile files, made at the time of the test: each with the cause for which it is refused. */
import type { HostileFile } from './ganas/alat.ts'
import { SHAPES } from './ganas/bentuk.ts'
import { BOMBS } from './ganas/bom.ts'
import { CSV_FILES } from './ganas/csv.ts'
import { MARKUP } from './ganas/markah.ts'
import { CONTAINERS } from './ganas/wadah.ts'

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...BOMBS,
  ...SHAPES,
  ...MARKUP,
  ...CONTAINERS,
  ...CSV_FILES,
]
