import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { type RunningServer, startServer } from './main.ts'
import { makeAccount } from './pengguna/akun.ts'
import { createAuth } from './pengguna/masuk.ts'

let database: TestDatabase
let server: RunningServer
let folder: string

beforeAll(async () => {
  database = await testDatabase({ regions: true })
  folder = await mkdtemp(path.join(tmpdir(), 'siks-'))
  const auth = createAuth({
    pool: database.masuk,
    secret: 'rahasia-uji-rahasia-uji-rahasia-uji',
  })
  await makeAccount(auth, database.admin, {
    username: 'siti',
    password: 'padi-laut-kayu-100',
    nama: 'Siti',
    peran: 'operator_desa',
    wilayah: 6474011006,
    demo: false,
    dari: '2018-01-01',
    pakta: true,
  })
  server = await startServer({
    databaseUrl: database.url,
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    secure: false,
    alone: true,
    logger: false,
  })
})
afterAll(async () => {
  await server.stop()
  await database.close()
  await rm(folder, { recursive: true })
})

const signIn = (username: string, password: string) =>
  fetch(`${server.address}/api/masuk/sandi`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify({ nama: username, sandi: password }),
  })

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')

test('nobody is let in without a session', async () => {
  const answer = await fetch(`${server.address}/api/sesi`)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ code: 'masuk.perlu' })
})

test('a right password opens a session in the area of the role, a wrong one does not', async () => {
  expect((await signIn('siti', 'salah-salah')).status).toBe(401)
  const signed = await signIn('siti', 'padi-laut-kayu-100')
  expect(signed.status).toBe(200)
  const me = await fetch(`${server.address}/api/sesi`, { headers: { cookie: cookieOf(signed) } })
  expect(await me.json()).toMatchObject({
    nama: 'Siti',
    peran: 'operator_desa',
    wilayah: { kode: 6474011006, nama: 'Api-api' },
  })
})

test('the session token is not in the database as it is in the cookie', async () => {
  const cookie = cookieOf(await signIn('siti', 'padi-laut-kayu-100'))
  const token = /siks\.sesi=([\w-]+)/.exec(cookie)?.[1]
  const { rows } = await database.admin.query('select token from masuk.session')
  expect(rows.length).toBeGreaterThan(0)
  expect(token).toBeDefined()
  expect(rows.map((row) => row.token)).not.toContain(token)
})

test('signing out ends the session', async () => {
  const cookie = cookieOf(await signIn('siti', 'padi-laut-kayu-100'))
  await fetch(`${server.address}/api/masuk/keluar`, {
    method: 'POST',
    headers: { cookie, origin: server.address },
  })
  expect((await fetch(`${server.address}/api/sesi`, { headers: { cookie } })).status).toBe(401)
})

test('an ended role is out at once', async () => {
  const cookie = cookieOf(await signIn('siti', 'padi-laut-kayu-100'))
  await database.admin.query(`update penugasan set sampai = '2018-02-01'`)
  const answer = await fetch(`${server.address}/api/sesi`, { headers: { cookie } })
  await database.admin.query('update penugasan set sampai = null')
  expect(await answer.json()).toMatchObject({ code: 'izin.tanpa_peran' })
})

test('a write from another site is refused', async () => {
  const answer = await fetch(`${server.address}/api/masuk/keluar`, {
    method: 'POST',
    headers: { origin: 'https://contoh.invalid' },
  })
  expect(await answer.json()).toMatchObject({ code: 'permintaan.asal_asing' })
})

test('a region outside the area is not there', async () => {
  const cookie = cookieOf(await signIn('siti', 'padi-laut-kayu-100'))
  const own = await fetch(`${server.address}/api/wilayah/6474011006`, { headers: { cookie } })
  expect(await own.json()).toMatchObject({ wilayah: { nama: 'Api-api' }, jumlah: { keluarga: 0 } })
  const other = await fetch(`${server.address}/api/wilayah/6474011001`, { headers: { cookie } })
  expect(other.status).toBe(404)
})

test('an unknown field is named, its value is not', async () => {
  const cookie = cookieOf(await signIn('siti', 'padi-laut-kayu-100'))
  const answer = await fetch(`${server.address}/api/wilayah/bukan-angka`, { headers: { cookie } })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'isian.salah', details: { kolom: 'kode' } })
})

test('the contract is published as OpenAPI', async () => {
  const answer = await fetch(`${server.address}/api/docs/json`)
  expect(await answer.json()).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/wilayah/{kode}': { get: { operationId: 'wilayah.satu' } } },
  })
})
