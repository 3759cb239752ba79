/** Officers in a real browser: invited, given roles, imported, ended; and what a day more or less changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '#test/server.ts'
import { ceritaAdministrator } from './cerita-administrator.ts'
import { ceritaAkhiri } from './cerita-akhiri.ts'
import { ceritaImporPetugas } from './cerita-impor-petugas.ts'
import { ceritaPlh } from './cerita-plh.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { ujiHalamanPengguna } from './halaman-pengguna.ts'
import { bukaPeramban, masuk } from './peramban.ts'

const dunia = {} as DuniaPengguna

beforeAll(async () => {
  dunia.server = await testServer()
  dunia.browser = await bukaPeramban()
  dunia.lina = await masuk(dunia.browser, dunia.server.address, 'lina')
})

afterAll(async () => {
  await dunia.browser?.close()
  await dunia.server?.close()
})

describe('Lina, administrator of Bontang', () => ceritaAdministrator(dunia))
describe('Lina, with a file of officers', () => ceritaImporPetugas(dunia))
describe('every page about officers', () => ujiHalamanPengguna(dunia))
describe('Lina, when an officer leaves', () => ceritaAkhiri(dunia))
describe('Plh', () => ceritaPlh(dunia))

test('no page reported an error', () => {
  expect(dunia.lina.galat).toEqual([])
})
