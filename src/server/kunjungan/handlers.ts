/** All operations of visits. */
import type { Bound } from '#server/http/handle.ts'
import { antrean } from './antrean.ts'
import { catat } from './catat.ts'
import { catatUsulan } from './catat-usulan.ts'
import { cetakKunjungan } from './cetak.ts'
import { formulir, simpan } from './formulir.ts'
import { liga } from './liga.ts'
import { petugas } from './petugas.ts'
import { rekap } from './rekap.ts'
import { pratinjau, tugaskan } from './tugaskan.ts'

export const kunjunganHandlers: readonly Bound[] = [
  rekap,
  antrean,
  petugas,
  pratinjau,
  tugaskan,
  formulir,
  simpan,
  catat,
  catatUsulan,
  cetakKunjungan,
  liga,
]
