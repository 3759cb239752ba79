/** First chapter: Budi imports the city, ranks it, cuts at the quota, freezes and exports the list. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { angka, sampai, tenang } from './alat.ts'
import type { Dunia } from './dunia.ts'
import { masukLewatHalaman } from './peramban.ts'

const MENIT = 60_000

/** Equals at the line; the page leaves the number out when there are none. */
const kiniSama = async (page: Page) => {
  const sel = angka(page, 'Sama di garis')
  return (await sel.count()) === 0 ? 0 : Number(await sel.textContent())
}

const menu = (page: Page, nama: string) =>
  page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: nama, exact: true })
    .click()

export function ceritaBudi(d: Dunia): void {
  test('signs in and is told what to do first', async () => {
    d.budi = await masukLewatHalaman(d.browser, d.server.address, 'budi')
    const { page } = d.budi
    await page.getByText('Belum ada keluarga di wilayah ini').waitFor()
    d.tabLain = await page.context().newPage()
    await d.tabLain.clock.setFixedTime(new Date())
    await d.tabLain.goto(d.server.address)
    await d.tabLain.getByText('Belum ada keluarga di wilayah ini').waitFor()
    await menu(d.tabLain, 'Impor')
    await d.tabLain.getByRole('heading', { name: 'Impor', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Impor berkas' }).click()
    await page.getByRole('heading', { name: 'Impor', level: 1 }).waitFor()
  })

  test('uploads the file and sees every row accounted for', async () => {
    const { page } = d.budi
    await page.locator('input[type=file]').setInputFiles(d.berkas)
    await page.getByRole('tab', { name: 'Temuan' }).waitFor({ timeout: 3 * MENIT })
    d.alamatImpor = new URL(page.url()).pathname
    const isi = async (label: string) =>
      Number(((await angka(page, label).textContent()) ?? '').replaceAll('.', ''))
    const jumlah =
      (await isi('Diterima')) + (await isi('Perlu dicek')) + (await isi('Ditangguhkan'))
    expect(jumlah).toBe(await isi('Baris dalam berkas'))
    expect(jumlah).toBeGreaterThan(30_000)
  })

  test('sees 9.232 registered, 5.098 receiving, 4.134 not', async () => {
    const { page } = d.budi
    await menu(page, 'Beranda')
    await sampai(() => angka(page, 'Terdaftar').textContent()).toContain('9.232')
    expect(await angka(page, 'Menerima rastra').textContent()).toContain('5.098')
    expect(await angka(page, 'Terdaftar belum menerima').textContent()).toContain('4.134')
  })

  test('sees them at once where the home page was open moments before', async () => {
    const page = d.tabLain
    await menu(page, 'Beranda')
    await sampai(() => angka(page, 'Terdaftar').textContent()).toContain('9.232')
    await page.close()
  })

  test('sets the quota of 5.725, so 627 places are free', async () => {
    const { page } = d.budi
    await menu(page, 'Simulasi kuota')
    await page.getByRole('button', { name: 'Tetapkan kuota' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Program').selectOption('rastra')
    await form.getByLabel('Jumlah kuota (KK)').fill('5725')
    await form.getByLabel('Sumber angka').fill('Bontang Post, Juli 2018')
    await form.getByRole('button', { name: 'Tetapkan kuota' }).click()
    await form.waitFor({ state: 'hidden' })
    await menu(page, 'Beranda')
    await sampai(() => angka(page, 'Kuota kosong').textContent()).toContain('627')
  })

  test('finds a family by a misspelt name, and the address holds no name', async () => {
    const { page } = d.budi
    await menu(page, 'Keluarga')
    await page.getByRole('textbox', { name: 'Cari keluarga' }).fill('sity aminah')
    await page.getByRole('button', { name: 'Cari', exact: true }).click()
    await tenang(page)
    expect(await page.getByRole('row').count()).toBeGreaterThan(1)
    expect(page.url()).not.toContain('aminah')
  })

  test('opens the NIK of a family only with a reason', async () => {
    const { page } = d.budi
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Anggota keluarga' }).waitFor()
    d.alamatKeluarga = new URL(page.url()).pathname
    expect(await page.title()).toBe('Satu keluarga · SIKS-NG')
    const sel = page.getByText(/^\d{4}•{8}\d{4}$/)
    expect(await sel.count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Buka NIK' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Buka' }).click()
    await dialog.getByText('Tulis alasan, paling sedikit 5 huruf.').waitFor()
    await dialog.getByLabel('Alasan').fill('mencocokkan dengan KK asli')
    await dialog.getByRole('button', { name: 'Buka' }).click()
    await page
      .getByText(/^\d{16}$/)
      .first()
      .waitFor()
  })

  test('ranks the city and reads the rule of order', async () => {
    const { page } = d.budi
    await menu(page, 'Pemeringkatan')
    await page.getByRole('button', { name: 'Mulai pemeringkatan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Akan diurutkan: 9.232 KK').waitFor()
    await dialog.getByLabel('Model').selectOption('bps-14-indikator')
    await dialog.getByRole('button', { name: 'Jalankan' }).click()
    await page.getByRole('heading', { name: 'Sebaran keluarga' }).waitFor({ timeout: 2 * MENIT })
    d.alamatRonde = new URL(page.url()).pathname
    await page.getByText('Bila ada yang belum ditanyakan').waitFor()
    await page.getByRole('img', { name: /Sebaran keluarga/ }).waitFor()
  })

  test('matches the city against itself, and reads what each answer weighs', async () => {
    const { page } = d.budi
    await menu(page, 'Pemadanan')
    await page.getByText('Belum ada pemadanan').waitFor()
    await page.getByRole('button', { name: 'Mulai pemadanan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Akan dibandingkan: 3\d\.\d{3} orang/).waitFor()
    await dialog.getByRole('button', { name: 'Jalankan' }).click()
    await page.getByRole('table', { name: 'Bobot tiap jawaban' }).waitFor({ timeout: 2 * MENIT })
    d.alamatPadanan = new URL(page.url()).pathname
    expect(await angka(page, 'Rekaman').textContent()).toMatch(/3\d\.\d{3}/)
    const sama = page.getByRole('row', { name: /NIK dan lahir sama/ })
    expect(await sama.textContent()).toContain('+')
  })

  test('reads why a family stands where it stands', async () => {
    const { page } = d.budi
    await page.goto(`${d.alamatKeluarga}?lihat=peringkat`)
    await page.getByRole('heading', { name: 'Setiap butir penilaian' }).waitFor()
    const butir = page.getByRole('table', { name: 'Setiap butir penilaian' }).getByRole('row')
    expect(await butir.count()).toBe(15)
    expect(await page.getByText('Belum ditanyakan').count()).toBeGreaterThan(0)
    await page.getByText(/Terhadap kuota 5\.725/).waitFor()
  })

  test('prints the slip on one sheet without the menu', async () => {
    const { page } = d.budi
    await page.goto(`${d.alamatKeluarga}/lembar`)
    await page.getByRole('article').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
    await page.emulateMedia({ media: 'screen' })
  })

  test('simulates without displacing anyone: exactly 627 enter, 3.507 wait', async () => {
    const { page } = d.budi
    await menu(page, 'Simulasi kuota')
    await page.getByRole('link', { name: 'Simulasikan' }).click()
    await sampai(() => angka(page, 'Kuota kosong').textContent()).toContain('627')
    expect(await angka(page, 'Terdaftar').textContent()).toContain('9.232')
    expect(await angka(page, 'Menerima').textContent()).toContain('5.098')
    expect(await angka(page, 'Terdaftar belum menerima').textContent()).toContain('4.134')
    expect(await angka(page, 'Belum menerima sesudahnya').textContent()).toContain('3.507')
    expect(await angka(page, 'Tergeser').textContent()).toBe('0')
  })

  test('sees whom rank would displace, and the indicators that decide', async () => {
    const { page } = d.budi
    await page.getByRole('radio', { name: 'Peringkat menentukan' }).click()
    await sampai(() => angka(page, 'Tergeser').textContent()).not.toBe('0')
    await tenang(page)
    await page.getByRole('button', { name: 'Siapa tergeser?' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('table').waitFor()
    expect(await dialog.getByRole('row').count()).toBeGreaterThan(1)
    await dialog.getByRole('button', { name: 'Tutup' }).click()
    await page.getByRole('radio', { name: 'Tidak menggeser' }).click()
    await sampai(() => angka(page, 'Tergeser').textContent()).toBe('0')
    await tenang(page)
  })

  test('decides the equals at the line by name and with a reason', async () => {
    const { page } = d.budi
    const alamat = new URL(page.url()).pathname
    const putuskan = page.getByRole('button', { name: /^Putuskan / })
    for (const metode of ['tanpa', 'terdaftar', 'miskin']) {
      await page.goto(`${alamat}?aturan=peringkat_menentukan&metode=${metode}`)
      await tenang(page)
      if ((await putuskan.count()) > 0) break
    }
    const sama = Number(await angka(page, 'Sama di garis').textContent())
    expect(sama).toBeGreaterThan(1)
    expect(await page.getByRole('button', { name: 'Bekukan daftar' }).isDisabled()).toBe(true)
    await putuskan.first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').first().waitFor()
    const jumlah = (await dialog.getByText(/tempat dipilih/).textContent()) ?? ''
    const sisa = Number(/dari (\d+) tempat/.exec(jumlah)?.[1])
    for (let i = 0; i < sisa; i++) await dialog.getByRole('checkbox').nth(i).check()
    await dialog.getByLabel('Alasan').fill('Keputusan musyawarah 20 Juli 2018')
    await dialog.getByRole('button', { name: 'Simpan keputusan' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await sampai(() => kiniSama(page)).toBeLessThan(sama)
    await page.goto(alamat)
    await tenang(page)
  })

  test('freezes the list and finds its hash to match', async () => {
    const { page } = d.budi
    expect(await angka(page, 'Masuk').textContent()).toBe('627')
    await page.getByRole('button', { name: 'Bekukan daftar' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bekukan daftar' }).click()
    await page.getByRole('button', { name: 'Hitung ulang hash' }).waitFor({ timeout: MENIT })
    d.alamatDaftar = new URL(page.url()).pathname
    await page.getByRole('button', { name: 'Hitung ulang hash' }).click()
    await page.getByText('Cocok: isi daftar sama dengan saat dibekukan.').waitFor()
  })

  test('downloads the list as xlsx with 627 who enter, after saying what for', async () => {
    const { page } = d.budi
    await page.getByRole('button', { name: 'Unduh xlsx' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tujuan').fill('lampiran surat ke Bulog')
    const [unduhan] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Unduh xlsx' }).click(),
    ])
    const buku = new ExcelJS.Workbook()
    const isi = readFileSync(await unduhan.path())
    await buku.xlsx.load(isi.buffer.slice(isi.byteOffset, isi.byteOffset + isi.byteLength))
    let baru = 0
    for (const lembar of buku.worksheets)
      lembar.eachRow((row) => {
        if (Array.isArray(row.values) && row.values.includes('Masuk')) baru++
      })
    expect(baru).toBe(627)
  })
}
