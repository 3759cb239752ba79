/** Upwards and back in a real browser: a letter whose number follows, handing over, outcomes, and what an area reads of them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '#test/server.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let server: TestServer
let browser: Browser
let hasan: Orang
let siti: Orang
const nomor: string[] = []

beforeAll(async () => {
  server = await testServer()
  browser = await bukaPeramban()
  const pengusul = await server.as('siti')
  for (const nama of ['AMINAH', 'BUNGA']) {
    const isi = { alasan: 'Rumah rusak', anggota: [{ nama, hubungan: 1, jenisKelamin: 2 }] }
    const { body } = await pengusul.post('/api/usulan/simpan', {
      jenis: 'keluarga_baru',
      wilayah: 6474011006,
      rt: 7,
      nama,
      isi,
    })
    nomor.push(String(body.nomor))
  }
  await server.database.admin.query(
    `update usulan set status = 'diperiksa', periode = '2018-07', versi = versi + 1`,
  )
})
afterAll(async () => {
  await hasan?.tutup()
  await siti?.tutup()
  await browser?.close()
  await server?.close()
})

test('the head of the office makes the letter, numbers it later and hands the batch over', async () => {
  hasan = await masuk(browser, server.address, 'hasan')
  const { page } = hasan
  await page.getByRole('link', { name: 'Kiriman ke pusat', exact: true }).click()
  await page.getByText('2 usulan').waitFor()
  for (const u of ukuran) await periksa(page, 'kiriman-siap', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Buat surat pengesahan 2018-07' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nomor menyusul').click()
  await dialog.getByRole('button', { name: 'Buat surat pengesahan' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: /^Buka KR-/ }).click()
  await page.getByText('Isi kiriman sama dengan yang disahkan').waitFor()
  await page.getByRole('button', { name: 'Isi nomor surat' }).click()
  await dialog.getByRole('textbox', { name: 'Nomor surat' }).fill('460/15/2018')
  await dialog.getByRole('button', { name: 'Isi nomor surat' }).click()
  await page.getByText('460/15/2018').waitFor()
  await page.getByRole('button', { name: 'Serahkan ke pusat' }).click()
  await dialog.getByRole('button', { name: 'Serahkan ke pusat' }).click()
  await page.getByText('2 dari 2 usulan ditarik pusat.').waitFor()
  for (const u of ukuran) await periksa(page, 'kiriman-satu', u)
})

test('outcomes are looked at row by row, and taken in', async () => {
  const { page } = hasan
  await page.setViewportSize(layar.lebar)
  await page.getByRole('link', { name: 'Kiriman ke pusat', exact: true }).click()
  const isi = `Nomor tanda terima;Putusan;Alasan;Desil\n${nomor[0]};Diterima;;2\n${nomor[1]};Ditolak;Bukan warga;\nx;y;;\n`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'hasil.csv', mimeType: 'text/csv', buffer: Buffer.from(isi) })
  await page.getByLabel('Tanggal pada berkas').fill('2018-07-20')
  await page.getByRole('button', { name: 'Periksa berkas' }).click()
  await page.getByRole('button', { name: 'Impor 2 baris' }).waitFor()
  for (const u of ukuran) await periksa(page, 'kiriman-hasil', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Impor 2 baris' }).click()
  await page.getByText('Hasil pusat sudah diimpor').waitFor()
})

test('the village reads who entered and who was rejected, and why', async () => {
  siti = await masuk(browser, server.address, 'siti')
  const { page } = siti
  await page.getByRole('link', { name: 'Perubahan dari pusat', exact: true }).click()
  await page.getByLabel('Sejak').fill('2018-07-01')
  await page.getByText('Bukan warga').waitFor()
  expect(await page.getByRole('row').filter({ hasText: 'AMINAH' }).count()).toBeGreaterThan(0)
  for (const u of ukuran) await periksa(page, 'perubahan', u)
})
