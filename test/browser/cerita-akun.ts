/** One's own account: sessions in words, ending them, changing the password. */
import { expect, test } from 'vitest'
import { sampai } from './alat.ts'
import type { DuniaMasuk } from './dunia.ts'
import { masukLewatHalaman, type Orang, periksa } from './peramban.ts'

export function ceritaAkun(d: DuniaMasuk): void {
  let kantor: Orang
  let rumah: Orang

  test('sees both her sessions and is sound at both sizes', async () => {
    rumah = await masukLewatHalaman(d.browser, d.alamat, 'dewi')
    kantor = await masukLewatHalaman(d.browser, d.alamat, 'dewi')
    const { page } = kantor
    await page.goto('/akun')
    const sesi = page.getByRole('list', { name: 'Sesi terbuka' }).getByRole('listitem')
    await sesi.nth(1).waitFor()
    expect(await sesi.count()).toBe(2)
    expect(await sesi.first().textContent()).toMatch(/Chrom.*jaringan.*masuk.*autentikator/s)
    expect(await sesi.filter({ hasText: 'Sesi ini' }).count()).toBe(1)
    await page.getByText('Belum ada kerabat yang dinyatakan').waitFor()
    await page.getByLabel('NIK kerabat').fill('9974010107700005')
    await page.getByLabel('Hubungan').selectOption('ipar')
    await page.getByRole('button', { name: 'Nyatakan' }).click()
    await page.getByText('9974••••••••0005').waitFor()
    for (const u of ['lebar', 'sempit'] as const) await periksa(page, 'akun', u)
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('ends the other session, which is out at once', async () => {
    const { page } = kantor
    await page.getByRole('button', { name: 'Akhiri', exact: true }).click()
    // Only when the list is shorter has the server ended it; the button itself hides while it works.
    const sesi = page.getByRole('list', { name: 'Sesi terbuka' }).getByRole('listitem')
    await sampai(() => sesi.count()).toBe(1)
    // A page not yet seen: what was fetched within ten seconds is shown without asking. The page may
    // have noticed by itself already, and its dialog lies over the menu then.
    await rumah.page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Keluarga', exact: true })
      .dispatchEvent('click')
    await rumah.page.getByRole('dialog', { name: 'Sesi berakhir' }).waitFor()
    await rumah.tutup()
  })

  test('changes her password by the rules, stated in words', async () => {
    const { page } = kantor
    await page.getByRole('button', { name: 'Ganti kata sandi' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ganti kata sandi' })
    await dialog.getByText('Kata sandi yang baik').waitFor()
    await periksa(page, 'ganti-sandi', 'lebar')
    await periksa(page, 'ganti-sandi', 'sempit')
    await page.setViewportSize({ width: 1366, height: 768 })
    await dialog.getByLabel('Kata sandi sekarang').fill('bukan yang ini sama sekali')
    await dialog.getByLabel('Kata sandi baru').fill('payung biru di atas sepeda')
    await dialog.getByRole('button', { name: 'Ganti kata sandi' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByLabel('Kata sandi baru').inputValue()).toBe(
      'payung biru di atas sepeda',
    )
    await dialog.getByLabel('Kata sandi sekarang').fill('padi-laut-kayu-100')
    await dialog.getByRole('button', { name: 'Ganti kata sandi' }).click()
    await page.getByText('Kata sandi sudah diganti').waitFor()
    d.galat.push(...kantor.galat)
    await kantor.tutup()
  })

  test('in English no Indonesian sentence is left on it', async () => {
    const orang = await masukLewatHalaman(d.browser, d.alamat, 'lina', { bahasa: 'en' })
    for (const alamat of ['/akun', '/perangkat']) {
      await orang.page.goto(alamat)
      await orang.page.getByRole('heading', { level: 2 }).first().waitFor()
      const teks = (await orang.page.locator('main').textContent()) ?? ''
      expect(teks, alamat).not.toMatch(/\b(yang|belum|dengan|untuk|masuk|tidak)\b/i)
    }
    await orang.tutup()
  })
}
