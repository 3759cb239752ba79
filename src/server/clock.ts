/** The one clock of the server: real, or begun on a stated day for demo data and tests. */
import type pg from 'pg'

export type Clock = () => { now: Date; today: string }

/** Offices live in three zones; "today" is taken in the zone of the installation. */
export const defaultZone = 'Asia/Makassar'

/** A clock in `zone`; `hariIni` ('YYYY-MM-DD') replaces the date and leaves the time of day. */
export function clockOf(zone: string, hariIni?: string): Clock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  // Formatting a date is dear and the day changes once: asked again every second at most.
  let second = -1
  let day = ''
  return () => {
    const real = new Date()
    if (!hariIni) {
      const current = Math.floor(real.getTime() / 1000)
      if (current !== second) day = format.format(real)
      second = current
      return { now: real, today: day }
    }
    return { now: new Date(`${hariIni}T${real.toISOString().slice(11)}`), today: hariIni }
  }
}

/** The settings that decide the clock: `hari_ini` of the demo data, `zona`. */
export async function readClock(
  pool: pg.Pool,
): Promise<{ clock: Clock; zone: string; demo: boolean }> {
  const { rows } = await pool.query<{ kunci: string; nilai: unknown }>(
    `select kunci, nilai from pengaturan where kunci in ('demo', 'hari_ini', 'zona')`,
  )
  const setting = new Map(rows.map((row) => [row.kunci, row.nilai]))
  const zone = String(setting.get('zona') ?? defaultZone)
  const hariIni = setting.get('hari_ini')
  return {
    clock: clockOf(zone, typeof hariIni === 'string' ? hariIni : undefined),
    zone,
    demo: setting.get('demo') === true,
  }
}
