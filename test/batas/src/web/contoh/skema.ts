/** Breaks web-tanpa-zod on purpose, by way of the domain. */
import { skema } from '../../domain/contoh/skema.ts'

export const bentuk = skema
