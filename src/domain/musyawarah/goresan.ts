/** A drawn signature: lines of an SVG path in a frame of 600 by 200, nothing else. Pure. */
import { z } from 'zod'

export const LEBAR_GORESAN = 600
export const TINGGI_GORESAN = 200

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

type Titik = { readonly x: number; readonly y: number }

const bulat = (n: number, maks: number): number => Math.max(0, Math.min(maks, Math.round(n)))

/** The path of what was drawn, stroke by stroke, each a run of points in the frame; '' where nothing was. */
export const goresanDari = (goresan: readonly (readonly Titik[])[]): string =>
  goresan
    .filter((titik) => titik.length > 1)
    .map((titik) =>
      titik
        .map(
          ({ x, y }, i) =>
            `${i === 0 ? 'M' : 'L'}${bulat(x, LEBAR_GORESAN)},${bulat(y, TINGGI_GORESAN)}`,
        )
        .join(''),
    )
    .join('')
