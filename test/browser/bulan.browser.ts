/** The first half of a month in a real browser: proposed on a phone, completed, acknowledged, decided, visited. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { type TestServer, testServer } from '#test/server.ts'
import { ceritaRapat } from './cerita-rapat.ts'
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
