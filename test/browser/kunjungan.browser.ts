/** Visits in a real browser: the queue, a questionnaire typed by keyboard alone, what follows, the league. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { sampai, tenang } from './alat.ts'
import { buka, bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
let server: TestServer
let browser: Browser
let siti: Orang

beforeAll(async () => {
  server = await testServer()
  for (const [kepala, rt] of [
    ['BADU', 7],
    ['CITRA', 8],
  ] as const)
    await makeFamily(server.database.admin, {
      wilayah: 6474011006,
      rt,
      kepala,
      anggota: [{ nama: kepala, tanggalLahir: '1960-01-01' }],
    })
  browser = await bukaPeramban()
  siti = await masuk(browser, server.address, 'siti')
})
afterAll(async () => {
  await siti?.tutup()
  await browser?.close()
  await server?.close()
})

test('an operator finds the family in the queue and types its paper by keyboard alone', async () => {
  const { page, galat } = siti
  await buka(page, '/kunjungan')
  await page.getByRole('link', { name: 'BADU' }).waitFor()
  for (const u of ukuran) await periksa(page, 'kunjungan-antrean', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('link', { name: 'BADU' }).click()
  await page.getByLabel('Tanggal kunjungan').waitFor()
  await tenang(page)
  const kunci = page.keyboard
  const ketik = async (...teks: readonly string[]) => {
    for (const t of teks) {
      await kunci.type(t)
      await kunci.press('Enter')
      // The cursor goes on once the line was drawn.
      await page.waitForTimeout(30)
    }
  }
  // Day, interview, presence of the one member, result; no ground and no note; then the house.
  await ketik('20-7-2018', '1', '1', '1', '', '')
  await page.getByLabel('Ke nomor pertanyaan').focus()
  await ketik('303', '77')
  await page.getByText('Tidak dikenal. Pilihan: 1').waitFor()
  await kunci.press('Control+A')
  await ketik('8')
  await page.getByText('8 Tanah', { exact: true }).waitFor()
  await page.getByText('Draf tersimpan.').waitFor()
  for (const u of ukuran) await periksa(page, 'kunjungan-isi', u)
  await page.setViewportSize(layar.lebar)
  // A reload loses nothing.
  await page.reload()
  await page.getByText('8 Tanah', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Catat kunjungan' }).click()
  await page.getByRole('heading', { name: 'Kunjungan tercatat' }).waitFor()
  await page.getByText('20 Juli 2019').waitFor()
  for (const u of ukuran) await periksa(page, 'kunjungan-tercatat', u)
  await page.getByRole('link', { name: 'Ke antrean' }).click()
  await sampai(() => page.getByRole('link', { name: 'BADU' }).count()).toBe(0)
  await buka(page, '/kunjungan/liga')
  await page.getByText('Liga belum dihitung').waitFor()
  for (const u of ukuran) await periksa(page, 'kunjungan-liga', u)
  expect(galat).toEqual([])
})
