import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canonicalText, kolomBaris, kolomKepala } from '#domain/kuota/kanonik.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import {
  idUji,
  insertBontang,
  insertFamilies,
  insertRound,
  type KeluargaUji,
  kunciUji,
} from '#test/kuota-data.ts'
import { freeze, type Pembekuan } from './beku.ts'
import { listHeads, listRows, recomputeHash } from './daftar.ts'
import { insertDecision } from './seri.ts'
import { type PilihanMasuk, prepare, type Simulasi, simulate } from './simulasi.ts'

const bontang = 6474000000
const area = cakupanOf(bontang)
let database: TestDatabase
let app: Kysely<DB>
let officer: string
let villages: readonly number[]
let kuota: string

beforeAll(async () => {
  database = await testDatabase()
  app = kyselyOf(database.app)
  villages = await insertBontang(database.admin)
  const made = await database.admin.query<{ id: string }>(
    `insert into pengguna (nama) values ('Budi, verifikator Bontang') returning id`,
  )
  officer = made.rows[0]?.id ?? ''
  const all = Array.from(
    { length: 120 },
    (_, i): KeluargaUji => ({
      id: idUji(i),
      wilayah: villages[i % 15] ?? bontang,
      nama: i === 7 ? 'D\'Souza "Ana"\tbin Läut \u2028 \\ é' : `Kepala ${i}`,
      rt: (i % 4) + 1,
      menerima: i < 40,
      kunci: kunciUji(i % 10),
      terpenuhi: i % 10,
      bitTerpenuhi: 2 ** (i % 10) - 1,
    }),
  )
  await insertFamilies(database.admin, all)
  await insertRound(database.admin, bontang, all)
})
afterAll(() => database.close())

beforeEach(async () => {
  // A quota of its own per test: by rank 50 places, 40 receivers stay, 10 free; 8 equal at the line.
  await database.admin.query('update penerimaan set sampai = null')
  const made = await database.admin.query<{ id: string }>(
    `insert into kuota (program, wilayah, lo, hi, dari, jumlah, sumber)
     values ('rastra', $1, $2, $3, date '2018-07-01' + (select count(*)::int from kuota), 50, 'uji') returning id`,
    [bontang, area.lo, area.hi],
  )
  kuota = made.rows[0]?.id ?? ''
})

const inBontang = <T>(work: (tx: Kysely<DB>) => Promise<T>): Promise<T> => inScope(app, area, work)

const choice = (): PilihanMasuk => ({
  id: kuota,
  aturan: 'tidak_menggeser',
  tidakLayakKeluar: false,
})

async function ready(tx: Kysely<DB>) {
  const siap = await prepare(tx, area, choice())
  if (!siap.ok) throw new Error(siap.error.code)
  return siap.value
}

const simulated = (): Promise<Simulasi> => inBontang(async (tx) => simulate(tx, await ready(tx)))

/** Decides the tie at the line for the first of the equals. */
async function decideTie(): Promise<void> {
  await inBontang(async (tx) => {
    const siap = await ready(tx)
    const { garis } = await simulate(tx, siap)
    const line = garis[0]
    if (!line) throw new Error('no line')
    const tied = await database.admin.query<{ kab: number; id: string }>(
      `select kab, keluarga_id as id from peringkat_hasil h where kunci = $1 and not exists (
         select from penerimaan p where p.keluarga_id = h.keluarga_id and p.sampai is null) limit $2`,
      [line.kunci, line.sisa],
    )
    const decision = {
      masuk: tied.rows,
      alasan: 'rumah roboh',
      penggunaId: officer,
      peran: 'verifikator',
      pada: new Date(),
    }
    expect(await insertDecision(tx, siap.skenario, line, decision)).not.toBeNull()
  })
}

async function freezeNow(order: Partial<Pembekuan> = {}) {
  const { sidik } = await simulated()
  return inScope(
    app,
    area,
    async (tx) =>
      freeze(tx, await ready(tx), {
        sidik,
        menggantikan: null,
        alasan: null,
        penggunaId: officer,
        peran: 'verifikator',
        pada: new Date('2018-07-24T03:00:00Z'),
        ...order,
      }),
    (result) => result.ok,
  )
}

async function frozen(order: Partial<Pembekuan> = {}) {
  const result = await freezeNow(order)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('a list with equals at the line cannot be frozen before a person has decided', async () => {
  expect(await freezeNow()).toMatchObject({
    ok: false,
    error: { code: 'kuota.seri_belum_diputuskan', details: { jumlah: 8, sisa: 2 } },
  })
  await decideTie()
  expect(await freezeNow()).toMatchObject({ ok: true, value: { versi: 1, jumlahBaris: 120 } })
})

test('a decision must fill exactly the places left, from the equals alone', async () => {
  const wrong = (masuk: { kab: number; id: string }[]) =>
    inScope(
      app,
      area,
      async (tx) => {
        const siap = await ready(tx)
        const line = (await simulate(tx, siap)).garis[0]
        if (!line) throw new Error('no line')
        const decision = {
          masuk,
          alasan: 'coba',
          penggunaId: officer,
          peran: 'verifikator',
          pada: new Date(),
        }
        return insertDecision(tx, siap.skenario, line, decision)
      },
      (id) => id !== null,
    )
  expect(await wrong([])).toBeNull()
  expect(
    await wrong([
      { kab: 6474, id: idUji(0) },
      { kab: 6474, id: idUji(1) },
    ]),
  ).toBeNull()
})

test('a decision no longer holds when the equals have changed', async () => {
  await decideTie()
  expect((await simulated()).halangan).toEqual([])
  // One more receiver leaves: one place more, and he stands at some key himself.
  await database.admin.query(`update penerimaan set sampai = '2018-07-02' where keluarga_id = $1`, [
    idUji(8),
  ])
  expect((await simulated()).halangan.map((p) => p.code)).toEqual(['kuota.seri_belum_diputuskan'])
})

test('the hash is recomputed from the rows, by the documented text', async () => {
  await decideTie()
  const { id, hash } = await frozen()
  await inBontang(async (tx) => {
    const [head] = await listHeads(tx, area, { id })
    if (!head) throw new Error('no list')
    expect(await recomputeHash(tx, head)).toEqual({
      cocok: true,
      hash,
      dihitung: hash,
      jumlahBaris: 120,
    })
    const { rows } = await database.admin.query(
      'select * from daftar_baris where daftar_id = $1 order by nomor',
      [id],
    )
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    const lines = rows.map((row) => sha(canonicalText(kolomBaris, row)))
    expect(rows.map((row) => row.hash)).toEqual(lines)
    expect(sha([canonicalText(kolomKepala, head), ...lines].join('\n'))).toBe(hash)
  })
})

test('a changed row is noticed', async () => {
  await decideTie()
  const { id } = await frozen()
  await database.admin.query(
    `update daftar_baris set nama_kepala = 'Lain' where daftar_id = $1 and nomor = 3`,
    [id],
  )
  const checked = await inBontang(async (tx) => {
    const [head] = await listHeads(tx, area, { id })
    if (!head) throw new Error('no list')
    return recomputeHash(tx, head)
  })
  expect(checked.cocok).toBe(false)
})

test('the application may neither change nor delete what is frozen, decided or set', async () => {
  await decideTie()
  const { id } = await frozen()
  for (const table of [
    'daftar',
    'daftar_baris',
    'kuota',
    'kuota_pembagian',
    'kuota_putusan',
    'kuota_putusan_baris',
  ]) {
    for (const role of [database.app, database.job]) {
      await expect(role.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
      const column = await role.query(
        `select attname from pg_attribute where attrelid = $1::regclass and attnum = 1`,
        [table],
      )
      const name = column.rows[0]?.attname
      await expect(role.query(`update ${table} set ${name} = ${name}`)).rejects.toThrow(
        /permission denied/,
      )
    }
  }
  expect(id).toHaveLength(36)
})

test('later data do not change a frozen list', async () => {
  await decideTie()
  const { id, hash } = await frozen()
  await database.admin.query(`update keluarga set nama_kepala = 'Nama Baru' where id = $1`, [
    idUji(3),
  ])
  await database.admin.query(`update penerimaan set sampai = '2018-07-02'`)
  const after = await inBontang(async (tx) => {
    const [head] = await listHeads(tx, area, { id })
    if (!head) throw new Error('no list')
    return { ...(await recomputeHash(tx, head)), ringkasan: head.ringkasan }
  })
  expect(after).toMatchObject({ cocok: true, hash, ringkasan: { tetap: 40, masuk: 10 } })
  await database.admin.query(`update keluarga set nama_kepala = 'Kepala 3' where id = $1`, [
    idUji(3),
  ])
})

test('what was not shown is not frozen', async () => {
  await decideTie()
  const { sidik } = await simulated()
  await database.admin.query(`update penerimaan set sampai = '2018-07-02' where keluarga_id = $1`, [
    idUji(9),
  ])
  expect(await freezeNow({ sidik })).toMatchObject({ ok: false })
})

test('a second list supersedes the first with a reason, and never edits it', async () => {
  await decideTie()
  const first = await frozen()
  expect(await freezeNow()).toMatchObject({
    ok: false,
    error: {
      code: 'versi.berubah',
      benturan: [
        {
          versi: first.id,
          oleh: { peran: { id: 'Verifikator Dinas Sosial' }, pada: '2018-07-24T03:00:00.000Z' },
          bidang: [
            { kolom: 'versi', dikirim: null, kini: 1 },
            { kolom: 'tetap' },
            { kolom: 'masuk' },
            { kolom: 'keluar' },
          ],
        },
      ],
    },
  })
  expect(await freezeNow({ menggantikan: first.id })).toMatchObject({
    ok: false,
    error: { code: 'kuota.perlu_alasan' },
  })
  const second = await frozen({ menggantikan: first.id, alasan: 'salah bulan' })
  expect(second.versi).toBe(2)
  const heads = await inBontang((tx) => listHeads(tx, area, { kuota }))
  expect(heads.map(({ versi, digantikan }) => ({ versi, digantikan }))).toEqual([
    { versi: 2, digantikan: false },
    { versi: 1, digantikan: true },
  ])
})

test('of two people who freeze at the same moment, one does and the other is told', async () => {
  await decideTie()
  const { sidik } = await simulated()
  const results = await Promise.all([freezeNow({ sidik }), freezeNow({ sidik })])
  expect(results.filter((r) => r.ok)).toHaveLength(1)
  expect(results.find((r) => !r.ok)).toMatchObject({ error: { code: 'versi.berubah' } })
  const { rows } = await database.admin.query(
    'select count(*)::int as n from daftar where kuota_id = $1',
    [kuota],
  )
  expect(rows[0]?.n).toBe(1)
})

test('an operator of one kelurahan sees the heading and only the own rows', async () => {
  await decideTie()
  const { id } = await frozen()
  const own = cakupanOf(villages[0] ?? 0)
  const seen = await inScope(app, own, async (tx) => ({
    heads: await listHeads(tx, own, { id }),
    rows: await listRows(tx, id, { area, setelah: 0, batas: null }),
  }))
  expect(seen.heads).toHaveLength(1)
  expect(seen.rows).toHaveLength(8)
  expect(new Set(seen.rows.map((r) => r.wilayah))).toEqual(new Set([villages[0]]))
  const elsewhere = cakupanOf(3523000000)
  const hidden = await inScope(app, elsewhere, async (tx) => ({
    heads: await listHeads(tx, elsewhere, { id }),
    rows: await listRows(tx, id, { area: elsewhere, setelah: 0, batas: null }),
  }))
  expect(hidden).toEqual({ heads: [], rows: [] })
})
