/** All operations of matching. */
import type { Bound } from '#server/http/handle.ts'
import { bangku, labeli } from './bangku.ts'
import { jalanHandlers } from './jalan-handlers.ts'
import { diLuar } from './luar.ts'
import { pasanganHandlers } from './pasangan-handlers.ts'
import { putuskanPasangan } from './putuskan.ts'

export const padananHandlers: readonly Bound[] = [
  ...jalanHandlers,
  ...pasanganHandlers,
  putuskanPasangan,
  diLuar,
  bangku,
  labeli,
]
