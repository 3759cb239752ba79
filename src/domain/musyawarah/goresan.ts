/** A drawn signature: lines of an SVG path in a frame of 600 by 200, nothing else. Pure. */
export const LEBAR_GORESAN = 600
export const TINGGI_GORESAN = 200

export type Titik = { readonly x: number; readonly y: number }

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

/** The strokes of a path that {@link goresanDari} made. */
export const titikDari = (jalur: string): Titik[][] =>
  jalur
    .split('M')
    .filter((satu) => satu !== '')
    .map((satu) =>
      satu.split('L').map((titik) => {
        const [x = 0, y = 0] = titik.split(',').map(Number)
        return { x, y }
      }),
    )
