/** Facts are derived as declared, and a ranking is the same whatever the order of entry. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf, type Tingkat, wilayahAt } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { insertRegions, insertRuta, type RutaUji } from '#test/peringkat-data.ts'
import { startRound } from './mulai.ts'
import { runRound } from './ronde.ts'
import { partsOfRound } from './ronde-sql.ts'

const villages = [6474011001, 6474011002, 6474021003, 6471010001, 6301010002]
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await insertRegions(database.admin, villages)
})
afterAll(() => database.close())

const alat = (signal?: AbortSignal) => ({
  pool: database.job,
  progress: () => {},
  ...(signal === undefined ? {} : { signal }),
})

async function begin(wilayah: number, periode: string, acuan = '2018-07-01'): Promise<string> {
  const started = await inScope(kyselyOf(database.app), cakupanOf(wilayah), (tx) =>
    startRound(tx, { model: 'bps-14-indikator', wilayah, periode, acuan, penggunaId: null }),
  )
  if (!started.ok) throw new Error(started.error.code)
  return started.value
}

async function ranked(wilayah: number, periode: string) {
  const id = await begin(wilayah, periode)
  const result = await runRound(alat(), cakupanOf(wilayah), id)
  if (!result.ok) throw new Error(result.error.code)
  const { rows } = await database.admin.query(
    `select f.*, h.*, k.nama_kepala as nama from peringkat_hasil h join keluarga k on k.id = h.keluarga_id
     join fakta_keluarga f on f.keluarga_id = h.keluarga_id and f.ronde_id = h.ronde_id
     where h.ronde_id = $1 order by k.nama_kepala`,
    [id],
  )
  return { id, rows, total: result.value }
}

describe('the facts of a family', () => {
  test('divide the house by all its members, count people, and follow the reference day', async () => {
    const house: RutaUji = {
      wilayah: villages[0] ?? 0,
      survei: { luas_lantai: 60, lantai: 2, aset_motor: 8 },
      keluarga: [
        {
          nama: 'A satu',
          survei: { pendapatan_kepala: 400_000, lahan_usaha: 300 },
          anggota: [
            {
              tanggalLahir: '1960-07-02',
              survei: { ijazah: 3, lapangan_usaha: 1, status_pekerjaan: 1 },
            },
            { tanggalLahir: '1958-07-01', survei: { jenis_cacat: 2 } },
            { tanggalLahir: '2013-07-02', survei: { jenis_cacat: 0 } },
            { umur: [16, '2016-06-30'] },
            { tanggalLahir: '2019-01-01' },
          ],
          kelayakan: [{ status: 'tidak_layak', tanggal: '2017-01-01', sampai: '2018-06-30' }],
        },
        {
          nama: 'A dua',
          survei: { pendapatan_kepala: 9_000_000 },
          anggota: [{ tanggalLahir: '1985-01-01', survei: { ijazah: 19 } }, {}, {}, {}],
          kelayakan: [{ status: 'layak', tanggal: '2018-01-01' }],
        },
      ],
    }
    await insertRuta(database.admin, house)
    const { rows } = await ranked(6474010000, '2018-T1')
    expect(rows).toMatchObject([
      {
        nama: 'A dua',
        jumlah_anggota: 4,
        jumlah_anggota_ruta: 9,
        luas_per_orang: 66,
        kepala_ijazah: 3,
        pendapatan_kepala: 400_000,
        lahan_usaha: 300,
        kelayakan: 1,
        jumlah_disabilitas: null,
      },
      {
        nama: 'A satu',
        jumlah_anggota: 5,
        jumlah_anggota_ruta: 9,
        luas_per_orang: 66,
        aset_motor: null,
        jumlah_lansia: 1,
        jumlah_balita: 1,
        jumlah_anak: 1,
        jumlah_usia_kerja: 2,
        jumlah_disabilitas: 1,
        jumlah_tanggungan: 2,
        kepala_umur: 57,
        kelayakan: 2,
      },
    ])
  })
})

const codes = fc.record({
  luas_lantai: fc.integer({ min: 8, max: 90 }),
  lantai: fc.integer({ min: 1, max: 9 }),
  dinding: fc.integer({ min: 1, max: 7 }),
  fasilitas_bab: fc.integer({ min: 1, max: 6 }),
  penerangan: fc.constantFrom(1, 4),
})
const houses: readonly RutaUji[] = fc
  .sample(fc.tuple(codes, fc.integer({ min: 1, max: 5 }), fc.nat(4), fc.nat(5)), {
    numRuns: 60,
    seed: 7,
  })
  .map(([survei, members, place, seed], i) => ({
    wilayah: villages[place] ?? 0,
    ...(seed === 0 ? {} : { survei }),
    keluarga: [
      {
        nama: `K${String(i).padStart(3, '0')}`,
        anggota: Array.from({ length: members }, (_, m) => ({
          tanggalLahir: `${1950 + ((i * 7 + m * 13) % 68)}-03-01`,
          survei: { ijazah: seed + 1, jenis_cacat: i % 11 === 0 ? 1 : 0 },
        })),
        ...(seed === 3 ? { kelayakan: [{ status: 'tidak_layak', tanggal: '2018-01-01' }] } : {}),
      },
    ],
  }))

type Row = Record<string, number> & { nama: string }
const ranksOf = (rows: readonly Row[]) =>
  rows.map((r) => [
    r.nama,
    r.kunci,
    r.peringkat_desa,
    r.peringkat_kecamatan,
    r.peringkat_kabkota,
    r.peringkat_provinsi,
    r.peringkat_nasional,
    r.desil,
    r.persentil,
  ])

describe('a ranking of the nation', () => {
  let first: Row[]
  beforeAll(async () => {
    for (const house of houses) await insertRuta(database.admin, house)
    first = (await ranked(0, '2018-T2')).rows
  }, 120_000)

  test('gives each family one more than the number strictly before it, at every level', () => {
    const levels: readonly Tingkat[] = ['desa', 'kecamatan', 'kabkota', 'provinsi', 'nasional']
    for (const r of first) {
      for (const level of levels) {
        const same = first.filter(
          (o) => wilayahAt(o.wilayah ?? 0, level) === wilayahAt(r.wilayah ?? 0, level),
        )
        const before = same.filter((o) => (o.kunci ?? 0) < (r.kunci ?? 0)).length
        expect(r[`peringkat_${level}`]).toBe(1 + before)
      }
      expect(r.desil).toBe(1 + Math.floor((((r.peringkat_nasional ?? 0) - 1) * 10) / first.length))
    }
    expect(first.at(-1)?.kunci).toBeDefined()
  })

  test('puts families judged not eligible last', () => {
    const judged = first.filter((r) => r.kelayakan === 3)
    const others = first.filter((r) => r.kelayakan !== 3)
    expect(judged.length).toBeGreaterThan(0)
    const worst = Math.max(...others.map((r) => r.peringkat_nasional ?? 0))
    for (const r of judged) expect(r.peringkat_nasional).toBeGreaterThan(worst)
  })

  test('is the same when the same families were entered in another order', async () => {
    const other = await testDatabase()
    try {
      await insertRegions(other.admin, villages)
      for (const house of houses.toReversed()) await insertRuta(other.admin, house)
      const here = database
      database = other
      const again = (await ranked(0, '2018-T2')).rows
      database = here
      const names = new Set(houses.flatMap((h) => h.keluarga.map((k) => k.nama)))
      const then = first.filter((r) => names.has(r.nama))
      expect(again.map((r: Row) => [r.nama, r.kunci])).toEqual(then.map((r) => [r.nama, r.kunci]))
      expect(again.length).toBe(houses.length)
      expect(new Set(again.map((r: Row) => r.peringkat_nasional)).size).toBeGreaterThan(5)
    } finally {
      await other.close()
    }
  })

  test('comes out the same when run again on unchanged data', async () => {
    expect(ranksOf((await ranked(0, '2018-T3')).rows)).toEqual(ranksOf(first))
  })
})

describe('a ranking', () => {
  test('of a kecamatan has no rank above it, and its totals add up', async () => {
    const { rows, total, id } = await ranked(6474010000, '2018-T4')
    expect(rows.every((r) => r.peringkat_kabkota === null && r.peringkat_nasional === null)).toBe(
      true,
    )
    expect(total.keluarga).toBe(rows.length)
    const { rows: recap } = await database.admin.query<{ n: number }>(
      'select sum(keluarga)::integer as n from peringkat_rekap where ronde_id = $1',
      [id],
    )
    expect(recap[0]?.n).toBe(rows.length)
  })

  test('that is stopped leaves nothing, and runs to its end the next time', async () => {
    const id = await begin(6474010000, '2019-T1')
    const stop = AbortSignal.abort(new Error('stopped'))
    await expect(runRound(alat(stop), cakupanOf(6474010000), id)).rejects.toThrow('stopped')
    const none = await database.admin.query('select from peringkat_hasil where ronde_id = $1', [id])
    expect(none.rowCount).toBe(0)
    const again = await runRound(alat(), cakupanOf(6474010000), id)
    expect(again.ok).toBe(true)
    const twice = await runRound(alat(), cakupanOf(6474010000), id)
    expect(twice).toEqual(again)
  })

  test('of an area without families says so', async () => {
    await insertRegions(database.admin, [7371010001])
    const id = await begin(7371000000, '2018-T1')
    const result = await runRound(alat(), cakupanOf(7371000000), id)
    expect(result).toMatchObject({ ok: false, error: { code: 'peringkat.tanpa_keluarga' } })
  })

  test('shows a reader only the families of their area, and never its parts directly', async () => {
    const seen = await inScope(kyselyOf(database.app), cakupanOf(6474011001), (tx) =>
      tx.selectFrom('peringkat_hasil').select('wilayah').distinct().execute(),
    )
    expect(seen.map((r) => r.wilayah)).toEqual([6474011001])
    const { rows } = await database.admin.query(
      `select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
       where i.inhparent in ('peringkat_hasil'::regclass, 'fakta_keluarga'::regclass)
         and (not c.relrowsecurity or has_table_privilege('siks_app', c.oid, 'select') or has_table_privilege('siks_job', c.oid, 'insert'))`,
    )
    expect(rows).toEqual([])
  })
})

describe('freezing takes over plain rows only', () => {
  const likes = (nama: string) => `create table %s (like ${nama})`
  test.each([
    ['nothing', []],
    ['an index', [likes('fakta_keluarga'), 'create index on %s (wilayah)']],
    ['a default', [likes('fakta_keluarga'), 'alter table %s alter rt set default 1']],
    ['a check', [likes('fakta_keluarga'), 'alter table %s add check (rt > 0)']],
    ['a missing column', [likes('fakta_keluarga'), 'alter table %s drop column rt']],
    ['one column more', [likes('fakta_keluarga'), 'alter table %s add lain integer']],
    ['another type', [likes('fakta_keluarga'), 'alter table %s alter rt type integer']],
    ['rows without log', ['create unlogged table %s (like fakta_keluarga)']],
  ])('not %s', async (_, statements) => {
    const id = await begin(6474000000, '2018-T2')
    const { fakta } = partsOfRound(id)
    const client = await database.job.connect()
    try {
      await client.query('begin')
      for (const statement of statements) await client.query(statement.replace('%s', fakta))
      await expect(client.query('select peringkat_bekukan($1)', [id])).rejects.toThrow(
        'this ranking',
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
