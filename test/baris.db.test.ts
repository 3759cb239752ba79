/** Row security found from the catalogue: every table the application can reach, not a list by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { makeFamily } from './families.ts'

/** Tables without row security that the application may read, each with the reason why that is no person of an area. */
const terbuka: Readonly<Record<string, string>> = {
  wilayah: 'regions are public',
  wilayah_lama: 'former codes are public',
  kebijakan: 'texts of policy are public',
  pengaturan: 'settings of the installation',
  pengguna:
    'names of officers, shown beside what they did; their own numbers are in pengguna_identitas',
  pakta: 'which officer accepted which pledge',
  undangan: 'one-time links as hashes, no person of the registry',
  perintah: 'commands of officers by id, looked up by officer and id alone',
  liga_kunjungan: 'counts and values per kab/kota and month, open to all',
}

/** Tables whose history nobody may change: INSERT and SELECT only, for the application and the jobs. */
const hanyaTambah: readonly string[] = [
  'berkas',
  'berkas_isi',
  'usulan_riwayat',
  'gabung_langkah',
  'gabung_baris',
  'padanan_label',
  'surat_tanpa_nik',
  'pengaman_catatan',
  'kunjungan',
  'kiriman_usulan',
  'hasil_pusat',
  'hasil_pusat_baris',
  'musyawarah_keputusan',
  'musyawarah_meterai',
  'musyawarah_tanda',
  'survei_ruta',
  'survei_keluarga',
  'survei_individu',
  'impor_temuan',
  'keadaan_dukcapil',
  'perubahan',
  'kelayakan',
  'peringkat_luar',
  'fakta_keluarga',
  'peringkat_hasil',
  'peringkat_rekap',
  'kuota',
  'kuota_pembagian',
  'kuota_putusan',
  'kuota_putusan_baris',
  'daftar',
  'daftar_baris',
  'daftar_penetapan',
  'rekap_nihil',
  'pemekaran_tempat',
  'kalender_geser',
  'masa_rawan',
  'jejak',
  'jejak_subjek',
  'kata_nama',
  'kebijakan',
  'penugasan_riwayat',
  'serah_terima',
  'serah_terima_butir',
  'pakta',
  'padanan_putusan',
]

const tabel = `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await makeFamily(database.admin, {
    wilayah: 6474011006,
    rt: 1,
    kepala: 'AMIR',
    anggota: [{ nama: 'AMIR', nik: '9974011503650001' }],
    menerima: ['rastra'],
  })
})
afterAll(() => database.close())

const column = async (sql: string, values: unknown[] = []): Promise<string[]> => {
  const { rows } = await database.admin.query<string[]>({ text: sql, values, rowMode: 'array' })
  return rows.map((row) => String(row[0]))
}

/** All that a role may SELECT from, in part or whole. */
const terbaca = (peran: string): Promise<string[]> =>
  column(`${tabel} and has_any_column_privilege($1, c.oid, 'SELECT') order by 1`, [peran])

describe.each(['siks_app', 'siks_job'])('what %s may read', (peran) => {
  test('has row security enabled and forced, or a reviewed reason not to', async () => {
    const bebas = await column(
      `${tabel} and has_any_column_privilege($1, c.oid, 'SELECT') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
      [peran],
    )
    const alasan = [
      ...Object.keys(terbuka),
      ...(peran === 'siks_job' ? ['nik_lokasi', 'kata_nama'] : []),
    ]
    expect(bebas.filter((name) => !alasan.includes(name))).toEqual([])
  })

  test('gives no rows before an area is set, whatever table', async () => {
    const pool = peran === 'siks_app' ? database.app : database.job
    for (const name of await terbaca(peran)) {
      if (name in terbuka || name === 'nik_lokasi' || name === 'kata_nama') continue
      const { rows } = await pool.query(`select 1 from ${name} limit 1`)
      expect([name, rows.length]).toEqual([name, 0])
    }
  })
})

test('every policy of the application reads the area, the officer, or all of what it protects', async () => {
  const lain = await column(
    `select c.relname || '.' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
     where 'siks_app'::regrole = any (p.polroles) and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) !~ 'app\\.(lo|pengguna)'
     order by 1`,
  )
  // Rows that whoever gives them may add: to the log, and a new officer's own numbers. Nobody reads by that.
  expect(lain).toEqual(['jejak.tulis', 'pengguna_identitas.baru'])
  expect(
    await column(
      `select polrelid::regclass || '.' || polname from pg_policy where polname in ('tulis', 'baru') and polcmd <> 'a'`,
    ),
  ).toEqual([])
})

test('no policy takes a missing list for all, and none holds a sub-select', async () => {
  const syarat = `concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid))`
  expect(
    await column(
      `select polrelid::regclass || '.' || polname from pg_policy where ${syarat} ~* 'coalesce\\(current_setting\\(''app\\.(rt|keluarga)' or ${syarat} ~* '\\mselect\\M'`,
    ),
  ).toEqual([])
})

test('every table that says which family a row is about keeps it from who may not see that family', async () => {
  expect(
    await column(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'keluarga_id' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not exists (
         select from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) ~ 'app\\.(keluarga|ruta)' and pg_get_expr(p.polqual, p.polrelid) ~ 'app\\.rt')`,
    ),
  ).toEqual([])
})

test('a table of history takes rows and gives none back', async () => {
  const berubah = await column(
    `${tabel} and c.relname = any ($1) and exists (select from unnest(array['siks_app', 'siks_job']) r
       where has_any_column_privilege(r, c.oid, 'UPDATE') or has_table_privilege(r, c.oid, 'DELETE'))`,
    [hanyaTambah],
  )
  expect(berubah).toEqual([])
  for (const role of [database.app, database.job])
    for (const name of ['kelayakan', 'survei_ruta', 'perubahan', 'daftar_baris', 'jejak'])
      await expect(role.query(`update ${name} set wilayah = 0`)).rejects.toThrow(
        'permission denied',
      )
})

test('a table that says it is append-only is on the list', async () => {
  const mengaku = await column(
    `${tabel} and obj_description(c.oid, 'pg_class') ~ 'append-only' and (has_any_column_privilege('siks_app', c.oid, 'SELECT') or has_any_column_privilege('siks_job', c.oid, 'SELECT')) order by 1`,
  )
  expect(mengaku.filter((name) => !hanyaTambah.includes(name) && !(name in tertunda))).toEqual([])
})

/** Append-only by their comment, with a status that one reviewed column grant may set. */
const tertunda: Readonly<Record<string, string>> = {
  impor_pengguna: 'files of officers: nothing but INSERT is granted',
  tautan_segel: 'sealed links: nothing but INSERT is granted',
}

test('who signs people in may read nothing of the registry', async () => {
  const boleh = ['pengguna', 'penugasan', 'undangan', 'pakta', 'pengaturan', 'wilayah']
  expect((await terbaca('siks_masuk')).filter((name) => !boleh.includes(name))).toEqual([])
})

describe('a pooled connection', () => {
  const heads = 'select count(*)::int as n from keluarga'
  const sempit = { ...cakupanOf(6474011006), rt: [1], keluarga: [], ruta: [] }

  test.each(['commit', 'rollback', 'an error and rollback'])(
    'leaks nothing to its next user after %s',
    async (akhir) => {
      const client = await database.app.connect()
      try {
        await client.query(`begin; ${scopeStatements(cakupanOf(6474000000))}`)
        expect((await client.query(heads)).rows).toEqual([{ n: 1 }])
        if (akhir.startsWith('an error')) await client.query('select 1 / 0').catch(() => {})
        await client.query(akhir === 'commit' ? 'commit' : 'rollback')
        expect((await client.query(heads)).rows).toEqual([{ n: 0 }])
        const left = await client.query<Record<string, string>>(
          `select ${['lo', 'hi', 'rt', 'keluarga', 'ruta', 'pengguna'].map((s) => `coalesce(current_setting('app.${s}', true), '') as ${s}`).join(', ')}`,
        )
        expect(new Set(Object.values(left.rows[0] ?? {}))).toEqual(new Set(['']))
      } finally {
        client.release()
      }
    },
  )

  test('gives the next user their own area, not the narrower one before', async () => {
    const client = await database.app.connect()
    try {
      await client.query(`begin; ${scopeStatements(sempit)}`)
      expect((await client.query(heads)).rows).toEqual([{ n: 0 }])
      await client.query(`rollback; begin; ${scopeStatements(cakupanOf(6474011006))}`)
      expect((await client.query(heads)).rows).toEqual([{ n: 1 }])
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})
