/** All operations about what other sources say of people. */
import type { Bound } from '#server/http/handle.ts'
import { bedaHandlers } from './beda.ts'
import { keluargaSumberHandlers } from './keluarga.ts'

export const kepercayaanHandlers: readonly Bound[] = [...keluargaSumberHandlers, ...bedaHandlers]
