/** All operations of matching. */
import type { Bound } from '#server/http/handle.ts'
import { jalanHandlers } from './jalan-handlers.ts'
import { pasanganHandlers } from './pasangan-handlers.ts'

export const padananHandlers: readonly Bound[] = [...jalanHandlers, ...pasanganHandlers]
