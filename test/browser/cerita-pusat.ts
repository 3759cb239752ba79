/** Upwards and back: a letter whose number follows, handing over, the centre's outcomes, and who reads of them. */
import { test } from 'vitest'
import { type DuniaBulan, dilihat } from './dunia-bulan.ts'

export function ceritaPusat(dunia: () => DuniaBulan): void {
  test('the head of the office makes the letter, numbers it later and hands the batch over', async () => {
    const page = await dunia().halaman('hasan')
    await page.goto('/')
    await page.getByRole('link', { name: 'Kiriman ke pusat', exact: true }).click()
    await page.getByText('4 usulan').waitFor()
    await dilihat(page, 'kiriman-siap')
    await page.getByRole('button', { name: /^Buat surat pengesahan/ }).click()
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
    await page.getByText('4 dari 4 usulan ditarik pusat.').waitFor()
    await dilihat(page, 'kiriman-satu')
  })

  test('outcomes are looked at row by row, and taken in', async () => {
    const d = dunia()
    const page = await d.halaman('hasan')
    await page.getByRole('link', { name: 'Kiriman ke pusat', exact: true }).click()
    const nomor = (nama: string) => d.satu(nama).nomor
    const isi = [
      'Nomor tanda terima;Putusan;Alasan;Desil;NIK;Tanggal nonaktif',
      `${nomor('AMINAH')};Diterima;;2`,
      `${nomor('BUNGA')};Diterima;;1`,
      `${nomor('CITRA')};Ditolak;Bukan warga;`,
      `${nomor('BADU')};Diterima;;8`,
      'x;y;;',
      ';Nonaktif;Ganda dengan kota lain;;9974010101600990;20-07-2018',
      '',
    ].join('\n')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hasil.csv', mimeType: 'text/csv', buffer: Buffer.from(isi) })
    await page.getByLabel('Tanggal pada berkas').fill('2018-08-08')
    await page.getByRole('button', { name: 'Periksa berkas' }).click()
    await page.getByRole('button', { name: 'Impor 4 baris' }).waitFor()
    await dilihat(page, 'kiriman-hasil')
    await page.getByRole('button', { name: 'Impor 4 baris' }).click()
    await page.getByText('Hasil pusat sudah diimpor').waitFor()
  })

  test('the village reads who entered, who was rejected and why, and finds the new family', async () => {
    const d = dunia()
    const page = await d.halaman('siti')
    await page.goto('/')
    await page.getByRole('link', { name: 'Perubahan dari pusat', exact: true }).click()
    await page.getByLabel('Sejak').fill('2018-07-01')
    await page.getByText('Bukan warga').waitFor()
    await page.getByRole('row').filter({ hasText: 'AMINAH' }).first().waitFor()
    await dilihat(page, 'perubahan')
    await d.buka('siti', 'AMINAH')
    await page.getByRole('link', { name: 'Keluarga yang terdaftar dari usulan ini' }).click()
    await page.getByRole('heading', { name: 'AMINAH', level: 1 }).waitFor()
    await page.getByText('Belum berdesil').waitFor()
    await page.goto(`/keluarga/${d.badu.kab}/${d.badu.id}`)
    await page.getByText('Tidak layak').first().waitFor()
  })

  test('the RT head reads the fate of his proposal, the kecamatan and the province that of all', async () => {
    const d = dunia()
    const yusuf = await d.halaman('yusuf')
    await yusuf.goto('/usulan?meja=kirim')
    await yusuf
      .locator('main')
      .getByText('Diterima', { exact: true })
      .locator('visible=true')
      .waitFor()
    for (const nama of ['wati', 'rina'] as const) {
      const page = await d.halaman(nama)
      await page.goto('/')
      await page.getByRole('link', { name: 'Perubahan dari pusat', exact: true }).click()
      await page.getByLabel('Sejak').fill('2018-07-01')
      await page.getByText('Bukan warga').waitFor()
    }
  })
}
