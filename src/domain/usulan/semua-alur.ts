/** The four tracks by name. */
import type { Alur } from './alur.ts'
import { alurIdentitas } from './jalur-identitas.ts'
import { alurKeadaan } from './jalur-keadaan.ts'
import { alurPeristiwa } from './jalur-peristiwa.ts'
import { alurUsulan } from './jalur-usulan.ts'
import type { Jalur } from './jenis.ts'

export const semuaAlur: Readonly<Record<Jalur, Alur>> = {
  identitas: alurIdentitas,
  peristiwa: alurPeristiwa,
  keadaan: alurKeadaan,
  usulan: alurUsulan,
}
