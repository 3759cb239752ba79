/** Third chapter: a broken file loses no row; questions are asked once, held rows mended on the page. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { angka, sampai, tenang } from './alat.ts'
import type { Dunia } from './dunia.ts'

const MENIT = 60_000

const bilangan = async (page: Page, label: string) =>
  Number(((await angka(page, label).textContent()) ?? '').replaceAll('.', ''))

/** Accepted + to check + held, beside the rows of the file. */
async function jumlah(page: Page): Promise<{ suku: number; berkas: number; ditahan: number }> {
  const ditahan = await bilangan(page, 'Ditangguhkan')
  const suku = (await bilangan(page, 'Diterima')) + (await bilangan(page, 'Perlu dicek')) + ditahan
  return { suku, berkas: await bilangan(page, 'Baris dalam berkas'), ditahan }
}

export function ceritaPerbaiki(d: Dunia): void {
  let ditahan = 0

  test('uploads a file with broken rows: none is lost, each has its cause', async () => {
    const { page } = d.budi
    await page.goto('/impor')
    await page.locator('input[type=file]').setInputFiles(d.berkasRusak)
    await page.getByRole('tab', { name: /^Perbaiki \(/ }).waitFor({ timeout: 2 * MENIT })
    d.alamatRusak = new URL(page.url()).pathname
    const hasil = await jumlah(page)
    expect(hasil.suku).toBe(hasil.berkas)
    expect(hasil.ditahan).toBeGreaterThan(10)
    ditahan = hasil.ditahan
    await page.getByRole('tab', { name: 'Temuan' }).click()
    await page.getByRole('table', { name: 'Sebab terbanyak' }).waitFor()
    await page
      .getByRole('button', { name: /^Tampilkan: NIK/ })
      .first()
      .click()
    await page.getByText(/^Hanya: NIK/).waitFor()
    expect(page.url()).toContain('kode=')
  })

  test('answers once which village was meant, and all its rows come in', async () => {
    const { page } = d.budi
    await page.getByRole('tab', { name: /^Pertanyaan/ }).click()
    await page
      .getByRole('radio', { name: /Guntung/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Kirim 1 jawaban' }).click()
    await sampai(async () => (await jumlah(page)).ditahan).toBeLessThan(ditahan)
    const hasil = await jumlah(page)
    expect(hasil.suku).toBe(hasil.berkas)
    ditahan = hasil.ditahan
  })

  test('mends a row on the page; the edit survives a reload and the row comes in', async () => {
    const { page } = d.budi
    await page.getByRole('tab', { name: /^Perbaiki/ }).click()
    await page.getByLabel('Nama ART').first().fill('SUPARMAN')
    await page.reload()
    await page.getByLabel('Nama ART').first().waitFor()
    expect(await page.getByLabel('Nama ART').first().inputValue()).toBe('SUPARMAN')
    await page.getByRole('button', { name: 'Coba lagi 1 baris' }).click()
    await sampai(async () => (await jumlah(page)).ditahan).toBe(ditahan - 1)
    const hasil = await jumlah(page)
    expect(hasil.suku).toBe(hasil.berkas)
  })

  test('finds the frozen list unchanged after all that', async () => {
    const { page } = d.budi
    await page.goto(d.alamatDaftar)
    await tenang(page)
    await page.getByRole('button', { name: 'Hitung ulang hash' }).click()
    await page.getByText('Cocok: isi daftar sama dengan saat dibekukan.').waitFor()
  })

  test('ranks again and compares the two rankings', async () => {
    const { page } = d.budi
    await page.goto('/peringkat')
    await page.getByRole('button', { name: 'Mulai pemeringkatan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Model').selectOption('bps-14-indikator')
    await dialog.getByLabel('Periode').selectOption('2018-T4')
    await dialog.getByRole('button', { name: 'Jalankan' }).click()
    await page.getByRole('heading', { name: 'Sebaran keluarga' }).waitFor({ timeout: 2 * MENIT })
    await page.getByLabel('Bandingkan dengan').selectOption({ index: 1 })
    await page.getByRole('heading', { name: 'Perbandingan dua pemeringkatan' }).waitFor()
    d.alamatBanding = new URL(page.url()).pathname
    await page.getByText('Baru', { exact: true }).click()
    await page.getByRole('row').getByText('tidak ada').first().waitFor()
  })
}
