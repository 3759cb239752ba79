/** Seconds that are left, counted from the server's answer and not from the clock of this device. */
import { useEffect, useState } from 'react'

const HARI = 86_400
const JAM = 3600

export type Sisa =
  | { kunci: 'sisaHari'; nilai: { hari: number; jam: number } }
  | { kunci: 'sisaJam'; nilai: { jam: number; menit: number } }
  | { kunci: 'sisaMenit'; nilai: { menit: number; detik: number } }

/** Days and hours; below a day hours and minutes; below an hour minutes and seconds. */
export function sisaKata(detik: number): Sisa {
  const d = Math.max(0, Math.ceil(detik))
  if (d >= HARI)
    return {
      kunci: 'sisaHari',
      nilai: { hari: Math.floor(d / HARI), jam: Math.floor((d % HARI) / JAM) },
    }
  if (d >= JAM)
    return {
      kunci: 'sisaJam',
      nilai: { jam: Math.floor(d / JAM), menit: Math.floor((d % JAM) / 60) },
    }
  return { kunci: 'sisaMenit', nilai: { menit: Math.floor(d / 60), detik: d % 60 } }
}

/** How long until the words change: a second below the hour, else until the next minute or so. */
const jeda = (detik: number): number => (detik <= JAM ? 1000 : 30_000)

/**
 * Seconds left now.
 * @param sisaDetik as the server said it
 * @param dibacaPada when that answer came (Date.now of this device)
 * @param onHabis called once when nothing is left, to ask the server anew
 */
export function useSisa(sisaDetik: number, dibacaPada: number, onHabis: () => void): number {
  const hitung = () => sisaDetik - (Date.now() - dibacaPada) / 1000
  const [sisa, setSisa] = useState(hitung)
  useEffect(() => {
    let pewaktu: ReturnType<typeof setTimeout>
    const detak = () => {
      const kini = sisaDetik - (Date.now() - dibacaPada) / 1000
      setSisa(kini)
      if (kini <= 0) onHabis()
      else pewaktu = setTimeout(detak, Math.min(jeda(kini), kini * 1000 + 50))
    }
    detak()
    return () => clearTimeout(pewaktu)
  }, [sisaDetik, dibacaPada, onHabis])
  return sisa
}
