/** What the chapters of the Bontang story hand on to each other. */
import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '#test/server.ts'
import type { Orang } from './peramban.ts'

/** Filled while the story goes on. */
export type Dunia = {
  server: TestServer
  browser: Browser
  berkas: string
  berkasRusak: string
  budi: Orang
  /** A second tab of Budi whose clock stands still: to its cache no answer ever grows old. */
  tabLain: Page
  siti: Orang
  alamatKeluarga: string
  alamatRonde: string
  alamatPadanan: string
  alamatDaftar: string
  alamatImpor: string
  alamatRusak: string
  alamatBanding: string
}

/** What the chapters of signing in hand on to each other. */
export type DuniaMasuk = {
  server: TestServer
  browser: Browser
  /** The server under a name, because a passkey is bound to one. */
  alamat: string
  /** Errors that the pages of all chapters reported. */
  galat: string[]
}
