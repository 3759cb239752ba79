/** All operations of moves between areas. */
import type { Bound } from '#server/http/handle.ts'
import { list, one } from './daftar.ts'
import { answer, decide } from './jawab.ts'

export const pindahHandlers: readonly Bound[] = [list, one, answer, decide]
