import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPools, type Pools } from '#server/db/pools.ts'
import { loadModels } from '#server/peringkat/model.ts'
import { idUji, insertFamilies, insertRound, kunciUji } from '#test/kuota-data.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { adopt, perform } from './perintah.ts'

let server: TestServer
let pools: Pools

beforeAll(async () => {
  server = await testServer()
  pools = openPools(server.database.url)
  const { admin } = server.database
  await admin.query(
    `insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ('uji', 'peringkat', 'bps', $1, '1')`,
    [loadModels()[0]?.isi],
  )
  const all = Array.from({ length: 30 }, (_, i) => ({
    id: idUji(i),
    wilayah: 6474011006,
    menerima: i < 10,
    kunci: kunciUji(0, i),
  }))
  await insertFamilies(admin, all)
  await insertRound(admin, 6474000000, all)
})
afterAll(async () => {
  await pools.close()
  await server.close()
})

const nobody = { username: null }

test('quotas of policy are adopted once: Bontang, July 2018, has room for 5.725', async () => {
  expect(await adopt(pools, 0)).toBe(1)
  expect(await adopt(pools, 0)).toBe(0)
  const seen = await perform(pools, nobody, 'kuota.daftar', {})
  expect(seen).toMatchObject({
    ok: true,
    value: {
      kuota: [{ program: 'rastra', wilayah: 6474000000, jumlah: 5725, dari: '2018-07-01' }],
    },
  })
})

test('an officer sets, freezes and verifies from the command line, and it is in the log', async () => {
  const budi = { username: 'budi' }
  const quota = {
    program: 'rastra',
    wilayah: 6474000000,
    dari: '2018-08-01',
    jumlah: 12,
    sumber: 'Surat Wali Kota',
  }
  const made = await perform(pools, budi, 'kuota.tetapkan', quota)
  if (!made.ok) throw new Error(made.error)
  const { id } = made.value as { id: string }
  const seen = await perform(pools, budi, 'kuota.simulasi', { id })
  if (!seen.ok) throw new Error(seen.error)
  const { sidik } = seen.value as { sidik: string }
  const frozen = await perform(pools, budi, 'kuota.bekukan', { id, sidik })
  expect(frozen).toMatchObject({ ok: true, value: { versi: 1, jumlahBaris: 30 } })
  if (!frozen.ok) return
  const list = frozen.value as { id: string }
  expect(await perform(pools, nobody, 'kuota.periksa', { id: list.id })).toMatchObject({
    ok: true,
    value: { cocok: true },
  })
  const { rows } = await server.database.admin.query(
    `select operasi from jejak where sesi = 'baris perintah' order by id`,
  )
  expect(rows.map((r) => r.operasi)).toEqual(['kuota.tetapkan', 'kuota.bekukan'])
})

test('without an officer nothing is written and no family is shown', async () => {
  const quota = {
    program: 'rastra',
    wilayah: 6474000000,
    dari: '2018-11-01',
    jumlah: 1,
    sumber: 'uji',
  }
  expect(await perform(pools, nobody, 'kuota.tetapkan', quota)).toMatchObject({ ok: false })
  const listed = await perform(pools, nobody, 'kuota.daftar', {})
  const { kuota } = (listed.ok ? listed.value : { kuota: [] }) as { kuota: { id: string }[] }
  const rows = await perform(pools, nobody, 'kuota.simulasi_baris', { id: kuota[0]?.id })
  expect(rows).toMatchObject({ ok: false })
})

test('an operator may not set a quota there either, nor an unknown account', async () => {
  const quota = {
    program: 'rastra',
    wilayah: 6474011006,
    dari: '2018-08-01',
    jumlah: 1,
    sumber: 'uji',
  }
  expect(await perform(pools, { username: 'siti' }, 'kuota.tetapkan', quota)).toMatchObject({
    ok: false,
  })
  expect(await perform(pools, { username: 'entah' }, 'kuota.tetapkan', quota)).toMatchObject({
    ok: false,
  })
})
