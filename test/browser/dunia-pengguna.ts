/** What the chapters about officers hand on to each other. */
import type { Browser } from 'playwright-core'
import type { TestServer } from '#test/server.ts'
import type { Orang } from './peramban.ts'

/** Filled while the story goes on. */
export type DuniaPengguna = {
  server: TestServer
  browser: Browser
  lina: Orang
  alamatBaru: string
  alamatSiti: string
}
