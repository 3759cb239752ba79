/** Second chapter: Siti sees her own kelurahan and nothing else, and the frozen list only as far as it is hers. */
import { expect, test } from 'vitest'
import { tenang } from './alat.ts'
import type { Dunia } from './dunia.ts'
import { buka, masukLewatHalaman } from './peramban.ts'

export function ceritaSiti(d: Dunia): void {
  test('sees her kelurahan on the first page', async () => {
    d.siti = await masukLewatHalaman(d.browser, d.server.address, 'siti')
    const { page } = d.siti
    await page.getByRole('heading', { name: 'Beranda', level: 1 }).waitFor()
    await tenang(page)
    const terdaftar = await page.locator('dl dd').first().textContent()
    const jumlah = Number((terdaftar ?? '').replace(/\D/g, ''))
    expect(jumlah).toBeGreaterThan(100)
    expect(jumlah).toBeLessThan(9232)
    expect(await page.getByText('Kelurahan Api-api').count()).toBeGreaterThan(0)
  })

  test('finds only her own families in the list', async () => {
    const { page } = d.siti
    await buka(page, '/keluarga')
    await page.getByRole('row').nth(1).waitFor()
    const wilayah = await page.locator('tbody tr td:nth-child(3)').allTextContents()
    expect(wilayah.length).toBeGreaterThan(10)
    for (const w of wilayah) expect(w).toContain('Api-api')
  })

  test('is told that a family elsewhere is not found, and sees nothing of it', async () => {
    const { page } = d.siti
    const kota = await d.server.as('budi')
    const { body } = await kota.post('/api/keluarga', { wilayah: 6474011001, batas: 1 })
    const [lain] = body.keluarga as { kab: number; id: string; namaKepala: string }[]
    await page.goto(`/keluarga/${lain?.kab}/${lain?.id}`)
    await page.getByText('Data tidak ditemukan di wilayah kerja Anda.').waitFor()
    expect(await page.getByText(lain?.namaKepala ?? '–').count()).toBe(0)
    // The refusal is the expected answer here, not an error of the page.
    d.siti.galat.length = 0
  })

  test('reads the frozen list for her kelurahan and cannot set a quota', async () => {
    const { page } = d.siti
    await buka(page, '/kuota')
    await page.getByRole('heading', { name: 'Daftar yang dibekukan' }).waitFor()
    await tenang(page)
    expect(await page.getByRole('button', { name: 'Tetapkan kuota' }).count()).toBe(0)
    await buka(page, d.alamatDaftar)
    await page.getByRole('row').nth(1).waitFor()
    const wilayah = await page.locator('tbody tr td:nth-child(3)').allTextContents()
    expect(wilayah.length).toBeGreaterThan(0)
    for (const w of wilayah) expect(w).toContain('Api-api')
  })

  test('reaches the content, the menu and the search by keyboard alone', async () => {
    const { page } = d.siti
    await page.goto('/')
    await tenang(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Langsung ke isi halaman',
    )
    await page.getByRole('link', { name: 'Cari keluarga' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Keluarga', level: 1 }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), {
        timeout: 20_000,
      })
      .toBe('Cari keluarga')
    await page.keyboard.type('siti')
    await page.keyboard.press('Enter')
    await tenang(page)
    expect(await page.getByRole('table').count()).toBe(1)
  })
}
