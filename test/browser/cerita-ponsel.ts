/** A phone is paired by the QR code of the kelurahan, and from then on opens by PIN. */
import { expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import type { DuniaMasuk } from './dunia.ts'
import { jendela, masukLewatHalaman, type Orang, periksa } from './peramban.ts'

const PIN = '739146'

export function ceritaPonsel(d: DuniaMasuk): void {
  let tautan = ''
  let siti: Orang
  let ponsel: Orang

  const ketikPin = async (pin: string) => {
    for (const angka of pin)
      await ponsel.page.getByRole('button', { name: angka, exact: true }).click()
  }

  test('the operator shows the code, after proving again who she is', async () => {
    siti = await masukLewatHalaman(d.browser, d.alamat, 'siti')
    const { page } = siti
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Perangkat petugas' })
      .click()
    await page.getByRole('button', { name: /Pasangkan ponsel Yusuf/ }).waitFor()
    await periksa(page, 'perangkat', 'sempit')
    await periksa(page, 'perangkat', 'lebar')
    await page.getByRole('button', { name: /Pasangkan ponsel Yusuf/ }).click()
    await page.getByText(/Berlaku \d+:\d\d lagi/).waitFor()
    await periksa(page, 'pasangkan-qr', 'lebar')
    await periksa(page, 'pasangkan-qr', 'sempit')
    tautan = (await page.getByRole('dialog').locator('pre').textContent()) ?? ''
    expect(new URL(tautan).pathname).toMatch(/^\/pasang\//)
  })

  test('his phone opens it, sets a PIN, and is in', async () => {
    ponsel = await jendela(d.browser, d.alamat, { layar: 'sempit' })
    const { page } = ponsel
    await page.goto(new URL(tautan).pathname)
    await page.getByRole('heading', { name: 'Pasangkan ponsel ini' }).waitFor()
    await periksa(page, 'pasang', 'sempit')
    await ketikPin(PIN)
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await ketikPin('111222')
    await page.getByRole('button', { name: 'Pasangkan dan masuk' }).click()
    await page.getByText('Kedua PIN tidak sama').waitFor()
    await ketikPin(PIN)
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await ketikPin(PIN)
    await page.getByRole('button', { name: 'Pasangkan dan masuk' }).click()
    await page
      .getByRole('button', { name: /^Peran yang dipakai: Ketua RT.*RT 007/ })
      .filter({ visible: true })
      .waitFor()
    await periksa(page, 'ponsel-beranda', 'sempit')
    await siti.page.getByText(/Ponsel Yusuf.* sudah terpasang/).waitFor()
  })

  test('the next time the phone and the PIN are enough', async () => {
    const { page } = ponsel
    await page.getByRole('button', { name: /^Akun / }).click()
    await page.getByRole('menuitem', { name: 'Keluar' }).click()
    await page.getByLabel('PIN Anda').waitFor()
    await periksa(page, 'masuk-pin', 'sempit')
    await ketikPin('739147')
    await page.getByRole('alert').getByText('tidak cocok').waitFor()
    await ketikPin(PIN)
    await page
      .getByRole('button', { name: /^Peran yang dipakai: Ketua RT/ })
      .filter({ visible: true })
      .waitFor()
  })

  test('he sees the families of his RT, and of no other', async () => {
    const { page } = ponsel
    const { admin } = d.server.database
    for (const [rt, kepala] of [
      [7, 'SUKARDI WIJAYA'],
      [8, 'SUKARDI HALIM'],
      [null, 'SUKARDI TANPA'],
    ] as const)
      await makeFamily(admin, {
        wilayah: 6474011006,
        ...(rt === null ? {} : { rt }),
        kepala,
        anggota: [{ nama: kepala }],
      })
    const hanyaMiliknya = async () => {
      await page.getByText('SUKARDI WIJAYA').filter({ visible: true }).first().waitFor()
      expect(await page.locator('main').textContent()).not.toMatch(/HALIM|TANPA/)
    }
    await page.goto('/keluarga')
    await hanyaMiliknya()
    await page.getByRole('textbox', { name: 'Cari keluarga' }).fill('sukardi')
    await page.getByRole('button', { name: 'Cari', exact: true }).click()
    await hanyaMiliknya()
    await periksa(page, 'ponsel-keluarga', 'sempit')
  })

  test('a phone that the kelurahan takes out of use is out at once', async () => {
    const { page } = siti
    await page.getByRole('button', { name: 'Selesai' }).click()
    await page.getByRole('button', { name: /^Cabut ponsel/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut', exact: true }).click()
    await page.getByRole('button', { name: /^Cabut ponsel/ }).waitFor({ state: 'detached' })
    await ponsel.page.reload()
    await ponsel.page.getByLabel('PIN Anda').waitFor()
    await ketikPin(PIN)
    await ponsel.page.getByRole('alert').getByText('tidak cocok').waitFor()
    d.galat.push(...siti.galat, ...ponsel.galat)
    await siti.tutup()
    await ponsel.tutup()
  })
}
