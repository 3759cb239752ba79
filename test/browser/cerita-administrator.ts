/** An administrator invites an officer, gives a role and ends it, and has an administrator approved by another. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { tenang } from './alat.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { buka, type Layar, layar, masuk, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

/** Opens the page of one officer from the list. */
export async function bukaPetugas(page: Page, nama: string): Promise<string> {
  await buka(page, '/pengguna')
  await page.getByRole('textbox', { name: 'Cari petugas' }).fill(nama)
  await page.getByRole('button', { name: 'Cari', exact: true }).click()
  await page.getByRole('link', { name: nama }).click()
  await page.getByRole('heading', { name: nama, level: 1 }).waitFor()
  await tenang(page)
  return new URL(page.url()).pathname
}

type Isian = { peran: string; wilayah?: string; jenis?: string; dari?: string; sampai?: string }

/** Fills the form of an assignment and looks it over. */
export async function isiTugas(page: Page, i: Isian): Promise<void> {
  await page.getByRole('combobox', { name: 'Peran' }).selectOption({ label: i.peran })
  if (i.wilayah) {
    await page.getByRole('textbox', { name: 'Wilayah kerja' }).fill(i.wilayah)
    await page.getByRole('option', { name: i.wilayah }).first().click()
  }
  if (i.jenis) await page.getByLabel('Jenis penugasan').selectOption(i.jenis)
  await page.getByLabel('Nomor surat tugas').fill('800/12/Dinsos/2018')
  await page.getByLabel('Tanggal surat').fill('2018-07-20')
  if (i.dari) await page.getByLabel('Mulai').fill(i.dari)
  if (i.sampai) await page.getByLabel('Hari terakhir').fill(i.sampai)
  await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click()
  await page.getByRole('heading', { name: /^Periksa sebelum diberikan/ }).waitFor()
}

export function ceritaAdministrator(d: DuniaPengguna): void {
  test('sees the officers of the city, and none of another', async () => {
    const { page } = d.lina
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Pengguna' })
      .click()
    await page.getByRole('link', { name: 'Budi, verifikator Bontang' }).waitFor()
    expect(await page.getByText('Tuti, verifikator Tuban').count()).toBe(0)
    await page.getByRole('combobox', { name: 'Peran' }).selectOption('operator_desa')
    await page.getByRole('link', { name: 'Siti, operator Api-api' }).waitFor()
    await expect.poll(() => page.getByText('Budi, verifikator Bontang').count()).toBe(0)
    expect(page.url()).toContain('peran=operator_desa')
    expect(
      await page
        .getByRole('navigation', { name: 'Menu utama' })
        .getByRole('link', { name: 'Keluarga' })
        .count(),
    ).toBe(0)
  })

  test('invites an officer: every field says what it lacks, then what the role will mean', async () => {
    const { page } = d.lina
    await buka(page, '/pengguna/undang')
    await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click()
    await page.getByText('Tulis nama lengkap.').waitFor()
    expect(await page.getByText('Tulis 16 angka.').count()).toBe(2)
    await page.getByLabel('Nama lengkap').fill('Rahmat Hidayat')
    await page.getByLabel('Nomor telepon').fill('0812-5550-1234')
    await page.getByLabel('NIK petugas').fill('6474 0112 0385 0007')
    await page.getByLabel('Nomor KK petugas').fill('6474010101180007')
    await isiTugas(page, { peran: 'Operator desa/kelurahan', wilayah: 'Lok Tuan' })
    await page.getByText('Memasukkan data dari berkas').waitFor()
    for (const u of ukuran) await periksa(page, 'undang-tinjau', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Undang dan buat tautan' }).click()
    await page.getByRole('heading', { name: 'Tautan sekali pakai' }).waitFor()
    await page.getByRole('img', { name: 'Kode QR untuk Rahmat Hidayat' }).waitFor()
    const alamat = await page.getByText(/^http.*\/undangan\//).textContent()
    expect(page.url()).not.toContain(alamat?.split('/').at(-1) ?? '–')
    d.alamatBaru = new URL(page.url()).pathname.replace(/\/tautan$/, '')
  })

  test('the slip prints on one sheet, without the menu', async () => {
    const { page } = d.lina
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Cetak lembar' }).isVisible()).toBe(false)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    await page.emulateMedia({ media: 'screen' })
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
  })

  test('finds the invited officer, whose numbers nobody can read', async () => {
    const { page } = d.lina
    await buka(page, d.alamatBaru)
    await page.getByText('Undangan belum diterima').waitFor()
    await page.getByText('Tersimpan, tertutup untuk siapa pun').waitFor()
    expect(await page.content()).not.toContain('6474010101180007')
    expect(await page.title()).toBe('Satu petugas · SIKS-NG')
  })

  test('gives a role to an officer, and the new assignment stands there', async () => {
    const { page } = d.lina
    d.alamatSiti = await bukaPetugas(page, 'Siti, operator Api-api')
    await page.getByRole('link', { name: 'Beri penugasan' }).click()
    await page.getByRole('heading', { name: 'Beri penugasan', level: 1 }).waitFor()
    await isiTugas(page, {
      peran: 'Pengisi data kabupaten/kota',
      jenis: 'plt',
      dari: '2018-07-24',
      sampai: '2018-08-31',
    })
    await page.getByRole('button', { name: 'Berikan penugasan' }).click()
    const baris = page
      .getByRole('table', { name: 'Penugasan' })
      .getByRole('row', { name: /Pengisi data/ })
    await baris.waitFor()
    expect(await baris.textContent()).toContain('Plt')
    expect(await baris.textContent()).toContain('24 Jul 2018 – 31 Agu 2018')
  })

  test('a Ketua RT needs a list of RT, as people write it', async () => {
    const { page } = d.lina
    await buka(page, `${d.alamatSiti}/tugas`)
    await page.getByRole('combobox', { name: 'Peran' }).selectOption({ label: 'Ketua RT' })
    await page.getByRole('textbox', { name: 'Wilayah kerja' }).fill('Api-api')
    await page.getByRole('option', { name: 'Api-api' }).click()
    await page.getByRole('textbox', { name: 'Daftar RT' }).fill('tujuh')
    await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click()
    await page.getByText('Tulis nomor RT dipisah koma, misalnya 1, 3, 5-7.').waitFor()
    for (const u of ukuran) await periksa(page, 'beri-tugas-rt', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('textbox', { name: 'Daftar RT' }).fill('RT 007, 9-10')
    await page.getByLabel('Nomor surat tugas').fill('800/13/Api-api/2018')
    await page.getByLabel('Tanggal surat').fill('2018-07-20')
    await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click()
    await page.getByText('RT 007, 009, 010 · Kelurahan Api-api').waitFor()
    await page.getByText('Passkey, atau ponsel yang dipasangkan di kelurahan dengan PIN').waitFor()
  })

  test('changes its dates, then ends it with a reason', async () => {
    const { page } = d.lina
    await buka(page, d.alamatSiti)
    const baris = page
      .getByRole('table', { name: 'Penugasan' })
      .getByRole('row', { name: /Pengisi data/ })
    await baris.getByRole('button', { name: 'Ubah masa' }).click()
    const ubah = page.getByRole('dialog')
    await ubah.getByLabel('Hari terakhir').fill('2018-08-15')
    await ubah.getByRole('button', { name: 'Simpan' }).click()
    await ubah.waitFor({ state: 'hidden' })
    await baris.getByText('24 Jul 2018 – 15 Agu 2018').waitFor()
    await baris.getByRole('button', { name: 'Akhiri' }).click()
    const akhiri = page.getByRole('dialog')
    await akhiri.getByRole('button', { name: 'Akhiri penugasan' }).click()
    await akhiri.getByText('Tulis alasan, paling sedikit 5 huruf.').waitFor()
    await akhiri.getByLabel('Alasan').fill('salah orang, seharusnya Joko')
    await akhiri.getByRole('button', { name: 'Akhiri penugasan' }).click()
    await akhiri.waitFor({ state: 'hidden' })
    await page
      .getByRole('table', { name: 'Penugasan yang sudah berakhir' })
      .getByRole('row', { name: /Pengisi data/ })
      .waitFor()
  })

  test('proposes an administrator, whom only another one can approve', async () => {
    const { page } = d.lina
    await bukaPetugas(page, 'Joko, operator Guntung')
    await page.getByRole('link', { name: 'Beri penugasan' }).click()
    await page.getByRole('heading', { name: 'Beri penugasan', level: 1 }).waitFor()
    await isiTugas(page, { peran: 'Administrator wilayah' })
    await page.getByRole('button', { name: 'Usulkan administrator' }).click()
    await page.getByRole('heading', { name: 'Joko, operator Guntung', level: 1 }).waitFor()
    await buka(page, '/pengguna/usulan')
    await page.getByText('Menunggu administrator lain').waitFor()
    const eko = await masuk(d.browser, d.server.address, 'eko')
    await buka(eko.page, '/pengguna/usulan')
    await eko.page.getByRole('button', { name: 'Periksa dan putuskan' }).click()
    const dialog = eko.page.getByRole('dialog')
    await dialog.getByText('Memberi peran kepada petugas lain di wilayah itu').waitFor()
    await dialog.getByRole('button', { name: 'Setujui' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await eko.page.getByText('Tidak ada usulan yang menunggu').waitFor()
    expect(eko.galat).toEqual([])
    await eko.tutup()
  })
}
