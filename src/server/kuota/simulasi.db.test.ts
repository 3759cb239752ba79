import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Calon, decide, lineOf, type Pilihan } from '#domain/kuota/potong.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope, scopeStatements } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import {
  idUji,
  insertBontang,
  insertFamilies,
  insertRastra,
  insertRound,
  type KeluargaUji,
  kunciUji,
} from '#test/kuota-data.ts'
import { decisionRows } from './keputusan.ts'
import { type PilihanMasuk, prepare, type Simulasi, simulate } from './simulasi.ts'

const bontang = 6474000000
let database: TestDatabase
let villages: readonly number[]

beforeAll(async () => {
  database = await testDatabase()
  villages = await insertBontang(database.admin)
})
afterAll(() => database.close())

const village = (n: number): number => villages[n % villages.length] ?? bontang

type Scene = { readonly all: readonly KeluargaUji[]; readonly quota: number }
type Seen = { readonly simulasi: Simulasi; readonly decisions: Record<string, string> }

/** Writes a scene, looks at it as the application does, and leaves nothing behind. */
async function look(
  { all, quota }: Scene,
  pilihan: Omit<PilihanMasuk, 'id'>,
  split?: ReadonlyMap<number, number>,
): Promise<Seen> {
  const client = await database.admin.connect()
  try {
    await client.query('begin')
    await insertFamilies(client, all)
    await insertRound(client, bontang, all)
    const id = await insertRastra(client, bontang, quota)
    if (split) {
      const bagian = [...split].map(([wilayah, jumlah]) => ({ wilayah, jumlah }))
      await client.query(
        `insert into kuota_pembagian (kuota_id, lo, hi, versi, metode, bagian, alasan) values ($1, 6474000000, 6475000000, 1, 'manual', $2, 'uji')`,
        [id, JSON.stringify(bagian)],
      )
    }
    await client.query(`set local role siks_app; ${scopeStatements(cakupanOf(6474000000))}`)
    return await seen(kyselyOf(singleClient(client)), { ...pilihan, id })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A pool of exactly this client, inside its transaction. */
const singleClient = (client: pg.PoolClient): pg.Pool =>
  ({
    connect: async () => ({ query: client.query.bind(client), release: () => {} }),
    end: async () => {},
  }) as unknown as pg.Pool

async function seen(tx: Kysely<DB>, pilihan: PilihanMasuk): Promise<Seen> {
  const siap = await prepare(tx, cakupanOf(bontang), pilihan)
  if (!siap.ok) throw new Error(siap.error.code)
  const simulasi = await simulate(tx, siap.value)
  const rows = await decisionRows(tx, simulasi, {}, null)
  const decisions = Object.fromEntries(rows.map((r) => [r.id, `${r.keputusan}/${r.alasan}`]))
  return { simulasi, decisions }
}

const stays: Pilihan = { aturan: 'tidak_menggeser', tidakLayakKeluar: false }
const ranks: Pilihan = { aturan: 'peringkat_menentukan', tidakLayakKeluar: false }

test('Bontang, July 2018: 9.232 registered, 5.098 receive, room for 5.725, so 627 enter', async () => {
  const all = Array.from(
    { length: 9232 },
    (_, i): KeluargaUji => ({
      id: idUji(i),
      wilayah: village(i),
      menerima: i % 9232 < 5098,
      kunci: kunciUji((i * 7) % 13, i),
      terpenuhi: (i * 7) % 13,
    }),
  )
  const { simulasi, decisions } = await look({ all, quota: 5725 }, stays)
  expect(simulasi.ringkasan).toMatchObject({
    terdaftar: 9232,
    menerima: 5098,
    terdaftarBelumMenerima: 4134,
    kuota: 5725,
    kuotaKosong: 627,
    tetap: 5098,
    masuk: 627,
    keluar: 0,
    belumMenerimaSesudah: 3507,
    tidakTerisi: 0,
  })
  expect(simulasi.halangan).toEqual([])
  expect(Object.values(decisions).filter((d) => d.startsWith('masuk'))).toHaveLength(627)
  expect(simulasi.wilayah).toHaveLength(15)
})

test('a list of 14 indicators without tie-breakers stops at the line and says how many are equal', async () => {
  const all = Array.from(
    { length: 300 },
    (_, i): KeluargaUji => ({
      id: idUji(i),
      wilayah: village(i),
      menerima: i < 100,
      kunci: kunciUji(i % 10),
    }),
  )
  const { simulasi, decisions } = await look({ all, quota: 125 }, stays)
  expect(simulasi.garis[0]).toMatchObject({ tempat: 25, lebihBaik: 20, sama: 20, sisa: 5 })
  expect(simulasi.ringkasan).toMatchObject({
    masuk: 20,
    seri: 20,
    sisaSeri: 5,
    belumMenerimaSesudah: 175,
  })
  expect(simulasi.halangan.map((p) => p.code)).toEqual(['kuota.seri_belum_diputuskan'])
  expect(Object.values(decisions).filter((d) => d === 'seri/seri')).toHaveLength(20)
})

test('rank decides: the receiver ranked lowest is displaced', async () => {
  const all: KeluargaUji[] = [
    { id: idUji(1), wilayah: village(0), kunci: kunciUji(9) },
    { id: idUji(2), wilayah: village(0), kunci: kunciUji(5), menerima: true },
    { id: idUji(3), wilayah: village(1), kunci: kunciUji(2), menerima: true },
  ]
  const { simulasi, decisions } = await look({ all, quota: 2 }, ranks)
  expect(decisions).toEqual({
    [idUji(1)]: 'masuk/peringkat',
    [idUji(2)]: 'tetap/di_garis',
    [idUji(3)]: 'keluar/peringkat',
  })
  expect(simulasi.ringkasan).toMatchObject({ tetap: 1, masuk: 1, keluar: 1 })
})

test('a quota below the receivers is shown as too small when none may be displaced', async () => {
  const all = [1, 2, 3].map(
    (n): KeluargaUji => ({ id: idUji(n), wilayah: village(0), kunci: n, menerima: true }),
  )
  const { simulasi } = await look({ all, quota: 2 }, stays)
  expect(simulasi.ringkasan).toMatchObject({ tetap: 3, kelebihan: 1 })
  expect(simulasi.halangan.map((p) => p.code)).toEqual(['kuota.kelebihan'])
})

test('shares by registered families add up to the quota and draw a line per kelurahan', async () => {
  const all = Array.from(
    { length: 400 },
    (_, i): KeluargaUji => ({
      id: idUji(i),
      wilayah: village(Math.floor(Math.sqrt(i / 2))),
      menerima: i % 3 === 0,
      kunci: kunciUji(i % 11, i),
    }),
  )
  const { simulasi } = await look({ all, quota: 250 }, { ...stays, metode: 'terdaftar' })
  expect(simulasi.garis).toHaveLength(15)
  expect(simulasi.garis.reduce((sum, g) => sum + g.kuota, 0) + simulasi.belumDibagi).toBe(250)
  for (const g of simulasi.garis) {
    const w = simulasi.wilayah.find((one) => one.wilayah === g.kelompok)
    expect((w?.tetap ?? 0) + (w?.masuk ?? 0)).toBe(g.kuota)
  }
})

const anyFamily = fc.record({
  kunci: fc.option(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant(kunciUji(3, 0, 3))), {
    nil: null,
    freq: 8,
  }),
  menerima: fc.boolean(),
  aktif: fc.boolean().map((b) => b || true),
  ended: fc.integer({ min: 0, max: 9 }),
  place: fc.integer({ min: 0, max: 2 }),
})
const anyScene = fc.record({
  families: fc.array(anyFamily, { minLength: 1, maxLength: 40 }),
  quota: fc.integer({ min: 0, max: 25 }),
  pilihan: fc.record({
    aturan: fc.constantFrom('tidak_menggeser' as const, 'peringkat_menentukan' as const),
    tidakLayakKeluar: fc.boolean(),
  }),
  split: fc.boolean(),
})

test('SQL decides every family as the pure rule does, whatever the order of entry', async () => {
  await fc.assert(
    fc.asyncProperty(anyScene, async ({ families, quota, pilihan, split }) => {
      const all = families.map(
        (k, i): KeluargaUji => ({
          id: idUji(i),
          wilayah: village(k.place),
          kunci: k.kunci,
          menerima: k.menerima,
          aktif: k.ended > 0,
        }),
      )
      const shares = new Map([0, 1, 2].map((n) => [village(n), Math.floor(quota / 3)]))
      const choice = { ...pilihan, metode: split ? ('tersimpan' as const) : ('tanpa' as const) }
      const { decisions, simulasi } = await look(
        { all: [...all].reverse(), quota },
        choice,
        split ? shares : undefined,
      )
      const calon = all.map(
        (k): Calon => ({
          id: k.id,
          kelompok: split ? k.wilayah : bontang,
          kunci: k.kunci,
          menerima: k.menerima ?? false,
          aktif: k.aktif ?? true,
        }),
      )
      const expected = calon
        .filter((c) => c.aktif || c.menerima)
        .map((c) => {
          const line = lineOf(
            c.kelompok,
            split ? (shares.get(c.kelompok) ?? 0) : quota,
            calon,
            pilihan,
          )
          const { keputusan, alasan } = decide(c, line, pilihan, null)
          return [c.id, `${keputusan}/${alasan}`]
        })
      expect(decisions).toEqual(Object.fromEntries(expected))
      const { tetap, masuk, sisaSeri, kelebihan } = simulasi.ringkasan
      expect(tetap + masuk + sisaSeri).toBeLessThanOrEqual(quota + kelebihan)
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('a reader of one kelurahan cannot simulate the quota of the city', async () => {
  const id = await insertRastra(database.admin, bontang, 10)
  const own = cakupanOf(village(0))
  const app = kyselyOf(database.app)
  const siap = await inScope(app, own, (tx) => prepare(tx, own, { ...stays, id }))
  expect(siap).toMatchObject({ ok: false, error: { code: 'kuota.luar_wilayah' } })
  const elsewhere = cakupanOf(6301000000)
  const hidden = await inScope(app, elsewhere, (tx) => prepare(tx, elsewhere, { ...stays, id }))
  expect(hidden).toMatchObject({ ok: false, error: { code: 'tidak.ada' } })
})
