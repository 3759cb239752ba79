/** All operations after matching. */
import type { Bound } from '#server/http/handle.ts'
import { daftarHandlers } from './daftar.ts'
import { rekap } from './rekap.ts'

export const integrasiHandlers: readonly Bound[] = [rekap, ...daftarHandlers]
