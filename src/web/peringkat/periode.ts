/** Quarters as the contract writes them: `2018-T3`. */

const romawi = ['I', 'II', 'III', 'IV'] as const

export type Triwulan = { kode: string; nomor: (typeof romawi)[number]; tahun: number }

/** The quarter of a day and the ones around it, newest first. */
export function triwulanDekat(hariIni: string): Triwulan[] {
  const tahun = Number(hariIni.slice(0, 4))
  const kini = tahun * 4 + Math.floor((Number(hariIni.slice(5, 7)) - 1) / 3)
  return [1, 0, -1, -2, -3].map((geser) => {
    const n = kini + geser
    const t = n % 4
    return {
      kode: `${Math.floor(n / 4)}-T${t + 1}`,
      nomor: romawi[t] ?? 'I',
      tahun: Math.floor(n / 4),
    }
  })
}

export const triwulanOf = (hariIni: string): string =>
  `${hariIni.slice(0, 4)}-T${Math.ceil(Number(hariIni.slice(5, 7)) / 3)}`
