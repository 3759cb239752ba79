/** A whole month in a real browser, by nine officers: from the RT head's phone to a list by decree and a family that objects. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { type TestServer, testServer } from '#test/server.ts'
import { ceritaPenetapan } from './cerita-penetapan.ts'
import { ceritaPusat } from './cerita-pusat.ts'
import { ceritaRapat } from './cerita-rapat.ts'
import { ceritaSahkan } from './cerita-sahkan.ts'
import { ceritaUsul } from './cerita-usul.ts'
import { DuniaBulan } from './dunia-bulan.ts'
import { bukaPeramban } from './peramban.ts'

let server: TestServer
let browser: Browser
let d: DuniaBulan

beforeAll(async () => {
  server = await testServer()
  browser = await bukaPeramban()
  d = new DuniaBulan(server, browser)
  await d.isi()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe('families are proposed', () => ceritaUsul(() => d))
describe('the meeting and the visits', () => ceritaRapat(() => d))
describe('verification and endorsement', () => ceritaSahkan(() => d))
describe('the centre', () => ceritaPusat(() => d))
describe('the list by decree', () => ceritaPenetapan(() => d))
