/** One PostgreSQL cluster in a folder: made once, started, found again after a crash, stopped. */
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { commandLine, type Owner, processStart, run, waitFor } from './process.ts'
import { type Mode, settingsFor } from './settings.ts'

/** The login of the embedded server; it owns the tables and runs the migrations. */
export const LOGIN = 'siks'

/** `folder` holds `pg` (the cluster) and `kata-sandi` (its password, readable by us alone). */
export type Place = {
  readonly folder: string
  readonly binaries: string
  readonly owner: Owner | undefined
  readonly mode: Mode
}

const clusterFolder = (place: Place) => join(place.folder, 'pg')
const passwordFile = (place: Place) => join(place.folder, 'kata-sandi')

/** The address of a database of a running cluster. */
export function urlOf(place: Place, port: number, database: string): string {
  const password = readFileSync(passwordFile(place), 'utf8').trim()
  return `postgres://${LOGIN}:${password}@127.0.0.1:${port}/${database}`
}

/** Make the cluster if it is not there. A half-made one (we were killed) is thrown away and made anew. */
export async function ensureCluster(place: Place): Promise<void> {
  const target = clusterFolder(place)
  if (existsSync(join(target, 'PG_VERSION'))) return checkMajor(place, target)
  const half = `${target}.baru`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile(place), `${password}\n`, { mode: 0o600 })
  const handed = join(place.folder, 'kata-sandi.initdb')
  writeFileSync(handed, `${password}\n`, { mode: 0o600 })
  own(place, half, handed)
  const made = await run(join(place.binaries, 'initdb'), initArguments(place, half, handed), place)
  rmSync(handed, { force: true })
  if (made.code !== 0) throw new Error(`Basis data tidak dapat dibuat:\n${made.output}`)
  appendFileSync(
    join(half, 'postgresql.conf'),
    "\ninclude_if_exists 'siks.conf'\ninclude_if_exists 'lokal.conf'\n",
  )
  renameSync(half, target)
  // The password and the new name must be on the disk before the first commit is acknowledged.
  flush(passwordFile(place), place.folder)
}

function flush(...paths: string[]): void {
  for (const path of paths) {
    const handle = openSync(path, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}

function initArguments(place: Place, folder: string, handed: string): string[] {
  // The built-in locale sorts alike on every machine, so a copied folder never has a corrupt index.
  const locale =
    majorOf(place) >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const sync = place.mode === 'throwaway' ? ['--no-sync'] : ['--data-checksums']
  return [
    `--pgdata=${folder}`,
    `--username=${LOGIN}`,
    `--pwfile=${handed}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...locale,
    ...sync,
  ]
}

const majors = new Map<string, number>()

function majorOf(place: Place): number {
  return majors.get(place.binaries) ?? 0
}

/** Ask the programs for their major version once. */
export async function learnMajor(place: Place): Promise<number> {
  const { output } = await run(join(place.binaries, 'postgres'), ['--version'], {
    owner: place.owner,
  })
  const major = Number(/(\d+)(?:\.\d+)?/.exec(output)?.[1] ?? Number.NaN)
  if (!Number.isInteger(major))
    throw new Error(`PostgreSQL di ${place.binaries} tidak dapat dijalankan: ${output}`)
  majors.set(place.binaries, major)
  return major
}

function checkMajor(place: Place, folder: string): void {
  const made = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim())
  if (made === majorOf(place)) return
  throw new Error(
    `${folder} dibuat oleh PostgreSQL ${made}, program ini membawa PostgreSQL ${majorOf(place)}. ` +
      'Buat cadangan dengan versi terdahulu (siks backup), lalu pulihkan di sini (siks restore).',
  )
}

function own(place: Place, ...paths: string[]): void {
  if (place.owner) for (const path of paths) chownSync(path, place.owner.uid, place.owner.gid)
}

/** What postmaster.pid says of a server that lives; undefined when none runs on this folder. */
export function runningServer(place: Place): { pid: number; port: number } | undefined {
  const file = join(clusterFolder(place), 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n')
  const number = Number(pid)
  const lives = Number.isInteger(number) && number > 1 && processStart(number) !== undefined
  if (lives && /postgres/.test(commandLine(number)) && folder === clusterFolder(place)) {
    return { pid: number, port: Number(port) }
  }
  // Its number now belongs to a stranger, which PostgreSQL could take for a living server.
  rmSync(file, { force: true })
  return undefined
}

/** Does the server at this address let us in? */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Start the server on a free port, or again on the one it had. Three tries: another program may
 * take the port meanwhile, and the last processes of a killed server need a moment to go.
 */
export async function startCluster(place: Place, before?: number): Promise<number> {
  let said = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 1000))
    const port = before ?? (await freePort())
    const conf = join(clusterFolder(place), 'siks.conf')
    writeFileSync(conf, settingsFor(place.mode, port))
    own(place, conf)
    const log = join(clusterFolder(place), 'mulai.log')
    rmSync(log, { force: true })
    const started = await run(
      join(place.binaries, 'pg_ctl'),
      ['start', '-w', '-t', '300', '-D', clusterFolder(place), '-l', log],
      { owner: place.owner, cwd: clusterFolder(place) },
    )
    if (started.code === 0) return port
    said = started.output + (existsSync(log) ? readFileSync(log, 'utf8') : '')
  }
  throw new Error(`PostgreSQL tidak mau mulai:\n${said}`)
}

/** Stop the server: open transactions are rolled back, all that was acknowledged is kept. */
export async function stopCluster(
  place: Place,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  const running = runningServer(place)
  if (!running) return
  await run(
    join(place.binaries, 'pg_ctl'),
    ['stop', '-w', '-t', '120', '-m', mode, '-D', clusterFolder(place)],
    { owner: place.owner, cwd: clusterFolder(place) },
  )
  const gone = await waitFor(() => processStart(running.pid) === undefined, 5000)
  if (!gone) throw new Error(`PostgreSQL (proses ${running.pid}) belum berhenti sesudah 2 menit.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
