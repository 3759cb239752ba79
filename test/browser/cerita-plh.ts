/** A daily deputy: the role is there from its first day to its last, and gone before and after. */
import { expect, test } from 'vitest'
import { people } from '#test/people.ts'
import { bukaPetugas, isiTugas } from './cerita-administrator.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { masuk } from './peramban.ts'

export function ceritaPlh(d: DuniaPengguna): void {
  test('a lurah on leave is stood in for by another, for three days', async () => {
    const { page } = d.lina
    await bukaPetugas(page, people.dewi.nama)
    await page.getByRole('link', { name: 'Beri penugasan' }).click()
    await page.getByRole('heading', { name: 'Beri penugasan', level: 1 }).waitFor()
    await isiTugas(page, {
      peran: 'Lurah/kepala desa',
      wilayah: 'Guntung',
      jenis: 'plh',
      dari: '2018-07-26',
      sampai: '2018-07-28',
    })
    await page.getByRole('button', { name: 'Berikan penugasan' }).click()
    const baris = page
      .getByRole('table', { name: 'Penugasan' })
      .getByRole('row', { name: /Guntung/ })
    await baris.getByText('Belum mulai').waitFor()
    await baris.getByText('Plh').waitFor()
  })

  test.each([
    ['2018-07-25', false],
    ['2018-07-26', true],
    ['2018-07-28', true],
    ['2018-07-29', false],
  ])('on %s the role of the deputy can be worn: %s', async (hari, berlaku) => {
    // Lina has left: a page that stayed open would ask a server that is being stopped, and be told 503.
    await d.lina.page.close()
    await d.server.pindahHari(hari)
    const dewi = await masuk(d.browser, d.server.address, 'dewi')
    const dipakai = dewi.page.getByRole('button', { name: /^Peran yang dipakai/ })
    await dipakai.click()
    const pilihan = dewi.page.getByRole('dialog')
    await pilihan.getByRole('button', { name: /Api-api/ }).waitFor()
    const plh = pilihan.getByRole('button', { name: /^Plh.*Guntung/ })
    expect(await plh.count()).toBe(berlaku ? 1 : 0)
    if (berlaku) {
      if ((await plh.getAttribute('aria-current')) === null) await plh.click()
      await dewi.page.getByRole('button', { name: /^Peran yang dipakai: Plh.*Guntung/ }).waitFor()
    }
    await dewi.tutup()
  })
}
