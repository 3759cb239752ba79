/** All operations about people without NIK. */
import type { Bound } from '#server/http/handle.ts'
import { daftarHandlers } from './daftar.ts'
import { jawabanHandlers } from './jawaban.ts'
import { suratHandlers } from './surat.ts'

export const tanpaNikHandlers: readonly Bound[] = [
  ...daftarHandlers,
  ...suratHandlers,
  ...jawabanHandlers,
]
