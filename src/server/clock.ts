/** The one clock of the server: real, or begun on a stated day for demo data and tests. */
import type pg from 'pg'

export type Clock = () => { now: Date; today: string }

/** Offices live in three zones; "today" is taken in the zone of the installation. */
export const defaultZone = 'Asia/Makassar'

/**
 * A clock in `zone`. `mulai` sets it: 'YYYY-MM-DD' replaces the date and leaves the time of day;
 * 'YYYY-MM-DDTHH:MM' (a local time there) is what it shows now, and it goes on from then.
 */
export function clockOf(zone: string, mulai?: string): Clock {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const localOf = (time: number) => format.format(time).replace(' ', 'T')
  const [hari, jam] = mulai?.split('T') ?? []
  /** How far this clock is from the real one, in ms, when it shows `local`. */
  const away = (real: number, local: string) =>
    Date.parse(`${local}Z`) - Date.parse(`${localOf(real)}Z`)
  const fixed = hari && jam ? away(Date.now(), `${hari}T${jam}`) : 0
  // Formatting a date is dear and the day changes once: asked again every second at most.
  let second = -1
  let shift = fixed
  let day = ''
  return () => {
    const real = Date.now()
    const current = Math.floor(real / 1000)
    if (current !== second) {
      second = current
      if (hari && !jam) shift = away(real, `${hari}T${localOf(real).slice(11)}`)
      day = localOf(real + shift).slice(0, 10)
    }
    return { now: new Date(real + shift), today: day }
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
