/** The schema of a drawn signature; apart from its geometry, so that the browser draws without zod. */
import { z } from 'zod'
import { LEBAR_GORESAN, TINGGI_GORESAN } from './goresan.ts'

/** Only `M x,y` and `L x,y` with whole numbers: it can hold no script and no address. */
const pola = /^M\d{1,3},\d{1,3}(?:[ML]\d{1,3},\d{1,3})+$/

export const goresanSchema = z
  .string()
  .max(20_000)
  .regex(pola)
  .refine((jalur) =>
    [...jalur.matchAll(/(\d+),(\d+)/g)].every(
      ([, x, y]) => Number(x) <= LEBAR_GORESAN && Number(y) <= TINGGI_GORESAN,
    ),
  )
