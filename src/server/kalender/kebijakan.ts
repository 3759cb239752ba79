/** The policy of the calendar, read once: regimes by date, zones, holidays, sensitive periods. */
import {
  type BerkasRawan,
  berkasLiburSchema,
  berkasRawanSchema,
  berkasRezimSchema,
  berkasZonaSchema,
} from '#domain/kalender/kebijakan.ts'
import { hariLiburDari } from '#domain/kalender/libur.ts'
import type { Kalender } from '#domain/kalender/tenggat.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

let kalender: Kalender | undefined
let rawan: BerkasRawan | undefined

/** The calendar as policy has it, without the shifts of regions. A gap between regimes throws. */
export function kalenderKebijakan(): Kalender {
  if (kalender) return kalender
  const rezim = listPolicies('kalender')
    .filter((path) => path.startsWith('kalender/rezim-'))
    .map((path) => readPolicy(path, berkasRezimSchema).nilai)
    .sort((a, b) => (a.berlaku.dari < b.berlaku.dari ? -1 : 1))
  for (const [i, { kode, berlaku }] of rezim.entries()) {
    if (berlaku.sampai !== (rezim[i + 1]?.berlaku.dari ?? null))
      throw new Error(`policy/kalender/${kode}.yaml: the next regime does not begin where it ends`)
  }
  kalender = {
    rezim,
    zona: readPolicy('kalender/zona.yaml', berkasZonaSchema).nilai,
    libur: hariLiburDari(readPolicy('kalender/libur.yaml', berkasLiburSchema).nilai),
    geser: [],
  }
  return kalender
}

/** Kinds of elections and how many days around them are sensitive. */
export function rawanKebijakan(): BerkasRawan {
  rawan ??= readPolicy('kalender/rawan.yaml', berkasRawanSchema).nilai
  return rawan
}
