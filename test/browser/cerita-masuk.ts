/** The door: two steps on one page, nothing typed is lost, back to the page one came for. */
import { expect, test } from 'vitest'
import { kodeTotp, password, people } from '#test/people.ts'
import type { DuniaMasuk } from './dunia.ts'
import { isiKode, jendela, layar, masukLewatHalaman, periksa } from './peramban.ts'

const tombolMasuk = { name: 'Masuk', exact: true } as const

/** Budi as the server names a sample account. */
const contoh = async () => ({
  username: 'budi',
  password,
  nama: people.budi.nama,
  peran: { id: 'Verifikator Dinas Sosial', en: 'Social office verifier' },
  wilayah: { kode: people.budi.wilayah, nama: 'Kota Bontang', jenis: 'kota' },
  totp: { rahasia: 'JBSWY3DPEHPK3PXP', kode: await kodeTotp('budi'), sisaDetik: 20 },
})

export function ceritaMasuk(d: DuniaMasuk): void {
  test('a wrong password says what to do and keeps what was typed', async () => {
    const { page, tutup } = await jendela(d.browser, d.alamat)
    await page.goto('/keluarga')
    await page.getByLabel('Nama pengguna').fill('budi')
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan-sandi-saya')
    await page.getByRole('button', tombolMasuk).click()
    await page.getByRole('alert').getByText('tidak cocok').waitFor()
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('budi')
    expect(await page.getByLabel('Kata sandi', { exact: true }).inputValue()).toBe(
      'bukan-sandi-saya',
    )
    await periksa(page, 'masuk-salah', 'lebar')
    await periksa(page, 'masuk-salah', 'sempit')
    await tutup()
  })

  test('password, then the code, then the page one came for', async () => {
    const orang = await jendela(d.browser, d.alamat)
    const { page } = orang
    await page.goto('/kuota')
    await page.getByLabel('Nama pengguna').fill('budi')
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.getByRole('button', tombolMasuk).click()
    await page.getByRole('heading', { name: 'Bukti kedua' }).waitFor()
    await periksa(page, 'masuk-kedua', 'lebar')
    await periksa(page, 'masuk-kedua', 'sempit')
    await isiKode(page, '000000')
    await page.getByRole('alert').getByText('tidak cocok').waitFor()
    // A reload in between goes on at the second step.
    await page.reload()
    await page.getByRole('heading', { name: 'Bukti kedua' }).waitFor()
    await isiKode(page, await kodeTotp('budi'))
    await page.getByRole('heading', { name: /Simulasi kuota/, level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/kuota')
    await page.getByRole('button', { name: /^Peran yang dipakai: Verifikator/ }).waitFor()
    await orang.tutup()
  })

  test('too many attempts show the wait, and the form stays as it is', async () => {
    const { page, tutup } = await jendela(d.browser, d.alamat)
    await page.goto('/')
    await page.getByLabel('Nama pengguna').fill('orang-yang-tidak-ada')
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah-terus-menerus')
    const tombol = page.getByRole('button', tombolMasuk)
    for (let i = 0; i < 40 && (await tombol.isEnabled()); i++) {
      await Promise.all([
        page.waitForResponse((r) => r.url().endsWith('/api/masuk/sandi')),
        tombol.click(),
      ])
      await page.getByRole('alert').waitFor()
    }
    await page.getByText('Terlalu banyak percobaan').waitFor()
    await page.getByText(/Boleh dicoba lagi dalam \d+:\d\d/).waitFor()
    expect(await tombol.isDisabled()).toBe(true)
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('orang-yang-tidak-ada')
    await periksa(page, 'masuk-terlalu-sering', 'lebar')
    await tutup()
  })

  test('a sample account shows its secrets, marked as such, and fills itself in', async () => {
    const orang = await jendela(d.browser, d.alamat)
    const { page } = orang
    await page.route('**/api/sesi/awal', async (route) => {
      const awal = await (await route.fetch()).json()
      await route.fulfill({ json: { ...awal, demo: true, akun: [await contoh()] } })
    })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Akun contoh' }).waitFor()
    await page.getByText(`budi / ${password}`).waitFor()
    await periksa(page, 'masuk-contoh', 'lebar')
    await periksa(page, 'masuk-contoh', 'sempit')
    await page.getByRole('button', { name: /Budi, verifikator/ }).click()
    await page.getByText('Akun contoh, kode sekarang:').waitFor()
    await periksa(page, 'masuk-contoh-kode', 'sempit')
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Isi kode' }).click()
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor()
    await orang.tutup()
  })

  test('an auditor is asked for the purpose before families are shown', async () => {
    const orang = await masukLewatHalaman(d.browser, d.alamat, 'nur')
    const { page } = orang
    await page.goto('/keluarga')
    const dialog = page.getByRole('dialog', { name: 'Untuk tujuan apa data dibuka?' })
    await dialog.getByRole('radio', { name: 'Pemeriksaan' }).click()
    await dialog.getByLabel('Keterangan (boleh kosong)').fill('Uji petik triwulan')
    await dialog.getByRole('button', { name: 'Pakai tujuan ini' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .getByRole('button', { name: 'Tujuan: Pemeriksaan' })
      .filter({ visible: true })
      .waitFor()
    await page.getByRole('heading', { name: 'Keluarga', level: 1 }).waitFor()
    await page.getByRole('textbox', { name: 'Cari keluarga' }).waitFor()
    expect(await page.getByText('Sebutkan dahulu untuk tujuan apa').count()).toBe(0)
    for (const u of ['lebar', 'sempit'] as const) {
      await page.setViewportSize(layar[u])
      await page
        .getByRole('button', { name: 'Tujuan: Pemeriksaan' })
        .filter({ visible: true })
        .click()
      expect(await dialog.getByLabel('Keterangan (boleh kosong)').inputValue()).toBe(
        'Uji petik triwulan',
      )
      await periksa(page, 'tujuan', u)
      await dialog.getByRole('button', { name: 'Batal' }).click()
    }
    await orang.tutup()
  })
}
