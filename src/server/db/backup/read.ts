/** Restores a backup into an empty database of the same version: all of it, or nothing. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { foreignKeysOf, quote, seesEverything, tablesOf, triggeredTables } from './catalog.ts'
import {
  type BackupFile,
  BackupRefused,
  type BackupTable,
  type Manifest,
  readManifest,
} from './manifest.ts'

/** Filled by the start of the program itself, so they do not count as data; the backup's rows replace them. */
const REFILLED = ['wilayah', 'wilayah_lama', 'kebijakan', 'pengaturan']

export type RestoreOptions = {
  readonly url: string
  readonly folder: string
  readonly dataFolder?: string
  readonly onProgress?: (table: string, done: number, total: number) => void
}

/** Put everything back in one transaction; every file is checked against its hash while it is read. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const folder = resolve(options.folder)
  const manifest = readManifest(folder)
  const client = new pg.Client({ connectionString: options.url, application_name: 'siks restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    if (!(await seesEverything(client))) {
      throw new BackupRefused(
        'Login DATABASE_URL terikat row-level security; pulihkan sebagai superuser.',
      )
    }
    await client.query('begin')
    await checkVersion(client, manifest)
    await checkEmpty(client)
    await fill(client, manifest, folder, options)
    if (options.dataFolder) await restoreFiles(manifest.files, folder, options.dataFolder)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return manifest
}

async function checkVersion(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query(
    'select nomor, nama, sidik from public.migrasi order by nomor',
  )
  const same =
    rows.length === manifest.migrations.length &&
    rows.every((row, index) => row.sidik === manifest.migrations[index]?.sidik)
  if (same) return
  throw new BackupRefused(
    `Cadangan ini dari versi lain (${manifest.migrations.at(-1)?.nama ?? 'kosong'}; program ini ${rows.at(-1)?.nama}). ` +
      'Pulihkan dengan program versi itu, lalu perbarui programnya.',
  )
}

async function checkEmpty(client: pg.Client): Promise<void> {
  for (const { schema, name } of await tablesOf(client)) {
    if (schema === 'public' && REFILLED.includes(name)) continue
    const { rowCount } = await client.query(`select 1 from ${quote(schema)}.${quote(name)} limit 1`)
    if (rowCount) {
      throw new BackupRefused(
        `Basis data tujuan tidak kosong (${schema}.${name} berisi). Pulihkan ke folder data baru: ` +
          'SIKS_DATA=/folder/baru siks restore …; tidak ada yang diubah.',
      )
    }
  }
}

async function fill(
  client: pg.Client,
  manifest: Manifest,
  folder: string,
  options: RestoreOptions,
): Promise<void> {
  const keys = await foreignKeysOf(client)
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${name}`)
  const triggered = await triggeredTables(client)
  for (const table of triggered) await client.query(`alter table ${table} disable trigger user`)
  for (const { parent, name, bound, key } of manifest.partitions) {
    await client.query(
      `create table if not exists ${name} partition of ${parent} ${bound}${key ? ` partition by ${key}` : ''}`,
    )
  }
  for (const [index, table] of manifest.tables.entries()) {
    options.onProgress?.(table.name, index, manifest.tables.length)
    await copyIn(client, table, folder)
  }
  for (const { name, last, called } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called])
  }
  for (const table of triggered) await client.query(`alter table ${table} enable trigger user`)
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
  // Work that was queued or under way goes on: every job can be run again from its start.
  await client.query(
    "select antrekan(id, jenis) from pekerjaan where status in ('antre', 'berjalan')",
  )
}

async function copyIn(client: pg.Client, table: BackupTable, folder: string): Promise<void> {
  const target = `${quote(table.schema)}.${quote(table.name)}`
  await client.query(`delete from ${target}`)
  const sink = client.query(
    from(`copy ${target} (${table.columns.map(quote).join(', ')}) from stdin`),
  )
  const check = hashing()
  await pipeline(
    createReadStream(join(folder, table.file.path)),
    check.stream,
    createZstdDecompress(),
    sink,
  )
  check.expect(table.file)
  if (sink.rowCount !== table.rows) {
    throw new BackupRefused(`${table.file.path}: ${sink.rowCount} baris, seharusnya ${table.rows}.`)
  }
}

function hashing(): { stream: Transform; expect(file: BackupFile): void } {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return {
    stream,
    expect(file) {
      if (hash.digest('hex') !== file.sha256)
        throw new BackupRefused(`${file.path} rusak: sidiknya tidak cocok.`)
    },
  }
}

/** Files go back before the commit; none is overwritten, since names in the data folder are unique. */
async function restoreFiles(
  files: readonly BackupFile[],
  folder: string,
  dataFolder: string,
): Promise<void> {
  for (const file of files) {
    const source = join(folder, 'berkas', file.path)
    const check = hashing()
    await pipeline(createReadStream(source), check.stream, async (stream) => {
      for await (const _chunk of stream);
    })
    check.expect(file)
    const goal = join(dataFolder, file.path)
    await mkdir(dirname(goal), { recursive: true })
    await copyFile(source, goal)
  }
}
