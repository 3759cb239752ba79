/** `siks serve`: the database, the jobs and the office app, until Ctrl-C. */
import { createServer } from 'node:net'
import type { Command } from 'commander'
import { type RunningServer, startServer } from '#server/main.ts'
import { siapkanKotaContoh } from './kota-contoh.ts'
import { type OpenDatabase, openDatabase, Refused, type Terminal, terminalOf } from './run.ts'

const USUAL_PORT = 3000

export function register(program: Command): void {
  program
    .command('serve')
    .description('jalankan SIKS-NG dan tampilkan alamatnya')
    .option('--port <nomor>', 'porta; tanpa ini 3000 atau porta bebas sesudahnya (juga: PORT)')
    .option(
      '--host <alamat>',
      'alamat yang didengarkan (juga: HOST)',
      process.env.HOST ?? '127.0.0.1',
    )
    .option('--kosong', 'jangan isi basis data kosong dengan Kota Bontang rekaan')
    .option('--contoh', 'isi dengan Kota Bontang rekaan juga pada DATABASE_URL, bila masih kosong')
    .option('--https', 'berada di belakang TLS: kuki hanya dikirim lewat HTTPS')
    .action(async (options: ServeOptions, command: Command) => {
      const terminal = terminalOf(command)
      const database = await openDatabase('siks serve', {
        share: false,
        onApply: (name) => terminal.note(`Menerapkan ${name} …`),
      })
      if (database.embedded?.note) terminal.note(database.embedded.note)
      if (database.embedded?.origin === 'adopted')
        terminal.note('PostgreSQL yang masih berjalan dipakai lagi.')
      await serveUntilStopped(database, options, terminal)
    })
}

type ServeOptions = { port?: string; host: string; https?: true; kosong?: true; contoh?: true }

async function serveUntilStopped(
  database: OpenDatabase,
  options: ServeOptions,
  terminal: Terminal,
): Promise<void> {
  const stop = stopSignal()
  try {
    if (wantsDemo(database, options)) await siapkanKotaContoh(database, terminal)
    const server = await startServer({
      databaseUrl: database.url,
      dataFolder: database.dataFolder,
      host: options.host,
      port: await choosePort(options.port ?? process.env.PORT, options.host),
      secure: options.https ?? false,
      alone: database.embedded !== undefined,
      logger: true,
    })
    const address = shownAddress(server.address)
    database.embedded?.announce(address)
    terminal.answer({ address, demo: server.demo }, greeting(address, server.demo))
    await stop
    terminal.note('\nBerhenti …')
    const patience = setTimeout(
      () =>
        terminal.note('Menunggu pekerjaan sampai di tempat aman; Ctrl-C lagi: berhenti sekarang.'),
      3000,
    )
    await server.stop()
    clearTimeout(patience)
  } finally {
    await database.close()
  }
  // Whatever still holds the process (a keep-alive socket) has nothing left to lose.
  process.exit(0)
}

/** The embedded database starts as a working city; one that was given stays as it is unless asked. */
const wantsDemo = (database: OpenDatabase, options: ServeOptions): boolean =>
  !options.kosong && (database.embedded !== undefined || options.contoh === true)

/** Passkeys are bound to a host name: on this machine the address is given as localhost, not as a number. */
const shownAddress = (address: string): string =>
  address.replace(/\/\/(127\.0\.0\.1|\[::1\]):/, '//localhost:')

/** The address, and the sign-ins of the demo when there is one. */
function greeting(address: string, demo: RunningServer['demo']): string {
  const width = Math.max(0, ...demo.map(({ username }) => username.length))
  const wide = Math.max(0, ...demo.map(({ password }) => password.length))
  const accounts = demo.map(
    ({ username, password, nama, peran, totp }) =>
      `  ${username.padEnd(width)}  ${password.padEnd(wide)}  ${(totp ?? '(tanpa kode)').padEnd(32)}  ${nama}, ${peran}`,
  )
  const signIns =
    demo.length > 0
      ? [
          '',
          'AKUN CONTOH, hanya ada pada data rekaan (nama pengguna, kata sandi, rahasia autentikator):',
          ...accounts,
          'Kode 6 angka yang sedang berlaku juga tampak di halaman masuk.',
        ]
      : []
  const passkey = ['', `Passkey hanya bekerja pada ${domainOf(address)}.`]
  return [
    '',
    `SIKS-NG berjalan di ${address}`,
    ...signIns,
    ...passkey,
    '',
    'Ctrl-C untuk berhenti.',
  ].join('\n')
}

/** Where passkeys work: the host name that was set, otherwise localhost. */
const domainOf = (address: string): string =>
  process.env.SIKS_DOMAIN
    ? `nama host ${process.env.SIKS_DOMAIN} (SIKS_DOMAIN)`
    : `localhost, bukan pada alamat IP; untuk server kantor setel SIKS_DOMAIN ke nama hostnya${address.includes('//localhost') ? '' : ' (belum disetel)'}`

/** Resolves at Ctrl-C, at a polite kill, or when `npm start` above us was killed. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    const ask = () => {
      // Ctrl-C reaches us twice (from the terminal and from npm start); only a later one means "now".
      if (asked === 0) asked = performance.now()
      else if (performance.now() - asked > 2000) process.exit(130)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
    process.on('disconnect', ask)
  })
}

/** The port asked for, or the first free one from 3000 on. */
async function choosePort(asked: string | undefined, host: string): Promise<number> {
  if (asked !== undefined) {
    const port = Number(asked)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Refused(`Porta tidak sah: ${asked}`)
    if (await isFree(port, host)) return port
    throw new Refused(
      `Porta ${port} sedang dipakai program lain. Pilih yang lain: siks serve --port 3001`,
    )
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + 50; port++)
    if (await isFree(port, host)) return port
  throw new Refused(
    'Porta 3000 sampai 3049 semuanya dipakai. Pilih sendiri: siks serve --port 8080',
  )
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
