/** Makes a backup of a database in use: one consistent moment, every table in a compressed file. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { versionOf } from '../migrate.ts'
import {
  partitionsOf,
  quote,
  seesEverything,
  sequencesOf,
  type Table,
  tablesOf,
} from './catalog.ts'
import {
  type BackupFile,
  BackupRefused,
  type BackupTable,
  FORMAT,
  type Manifest,
} from './manifest.ts'

/**
 * Files of the running server, its password, and uploads still on their way (kept ones lie elsewhere).
 * Nor the checkpoints of the log: they go on while the backup is made, and a restore that brings
 * older ones back would have nothing to be held against.
 */
const NOT_OURS = /^(pg|pg\.baru|kata-sandi.*|aplikasi\.kunci.*|unggahan|titik-periksa)$/

export type BackupOptions = {
  readonly url: string
  readonly folder: string
  /** The data folder, whose other files (uploads, evidence) go along. */
  readonly dataFolder?: string
  readonly now: Date
  readonly onProgress?: (table: string, done: number, total: number) => void
}

/** Write the backup beside its place and rename it when all of it is on the disk: it is whole or absent. */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const target = resolve(options.folder)
  if (await exists(target))
    throw new BackupRefused(`${target} sudah ada; pilih folder baru untuk setiap cadangan.`)
  const draft = `${target}.tmp`
  await rm(draft, { recursive: true, force: true })
  try {
    const manifest = await writeAll(options, draft)
    await rename(draft, target)
    await syncFolder(dirname(target))
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function writeAll(options: BackupOptions, draft: string): Promise<Manifest> {
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const database = await backupDatabase(options, draft)
  const files = options.dataFolder ? await backupFiles(options.dataFolder, draft) : []
  const made = options.now.toISOString()
  const manifest: Manifest = { format: FORMAT, made, ...database, files }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await store(join(draft, 'manifest.json'), [Buffer.from(text)])
  await syncFolders(draft)
  return manifest
}

async function backupDatabase(
  { url, onProgress }: BackupOptions,
  draft: string,
): Promise<Omit<Manifest, 'format' | 'made' | 'files'>> {
  const client = new pg.Client({ connectionString: url, application_name: 'siks backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    if (!(await seesEverything(client))) {
      throw new BackupRefused(
        'Login DATABASE_URL terikat row-level security; pakai pg_dump sebagai superuser (docs/operasi.md).',
      )
    }
    if ((await versionOf(client)) === 0) {
      throw new BackupRefused('Basis data masih kosong: belum ada yang dapat dicadangkan.')
    }
    await client.query('begin isolation level repeatable read read only')
    const migrations = await client.query(
      'select nomor, nama, sidik from public.migrasi order by nomor',
    )
    const wanted = await tablesOf(client)
    const tables: BackupTable[] = []
    for (const table of wanted) {
      onProgress?.(table.name, tables.length, wanted.length)
      tables.push(await copyOut(client, table, draft))
    }
    const server = await client.query('show server_version')
    const partitions = await partitionsOf(client)
    return {
      server: server.rows[0].server_version,
      migrations: migrations.rows,
      tables,
      partitions,
      sequences: await sequencesOf(client),
    }
  } finally {
    await client.end()
  }
}

async function copyOut(client: pg.Client, table: Table, draft: string): Promise<BackupTable> {
  const path = `${table.schema}.${table.name}.copy.zst`
  const columns = table.columns.map(quote).join(', ')
  const source = `select ${columns} from ${quote(table.schema)}.${quote(table.name)}`
  const rows = client.query(to(`copy (${source}) to stdout`))
  const file = await store(join(draft, path), rows, true)
  return {
    ...table,
    columns: [...table.columns],
    rows: rows.rowCount ?? 0,
    file: { ...file, path },
  }
}

async function backupFiles(dataFolder: string, draft: string): Promise<BackupFile[]> {
  const saved: BackupFile[] = []
  for (const entry of await readdir(dataFolder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = relative(dataFolder, join(entry.parentPath, entry.name))
    if (NOT_OURS.test(path.split('/')[0] ?? '') || path.endsWith('.sebagian')) continue
    const goal = join(draft, 'berkas', path)
    await mkdir(dirname(goal), { recursive: true, mode: 0o700 })
    saved.push({ ...(await store(goal, createReadStream(join(dataFolder, path)))), path })
  }
  return saved
}

/** Write a file, flush it to the disk, and tell its size and hash. */
async function store(
  path: string,
  source: Readable | Buffer[],
  compress = false,
): Promise<Omit<BackupFile, 'path'>> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const sink = file.createWriteStream({ flush: true })
  if (compress) await pipeline(source, createZstdCompress(), measure, sink)
  else await pipeline(source, measure, sink)
  return { bytes, sha256: hash.digest('hex') }
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name))
  }
  await syncFolder(folder)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
