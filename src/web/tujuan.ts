/** The purpose that goes with every request into the log; remembered as long as the browser's tab. */
import { useSyncExternalStore } from 'react'

export type Tujuan = { readonly kode: string; readonly teks?: string }

const simpanan = 'siks.tujuan'
const pendengar = new Set<() => void>()

/** The header `x-tujuan`: the code, and what was written beside it, percent-encoded. */
export const tulisTujuan = ({ kode, teks }: Tujuan): string =>
  teks ? `${kode};${encodeURIComponent(teks)}` : kode

/** Reads back what `tulisTujuan` wrote. */
export function bacaTujuan(tertulis: string | null): Tujuan | null {
  if (!tertulis) return null
  const [kode = '', teks = ''] = tertulis.split(';')
  try {
    return teks ? { kode, teks: decodeURIComponent(teks) } : { kode }
  } catch {
    return { kode }
  }
}

let kini: string | null = ambil()

function ambil(): string | null {
  try {
    return globalThis.sessionStorage?.getItem(simpanan) ?? null
  } catch {
    return null
  }
}

/** The text of the header; null is the default of the role worn. */
export const tujuanSekarang = (): string | null => kini

/** Chooses the purpose from now on; null goes back to the default of the role. */
export function pilihTujuan(tujuan: Tujuan | null): void {
  kini = tujuan ? tulisTujuan(tujuan) : null
  try {
    if (kini) sessionStorage.setItem(simpanan, kini)
    else sessionStorage.removeItem(simpanan)
  } catch {
    // private windows may refuse storage; the choice still holds until reload
  }
  for (const dengar of pendengar) dengar()
}

const langganan = (dengar: () => void) => {
  pendengar.add(dengar)
  return () => pendengar.delete(dengar)
}

/** The purpose chosen, or null. */
export const useTujuan = (): Tujuan | null =>
  bacaTujuan(useSyncExternalStore(langganan, tujuanSekarang))
