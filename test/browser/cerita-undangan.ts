/** Invitation, password, authenticator, recovery codes, pledge; then a new role ends the session. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeNow } from '#server/pengguna/totp.ts'
import { type Person, password, rahasiaTotp } from '#test/people.ts'
import { sampai } from './alat.ts'
import { kodeDari } from './autentikator.ts'
import type { DuniaMasuk } from './dunia.ts'
import { isiKode, jendela, layar, nilai, type Orang, periksa } from './peramban.ts'

const apiApi = 6474011006
const surat = { suratNomor: '821/7/2018', suratTanggal: '2018-07-20', dari: '2018-07-20' }
const sandiRatna = 'gerobak ungu menari pelan'

/** Proves again who an administrator is, as grave steps ask. */
async function kukuhkan(orang: Person): Promise<void> {
  const { kode } = await codeNow(rahasiaTotp(orang.nama))
  const jawab = await orang.post('/api/masuk/kukuhkan', { cara: 'sandi', sandi: password, kode })
  expect(jawab.status).toBe(200)
}

/** Reads the pledge to its end and accepts it. */
export async function terimaPakta(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Pakta integritas', level: 1 }).waitFor()
  const setuju = page.getByRole('checkbox', { name: /Saya sudah membaca/ })
  const isi = page.getByRole('region', { name: /[Pp]akta integritas/i }).first()
  // A window that was just turned lays the text out once more, at its beginning.
  await sampai(async () => {
    await isi.evaluate((e) => e.scrollTo(0, e.scrollHeight))
    return page.getByText('Anda sudah sampai di akhir teks.').isVisible()
  }).toBe(true)
  await setuju.check()
  await page.getByRole('button', { name: 'Terima dan mulai bekerja' }).click()
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor()
}

export function ceritaUndangan(d: DuniaMasuk): void {
  let id = ''
  let kunci = ''
  let kode: string[] = []
  let ratna: Orang

  test('opens the link and chooses a password of her own', async () => {
    const lina = await d.server.as('lina')
    await kukuhkan(lina)
    const dibuat = await lina.post('/api/pengguna', {
      nama: 'Ratna Dewi',
      nik: '9974011708850003',
      nomorKk: '9974011708180003',
      telepon: '081250001001',
      tugas: { peran: 'lurah', wilayah: apiApi, ...surat },
    })
    expect(dibuat.status).toBe(200)
    id = String(dibuat.body.id)
    const tautan = await lina.get(`/api/pengguna/${id}/tautan`)
    ratna = await jendela(d.browser, d.alamat)
    const { page } = ratna
    await page.goto(String(tautan.body.alamat))
    await page.getByRole('heading', { name: 'Selamat datang' }).waitFor()
    await page.getByText('Ratna Dewi').waitFor()
    await periksa(page, 'undangan', 'lebar')
    await periksa(page, 'undangan', 'sempit')
    await page.getByLabel('Kata sandi baru').fill('pendek')
    await page.getByRole('button', { name: 'Simpan kata sandi dan lanjut' }).click()
    await page
      .getByText(/Kurang \d+ karakter lagi/)
      .first()
      .waitFor()
    await page.getByLabel('Kata sandi baru').fill(sandiRatna)
    await page.getByRole('button', { name: 'Simpan kata sandi dan lanjut' }).click()
    await page.getByRole('heading', { name: 'Pasang bukti kedua' }).waitFor()
  })

  test('sets up the authenticator from the key and sees the recovery codes once', async () => {
    const { page } = ratna
    await page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor()
    await periksa(page, 'pasang-autentikator', 'lebar')
    await periksa(page, 'pasang-autentikator', 'sempit')
    kunci = (await page.locator('code').first().textContent()) ?? ''
    await page.getByLabel('Kode enam angka').fill('123456')
    await page.getByRole('button', { name: 'Periksa kode' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Kode enam angka').fill(await kodeDari(kunci))
    await page.getByRole('button', { name: 'Periksa kode' }).click()
    await page.getByRole('heading', { name: 'Simpan kode pemulihan' }).waitFor()
    kode = await page
      .getByRole('list', { name: 'Simpan kode pemulihan' })
      .locator('li')
      .allTextContents()
    expect(kode.length).toBeGreaterThanOrEqual(8)
    await periksa(page, 'kode-pemulihan', 'lebar')
    await periksa(page, 'kode-pemulihan', 'sempit')
    expect(await page.getByRole('button', { name: 'Lanjut', exact: true }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Sudah saya simpan' }).check()
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
  })

  test('cannot accept the pledge before its end was in view', async () => {
    const { page } = ratna
    await page.setViewportSize({ width: 390, height: 640 })
    await page.getByRole('heading', { name: 'Pakta integritas', level: 1 }).waitFor()
    expect(await page.getByRole('checkbox', { name: /Saya sudah membaca/ }).isDisabled()).toBe(true)
    await periksa(page, 'pakta', 'lebar')
    await periksa(page, 'pakta', 'sempit')
    await page.setViewportSize(layar.lebar)
    await terimaPakta(page)
    await page.getByRole('button', { name: /^Peran yang dipakai: Lurah/ }).waitFor()
  })

  test('the invitation works once', async () => {
    const tamu = await jendela(d.browser, d.alamat)
    const lina = await d.server.as('lina')
    const tautan = await lina.get(`/api/pengguna/${id}/tautan`)
    expect(tautan.status).not.toBe(200)
    await tamu.page.goto('/undangan/tautan-yang-tidak-pernah-dibuat')
    await tamu.page.getByText('Tautan ini sudah dipakai').waitFor()
    await periksa(tamu.page, 'undangan-habis', 'sempit')
    await tamu.tutup()
  })

  test('a second role ends her session at once, over the page that stands', async () => {
    const lina = await d.server.as('lina')
    await kukuhkan(lina)
    const beri = await lina.post(`/api/pengguna/${id}/penugasan`, {
      peran: 'kecamatan',
      wilayah: 6474010000,
      jenis: 'plh',
      ...surat,
      dari: '2018-07-24',
      hariTerakhir: '2018-07-31',
    })
    expect(beri.status).toBe(200)
    const { page } = ratna
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Wilayah' })
      .click()
    const dialog = page.getByRole('dialog', { name: 'Sesi berakhir' })
    await dialog.waitFor()
    // Beneath it the page goes on waiting for its answer.
    await nilai(page, 'sesi-berakhir', 'lebar')
    await dialog.getByLabel('Nama pengguna').fill('ratna.apiapi')
    await dialog.getByLabel('Kata sandi', { exact: true }).fill(sandiRatna)
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
    // The code of the set-up was used; the next one is taken ahead of time.
    await isiKode(page, await kodeDari(kunci, 30))
    await page.getByRole('button', { name: /^Peran yang dipakai: Plh\. Kecamatan/ }).waitFor()
  })

  test('wears her other role, and the page opens in its area', async () => {
    const { page } = ratna
    await page.getByRole('button', { name: /^Peran yang dipakai/ }).click()
    await page
      .getByRole('button', { name: /Plh\. Kecamatan.*24 Juli 2018 – 31 Juli 2018/ })
      .waitFor()
    await periksa(page, 'peran', 'lebar')
    await page.getByRole('dialog').getByRole('button', { name: /Lurah/ }).click()
    await page.getByRole('button', { name: /^Peran yang dipakai: Lurah.*Api-api/i }).waitFor()
  })

  test('sees her own NIK in her account, masked', async () => {
    const { page } = ratna
    await page.goto('/akun')
    await page.getByText('9974••••••••0003').first().waitFor()
    expect(await page.locator('main').textContent()).not.toContain('9974011708850003')
  })

  test('signs in by a recovery code when the phone is not there', async () => {
    const orang = await jendela(d.browser, d.alamat)
    const { page } = orang
    await page.goto('/')
    await page.getByLabel('Nama pengguna').fill('081250001001')
    await page.getByLabel('Kata sandi', { exact: true }).fill(sandiRatna)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('button', { name: /Pakai kode pemulihan/ }).click()
    await page.getByLabel('Kode pemulihan').fill(kode[0] ?? '')
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor()
    d.galat.push(...orang.galat, ...ratna.galat)
    await orang.tutup()
    await ratna.tutup()
  })
}
