/** Signing in as people do it, in a real browser: invited, by code, by passkey, by a paired phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '#test/server.ts'
import { ceritaAkun } from './cerita-akun.ts'
import { ceritaMasuk } from './cerita-masuk.ts'
import { ceritaPasskey } from './cerita-passkey.ts'
import { ceritaPonsel } from './cerita-ponsel.ts'
import { ceritaUndangan } from './cerita-undangan.ts'
import type { DuniaMasuk } from './dunia.ts'
import { bukaPeramban } from './peramban.ts'

const dunia = { galat: [] as string[] } as DuniaMasuk

beforeAll(async () => {
  dunia.server = await testServer()
  // Passkeys are bound to a name, not to a number.
  dunia.alamat = dunia.server.address.replace('127.0.0.1', 'localhost')
  dunia.browser = await bukaPeramban()
})

afterAll(async () => {
  await dunia.browser?.close()
  await dunia.server?.close()
})

describe('at the door', () => ceritaMasuk(dunia))
describe('Ratna, invited as lurah', () => ceritaUndangan(dunia))
describe('Hasan, with a passkey', () => ceritaPasskey(dunia))
describe('Yusuf, Ketua RT, with his phone', () => ceritaPonsel(dunia))
describe('Dewi, in her account', () => ceritaAkun(dunia))

test('no page reported an error', () => {
  // A refusal that the page answers is no error of the page.
  const ditolak = /status of (401|403|410|429)/
  expect(dunia.galat.filter((g) => !ditolak.test(g))).toEqual([])
})
