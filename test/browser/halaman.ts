/** Every page at both sizes: no axe violation, no sideways scrolling, targets for thumbs; English; dark; weight. */
import { expect, test } from 'vitest'
import { tenang } from './alat.ts'
import type { Dunia } from './dunia.ts'
import { buka, duaUkuran, jendela, type Layar, layar, masuk, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

/** Compressed script of the first load, at most (the interface's bar). */
const TERBERAT = 300 * 1024

const halaman = (d: Dunia): Record<string, string> => ({
  beranda: '/',
  keluarga: '/keluarga',
  'keluarga-saringan': '/keluarga?menerima=tidak&desil=1',
  'satu-keluarga': d.alamatKeluarga,
  penjelasan: `${d.alamatKeluarga}?lihat=peringkat`,
  riwayat: `${d.alamatKeluarga}?lihat=riwayat`,
  lembar: `${d.alamatKeluarga}/lembar`,
  impor: '/impor',
  'satu-impor': d.alamatImpor,
  'impor-perbaiki': `${d.alamatRusak}?lihat=perbaiki`,
  'impor-pertanyaan': `${d.alamatRusak}?lihat=pertanyaan`,
  'impor-temuan': `${d.alamatRusak}?lihat=temuan&tingkat=salah`,
  peringkat: '/peringkat',
  'satu-peringkat': d.alamatRonde,
  banding: d.alamatBanding,
  pemadanan: '/pemadanan',
  'satu-pemadanan': d.alamatPadanan,
  kuota: '/kuota',
  'daftar-beku': d.alamatDaftar,
  wilayah: '/wilayah',
  akun: '/akun',
  'tidak-ada': '/halaman-yang-tidak-ada',
})

const nama = [
  'beranda',
  'keluarga',
  'keluarga-saringan',
  'satu-keluarga',
  'penjelasan',
  'riwayat',
  'lembar',
  'impor',
  'satu-impor',
  'impor-perbaiki',
  'impor-pertanyaan',
  'impor-temuan',
  'peringkat',
  'satu-peringkat',
  'banding',
  'pemadanan',
  'satu-pemadanan',
  'kuota',
  'daftar-beku',
  'wilayah',
  'akun',
  'tidak-ada',
]

export function ujiHalaman(d: Dunia): void {
  test.each(nama)('%s is sound at both sizes', (n) =>
    duaUkuran(d.budi.page, n, halaman(d)[n] ?? '/'),
  )

  test('the simulation is sound at both sizes', async () => {
    const { page } = d.budi
    await page.setViewportSize(layar.lebar)
    await page.goto('/kuota')
    await page.getByRole('link', { name: 'Simulasikan' }).click()
    await page.getByRole('heading', { name: 'Hasil simulasi' }).waitFor()
    for (const u of ukuran) await periksa(page, 'simulasi', u)
  })

  test('the sign-in page is sound at both sizes', async () => {
    const tamu = await jendela(d.browser, d.server.address)
    await tamu.page.goto('/')
    await tamu.page.getByRole('heading', { name: 'Masuk', level: 1 }).waitFor()
    for (const u of ukuran) await periksa(tamu.page, 'masuk', u)
    await tamu.tutup()
  })

  test('in English no Indonesian sentence of the interface is left', async () => {
    const orang = await masuk(d.browser, d.server.address, 'budi', { bahasa: 'en' })
    const { page } = orang
    for (const n of [
      'beranda',
      'keluarga',
      'impor',
      'peringkat',
      'satu-pemadanan',
      'kuota',
      'wilayah',
      'penjelasan',
      'akun',
    ]) {
      await buka(page, halaman(d)[n] ?? '/')
      await tenang(page)
      // Titles of Indonesian sources stay as they are printed, and say so.
      const teks = await page.locator('main').evaluate((isi) => {
        for (const asli of isi.querySelectorAll('[lang=id]')) asli.remove()
        return isi.textContent ?? ''
      })
      expect(teks, n).not.toMatch(/\b(yang|belum|dengan|untuk|keluarga ini|tidak ada)\b/i)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    }
    expect(orang.galat).toEqual([])
    await orang.tutup()
  })

  test('the dark that was chosen stands from the first moment', async () => {
    const orang = await masuk(d.browser, d.server.address, 'budi', { tema: 'dark' })
    await periksa(orang.page, 'beranda-gelap', 'lebar')
    await orang.tutup()
  })

  test('the first load weighs at most 300 KB of compressed script', async () => {
    const tamu = await masuk(d.browser, d.server.address, 'budi')
    const client = await tamu.page.context().newCDPSession(tamu.page)
    await client.send('Network.enable')
    await client.send('Network.setCacheDisabled', { cacheDisabled: true })
    const skrip = new Set<string>()
    let berat = 0
    client.on('Network.responseReceived', (e) => {
      if (e.type === 'Script') skrip.add(e.requestId)
    })
    client.on('Network.loadingFinished', (e) => {
      if (skrip.has(e.requestId)) berat += e.encodedDataLength
    })
    await tamu.page.goto('/')
    await tenang(tamu.page)
    console.log(
      `First load: ${(berat / 1024).toFixed(0)} KB of compressed script (bar ${TERBERAT / 1024} KB)`,
    )
    expect(berat).toBeGreaterThan(50 * 1024)
    expect(berat).toBeLessThanOrEqual(TERBERAT)
    await tamu.tutup()
  })

  test('says so when the line is lost', async () => {
    const { page } = d.budi
    await page.goto('/')
    await tenang(page)
    await page.context().setOffline(true)
    await page.getByText('Sambungan terputus.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Sambungan terputus.').waitFor({ state: 'hidden' })
    d.budi.galat.length = 0
  })
}
