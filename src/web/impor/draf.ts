/** Edits of held rows, kept in this tab until they are sent: a reload or an ended session loses nothing. */
import { useState } from 'react'

type Isi = Readonly<Record<string, Readonly<Record<string, string>>>>

export type Draf = {
  nilai: (baris: string, kolom: number) => string | undefined
  ubah: (baris: string, kolom: number, nilai: string, asal: string) => void
  kosongkan: () => void
  /** Lets go of what was typed in these rows. */
  lepas: (baris: readonly string[]) => void
  baris: { id: string; sel: { kolom: number; nilai: string }[] }[]
}

const isIsi = (v: unknown): v is Isi => typeof v === 'object' && v !== null && !Array.isArray(v)

function read(kunci: string): Isi {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(kunci) ?? '{}')
    return isIsi(found) ? found : {}
  } catch {
    return {}
  }
}

/** Drops a cell that is back at what the file says, and a row without edits. */
function changed(lama: Isi, baris: string, kolom: number, nilai: string, asal: string): Isi {
  const { [String(kolom)]: _, ...lain } = lama[baris] ?? {}
  const sel = nilai === asal ? lain : { ...lain, [String(kolom)]: nilai }
  const { [baris]: __, ...sisa } = lama
  return Object.keys(sel).length > 0 ? { ...sisa, [baris]: sel } : sisa
}

export function useDraf(impor: string): Draf {
  const kunci = `siks.impor.${impor}`
  const [isi, setIsi] = useState<Isi>(() => read(kunci))
  const simpan = (baru: Isi) => {
    setIsi(baru)
    sessionStorage.setItem(kunci, JSON.stringify(baru))
  }
  return {
    nilai: (baris, kolom) => isi[baris]?.[String(kolom)],
    ubah: (baris, kolom, nilai, asal) => simpan(changed(isi, baris, kolom, nilai, asal)),
    kosongkan: () => simpan({}),
    lepas: (baris) =>
      simpan(Object.fromEntries(Object.entries(isi).filter(([id]) => !baris.includes(id)))),
    baris: Object.entries(isi).map(([id, sel]) => ({
      id,
      sel: Object.entries(sel).map(([kolom, nilai]) => ({ kolom: Number(kolom), nilai })),
    })),
  }
}
