/** A file of officers with good and broken rows: each is judged, the good ones are made, their links leave once. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { angka } from './alat.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { buka, type Layar, layar, periksa } from './peramban.ts'

const judul =
  'Nama;NIK;Nomor KK;Nomor telepon;Peran;Wilayah;RT;Jenis;Nomor surat;Tanggal surat;Dari;Sampai'
const benar = (nama: string, n: number) =>
  `${nama};997401150680100${n};997401150618100${n};0813-000-100${n};Operator desa/kelurahan;Api-Api;;;800/${n};02-07-2018;10-07-2018;`
const berkas = {
  name: 'petugas-baru.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      judul,
      benar('Andi Saputra', 1),
      benar('Rini Lestari', 2),
      'Tanpa Nomor;123;;0813-000-1003;Operator desa/kelurahan;Api-Api;;;800/3;02-07-2018;10-07-2018;',
      'Peran Aneh;9974011506801004;9974011506181004;0813-000-1004;Raja;Api-Api;;;800/4;02-07-2018;10-07-2018;',
    ].join('\n'),
  ),
}

export function ceritaImporPetugas(d: DuniaPengguna): void {
  test('downloads the workbook that the import reads', async () => {
    const { page } = d.lina
    await buka(page, '/pengguna/impor')
    const [unduhan] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh buku kerja kosong' }).click(),
    ])
    expect(unduhan.suggestedFilename()).toMatch(/\.xlsx$/)
  })

  test('sees per row what will be made, and per cell why not and what to do', async () => {
    const { page } = d.lina
    await page.locator('input[type=file]').setInputFiles(berkas)
    await page.getByRole('heading', { name: '2. Periksa' }).waitFor()
    expect(await angka(page, 'Akan dibuat').textContent()).toBe('2')
    expect(await angka(page, 'Ditolak').textContent()).toBe('2')
    const tabel = page.getByRole('table', { name: 'Laporan per baris' })
    await tabel
      .getByRole('row', { name: /Peran Aneh/ })
      .getByText('Raja')
      .waitFor()
    await tabel
      .getByRole('row', { name: /Tanpa Nomor/ })
      .getByText(/^Kolom NIK/)
      .waitFor()
    expect(await tabel.getByText('Andi Saputra').count()).toBe(0)
    for (const u of Object.keys(layar) as Layar[]) await periksa(page, 'impor-petugas-laporan', u)
    await page.setViewportSize(layar.lebar)
  })

  test('makes the accepted ones, and takes their links out once with a purpose', async () => {
    const { page } = d.lina
    await page.getByRole('button', { name: 'Buat 2 akun' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buat 2 akun' }).click()
    await page.getByText('2 akun dibuat.').waitFor()
    await page.getByRole('button', { name: 'Unduh lembar tautan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tujuan').fill('dibagikan pada rapat koordinasi')
    const [unduhan] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Unduh', exact: true }).click(),
    ])
    const buku = new ExcelJS.Workbook()
    const isi = readFileSync(await unduhan.path())
    await buku.xlsx.load(isi.buffer.slice(isi.byteOffset, isi.byteOffset + isi.byteLength))
    let tautan = 0
    for (const lembar of buku.worksheets)
      lembar.eachRow((row) => {
        if (JSON.stringify(row.values).includes('/undangan/')) tautan++
      })
    expect(tautan).toBe(2)
    await dialog.waitFor({ state: 'hidden' })
    await periksa(page, 'impor-petugas-selesai', 'lebar')
    await page.getByRole('link', { name: 'Lihat daftar petugas' }).click()
    await page.getByRole('link', { name: 'Andi Saputra' }).waitFor()
    expect(await page.getByText('Peran Aneh').count()).toBe(0)
  })
}
