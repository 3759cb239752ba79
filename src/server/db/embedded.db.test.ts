import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { isRoot, projectRoot, systemOwner } from './embedded/places.ts'
import { processStart } from './embedded/process.ts'
import { FolderInUse, startEmbedded } from './embedded.ts'

const script = join(projectRoot, 'test', 'proses', 'penulis.ts')
const cleanups: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

/** A data folder of its own, removed afterwards with whatever it links to. */
function dataFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'siks-data-'))
  const folder = join(parent, 'data')
  cleanups.push(() => {
    const real =
      lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() &&
      dirname(realpathSync(folder))
    if (real) rmSync(real, { recursive: true, force: true })
    rmSync(parent, { recursive: true, force: true })
  })
  return folder
}

type Writer = {
  child: ChildProcess
  acknowledged: number[]
  origin: string
  uid: string
  ended: Promise<void>
}

/** Start the writing application and wait until it is ready. */
function startWriter(
  folder: string,
  mode: 'tulis' | 'sekali',
  as?: { uid: number; gid: number },
): Promise<Writer> {
  const child = spawn(process.execPath, [script, folder, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  })
  const acknowledged: number[] = []
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  return new Promise((resolve, reject) => {
    let rest = ''
    child.stdout?.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [word, first = '', second = ''] = line.split(' ')
        if (word === 'ok') acknowledged.push(Number(first))
        if (word === 'siap') resolve({ child, acknowledged, origin: first, uid: second, ended })
      }
    })
    child.on('exit', (code) => reject(new Error(`the writer ended with ${code}`)))
  })
}

async function killAfter(
  writer: Writer,
  count: number,
  victims: () => number[],
): Promise<number[]> {
  const before = writer.acknowledged.length
  while (writer.acknowledged.length < before + count)
    await new Promise((resolve) => setTimeout(resolve, 20))
  for (const pid of victims()) process.kill(pid, 'SIGKILL')
  writer.child.kill('SIGKILL')
  await writer.ended
  return writer.acknowledged
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])

// These run the server that comes along; which server the other tests use makes no difference.
describe.skipIf(process.env.TEST_PG_BINARIES)('embedded PostgreSQL', () => {
  test('kill -9 of the application, then of application and server, loses no acknowledged row', async () => {
    const folder = dataFolder()
    const first = await startWriter(folder, 'tulis')
    const kept = await killAfter(first, 300, () => [])
    const second = await startWriter(folder, 'tulis')
    expect(second.origin).toBe('adopted')
    kept.push(...(await killAfter(second, 300, () => [postmaster(folder)])))
    const embedded = await startEmbedded({ command: 'uji', folder })
    expect(embedded.origin).toBe('started')
    const client = new pg.Client(embedded.url)
    await client.connect()
    const { rows } = await client.query('select nomor::int from tulisan')
    await client.end()
    await embedded.stop()
    const present = new Set(rows.map((row) => row.nomor))
    expect(kept.length).toBeGreaterThanOrEqual(600)
    expect(kept.filter((nomor) => !present.has(nomor))).toEqual([])
  })

  test('a second start on the same folder is refused by name, a short command borrows the server', async () => {
    const folder = dataFolder()
    const embedded = await startEmbedded({ command: 'siks serve', folder })
    embedded.announce('http://127.0.0.1:3000')
    await expect(startEmbedded({ command: 'siks serve', folder })).rejects.toThrow(FolderInUse)
    await expect(startEmbedded({ command: 'siks serve', folder })).rejects.toThrow(
      /http:\/\/127\.0\.0\.1:3000/,
    )
    const lent = await startEmbedded({ command: 'siks backup', folder, share: true })
    expect([lent.origin, lent.url]).toEqual(['lent', embedded.url])
    await lent.stop()
    expect(processStart(postmaster(folder))).toBeDefined()
    await embedded.stop()
    expect(() => postmaster(folder)).toThrow()
  })

  test('a lock whose process number was given to a stranger does not hold', async () => {
    const folder = dataFolder()
    await (await startEmbedded({ command: 'uji', folder })).stop()
    const stale = { pid: process.ppid, start: '1', command: 'lama' }
    writeFileSync(join(folder, 'aplikasi.kunci'), JSON.stringify(stale))
    writeFileSync(join(folder, 'pg', 'postmaster.pid'), `${process.ppid}\n${folder}/pg\n0\n5432\n`)
    const embedded = await startEmbedded({ command: 'uji', folder })
    expect(embedded.origin).toBe('started')
    await embedded.stop()
  })

  test('a server killed by the system comes back at the same address', async () => {
    const folder = dataFolder()
    const embedded = await startEmbedded({ command: 'uji', folder })
    process.kill(postmaster(folder), 'SIGKILL')
    const pool = new pg.Pool({ connectionString: embedded.url })
    pool.on('error', () => {})
    await expect
      .poll(
        () =>
          pool.query('select 1').then(
            () => 'ada',
            () => 'belum',
          ),
        { timeout: 30_000, interval: 300 },
      )
      .toBe('ada')
    await pool.end()
    await embedded.stop()
  })

  test('it listens on loopback only, flushes every commit, and its password is ours alone', async () => {
    const folder = dataFolder()
    const embedded = await startEmbedded({ command: 'uji', folder })
    const client = new pg.Client(embedded.url)
    await client.connect()
    const setting = async (name: string) => (await client.query(`show ${name}`)).rows[0][name]
    expect(await setting('listen_addresses')).toBe('127.0.0.1')
    expect(await setting('unix_socket_directories')).toBe('')
    expect([
      await setting('fsync'),
      await setting('synchronous_commit'),
      await setting('data_checksums'),
    ]).toEqual(['on', 'on', 'on'])
    await client.end()
    expect(statSync(join(folder, 'kata-sandi')).mode & 0o777).toBe(0o600)
    const wrong = new URL(embedded.url)
    wrong.password = 'salah'
    await expect(new pg.Client(wrong.href).connect()).rejects.toThrow(/password/)
    await embedded.stop()
  })

  test.runIf(isRoot())(
    'as root the server runs as an ordinary user, below /var/lib/siks-ng',
    async () => {
      const folder = dataFolder()
      const embedded = await startEmbedded({ command: 'uji', folder })
      expect(statSync(`/proc/${postmaster(folder)}`).uid).not.toBe(0)
      expect(realpathSync(folder)).toMatch(/^\/var\/lib\/siks-ng\//)
      await embedded.stop()
    },
  )

  test.runIf(isRoot() && readableByAll(projectRoot))(
    'an ordinary user starts it in a folder of their own',
    async () => {
      const owner = systemOwner()
      if (!owner) throw new Error('there is no ordinary account')
      const parent = mkdtempSync(join(tmpdir(), 'siks-biasa-'))
      cleanups.push(() => rmSync(parent, { recursive: true, force: true }))
      chmodSync(parent, 0o700)
      chownSync(parent, owner.uid, owner.gid)
      const writer = await startWriter(join(parent, 'data'), 'sekali', owner)
      expect(writer.uid).toBe(String(owner.uid))
      await writer.ended
      expect(lstatSync(join(parent, 'data')).isDirectory()).toBe(true)
      // Root finds that folder, leaves it where it is, and runs the server as its owner.
      const embedded = await startEmbedded({ command: 'uji', folder: join(parent, 'data') })
      expect(statSync(`/proc/${postmaster(join(parent, 'data'))}`).uid).toBe(owner.uid)
      await embedded.stop()
    },
  )
})

/** May an ordinary user read the clone? Not below /root. */
function readableByAll(path: string): boolean {
  const open = (statSync(path).mode & 0o005) === 0o005
  return open && (dirname(path) === path || readableByAll(dirname(path)))
}
