/** The calendar in a real browser: the head of the office shifts a deadline; the operator's page counts down to it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '#test/server.ts'
import {
  buka,
  bukaPeramban,
  type Layar,
  layar,
  masuk,
  nilai,
  type Orang,
  periksa,
} from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let server: TestServer
let browser: Browser
let hasan: Orang
let siti: Orang

beforeAll(async () => {
  server = await testServer()
  browser = await bukaPeramban()
})
afterAll(async () => {
  await hasan?.tutup()
  await siti?.tutup()
  await browser?.close()
  await server?.close()
})

test('the head of the office shifts a deadline, and sees beforehand what will hold', async () => {
  hasan = await masuk(browser, server.address, 'hasan')
  const { page } = hasan
  await page.getByRole('link', { name: 'Kalender', exact: true }).click()
  await page.getByRole('heading', { name: 'Semester II 2018' }).waitFor()
  await page
    .getByRole('button', { name: 'Geser: Finalisasi desa/kelurahan, Semester II 2018' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Hari terakhir').fill('2018-12-13')
  await dialog.getByText('Lebih lambat daripada kebijakan').waitFor()
  await dialog.getByText('Menjadi: 13 Des 2018 pukul 24.00 WIB').waitFor()
  await dialog.getByRole('button', { name: 'Geser tenggat' }).click()
  await dialog.getByText('Tulis alasan, paling sedikit 5 huruf.').waitFor()
  await dialog.getByLabel('Alasan').fill('Banjir di Api-Api, kantor tutup')
  for (const u of ukuran) {
    await page.setViewportSize(layar[u])
    await nilai(page, 'kalender-geser', u)
  }
  await page.setViewportSize(layar.lebar)
  await dialog.getByRole('button', { name: 'Geser tenggat' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Alasan: Banjir di Api-Api, kantor tutup').waitFor()
  for (const u of ukuran) await periksa(page, 'kalender', u)
})

test('an operator counts down to it in both zones, and is told where late work goes', async () => {
  siti = await masuk(browser, server.address, 'siti')
  const { page } = siti
  const tenggat = page.getByRole('region', { name: 'Tenggat Anda' })
  await tenggat.getByText(/13 Des 2018 pukul 24\.00 WIB = 14 Des 2018 pukul 01\.00 WITA/).waitFor()
  await tenggat.getByText('Alasan: Banjir di Api-Api, kantor tutup').waitFor()
  await tenggat.getByText('Melewati tenggat: masuk periode Triwulan IV 2018').waitFor()
  expect(await tenggat.getByRole('timer').allTextContents()).toEqual([
    expect.stringMatching(/^\d+ hari \d+ jam lagi$/),
    expect.stringMatching(/^\d+ hari \d+ jam lagi$/),
  ])
  for (const u of ukuran) await periksa(page, 'beranda-tenggat', u)
  await buka(page, '/kalender?tahun=2026')
  await page.getByRole('heading', { name: 'Agustus 2026' }).waitFor()
  await page
    .getByText(/15 Ag[tu] 2026 pukul 24\.00 WIB/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: /^Geser:/ }).count()).toBe(0)
  for (const u of ukuran) await periksa(page, 'kalender-2026', u)
  expect(siti.galat).toEqual([])
})
