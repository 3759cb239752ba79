/** The log: how long a million entries take to verify, and what it costs a write. */
import path from 'node:path'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { poolOf } from '#server/db/pools.ts'
import { mulaiUrut } from '#server/jejak/jalan.ts'
import { berkasKunciPublik, muatKunci } from '#server/jejak/kunci.ts'
import { folderTitikPeriksa } from '#server/jejak/titik-periksa.ts'
import { urutkan } from '#server/jejak/urut.ts'
import { verifikasi } from '#server/jejak/verifikasi.ts'
import {
  type BenchContext,
  type Benchmark,
  type BenchRow,
  median,
  timed,
  withPeakMemory,
} from './bench.ts'
import { fillPeople } from './cari-isi.ts'
import type { BenchDatabase } from './database.ts'
import { fillLog } from './jejak-isi.ts'
import { Penulis } from './jejak-tulis.ts'

const count = Number(process.env.JEJAK_ENTRI ?? 1_000_000)
const seconds = Number(process.env.JEJAK_DETIK ?? 6)
const runs = 5
const rounds = 5
const kab = 6474

/** Seals what is there, as the server does, and verifies it as the command does. */
async function verifying({ server, folder, log }: BenchContext): Promise<BenchRow[]> {
  const database = await server.database()
  const data = path.join(folder, 'verifikasi')
  try {
    log(`writing ${count} entries`)
    await fillLog(database.pools.migrator, count)
    const pool = poolOf(database.url, { role: 'siks_urut', max: 1 })
    const client = await pool.connect()
    const around = { penanda: await muatKunci(data), folder: folderTitikPeriksa(data) }
    const sealing = await timed(() => urutkan(client, around))
    client.release()
    await pool.end()
    log(`sealed in ${sealing.seconds.toFixed(1)} s`)
    await database.pools.migrator.query('vacuum analyze')
    const options = {
      url: database.url,
      kunci: berkasKunciPublik(data),
      titikPeriksa: around.folder,
    }
    const times: number[] = []
    let growth = 0
    for (let run = 0; run < runs; run++) {
      const peak = await withPeakMemory(() => timed(() => verifikasi(options)))
      const { utuh, entri } = peak.value.value
      if (!utuh || entri !== count) throw new Error('The log was not found whole')
      times.push(peak.value.seconds)
      growth = Math.max(growth, peak.growth)
    }
    log(`runs: ${times.map((t) => t.toFixed(1)).join(', ')} s`)
    const middle = median(times)
    return [
      {
        what: `verify the log, ${count.toLocaleString('en')} entries`,
        measured: `${middle.toFixed(1)} s (median of ${runs}), ${growth.toFixed(0)} MB more`,
        bar: '≤ 60 s',
        met: middle <= 60,
      },
      {
        what: 'seal a backlog',
        measured: `${Math.round(count / sealing.seconds).toLocaleString('en')} entries/s`,
        bar: '–',
        met: null,
      },
    ]
  } finally {
    await database.drop()
  }
}

type Round = { readonly perSecond: number }

/** One round of writes; with the log, the time until the last of its entries is sealed counts too. */
async function round(
  database: BenchDatabase,
  penulis: Penulis,
  data: string | null,
): Promise<Round> {
  const sequencer =
    data === null
      ? null
      : await mulaiUrut({
          url: database.url,
          dataFolder: data,
          tenggat: { tunda: 60, henti: 900 },
          lapor: (error) => {
            throw error
          },
        })
  const { seconds: took, value } = await timed(async () => {
    const written = await penulis.tulis(seconds, sequencer !== null)
    await sequencer?.stop()
    return written
  })
  return { perSecond: value / took }
}

/** The statements of a write, with and without its row in the log and the sequencer beside it. */
async function overhead({ server, folder, log }: BenchContext): Promise<BenchRow[]> {
  const database = await server.database()
  try {
    await fillPeople(database, kab, 400_000, log)
    const penulis = await Penulis.siap(database, kab, cakupanOf(kab * 1e6))
    await round(database, penulis, path.join(folder, 'jejak'))
    await round(database, penulis, null)
    const ratios: number[] = []
    for (let n = 0; n < rounds; n++) {
      const order =
        n % 2 === 0 ? [null, path.join(folder, 'jejak')] : [path.join(folder, 'jejak'), null]
      const figures = new Map<boolean, number>()
      for (const data of order) {
        // Both begin on tables that earlier rounds have not littered.
        await database.pools.migrator.query('vacuum keluarga, rekap_rt, kelayakan, perintah')
        figures.set(data !== null, (await round(database, penulis, data)).perSecond)
      }
      const [without, withLog] = [figures.get(false) ?? 0, figures.get(true) ?? 0]
      ratios.push(1 - withLog / without)
      log(`without ${without.toFixed(0)}/s, with ${withLog.toFixed(0)}/s`)
    }
    const share = median(ratios)
    return [
      {
        what: 'log overhead on writes',
        measured: `${(share * 100).toFixed(1)} % (median of ${rounds}: ${ratios.map((r) => (r * 100).toFixed(1)).join(', ')})`,
        bar: '≤ 20 %',
        met: share <= 0.2,
      },
    ]
  } finally {
    await database.drop()
  }
}

export const benchmark: Benchmark = {
  title: 'The log',
  run: async (context) => [...(await overhead(context)), ...(await verifying(context))],
}
