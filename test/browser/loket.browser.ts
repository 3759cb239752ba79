/** The counter, evidence and the letterhead in a real browser: by keyboard, on a phone, in both languages. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ukuranGambar } from '#domain/berkas/guna.ts'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { sampai, tenang } from './alat.ts'
import { bukaPeramban, jendela, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let server: TestServer
let browser: Browser
let siti: Orang
let kab: number
let id: string

beforeAll(async () => {
  server = await testServer()
  ;({ kab, id } = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk: '9974010101150001',
    anggota: [{ nama: 'ANDI RAHMAWATI', nik: '9974014107800007' }, { nama: 'NUR HALIZA' }],
    menerima: ['rastra'],
  }))
  browser = await bukaPeramban()
  siti = await masuk(browser, server.address, 'siti')
})
afterAll(async () => {
  await siti?.tutup()
  await browser?.close()
  await server?.close()
})

describe('the counter', () => {
  test('answers and hands out a letter by keyboard alone, with nothing of the person in the address', async () => {
    const { page } = siti
    await page.goto('/loket')
    await tenang(page)
    const kunci = page.keyboard
    await kunci.type('9974014107800007')
    await kunci.press('Enter')
    await page.getByText('Terdaftar sejak').waitFor()
    for (const u of ukuran) await periksa(page, 'loket-jawaban', u)
    expect(page.url()).not.toContain('9974')
    expect(await page.title()).not.toContain('RAHMAWATI')
    await kunci.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Surat Keterangan Terdaftar' })
    await dialog.waitFor()
    await sampai(() =>
      dialog.getByRole('combobox', { name: 'Penanda tangan' }).textContent(),
    ).toContain('Lurah')
    await sampai(() => page.evaluate(() => document.activeElement?.getAttribute('maxlength'))).toBe(
      '120',
    )
    await kunci.type('keringanan biaya sekolah')
    for (const u of ukuran) await periksa(page, 'loket-surat', u)
    const unduhan = page.waitForEvent('download')
    await kunci.press('Enter')
    const file = await unduhan
    expect(file.suggestedFilename()).toMatch(/^keterangan-terdaftar-[0-9a-f]{8}\.pdf$/)
    expect(readFileSync(await file.path()).toString('latin1', 0, 5)).toBe('%PDF-')
    await page.getByText('Surat nomor 0001/SKT/64.74.01.1006/2018 sudah terbit').waitFor()
    for (const u of ukuran) await periksa(page, 'loket-terbit', u)
    // On to the next one: the cursor stands in the field again.
    await kunci.press('Enter')
    await kunci.type('9974010101990001')
    await kunci.press('Enter')
    await page.getByText('perlu diperiksa kab/kota').waitFor()
    for (const u of ukuran) await periksa(page, 'loket-tidak-ada', u)
  })

  test('keeps a register without names, from which a wrong letter is withdrawn', async () => {
    const { page } = siti
    await page.setViewportSize(layar.lebar)
    await page.goto('/loket')
    await page.getByRole('cell', { name: '0001/SKT/64.74.01.1006/2018', exact: true }).waitFor()
    for (const u of ukuran) await periksa(page, 'loket', u)
    expect(await page.locator('main').textContent()).not.toContain('RAHMAWATI')
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Cabut 0001' }).click()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('salah orang')
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await page.getByText('Dicabut', { exact: true }).waitFor()
  })

  test('is proven to anybody by a page without script, also on a phone and in the dark', async () => {
    const { rows } = await server.database.admin.query('select kode from dokumen limit 1')
    const warga = await jendela(browser, server.address, { layar: 'sempit' })
    await warga.page.goto(`/d/${rows[0].kode}`)
    for (const u of ukuran) await periksa(warga.page, 'periksa-surat', u)
    expect(await warga.page.locator('main').textContent()).toContain('DICABUT')
    await warga.page.goto('/d/00000000-0000-4000-8000-000000000000')
    await periksa(warga.page, 'periksa-tak-dikenal', 'sempit')
    await warga.tutup()
  })

  test('speaks English', async () => {
    const orang = await masuk(browser, server.address, 'siti', { bahasa: 'en', tema: 'dark' })
    await orang.page.goto('/loket')
    await orang.page.getByLabel('NIK, KK number, or name').fill('andi rahmawati')
    await orang.page.keyboard.press('Enter')
    await orang.page.getByText('Registered since').waitFor()
    await periksa(orang.page, 'loket-en-gelap', 'lebar')
    expect(orang.galat).toEqual([])
    await orang.tutup()
  })
})

describe('evidence', () => {
  test('of a telephone is made small here, sent with several at once, and shown', async () => {
    const { page } = siti
    const besar = await sharp({
      create: {
        width: 2600,
        height: 1900,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg({ quality: 92 })
      .toBuffer()
    expect(besar.length).toBeGreaterThan(1e6)
    const sedang = await sharp({
      create: { width: 900, height: 600, channels: 3, background: '#a52' },
    })
      .png()
      .toBuffer()
    await page.goto(`/keluarga/${kab}/${id}?lihat=bukti`)
    await page.getByText('Surat yang diterbitkan').waitFor()
    const dikirim: number[] = []
    page.on('request', (r) => {
      if (r.method() === 'POST' && r.url().endsWith('/api/berkas'))
        dikirim.push(Number(r.postDataBuffer()?.length ?? 0))
    })
    await page.locator('input[type=file]').setInputFiles([
      { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: besar },
      { name: 'IMG_2.png', mimeType: 'image/png', buffer: sedang },
      { name: 'bukan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan foto') },
    ])
    await sampai(() => page.getByRole('button', { name: /^Buka Foto rumah/ }).count()).toBe(2)
    await page.getByText('tidak dapat dibuka di perangkat ini').first().waitFor()
    for (const n of dikirim) expect(n).toBeLessThan(ukuranGambar + 2000)
    await sampai(() => page.locator('main li button img').count()).toBe(2)
    for (const u of ukuran) await periksa(page, 'bukti', u)
    await page.setViewportSize(layar.lebar)
    await page
      .getByRole('button', { name: /^Buka Foto rumah/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('img', { name: 'Foto rumah' }).waitFor()
    await periksa(page, 'bukti-satu', 'lebar')
  })

  test('whose line breaks is sent again by one button, and is there once', async () => {
    const { page } = siti
    await page.goto(`/keluarga/${kab}/${id}?lihat=bukti`)
    const foto = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#2a5' } })
      .jpeg()
      .toBuffer()
    await page.route('**/api/berkas', (r) => r.abort())
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'kk.jpg', mimeType: 'image/jpeg', buffer: foto }])
    const lagi = page.getByRole('button', { name: 'Kirim lagi' })
    await lagi.waitFor()
    await page.unroute('**/api/berkas')
    await lagi.click()
    await sampai(() => page.getByRole('button', { name: /^Buka Foto rumah/ }).count()).toBe(3)
  })
})

test('the letterhead is seen as it will be printed, and set by the lurah', async () => {
  const dewi = await masuk(browser, server.address, 'dewi')
  const { page } = dewi
  await page.goto('/kop')
  await page.getByLabel('Alamat kantor').fill('Jalan Brigjen Katamso 1')
  await page.getByLabel('Nama dan gelar').first().fill('DEWI UJI, S.Sos')
  const lambang = await sharp({
    create: { width: 300, height: 340, channels: 3, background: '#264' },
  })
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'logo.png', mimeType: 'image/png', buffer: lambang }])
  await page.getByRole('img', { name: 'Lambang pada kop surat' }).waitFor()
  for (const u of ukuran) await periksa(page, 'kop', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Simpan kop surat' }).click()
  await page.getByText('Kop ini dibuat dari nama wilayah').waitFor({ state: 'hidden' })
  const { rows } = await server.database.admin.query(
    'select alamat, versi, logo_id is not null as ada from kop_surat',
  )
  expect(rows).toEqual([{ alamat: 'Jalan Brigjen Katamso 1', versi: 1, ada: true }])
  expect(dewi.galat).toEqual([])
  await dewi.tutup()
})

test('no page reported an error', () => {
  // The line that was broken on purpose is the one thing that the browser itself reports.
  expect(siti.galat.filter((g) => !g.includes('ERR_FAILED'))).toEqual([])
})
