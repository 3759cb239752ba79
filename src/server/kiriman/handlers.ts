/** All operations of batches upwards and of what comes back from the centre. */
import type { Bound } from '#server/http/handle.ts'
import { daftar, satu } from './baca.ts'
import { buat } from './buat.ts'
import { hasil } from './hasil.ts'
import { lanjut } from './lanjut.ts'
import { paket } from './paket.ts'
import { perubahan } from './perubahan.ts'

export const kirimanHandlers: readonly Bound[] = [
  daftar,
  satu,
  buat,
  ...lanjut,
  paket,
  ...hasil,
  perubahan,
]
