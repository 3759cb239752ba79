/** How long ago, in words: "2 jam yang lalu", "kemarin". */
import type { Bahasa } from '#ui/bahasa.ts'

const satuan: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** `kini` and the moment in milliseconds or as a date. */
export function lalu(bahasa: Bahasa, saat: string, kini: number = Date.now()): string {
  const detik = Math.round((kini - Date.parse(saat)) / 1000)
  const kata = new Intl.RelativeTimeFormat(bahasa === 'en' ? 'en-GB' : 'id-ID', { numeric: 'auto' })
  const [nama, lama] = satuan.find(([, s]) => detik >= s) ?? ['second', 1]
  return nama === 'second' ? kata.format(0, 'second') : kata.format(-Math.floor(detik / lama), nama)
}
