import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { distributed, local, reference } from './table-kinds.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const column = async (sql: string, values: unknown[] = []): Promise<unknown[]> => {
  const { rows } = await database.admin.query({ text: sql, values, rowMode: 'array' })
  return rows.map((row) => row[0])
}

const tables = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`

describe('every table', () => {
  test('is distributed, reference or local', async () => {
    const listed = [...distributed, ...reference, ...local].sort()
    expect((await column(`${tables} order by 1`)).sort()).toEqual(listed)
  })

  test('has a comment, and so has every column of it', async () => {
    expect(
      await column(
        `${tables} and obj_description(c.oid, 'pg_class') is null and c.relname <> 'migrasi'`,
      ),
    ).toEqual([])
    expect(
      await column(
        `select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrasi' and col_description(c.oid, a.attnum) is null`,
        [[...distributed, ...reference, ...local]],
      ),
    ).toEqual([])
  })

  test('refuses DELETE and TRUNCATE to the application', async () => {
    expect(
      await column(
        `${tables} and (has_table_privilege('siks_app', c.oid, 'DELETE') or has_table_privilege('siks_app', c.oid, 'TRUNCATE'))`,
      ),
    ).toEqual([])
  })

  test('that holds registry rows refuses DELETE to the jobs too', async () => {
    const derived = ['fakta_keluarga']
    const open = await column(
      `${tables} and (has_table_privilege('siks_job', c.oid, 'DELETE') or has_table_privilege('siks_job', c.oid, 'TRUNCATE'))`,
    )
    expect(open.filter((name) => !derived.includes(String(name)))).toEqual([])
  })
})

describe('a distributed table', () => {
  test('begins every primary key, unique constraint and index of uniqueness with its partition', async () => {
    expect(
      await column(
        `select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace and i.indisunique
          and a.attname <> case when c.relname = 'nik_lokasi' then 'nik' else 'kab' end`,
        [distributed],
      ),
    ).toEqual([])
  })

  test('points by foreign key within its partition, or at a reference table', async () => {
    expect(
      await column(
        `select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.contype = 'f' and c.relname = any ($1) and not (a.attname = 'kab' and f.relname = any ($1)) and not f.relname = any ($2)`,
        [distributed, reference],
      ),
    ).toEqual([])
  })

  test('has no trigger of ours', async () => {
    expect(
      await column(
        `select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relname = any ($1)`,
        [[...distributed, ...reference]],
      ),
    ).toEqual([])
  })

  test('with personal data has row security enabled and forced', async () => {
    expect(
      await column(
        `${tables} and c.relname = any ($1) and c.relname <> 'nik_lokasi' and not (c.relrowsecurity and c.relforcerowsecurity)`,
        [distributed],
      ),
    ).toEqual([])
  })

  test('gives no rows to a role without an area', async () => {
    await database.admin.query(
      `insert into ruta (kab, wilayah, wilayah_tercatat) values (6474, 6474011006, 6474011006)`,
    )
    for (const pool of [database.app, database.job]) {
      const { rows } = await pool.query('select count(*)::int as n from ruta')
      expect(rows).toEqual([{ n: 0 }])
    }
  })

  test('is not readable at all where it has no row security', async () => {
    await expect(database.app.query('select * from nik_lokasi')).rejects.toThrow(
      'permission denied',
    )
  })
})

test('a pooled connection leaks no area to its next user', async () => {
  const client = await database.app.connect()
  try {
    await client.query(`begin; ${scopeStatements(cakupanOf(6474000000))}`)
    expect((await client.query('select count(*)::int as n from ruta')).rows).toEqual([{ n: 1 }])
    await client.query('commit')
    expect((await client.query('select count(*)::int as n from ruta')).rows).toEqual([{ n: 0 }])
  } finally {
    client.release()
  }
})

test('functions that act with other rights are on the reviewed list, with a fixed search path', async () => {
  const found = await column(
    `select p.proname from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`,
  )
  expect(found).toEqual([
    'akhiri_sesi',
    'akun_buat',
    'antrekan',
    'cari_nama',
    'dokumen_terbuka',
    'identitas_terisi',
    'nik_petugas_dipakai',
    'nik_terdaftar',
    'padanan_di_luar',
    'panggil_pengantar',
    'pemekaran_bawa',
    'pemekaran_bawa_tempat',
    'pemekaran_petugas',
    'pemekaran_siapkan',
    'pemekaran_tutup',
    'peringkat_bekukan',
    'tugas_di_luar',
    'usulan_bernik',
  ])
  expect(
    await column(`select p.proname from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
      and not exists (select from unnest(p.proconfig) s where s like 'search_path=%')`),
  ).toEqual([])
})

test('the sequencer adds to its own tables only, and the verifier reads only', async () => {
  const rights = (role: string) =>
    column(
      `select table_name || ' ' || string_agg(lower(privilege_type), ', ' order by privilege_type) from information_schema.role_table_grants
       where grantee = $1 and table_schema in ('public', 'masuk') group by table_name order by 1`,
      [role],
    )
  expect(await rights('siks_urut')).toEqual([
    'jejak select',
    'jejak_nomor insert, select',
    'jejak_posisi insert, select, update',
    'jejak_segel insert, select',
    'jejak_subjek insert, select',
  ])
  expect(await rights('siks_periksa')).toEqual([
    'jejak select',
    'jejak_nomor select',
    'jejak_posisi select',
    'jejak_segel select',
  ])
  expect(
    await column(
      `select table_name || '.' || column_name from information_schema.role_column_grants where grantee = 'siks_urut'
         and privilege_type = 'UPDATE' and table_name <> 'jejak_posisi'`,
    ),
  ).toEqual(['jejak_segel.luar_pada'])
})

test('the log is bound by row security, and no role of the application may change an entry', async () => {
  expect(
    await column(
      `${tables} and c.relname in ('jejak', 'jejak_subjek') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    ),
  ).toEqual([])
  expect(
    await column(
      `${tables} and c.relname like 'jejak%' and exists (select from unnest(array['siks_app', 'siks_job', 'siks_masuk']) r
         where has_table_privilege(r, c.oid, 'UPDATE') or has_table_privilege(r, c.oid, 'DELETE') or has_table_privilege(r, c.oid, 'TRUNCATE'))`,
    ),
  ).toEqual([])
})

test('a role cannot be shaken off: RESET ROLE stays with the application', async () => {
  const client = await database.app.connect()
  try {
    await client.query('reset role')
    expect((await client.query('select current_user as siapa')).rows).toEqual([
      { siapa: 'siks_app' },
    ])
  } finally {
    client.release()
  }
})
