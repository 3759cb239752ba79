/** What a write noted as before and after, as single fields: only those that differ. */

export type ButirPerubahan = {
  /** Path of the field; `a.b` within a record. */
  readonly kolom: string
  /** Undefined: this side says nothing of the field. */
  readonly sebelum: unknown
  readonly sesudah: unknown
}

type Rekaman = Readonly<Record<string, unknown>>

const isRekaman = (nilai: unknown): nilai is Rekaman =>
  typeof nilai === 'object' && nilai !== null && !Array.isArray(nilai)

const terdalam = 3

/** Fields of a record by path; lists are values. */
function datar(nilai: unknown, awal = '', dalam = 0): Map<string, unknown> {
  const semua = new Map<string, unknown>()
  if (!isRekaman(nilai)) return semua
  for (const [nama, isi] of Object.entries(nilai)) {
    const kolom = awal === '' ? nama : `${awal}.${nama}`
    if (isRekaman(isi) && dalam < terdalam)
      for (const [k, v] of datar(isi, kolom, dalam + 1)) semua.set(k, v)
    else semua.set(kolom, isi)
  }
  return semua
}

const samaIsi = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function beda(sebelum: unknown, sesudah: unknown): ButirPerubahan[] {
  const lama = datar(sebelum)
  const baru = datar(sesudah)
  return [...new Set([...lama.keys(), ...baru.keys()])]
    .map((kolom) => ({ kolom, sebelum: lama.get(kolom), sesudah: baru.get(kolom) }))
    .filter((b) => !samaIsi(b.sebelum ?? null, b.sesudah ?? null))
}

const berpasangan = (nilai: unknown): nilai is { lama: unknown; baru: unknown } =>
  isRekaman(nilai) && 'lama' in nilai && 'baru' in nilai

/**
 * The fields of `{ sebelum, sesudah }`. Anything else that was noted stands as it became, and
 * `{ lama, baru }` within it as a pair.
 */
export function butirPerubahan(perubahan: unknown): ButirPerubahan[] {
  if (!isRekaman(perubahan)) return []
  if ('sebelum' in perubahan || 'sesudah' in perubahan)
    return beda(perubahan.sebelum, perubahan.sesudah)
  return Object.entries(perubahan).flatMap(([kolom, nilai]) =>
    berpasangan(nilai)
      ? [{ kolom, sebelum: nilai.lama, sesudah: nilai.baru }]
      : beda(undefined, { [kolom]: nilai }),
  )
}
