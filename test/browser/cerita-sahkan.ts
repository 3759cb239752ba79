/** Posting, notice, finalising, verification and endorsement; an objection, a take-back, two ways of coming back. */
import { expect, test } from 'vitest'
import { musyawarah } from './cerita-rapat.ts'
import {
  type DuniaBulan,
  dilihat,
  keberatan,
  langkah,
  langkahSemua,
  putuskan,
} from './dunia-bulan.ts'

export function ceritaSahkan(dunia: () => DuniaBulan): void {
  test('a family that shall be found not eligible is told before, and objects', async () => {
    const d = dunia()
    await langkahSemua(await d.halaman('siti'), 'Umumkan', { dipilih: 4 })
    const page = await d.halaman('dewi')
    await page.goto('/pemberitahuan')
    await page.getByRole('button', { name: 'Beri tahu usulan tidak layak' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan 1 surat' }).click()
    await page.getByRole('row').filter({ hasText: 'BADU' }).waitFor()
    await keberatan(await d.halaman('siti'), 'Badu', 'Mobil itu milik majikan saya.')
    await putuskan(await d.halaman('budi'), 'BADU', {
      putusan: 'Tolak',
      alasan: 'STNK atas namanya sendiri.',
    })
  })

  test('days after the list was posted, the check names what would come back', async () => {
    const d = dunia()
    await d.tidur()
    await d.server.pindahHari('2018-07-28')
    const page = await d.halaman('siti')
    await page.goto('/usulan/cek')
    await page.getByRole('button', { name: 'Finalkan 2 usulan…' }).waitFor()
    await page.getByText(/jenis kelamin tiap anggota/).waitFor()
    await dilihat(page, 'usulan-cek')
    await page.getByRole('link', { name: 'Aminah' }).click()
    await page.getByRole('link', { name: 'Lengkapi isian' }).click()
    await page
      .getByRole('navigation', { name: 'Bagian isian' })
      .getByRole('link', { name: 'Anggota keluarga' })
      .click()
    await page.getByLabel('Laki-laki').last().check()
    await page.getByLabel('Hubungan dengan kepala keluarga').last().selectOption({ label: 'Anak' })
    await page.getByLabel('Sebab belum ada NIK').selectOption({ index: 1 })
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    await page.goto('/usulan/cek')
    await page.getByRole('button', { name: 'Finalkan 3 usulan…' }).click()
    await page.getByRole('button', { name: 'Finalkan 3 usulan', exact: true }).click()
    await page.getByRole('dialog', { name: 'Hasil: Finalkan' }).waitFor()
    expect(await d.status('AMINAH')).toBe('difinalkan')
  })

  test('one is taken back before the verifier has opened it, and sent again', async () => {
    const d = dunia()
    const page = await d.buka('siti', 'CITRA')
    await langkah(page, 'Tarik kembali')
    await page.getByText('Diumumkan').first().waitFor()
    await langkah(page, 'Finalkan')
    expect(await d.status('CITRA')).toBe('difinalkan')
  })

  test('the verifier returns one to the meeting, and passes the others', async () => {
    const d = dunia()
    const page = await d.buka('budi', 'BUNGA')
    await dilihat(page, 'usulan-verifikator')
    await langkah(page, 'Kembalikan ke musyawarah', 'Menurut tetangga sudah bekerja tetap')
    expect(await d.status('BUNGA')).toBe('diketahui')
    await langkahSemua(page, 'Verifikasi', { dipilih: 2 })
  })

  test('the head of the office endorses what is whole, and returns one for its NIK', async () => {
    const d = dunia()
    const page = await d.halaman('hasan')
    await langkahSemua(page, 'Sahkan', { dipilih: 2, jadi: 1 })
    await d.buka('hasan', 'AMINAH')
    await langkah(page, 'Kembalikan untuk diperbaiki', 'NIK Rahmat belum ada')
    expect(await d.status('AMINAH')).toBe('dikembalikan')
  })

  test('the NIK is put in under the same minutes, whose seal stays whole', async () => {
    const d = dunia()
    const page = await d.buka('siti', 'AMINAH')
    await page.getByText('NIK Rahmat belum ada').first().waitFor()
    await page.getByRole('link', { name: 'Ubah isian' }).click()
    await page
      .getByRole('navigation', { name: 'Bagian isian' })
      .getByRole('link', { name: 'Anggota keluarga' })
      .click()
    await page.getByLabel('NIK', { exact: true }).last().fill('9974010107100004')
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    await d.buka('siti', 'AMINAH')
    await langkah(page, 'Kirim ulang')
    expect(await d.status('AMINAH')).toBe('difinalkan')
  })

  test('eligibility is decided by a new meeting, which the lurah signs herself', async () => {
    const d = dunia()
    await musyawarah(d, ['BUNGA'], {
      tanggal: '2018-07-28',
      nomor: '400.9/016/KEL-API/2018',
      penanda: 'dewi',
    })
    const page = await d.buka('siti', 'BUNGA')
    await langkah(page, 'Umumkan')
    await d.tidur()
    await d.server.pindahHari('2018-08-08')
    // The days in which BADU could object are over, too.
    await langkahSemua(await d.halaman('siti'), 'Finalkan', { dipilih: 2 })
    await langkahSemua(await d.halaman('budi'), 'Verifikasi', { dipilih: 3 })
    await langkahSemua(await d.halaman('hasan'), 'Sahkan', { dipilih: 3 })
  })

  test('the province checks all four', async () => {
    const d = dunia()
    await langkahSemua(await d.halaman('rina'), 'Periksa', { dipilih: 4 })
    expect(await d.status('BUNGA')).toBe('diperiksa')
  })
}
