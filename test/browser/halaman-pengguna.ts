/** The pages about officers at both sizes, in both languages, and as an officer without the right sees them. */
import { expect, test } from 'vitest'
import { tenang } from './alat.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { buka, duaUkuran, type Layar, layar, masuk, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

const halaman = (d: DuniaPengguna): Record<string, string> => ({
  pengguna: '/pengguna',
  'pengguna-saringan': '/pengguna?status=diundang',
  'satu-pengguna': d.alamatSiti,
  'pengguna-diundang': d.alamatBaru,
  tautan: `${d.alamatBaru}/tautan`,
  undang: '/pengguna/undang',
  'beri-tugas': `${d.alamatSiti}/tugas`,
  'akhiri-akun': `${d.alamatSiti}/akhiri`,
  serahkan: `${d.alamatSiti}/serahkan`,
  usulan: '/pengguna/usulan?semua=true',
  'impor-petugas': '/pengguna/impor',
  'serah-terima': '/serah-terima',
})

const nama = [
  'pengguna',
  'pengguna-saringan',
  'satu-pengguna',
  'pengguna-diundang',
  'tautan',
  'undang',
  'beri-tugas',
  'akhiri-akun',
  'serahkan',
  'usulan',
  'impor-petugas',
  'serah-terima',
]

export function ujiHalamanPengguna(d: DuniaPengguna): void {
  test.each(nama)('%s is sound at both sizes', (n) =>
    duaUkuran(d.lina.page, n, halaman(d)[n] ?? '/'),
  )

  test('in English no Indonesian sentence of the interface is left', async () => {
    const orang = await masuk(d.browser, d.server.address, 'lina', { bahasa: 'en' })
    for (const n of nama) {
      await buka(orang.page, halaman(d)[n] ?? '/')
      await tenang(orang.page)
      const teks = (await orang.page.locator('main').textContent()) ?? ''
      expect(teks, n).not.toMatch(/\b(yang|belum|dengan|untuk|tidak ada|petugas ini)\b/i)
    }
    expect(orang.galat).toEqual([])
    await orang.tutup()
  })

  test('an operator has no such entry, and is told whose page it is', async () => {
    const siti = await masuk(d.browser, d.server.address, 'siti')
    const menu = siti.page.getByRole('navigation', { name: 'Menu utama' })
    expect(await menu.getByRole('link', { name: 'Pengguna' }).count()).toBe(0)
    await buka(siti.page, '/pengguna')
    await siti.page.getByText('Halaman ini untuk pemberi tugas').waitFor()
    for (const u of ukuran) await periksa(siti.page, 'pengguna-bukan', u)
    await siti.tutup()
  })
}
