import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { quote, tablesOf } from './catalog.ts'
import { restore } from './read.ts'
import { backup } from './write.ts'

const NOW = new Date('2018-07-01T00:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'siks-cadangan-'))
let source: TestDatabase
const opened: TestDatabase[] = []

beforeAll(async () => {
  source = await fresh({ regions: true })
  await source.admin.query(FILL)
})
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()))
  rmSync(folder, { recursive: true, force: true })
})

async function fresh(options: { regions?: boolean } = {}): Promise<TestDatabase> {
  const database = await testDatabase(options)
  opened.push(database)
  return database
}

/** Rows with everything that copies badly: quotes, tabs, line breaks, backslashes, nulls, fractions, arrays. */
const FILL = `
  create table public.uji_bulanan (id bigint generated always as identity, hari date not null, isi text) partition by range (hari);
  create table public.uji_bulanan_juli partition of public.uji_bulanan for values from ('2018-07-01') to ('2018-08-01');
  insert into public.uji_bulanan (hari, isi) select '2018-07-15', E'baris\\n' || n from generate_series(1, 50) n;
  insert into pengguna (nama) values ('Uji'), (E'Nama\\tganjil \\\\N "kutip" ''dua'' 漢字 🌾');
  insert into jejak (operasi, pengguna_id, subjek) select 'keluarga.lihat', id, '[{"jenis":"keluarga","id":"a\\nb"}]' from pengguna;
  insert into ruta (kab, wilayah, wilayah_tercatat, rt, alamat, lintang, bujur)
    select 6474, 6474011001, 6474011001, n % 40, E'Jl. A\\\\B\\n' || n, n / 3.0, null from generate_series(1, 2000) n;
  insert into keluarga (kab, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari)
    select kab, id, wilayah, wilayah_tercatat, rt, '', '\\N' from ruta;
  insert into pekerjaan (jenis, judul, lo, hi) values ('impor.jalankan', 'Menunggu', 0, 9999999999);
`

/** Count and hash of every table's rows, whatever their order. */
async function contentsOf(pool: pg.Pool): Promise<Record<string, string>> {
  const client = await pool.connect()
  try {
    const contents: Record<string, string> = {}
    for (const { schema, name } of await tablesOf(client)) {
      const { rows } = await client.query(
        `select count(*) || ':' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '') as isi
         from ${quote(schema)}.${quote(name)} t`,
      )
      contents[`${schema}.${name}`] = rows[0].isi
    }
    return contents
  } finally {
    client.release()
  }
}

/** A target needs the table that the test added beside the migrations; its partition comes from the backup. */
const addParent = (database: TestDatabase) =>
  database.admin.query(
    'create table public.uji_bulanan (id bigint generated always as identity, hari date not null, isi text) partition by range (hari)',
  )

test('a backup made while rows arrive is one moment, and a restore brings every table back the same', async () => {
  const data = join(folder, 'data')
  mkdirSync(join(data, 'bukti'), { recursive: true })
  writeFileSync(join(data, 'bukti', 'foto.bin'), Buffer.from([0, 1, 2, 255]))
  writeFileSync(join(data, 'kata-sandi'), 'rahasia')
  const before = await contentsOf(source.admin)
  let writing = true
  const writer = (async () => {
    while (writing) await source.admin.query("insert into jejak (operasi) values ('sambil.jalan')")
  })()
  const goal = join(folder, 'satu')
  const manifest = await backup({ url: source.url, folder: goal, dataFolder: data, now: NOW })
  writing = false
  await writer

  const target = await fresh()
  await addParent(target)
  const dataTarget = join(folder, 'data-tujuan')
  await restore({ url: target.url, folder: goal, dataFolder: dataTarget })
  const after = await contentsOf(target.admin)
  const rows = Object.fromEntries(
    manifest.tables.map((table) => [`${table.schema}.${table.name}`, table.rows]),
  )
  for (const [name, content] of Object.entries(after)) {
    expect(Number(content.split(':')[0]), name).toBe(rows[name])
    if (name !== 'public.jejak') expect(content, name).toBe(before[name])
  }
  expect(readFileSync(join(dataTarget, 'bukti', 'foto.bin'))).toEqual(Buffer.from([0, 1, 2, 255]))
  expect(existsSync(join(goal, 'berkas', 'kata-sandi'))).toBe(false)
  await expectAlive(target)
})

/** Numbers go on where they stopped, foreign keys hold again, and queued work is queued. */
async function expectAlive(target: TestDatabase): Promise<void> {
  const next = await target.admin.query(
    "insert into jejak (operasi) values ('x') returning id > (select max(id) from jejak) as maju",
  )
  expect(next.rows[0].maju).toBe(true)
  await expect(
    target.admin.query(
      "insert into keluarga (kab, ruta_id, wilayah, wilayah_tercatat, nama_kepala, nama_kepala_cari) values (1, gen_random_uuid(), 1, 1, '', '')",
    ),
  ).rejects.toThrow(/foreign key/)
  const queued = await target.admin.query('select count(*)::int as n from graphile_worker.jobs')
  expect(queued.rows[0].n).toBe(1)
}

test('the folder is for us alone and nothing half-made remains beside it', () => {
  expect(statSync(join(folder, 'satu')).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('an existing folder is never overwritten', async () => {
  await expect(backup({ url: source.url, folder: join(folder, 'satu'), now: NOW })).rejects.toThrow(
    /sudah ada/,
  )
})

test('a database that holds data is not restored over', async () => {
  await expect(restore({ url: source.url, folder: join(folder, 'satu') })).rejects.toThrow(
    /tidak kosong/,
  )
})

test('a backup of another version is refused', async () => {
  const target = await fresh()
  await target.admin.query("insert into migrasi values (9999, '9999-lain', 'x')")
  await expect(restore({ url: target.url, folder: join(folder, 'satu') })).rejects.toThrow(
    /versi lain/,
  )
})

test('a damaged file is noticed and leaves the database empty', async () => {
  const target = await fresh()
  await addParent(target)
  const damaged = join(folder, 'satu', 'public.ruta.copy.zst')
  const whole = readFileSync(damaged)
  const broken = Buffer.from(whole)
  broken.writeUInt8(broken.readUInt8(whole.length - 40) ^ 0xff, whole.length - 40)
  writeFileSync(damaged, broken)
  await expect(restore({ url: target.url, folder: join(folder, 'satu') })).rejects.toThrow()
  writeFileSync(damaged, whole)
  const { rows } = await target.admin.query('select count(*)::int as n from pengguna')
  expect(rows[0].n).toBe(0)
})

test('a folder without a manifest is not a backup', async () => {
  appendFileSync(join(folder, 'catatan.txt'), 'bukan cadangan')
  await expect(restore({ url: source.url, folder })).rejects.toThrow(/manifest/)
})

test('a database that was never migrated is refused, and no folder appears', async () => {
  const empty = await testDatabase({ empty: true })
  opened.push(empty)
  const goal = join(folder, 'kosong')
  await expect(backup({ url: empty.url, folder: goal, now: NOW })).rejects.toThrow(/masih kosong/)
  expect([existsSync(goal), existsSync(`${goal}.tmp`)]).toEqual([false, false])
})
