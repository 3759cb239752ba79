/** Remembers the entries of the last minutes by their content, so that one which is repeated is noticed. */
import { splitLine } from './bentuk.ts'
import { type Hash, toHex } from './merkle.ts'

/** An entry by its number, where it has one, and its row. */
export type Tempat = { readonly nomor: number | null; readonly jejakId: number }

export type Ingatan = {
  /** The entry that says the very same, to the microsecond; remembers this one if there is none. */
  readonly kembaran: (isi: Uint8Array, tempat: Tempat) => Tempat | null
}

/** Two minutes; whatever repeats something older gives itself away by its time. */
const selang = 120_000_000

/** Number in a column of digits. */
export function digits(bytes: Uint8Array | undefined): number {
  let value = 0
  for (const byte of bytes ?? []) value = value * 10 + byte - 48
  return value
}

/** Two generations of memory: when the newer one is full of time, the older is forgotten. */
export function ingatan(hash: Hash): Ingatan {
  let [kini, lalu] = [new Map<string, Tempat>(), new Map<string, Tempat>()]
  let sejak = 0
  return {
    kembaran: (isi, tempat) => {
      const { kolom, sisa } = splitLine(isi, 2)
      const waktu = digits(splitLine(sisa, 1).kolom[0])
      if (waktu > sejak + selang) {
        lalu = waktu > sejak + 2 * selang ? new Map() : kini
        kini = new Map()
        sejak = waktu
      }
      if (kolom.length < 2) return null
      const isiSama = toHex(hash(sisa))
      const before = kini.get(isiSama) ?? lalu.get(isiSama)
      if (!before) kini.set(isiSama, { nomor: tempat.nomor, jejakId: tempat.jejakId })
      return before ?? null
    },
  }
}
