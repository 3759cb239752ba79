/** Numbers, money, dates and times as officers write them: `9.232`, `Rp 1.300.000`, `17 Desember 2026`. */

import { useMemo } from 'react'
import { type Bahasa, useBahasa } from '#ui/bahasa.ts'

const lokal: Record<Bahasa, string> = { id: 'id-ID', en: 'en-GB' }

const asDate = (value: string | Date): Date =>
  typeof value === 'string'
    ? new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value)
    : value

/** All formats in one language. */
export function formats(bahasa: Bahasa) {
  const locale = lokal[bahasa]
  const whole = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    angka: (n: number) => whole.format(n),
    desimal: (n: number, digits = 2) =>
      n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    rupiah: (n: number) => `Rp ${whole.format(n)}`,
    /** A share with its one decimal; an empty whole gives a dash, never a division by zero. */
    persen: (part: number, total: number) => (total > 0 ? percent.format(part / total) : '–'),
    tanggal: (d: string | Date) => day.format(asDate(d)),
    /** `Juli 2018`, from any day of the month. */
    bulan: (d: string | Date) => month.format(asDate(d)),
    tanggalPendek: (d: string | Date) => shortDay.format(asDate(d)),
    waktu: (d: string | Date) => moment.format(asDate(d)),
  }
}

export type Formats = ReturnType<typeof formats>

/** The formats of the language in use. */
export function useFormat(): Formats {
  const { bahasa } = useBahasa()
  return useMemo(() => formats(bahasa), [bahasa])
}

/** `6474••••••••0007`: the region stays readable, the person does not. */
export function masked(nomor: string): string {
  if (nomor.length < 12) return '•'.repeat(nomor.length)
  return `${nomor.slice(0, 4)}${'•'.repeat(nomor.length - 8)}${nomor.slice(-4)}`
}

/** `003` as officers write an RT; null is shown as a dash. */
export const nomorRt = (rt: number | null): string =>
  rt === null ? '–' : String(rt).padStart(3, '0')
