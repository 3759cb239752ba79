/** The area a person works in, as every transaction of theirs is bound to it. */
import { type Cakupan, cakupanOf } from '#domain/wilayah/kode.ts'
import type { Pengguna } from './context.ts'

/** The area of the role worn, down to its RT or its families. */
export const areaOf = ({ wilayah, rt, keluarga, ruta }: Pengguna): Cakupan => ({
  ...(wilayah < 0 ? { lo: 0, hi: 0 } : cakupanOf(wilayah)),
  ...(rt ? { rt } : {}),
  ...(keluarga ? { keluarga, ruta: ruta ?? [] } : {}),
})
