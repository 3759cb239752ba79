/** A passkey of this device: registered in one's account, then enough to sign in. */
import { expect, test } from 'vitest'
import { pasangSidikJari } from './autentikator.ts'
import type { DuniaMasuk } from './dunia.ts'
import { masukLewatHalaman, type Orang, periksa } from './peramban.ts'

export function ceritaPasskey(d: DuniaMasuk): void {
  let hasan: Orang

  test('registers a passkey of this device in his account', async () => {
    hasan = await masukLewatHalaman(d.browser, d.alamat, 'hasan')
    const { page } = hasan
    await pasangSidikJari(page)
    await page.getByRole('button', { name: /^Akun / }).click()
    await page.getByRole('menuitem', { name: 'Akun saya' }).click()
    await page.getByRole('heading', { name: 'Akun saya', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Tambah', exact: true }).click()
    await page.getByLabel('Nama passkey').fill('Laptop kantor')
    await page.getByRole('button', { name: 'Buat passkey' }).click()
    // The first codes come with it: he had none.
    await page.getByRole('checkbox', { name: 'Sudah saya simpan' }).check()
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await page.getByText('Passkey: Laptop kantor').waitFor()
  })

  test('signs in by it alone', async () => {
    const { page } = hasan
    await page.getByRole('button', { name: /^Akun / }).click()
    await page.getByRole('menuitem', { name: 'Keluar' }).click()
    await page.getByRole('heading', { name: 'Masuk', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Masuk dengan passkey' }).click()
    await page.getByRole('button', { name: /^Peran yang dipakai: Kepala OPD/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('a grave step asks again, takes the passkey, and goes on with what was asked', async () => {
    const { page } = hasan
    await d.server.database.admin.query(
      `update masuk."session" set dikukuhkan_pada = now() - interval '11 minutes'`,
    )
    await page.goto('/akun')
    await page
      .getByRole('button', { name: 'Kode pemulihan baru' })
      .or(page.getByRole('button', { name: 'Buat kode' }))
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buat kode' }).click()
    const bukti = page.getByRole('dialog', { name: 'Buktikan lagi bahwa ini Anda' })
    await bukti.waitFor()
    await periksa(page, 'kukuhkan', 'lebar')
    await periksa(page, 'kukuhkan', 'sempit')
    await bukti.getByRole('button', { name: 'Buktikan dengan passkey' }).click()
    await page.getByRole('checkbox', { name: 'Sudah saya simpan' }).check()
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
    await page.getByText(/\d+ kode belum terpakai/).waitFor()
    d.galat.push(...hasan.galat)
    await hasan.tutup()
  })
}
