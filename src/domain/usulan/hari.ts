/** Days and working days between two days ('YYYY-MM-DD'). Pure. */

const HARI_MS = 86_400_000

const ms = (hari: string): number => Date.parse(`${hari}T00:00:00Z`)

/** Whole days from one day to another; negative where it lies before. */
export const hariAntara = (dari: string, sampai: string): number =>
  Math.round((ms(sampai) - ms(dari)) / HARI_MS)

/** Working days after `dari` up to and with `sampai`; `libur` tells the days on which offices are closed. */
export function hariKerjaAntara(
  dari: string,
  sampai: string,
  libur: (hari: string) => boolean,
): number {
  let n = 0
  for (let t = ms(dari) + HARI_MS; t <= ms(sampai); t += HARI_MS)
    if (!libur(new Date(t).toISOString().slice(0, 10))) n += 1
  return n
}
