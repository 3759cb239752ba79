/** Which rows are chosen: by mouse, with shift for a range, and by keyboard alone. */
import { type KeyboardEvent, useRef, useState } from 'react'

/** At most so many rows are named one by one in a command. */
export const TERBANYAK = 500

type Baris = { readonly id: string }

export type Pilihan = {
  readonly dipilih: ReadonlySet<string>
  /** Chooses or lets go of one; with `sampai` all from the row touched last. */
  readonly ganti: (id: string, sampai: boolean) => void
  readonly semua: (ya: boolean) => void
  readonly kosongkan: () => void
  /** Keys of the checkbox of a row. */
  readonly tombol: (e: KeyboardEvent<HTMLInputElement>) => void
}

const geser = (dari: Element, arah: 1 | -1): HTMLInputElement | null => {
  const kotak: Element[] = [...document.querySelectorAll('input[data-pilih]')]
  const ke = kotak[kotak.indexOf(dari) + arah]
  return ke instanceof HTMLInputElement ? ke : null
}

export function usePilihan(baris: readonly Baris[]): Pilihan {
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(new Set())
  const terakhir = useRef<string | null>(null)
  const ganti = (id: string, sampai: boolean) => {
    const ya = !dipilih.has(id)
    const di = (cari: string | null) => baris.findIndex((b) => b.id === cari)
    const [a, b] = [sampai ? di(terakhir.current) : -1, di(id)]
    const kena = a < 0 ? [id] : baris.slice(Math.min(a, b), Math.max(a, b) + 1).map((x) => x.id)
    terakhir.current = id
    const baru = new Set(dipilih)
    for (const satu of kena) {
      if (!ya) baru.delete(satu)
      else if (baru.size < TERBANYAK) baru.add(satu)
    }
    setDipilih(baru)
  }
  const semua = (ya: boolean) =>
    setDipilih(new Set(ya ? baris.slice(0, TERBANYAK).map((b) => b.id) : []))
  const kosongkan = () => setDipilih(new Set())
  const tombol = (e: KeyboardEvent<HTMLInputElement>) => {
    const id = e.currentTarget.dataset.pilih
    if (e.key === 'Escape') return kosongkan()
    if ((e.ctrlKey || e.metaKey) && e.key === 'a') {
      e.preventDefault()
      return semua(true)
    }
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return
    e.preventDefault()
    const ke = geser(e.currentTarget, e.key === 'ArrowDown' ? 1 : -1)
    if (!ke) return
    if (e.shiftKey && id && ke.dataset.pilih) {
      const baru = new Set(dipilih).add(id).add(ke.dataset.pilih)
      if (baru.size <= TERBANYAK) setDipilih(baru)
    }
    terakhir.current = ke.dataset.pilih ?? null
    ke.focus()
    ke.scrollIntoView({ block: 'nearest' })
  }
  return { dipilih, ganti, semua, kosongkan, tombol }
}
