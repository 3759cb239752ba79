/**
 * The server's clock, as far as this device has heard it. It is remembered, so that what is written after
 * a reload without a line is still put in its right order.
 */
const simpanan = 'siks.jam'
/** The header tells whole seconds: a smaller difference is none, milliseconds. */
const SAMA = 2000

let tertinggal: number | null = null
let tersimpan = Number.NaN

function ambil(): number {
  try {
    return Number(globalThis.localStorage?.getItem(simpanan) ?? 0) || 0
  } catch {
    return 0
  }
}

/** @param tanggal header `date` of an answer */
export function dengarJam(tanggal: string | null): void {
  const server = Date.parse(tanggal ?? '')
  if (Number.isNaN(server)) return
  tertinggal = server - Date.now()
  if (Math.abs(tertinggal - tersimpan) < SAMA) return
  tersimpan = tertinggal
  try {
    globalThis.localStorage?.setItem(simpanan, String(tertinggal))
  } catch {
    // private windows may refuse storage; the clock still holds until reload
  }
}

/** Now by the server's clock: command ids tell it, and what several devices write is put in order by it. */
export function waktuServer(): Date {
  tertinggal ??= ambil()
  return new Date(Date.now() + tertinggal)
}
