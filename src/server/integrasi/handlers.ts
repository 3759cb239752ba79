/** All operations after matching. */
import type { Bound } from '#server/http/handle.ts'
import { daftarHandlers } from './daftar.ts'
import { rekap } from './rekap.ts'
import { tugasHandlers } from './tugas.ts'

export const integrasiHandlers: readonly Bound[] = [rekap, ...daftarHandlers, ...tugasHandlers]
