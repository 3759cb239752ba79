/** An officer leaves: the account dies at once everywhere, and the open work goes on by name. */
import { expect, test } from 'vitest'
import { people } from '#test/people.ts'
import { tenang } from './alat.ts'
import { bukaPetugas } from './cerita-administrator.ts'
import type { DuniaPengguna } from './dunia-pengguna.ts'
import { type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const berkas = 'bnba-loktuan.xlsx'

/** An import of Yuni's that still waits for an answer. */
async function pekerjaanYuni(d: DuniaPengguna): Promise<void> {
  const { admin } = d.server.database
  const { rows } = await admin.query(
    `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, status, jumlah_baris, pengguna_id)
     select 6474, 6474000000, $1, md5(random()::text), 10, 'selesai', 0, p.id
     from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = 'yuni'
     returning id`,
    [berkas],
  )
  await admin.query(
    `insert into impor_pertanyaan (kab, impor_id, jenis, nilai, wilayah)
     values (6474, $1, 'wilayah', 'Lok Tuwan', 6474000000)`,
    [rows[0]?.id],
  )
}

export function ceritaAkhiri(d: DuniaPengguna): void {
  let yuni: Orang

  test('sees before what ends, what stays open, and who could go on with it', async () => {
    await pekerjaanYuni(d)
    yuni = await masuk(d.browser, d.server.address, 'yuni')
    const { page } = d.lina
    await page.setViewportSize(layar.lebar)
    await bukaPetugas(page, people.yuni.nama)
    await page.getByRole('button', { name: 'Tindakan lain' }).click()
    await page.getByRole('menuitem', { name: 'Akhiri akun' }).click()
    await page.getByText('1 sesi terbuka langsung mati di semua perangkat.').waitFor()
    await page
      .getByRole('table', { name: 'Pekerjaan yang masih terbuka' })
      .getByText(berkas)
      .waitFor()
    for (const u of Object.keys(layar) as Layar[]) await periksa(page, 'akhiri-akun-isi', u)
    await page.setViewportSize(layar.lebar)
  })

  test('ends the account for a reason and names the successor', async () => {
    const { page } = d.lina
    const tombol = page.getByRole('button', { name: `Akhiri akun ${people.yuni.nama}` })
    await tombol.click()
    await page.getByText('Tulis alasan, paling sedikit 5 huruf.').waitFor()
    const penerus = page.getByRole('combobox', { name: 'Penerus' })
    const calon = await penerus.getByRole('option').allTextContents()
    const budi = calon.find((c) => c.startsWith(people.budi.nama))
    await penerus.selectOption({ label: budi ?? '–' })
    await page.getByLabel('Alasan').fill('pensiun per SK 820/15/2018')
    await tombol.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Akhiri akun' }).click()
    await page.getByText(`Akun ${people.yuni.nama} sudah berakhir.`).waitFor()
    await page.getByRole('link', { name: 'Buka halaman petugas' }).click()
    await page.getByText('Akun berakhir', { exact: true }).first().waitFor()
  })

  test('the session of the one who left is out at once', async () => {
    await yuni.page.goto('/impor')
    await yuni.page.getByRole('heading', { name: 'Masuk', level: 1 }).waitFor()
    await yuni.tutup()
  })

  test('the successor finds the work in his own name, and goes on with it', async () => {
    const budi = await masuk(d.browser, d.server.address, 'budi')
    const { page } = budi
    await page.getByText('1 pekerjaan petugas lain diserahkan kepada Anda').waitFor()
    await page.getByRole('button', { name: /^Akun / }).click()
    await page.getByRole('menuitem', { name: 'Serah terima' }).click()
    await page.getByRole('heading', { name: new RegExp(`^Dari ${people.yuni.nama}`) }).waitFor()
    await page.getByText('Alasan: pensiun per SK 820/15/2018').waitFor()
    for (const u of Object.keys(layar) as Layar[]) await periksa(page, 'serah-terima-saya', u)
    await page.setViewportSize(layar.lebar)
    await page.getByRole('link', { name: 'Teruskan' }).click()
    await page.getByRole('heading', { name: berkas }).waitFor()
    await tenang(page)
    expect(budi.galat).toEqual([])
    await budi.tutup()
  })
}
