/** A daily deputy: the role is there from its first day to its last, and gone before and after. */
import { expect, test } from 'vitest'
import { people } from '#test/people.ts'
import { tenang } from './alat.ts'
import { bukaPetugas, isiTugas } from './cerita-administrator.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { masuk, type Orang } from './peramban.ts'

/** The roles that an officer could wear that day, as the page of their own account says. */
async function peranDi(d: DuniaPengguna, hari: string): Promise<{ orang: Orang; teks: string }> {
  await d.server.pindahHari(hari)
  const orang = await masuk(d.browser, d.server.address, 'dewi')
  await orang.page.goto('/akun')
  await tenang(orang.page)
  return { orang, teks: (await orang.page.locator('main').textContent()) ?? '' }
}

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
  ])('on %s the role is worn: %s', async (hari, berlaku) => {
    const { orang, teks } = await peranDi(d, hari)
    expect(/Plh|Pelaksana harian/.test(teks)).toBe(berlaku)
    await orang.tutup()
  })
}
