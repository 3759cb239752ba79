/** Starts the server: regions, queue, sign-in, operations, web app, on one database. */
import path from 'node:path'
import { loadSecret } from '#server/pengguna/rahasia.ts'
import { readClock } from './clock.ts'
import { projectRoot } from './db/embedded/places.ts'
import { migrate } from './db/migrate.ts'
import { kyselyOf, openPools } from './db/pools.ts'
import { buildApp } from './http/app.ts'
import { keepMonths } from './http/command-upkeep.ts'
import { operations } from './http/operations.ts'
import type { PadaLangkah } from './http/transaction.ts'
import { bacaTenggat, mulaiUrut, type PengurutJejak } from './jejak/jalan.ts'
import { keadaanHandlers } from './jejak/keadaan-handlers.ts'
import { jobs } from './jobs/jobs.ts'
import { startWorker } from './jobs/worker.ts'
import { jalankanKeberatan } from './keberatan/berlaku.ts'
import { susunLiga } from './kunjungan/liga.ts'
import { padankanMalam } from './padanan/malam.ts'
import { mulaiMalam } from './pemekaran/mulai.ts'
import { akunHandlers } from './pengguna/akun-handlers.ts'
import { type DemoShown, demoAccounts, endStrayDemo, shownDemo } from './pengguna/demo.ts'
import { sesiHandlers } from './pengguna/handlers.ts'
import { siapkanMesin } from './pengguna/mesin-siap.ts'
import { readOidc } from './pengguna/oidc.ts'
import { bersihkan } from './pengguna/percobaan.ts'
import { whoIs } from './pengguna/siapa.ts'
import { antarPindah } from './pindah/antar.ts'
import { jalankanJam } from './usulan/jam.ts'
import { loadRegions } from './wilayah/muat.ts'

export type ServerOptions = {
  readonly databaseUrl: string
  /** Where uploads and evidence lie. */
  readonly dataFolder: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Behind TLS: cookies are sent over TLS only. */
  readonly secure: boolean
  /** No other server uses this database: jobs of a killed one are taken over at once. */
  readonly alone: boolean
  readonly logger: boolean
  /** Hears of the steps of writes, in the test that kills the server at them. */
  readonly pada?: PadaLangkah
}

export type RunningServer = {
  readonly address: string
  /** The demo accounts with what they sign in by; empty without demo data. */
  readonly demo: readonly DemoShown[]
  stop(): Promise<void>
}

/** Brings the database up to date and answers on `host:port`; everything stops again by `stop()`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const pools = openPools(options.databaseUrl)
  let jejak: PengurutJejak | undefined
  try {
    await migrate(options.databaseUrl)
    await loadRegions(pools.migrator)
    const keepCommands = () => keepMonths(pools.migrator, new Date())
    await keepCommands()
    const { clock, zone, demo } = await readClock(pools.migrator)
    const ended = await endStrayDemo(pools.migrator)
    if (ended > 0)
      process.stderr.write(`${ended} akun contoh dinonaktifkan: ini bukan data contoh.\n`)
    const today = () => clock().today
    const mesin = await siapkanMesin(pools, { ...options, today })
    const oidc = readOidc()
    const accounts = demo ? demoAccounts(await loadSecret(options.dataFolder), mesin.ring) : []
    const version = '0.1.0'
    const facts = { demo, accounts, version, zone, oidc: oidc?.nama ?? null, mesin }
    let lapor = (_: unknown): void => {}
    const urut = await mulaiUrut({
      url: options.databaseUrl,
      dataFolder: options.dataFolder,
      tenggat: await bacaTenggat(pools.migrator),
      lapor: (error) => lapor(error),
    })
    jejak = urut
    const app = await buildApp({
      pool: pools.app,
      clock,
      whoIs: whoIs(pools.masuk, today),
      dataFolder: options.dataFolder,
      mesin,
      oidc,
      operations: [
        ...sesiHandlers(facts),
        ...akunHandlers(mesin),
        ...keadaanHandlers(urut),
        ...operations,
      ],
      terhenti: () => urut.keadaan().status === 'terhenti',
      version,
      web: path.join(projectRoot, 'dist', 'web'),
      secure: options.secure,
      logger: options.logger,
      ...(options.pada ? { pada: options.pada } : {}),
    })
    lapor = (error) => app.log.error({ jejak: error instanceof Error ? error.message : '' })
    const worker = await startWorker({
      migrator: pools.migrator,
      job: pools.job,
      jobs,
      dataFolder: options.dataFolder,
      alone: options.alone,
      antar: () => antarPindah(kyselyOf(pools.job), clock()),
      nightly: async () => {
        await keepCommands()
        await bersihkan(pools.masuk)
        await jalankanJam(kyselyOf(pools.job), clock())
        await jalankanKeberatan(kyselyOf(pools.job), clock())
        await mulaiMalam(kyselyOf(pools.job), clock())
        await susunLiga(kyselyOf(pools.job), clock())
        await antarPindah(kyselyOf(pools.job), clock())
        await padankanMalam(kyselyOf(pools.job))
      },
      log: (error, laporan) =>
        app.log.error({
          laporan,
          err: error instanceof Error ? { name: error.name, stack: error.stack } : {},
        }),
    })
    const address = await app.listen({ host: options.host, port: options.port })
    return {
      address,
      demo: accounts.map(shownDemo),
      stop: async () => {
        await app.close()
        await worker.stop()
        await urut.stop()
        await pools.close()
      },
    }
  } catch (error) {
    await jejak?.stop()
    await pools.close()
    throw error
  }
}
