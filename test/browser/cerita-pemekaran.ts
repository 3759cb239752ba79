/** A village is split by decree: a table on the page, its preview, kept by one and approved by another. */
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { type Layar, layar, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

const isi = async (page: Page, n: number, kata: Readonly<Record<string, string>>) => {
  const baris = page.getByRole('listitem').filter({ hasText: `Baris ${n}` })
  for (const [nama, nilai] of Object.entries(kata))
    await baris.getByRole('textbox', { name: nama, exact: true }).fill(nilai)
}

/** @param sebagai signs a person in */
export function ceritaPemekaran(sebagai: (nama: 'lina' | 'eko') => Promise<Page>): void {
  test('a village is split by decree: previewed, kept by one administrator, approved by another', async () => {
    const page = await sebagai('lina')
    await page.getByRole('link', { name: 'Pemekaran', exact: true }).click()
    await page.getByText('Belum ada pemekaran').waitFor()
    for (const u of ukuran) await periksa(page, 'pemekaran-kosong', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('link', { name: 'Susun rancangan' }).click()
    await page.getByRole('textbox', { name: 'Nama', exact: true }).fill('Kelurahan Guntung Hulu')
    await page.getByRole('textbox', { name: 'Nomor surat' }).fill('Perda 3/2018')
    await page.getByLabel('Tanggal surat').fill('2018-06-01')
    await page.getByLabel('Berlaku mulai').fill('2018-07-01')
    await isi(page, 1, { 'Kode lama': '6474011004', RT: '3', 'Kode baru': '6474011098' })
    await page.getByRole('button', { name: 'Tambah baris' }).click()
    await isi(page, 2, { 'Kode lama': '6474019999', 'Kode baru': '6474011006' })
    await page.getByRole('button', { name: 'Pratinjau' }).click()
    await page.getByText('2 baris tidak dapat dikerjakan').waitFor()
    await page.getByText('isi nama barunya').waitFor()
    for (const u of ukuran) await periksa(page, 'pemekaran-salah', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Hapus: Baris 2' }).click()
    await isi(page, 1, { 'Nama baru': 'Guntung Hulu' })
    await page.getByText('Tabelnya berubah sejak pratinjau ini').waitFor()
    await page.getByRole('button', { name: 'Pratinjau' }).click()
    await page.getByText('tidak ada yang hilang').waitFor()
    for (const u of ukuran) await periksa(page, 'pemekaran-pratinjau', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Simpan rancangan' }).click()
    await page.getByText('Menunggu persetujuan administrator lain').waitFor()
    for (const u of ukuran) await periksa(page, 'pemekaran-menunggu', u)

    const eko = await sebagai('eko')
    await eko.getByRole('link', { name: 'Pemekaran', exact: true }).click()
    await eko.getByRole('link', { name: 'Kelurahan Guntung Hulu' }).click()
    await eko.getByRole('button', { name: 'Setujui' }).click()
    await eko.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await eko.getByText(/^Selesai: \d+ keluarga/).waitFor({ timeout: 20_000 })
    for (const u of ukuran) await periksa(eko, 'pemekaran-selesai', u)
  })
}
