/** All operations of special states. */
import type { Bound } from '#server/http/handle.ts'
import { keadaanHandlers } from './keadaan.ts'
import { keluargaHandlers } from './keluarga.ts'

export const keadaanKhususHandlers: readonly Bound[] = [...keadaanHandlers, ...keluargaHandlers]
