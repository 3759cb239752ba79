/** One person, one record, in a real browser: run, review by keyboard, merge, unmerge; and the bench by labels. */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tulisSet } from '#bench/generator/padanan/set.ts'
import { isiRegistri } from '#bench/padanan-isi.ts'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { angka, sampai } from './alat.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let server: TestServer
let browser: Browser
const orang: Orang[] = []

/** Signs in and keeps the window to be closed at the end. */
async function sebagai(nama: 'budi' | 'hasan'): Promise<Orang['page']> {
  const satu = await masuk(browser, server.address, nama)
  orang.push(satu)
  return satu.page
}

/** A couple that receives aid; it is most at stake, and so comes first. */
const pasutri = (rt: number, kepala: string, istri: string) =>
  makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt,
    kepala,
    menerima: ['rastra'],
    anggota: [
      { nama: kepala, nik: '9901010305800001', tanggalLahir: '1980-05-03' },
      { nama: istri, nik: '9901015606820002', jenisKelamin: 2, tanggalLahir: '1982-06-16' },
    ],
  })

beforeAll(async () => {
  server = await testServer()
  const csv = path.join(server.folder, 'orang.csv')
  await tulisSet({ baris: 600, seed: 5, keluar: csv })
  await isiRegistri(server.database.admin, csv)
  await pasutri(7, 'BADU SANTOSO', 'SARI DEWI LESTARI')
  await pasutri(8, 'BADU SANTOSA', 'SARI DEWI LESTARI')
  browser = await bukaPeramban()
})
afterAll(async () => {
  for (const satu of orang) await satu.tutup()
  await browser?.close()
  await server?.close()
})

test('a run finds pairs; by keyboard the first is the same, which opens the proposal to merge', async () => {
  const page = await sebagai('budi')
  await page.getByRole('link', { name: 'Pemadanan', exact: true }).click()
  await page.getByRole('button', { name: 'Mulai pemadanan' }).first().click()
  await page.getByRole('button', { name: 'Jalankan', exact: true }).click()
  await page.getByText('Selesai', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: 'Tinjauan pasangan', exact: true }).click()
  await page.getByRole('heading', { name: 'Tinjauan pasangan', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Mulai meninjau' }).waitFor()
  for (const u of ukuran) await periksa(page, 'tinjauan', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('link', { name: 'Mulai meninjau' }).click()
  await page.getByRole('heading', { name: 'Satu orang atau dua?', level: 1 }).waitFor()
  for (const u of ukuran) await periksa(page, 'tinjauan-satu', u)
  await page.setViewportSize(layar.lebar)
  await page.keyboard.press('s')
  await page.getByRole('heading', { name: 'Usulkan penggabungan', level: 1 }).waitFor()
})

test('heads are merged with their families: proposed, agreed by somebody else, taken back', async () => {
  const budi = orang[0]?.page
  if (!budi) throw new Error('Budi has not signed in')
  const seluruh = budi.getByText('Seluruh keluarga', { exact: true })
  await seluruh.click()
  await budi.getByRole('combobox', { name: /^BADU/ }).waitFor()
  for (const u of ukuran) await periksa(budi, 'gabung-baru', u)
  await budi.setViewportSize(layar.lebar)
  await budi.getByRole('textbox', { name: 'Alasan' }).fill('Satu keluarga, tercatat di dua RT')
  await budi.getByRole('button', { name: 'Ajukan' }).click()
  await budi.getByText('Anda yang mengusulkan; orang lain yang memutus.').waitFor()

  const hasan = await sebagai('hasan')
  await hasan.getByRole('link', { name: 'Penggabungan', exact: true }).click()
  for (const u of ukuran) await periksa(hasan, 'gabung', u)
  await hasan.setViewportSize(layar.lebar)
  await hasan.getByRole('table').getByRole('link').first().click()
  await hasan.getByRole('heading', { name: 'Gabung keluarga', level: 1 }).waitFor()
  for (const u of ukuran) await periksa(hasan, 'gabung-satu', u)
  await hasan.setViewportSize(layar.lebar)
  await hasan.getByRole('button', { name: 'Setujui' }).click()
  await hasan.getByText('Dilaksanakan', { exact: true }).waitFor()
  await hasan
    .getByRole('textbox', { name: 'Mengapa ternyata dua' })
    .fill('Kakak beradik, rumahnya dua')
  await hasan.getByRole('button', { name: 'Usulkan pemisahan' }).click()
  await hasan.getByRole('heading', { name: 'Pisahkan keluarga', level: 1 }).waitFor()

  await budi.goto(hasan.url())
  await budi.getByRole('button', { name: 'Setujui' }).click()
  await budi.getByText('Dilaksanakan', { exact: true }).waitFor()
  await budi.getByRole('link', { name: 'Buka penggabungan yang akan dipisahkan' }).click()
  await budi.getByText('Sudah dipisahkan', { exact: true }).waitFor()
  const { rows } = await server.database.admin.query(
    `select status from keluarga where nama_kepala like 'BADU SANTOS_' order by rt`,
  )
  expect(rows).toEqual([{ status: 'aktif' }, { status: 'aktif' }])
})

test('labels by keyboard move the estimates of the bench', async () => {
  const page = orang[0]?.page
  if (!page) throw new Error('Budi has not signed in')
  const { rows } = await server.database.admin.query<{ id: string }>('select id from padanan_jalan')
  await page.goto(`/pemadanan/${rows[0]?.id}/bangku`)
  // The pair that was decided counts as labelled, where it was sampled.
  const dilabeli = async () =>
    Number.parseInt((await angka(page, 'Dilabeli').textContent()) ?? '', 10)
  await angka(page, 'Dilabeli').waitFor()
  const awal = await dilabeli()
  await page.getByRole('link', { name: 'Lanjutkan melabeli' }).click()
  await page.getByText('Label hanya untuk mengukur').waitFor()
  for (const tombol of ['s', 'b', 'r']) {
    const kini = page.url()
    await page.keyboard.press(tombol)
    await page.waitForURL((u) => u.href !== kini)
    await page.getByText('Label hanya untuk mengukur').waitFor()
  }
  await page.getByRole('link', { name: 'Kembali ke bangku uji' }).click()
  await sampai(dilabeli).toBe(awal + 3)
  const jam = await angka(page, 'Jam kerja petugas').textContent()
  await page.getByRole('slider').press('End')
  await sampai(() => angka(page, 'Jam kerja petugas').textContent()).not.toBe(jam)
  for (const u of ukuran) await periksa(page, 'bangku', u)
  for (const satu of orang) expect(satu.galat).toEqual([])
})
