/** Runs the sequencer inside the server: every two seconds, one at a time over all servers. */
import type pg from 'pg'
import type { Label } from '#domain/label.ts'
import { poolOf } from '#server/db/pools.ts'
import { errorCode } from './galat.ts'
import { bacaKeadaan, type Keadaan, keadaanAwal, type Tenggat } from './keadaan.ts'
import { muatKunci, type Penandatangan } from './kunci.ts'
import { folderTitikPeriksa } from './titik-periksa.ts'
import { JejakTidakCocok, urutkan } from './urut.ts'

export type PengurutJejak = {
  readonly penanda: Penandatangan
  /** As of the last step, for every request to ask without a query. */
  readonly keadaan: () => Keadaan
  /** Makes a step now and waits for it. */
  readonly sekarang: () => Promise<void>
  /** Seals what is left and lets the lock go. */
  readonly stop: () => Promise<void>
}

/** "jejk" in ASCII. */
const LOCK = 0x6a656a6b
const every = 2000

type Options = {
  readonly url: string
  readonly dataFolder: string
  readonly tenggat: Tenggat
  /** Called when a step begins to fail, with what is known. */
  readonly lapor: (error: unknown) => void
}

/** How long entries may wait: settings `jejak_tunda_detik` and `jejak_henti_detik`, usually 1 and 15 minutes. */
export async function bacaTenggat(pool: pg.Pool): Promise<Tenggat> {
  const { rows } = await pool.query<{ kunci: string; nilai: unknown }>(
    `select kunci, nilai from pengaturan where kunci in ('jejak_tunda_detik', 'jejak_henti_detik')`,
  )
  const set = new Map(rows.map(({ kunci, nilai }) => [kunci, Number(nilai)]))
  return { tunda: set.get('jejak_tunda_detik') ?? 60, henti: set.get('jejak_henti_detik') ?? 900 }
}

/** What a person can be told; paths and values stay in the server's own log. */
function sebabOf(error: unknown): Label {
  if (error instanceof JejakTidakCocok)
    return {
      id: 'Jejak tidak cocok dengan titik periksanya; jalankan siks jejak verify.',
      en: 'The log does not match its checkpoints; run siks jejak verify.',
    }
  const code = errorCode(error)
  return /^E[A-Z]+$/.test(code)
    ? {
        id: `Titik periksa tidak dapat ditulis (${code}).`,
        en: `Checkpoints cannot be written (${code}).`,
      }
    : { id: 'Jejak belum dapat disegel.', en: 'The log cannot be sealed yet.' }
}

/** Takes the lock of the sequencer for this connection, if nobody else has it. */
const lock = async (client: pg.PoolClient): Promise<boolean> =>
  (await client.query(`select pg_try_advisory_lock(${LOCK}) as ya`)).rows[0]?.ya === true

export async function mulaiUrut(options: Options): Promise<PengurutJejak> {
  const penanda = await muatKunci(options.dataFolder)
  const folder = folderTitikPeriksa(options.dataFolder)
  const pool = poolOf(options.url, { role: 'siks_urut', max: 1 })
  let client: pg.PoolClient | null = null
  let holds = false
  let sebab: Label | null = null
  let keadaan = keadaanAwal
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const fail = (error: unknown): void => {
    const before = sebab?.id
    sebab = sebabOf(error)
    if (sebab.id !== before) options.lapor(error)
  }
  const step = async (): Promise<void> => {
    try {
      client ??= await pool.connect()
      holds ||= await lock(client)
      if (holds) await urutkan(client, { penanda, folder })
      sebab = null
    } catch (error) {
      fail(error)
    }
    try {
      if (client) keadaan = await bacaKeadaan(client, options.tenggat, sebab)
    } catch {
      // The connection is gone, and the lock with it.
      client?.release(true)
      client = null
      holds = false
    }
  }
  let running = Promise.resolve()
  const sekarang = (): Promise<void> => {
    running = running.then(step)
    return running
  }
  const again = (): void => {
    if (!stopped) timer = setTimeout(() => void sekarang().then(again), every)
  }
  await sekarang()
  again()
  return {
    penanda,
    keadaan: () => keadaan,
    sekarang,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await sekarang()
      // Let go before the connection ends, so that another server may take over at once.
      await client?.query(`select pg_advisory_unlock_all()`).catch(() => {})
      client?.release(true)
      client = null
      await pool.end()
    },
  }
}
