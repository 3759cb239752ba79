/** Brings a database to this code's version: plain SQL files, forward only, each applied once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { projectRoot } from './embedded/places.ts'

/** One file of db/migrations. */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** Why a database cannot be brought to this version; the message is for the person at the keyboard. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

export type MigrationOutcome = { readonly version: number; readonly applied: readonly string[] }

/** "siks" in ASCII: every process that migrates waits for the same lock. */
const LOCK = 0x73696b73

/** Read the migrations of a folder in the order of their numbers; no number may stand twice. */
export function readMigrations(folder = join(projectRoot, 'db', 'migrations')): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .sort()
  const numbers = new Set<number>()
  return files.map((file) => {
    const number = Number(file.slice(0, 4))
    if (numbers.has(number)) throw new MigrationRefused(`Nomor migrasi dipakai dua kali: ${file}`)
    numbers.add(number)
    const sql = readFileSync(join(folder, file), 'utf8')
    return {
      number,
      name: file.slice(0, -4),
      sql,
      hash: createHash('sha256').update(sql).digest('hex'),
    }
  })
}

/**
 * Apply what is missing. Several processes may call this at once: one works, the others wait and
 * find it done. Refuses a server older than 15, a database newer than the code, and edited history.
 */
export async function migrate(
  url: string,
  options: { migrations?: readonly Migration[]; onApply?: (name: string) => void } = {},
): Promise<MigrationOutcome> {
  const migrations = options.migrations ?? readMigrations()
  const client = new pg.Client({ connectionString: url, application_name: 'siks migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(REGISTER)
    const pending = await missing(client, migrations)
    for (const migration of pending) {
      options.onApply?.(migration.name)
      await apply(client, migration)
    }
    // The queue's own tables come from its library, which keeps their version itself.
    await runMigrations({ connectionString: url })
    return { version: migrations.at(-1)?.number ?? 0, applied: pending.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}

/** The version a database stands at; 0 when it was never migrated. */
export async function versionOf(client: pg.ClientBase | pg.Pool): Promise<number> {
  const known = await client.query("select to_regclass('public.migrasi') is not null as ada")
  if (!known.rows[0].ada) return 0
  const { rows } = await client.query(
    'select coalesce(max(nomor), 0)::int as nomor from public.migrasi',
  )
  return rows[0].nomor
}

const REGISTER = `
  create table if not exists public.migrasi (
    nomor integer primary key,
    nama text not null,
    sidik text not null,
    diterapkan_pada timestamptz not null default now()
  );
  comment on table public.migrasi is 'Migrations applied to this database (local table)';
  comment on column public.migrasi.nomor is 'Number of the file';
  comment on column public.migrasi.nama is 'Name of the file without its ending';
  comment on column public.migrasi.sidik is 'SHA-256 of the file as applied';
  comment on column public.migrasi.diterapkan_pada is 'When it was applied';
`

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select current_setting('server_version_num')::int as nomor, rolsuper or rolbypassrls as leluasa
    from pg_roles where rolname = current_user`)
  const major = Math.floor(rows[0].nomor / 10_000)
  if (major < 15)
    throw new MigrationRefused(`PostgreSQL ${major} terlalu lama; perlu 15 atau lebih baru.`)
  // Otherwise jobs and upkeep would find no rows, and say nothing.
  if (!rows[0].leluasa) {
    throw new MigrationRefused(
      'Login pada DATABASE_URL perlu BYPASSRLS (atau superuser); docs/operasi.md memuat perintahnya. Tidak ada yang diubah.',
    )
  }
}

async function missing(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query(
    'select nomor, nama, sidik from public.migrasi order by nomor',
  )
  const applied = new Map<number, { nama: string; sidik: string }>(
    rows.map((row) => [row.nomor, row]),
  )
  const newest = rows.at(-1)
  if (newest && !migrations.some(({ number }) => number === newest.nomor)) {
    throw new MigrationRefused(
      `Basis data ini lebih baru (migrasi ${newest.nama}) daripada program ini (${migrations.at(-1)?.name ?? 'kosong'}). ` +
        'Pasang versi SIKS-NG yang sesuai; tidak ada yang diubah.',
    )
  }
  for (const { number, name, hash } of migrations) {
    const before = applied.get(number)
    if (before && before.sidik !== hash) {
      throw new MigrationRefused(
        `Isi migrasi ${name} berbeda dari yang dahulu diterapkan (${before.nama}). ` +
          'Migrasi yang sudah diterapkan tidak boleh diubah; tidak ada yang diubah pada basis data.',
      )
    }
  }
  return migrations.filter(({ number }) => !applied.has(number))
}

async function apply(client: pg.Client, { number, name, sql, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.migrasi (nomor, nama, sidik) values ($1, $2, $3)', [
      number,
      name,
      hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const cause = error instanceof Error ? error.message : String(error)
    throw new MigrationRefused(
      `Migrasi ${name} gagal dan dibatalkan: ${cause}${placeOf(sql, error)}`,
      { cause: error },
    )
  }
}

/** The line of the file at which PostgreSQL stumbled. */
function placeOf(sql: string, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN
  return Number.isFinite(position) ? ` (baris ${sql.slice(0, position).split('\n').length})` : ''
}
