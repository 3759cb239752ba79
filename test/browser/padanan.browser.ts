/**
 * One person, one record, in a real browser: a file of P3KE comes in and tells a family otherwise; a run finds doubles,
 * which are reviewed by keyboard, merged and taken back; the bench measures; the report becomes proposals and visits.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { angka, sampai } from './alat.ts'
import { type DuniaPadanan, duniaPadanan } from './dunia-padanan.ts'
import { buka, type Layar, layar, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let d: DuniaPadanan
let budi: Page
let siti: Page

/** Both sizes, then wide again. */
async function tampak(page: Page, nama: string): Promise<void> {
  for (const u of ukuran) await periksa(page, nama, u)
  await page.setViewportSize(layar.lebar)
}

beforeAll(async () => {
  d = await duniaPadanan()
  budi = await d.sebagai('budi')
  siti = await d.sebagai('siti')
})
afterAll(() => d?.tutup())

test('a file of P3KE comes in beside the registry', async () => {
  await budi.getByRole('link', { name: 'Impor', exact: true }).click()
  await budi.getByRole('heading', { name: 'Impor', level: 1 }).waitFor()
  await budi.locator('input[type=file]').setInputFiles(d.p3ke)
  await budi.getByRole('tab', { name: 'Temuan' }).waitFor({ timeout: 60_000 })
  await sampai(() => angka(budi, 'Baris dalam berkas').textContent()).toBe('2')
})

test('the family shows what sources say; a decision for one becomes a draft correction', async () => {
  await buka(siti, `${d.keluarga}?lihat=sumber`)
  await siti.getByRole('button', { name: 'Padankan ulang dengan Dukcapil' }).click()
  await siti.getByText('Status Dukcapil berubah pada 2 anggota').waitFor()
  await siti.getByText('Nama tidak padan').waitFor()
  await siti.getByText('Meninggal', { exact: true }).waitFor()
  await siti.getByText('Tunjukkan KTP-el dan KK kepada operator').waitFor()
  const rumah = siti.getByRole('region', { name: 'Rumah dan keluarga menurut sumber' })
  await rumah.getByText('nomor KK sama').waitFor()
  await rumah.scrollIntoViewIfNeeded()
  await tampak(siti, 'sumber-keluarga')
  await siti.getByRole('navigation', { name: 'Menu utama' }).getByText('Beda antarsumber').click()
  await siti.getByRole('table', { name: 'Beda antarsumber' }).waitFor()
  await tampak(siti, 'beda')
  await siti.getByRole('button', { name: 'Putuskan Nama ANDI RAHMAWATI' }).click()
  const dialog = siti.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'ANDI RAHMAWATY' }).check()
  await dialog.getByLabel('Alasan').fill('KTP-el asli dilihat di loket')
  await periksa(siti, 'beda-putuskan', 'sempit')
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await siti.getByText(/^Draf usulan US-/).waitFor()
  await siti.getByLabel('Tampilkan').selectOption('diputus')
  await siti.getByText(/: Draf$/).waitFor()
  await tampak(siti, 'beda-diputus')
  await siti.getByRole('link', { name: /^Usulan US-/ }).click()
  await siti.getByText('isian menurut Dukcapil').waitFor()
  await siti.getByText('ANDI RAHMAWATY').first().waitFor()
})

test('a run finds pairs; by keyboard the first is the same, which opens the proposal to merge', async () => {
  await budi.getByRole('link', { name: 'Pemadanan', exact: true }).click()
  await budi.getByRole('button', { name: 'Mulai pemadanan' }).first().click()
  await budi.getByRole('button', { name: 'Jalankan', exact: true }).click()
  await budi.getByText('Selesai', { exact: true }).first().waitFor()
  await budi.getByRole('link', { name: 'Tinjauan pasangan', exact: true }).click()
  await budi.getByRole('heading', { name: 'Tinjauan pasangan', level: 1 }).waitFor()
  await budi.getByRole('link', { name: 'Mulai meninjau' }).waitFor()
  for (const u of ukuran) await periksa(budi, 'tinjauan', u)
  await budi.setViewportSize(layar.lebar)
  await budi.getByRole('link', { name: 'Mulai meninjau' }).click()
  await budi.getByRole('heading', { name: 'Satu orang atau dua?', level: 1 }).waitFor()
  for (const u of ukuran) await periksa(budi, 'tinjauan-satu', u)
  await budi.setViewportSize(layar.lebar)
  await budi.keyboard.press('s')
  await budi.getByRole('heading', { name: 'Usulkan penggabungan', level: 1 }).waitFor()
})

test('heads are merged with their families: proposed, agreed by somebody else, taken back', async () => {
  const seluruh = budi.getByText('Seluruh keluarga', { exact: true })
  await seluruh.click()
  await budi.getByRole('combobox', { name: /^BADU/ }).waitFor()
  for (const u of ukuran) await periksa(budi, 'gabung-baru', u)
  await budi.setViewportSize(layar.lebar)
  await budi.getByRole('textbox', { name: 'Alasan' }).fill('Satu keluarga, tercatat di dua RT')
  await budi.getByRole('button', { name: 'Ajukan' }).click()
  await budi.getByText('Anda yang mengusulkan; orang lain yang memutus.').waitFor()

  const hasan = await d.sebagai('hasan')
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
  const { rows } = await d.server.database.admin.query(
    `select status from keluarga where nama_kepala like 'BADU SANTOS_' order by rt`,
  )
  expect(rows).toEqual([{ status: 'aktif' }, { status: 'aktif' }])
})

test('labels by keyboard move the estimates of the bench', async () => {
  const { rows } = await d.server.database.admin.query<{ id: string }>(
    'select id from padanan_jalan',
  )
  await budi.goto(`/pemadanan/${rows[0]?.id}/bangku`)
  // The pair that was decided counts as labelled, where it was sampled.
  const dilabeli = async () =>
    Number.parseInt((await angka(budi, 'Dilabeli').textContent()) ?? '', 10)
  await angka(budi, 'Dilabeli').waitFor()
  const awal = await dilabeli()
  await budi.getByRole('link', { name: 'Lanjutkan melabeli' }).click()
  await budi.getByText('Label hanya untuk mengukur').waitFor()
  for (const tombol of ['s', 'b', 'r']) {
    const kini = budi.url()
    await budi.keyboard.press(tombol)
    await budi.waitForURL((u) => u.href !== kini)
    await budi.getByText('Label hanya untuk mengukur').waitFor()
  }
  await budi.getByRole('link', { name: 'Kembali ke bangku uji' }).click()
  await sampai(dilabeli).toBe(awal + 3)
  const jam = await angka(budi, 'Jam kerja petugas').textContent()
  await budi.getByRole('slider').press('End')
  await sampai(() => angka(budi, 'Jam kerja petugas').textContent()).not.toBe(jam)
  for (const u of ukuran) await periksa(budi, 'bangku', u)
})

test('the report of integration becomes a proposal and a visit, each row with its result', async () => {
  await buka(siti, '/integrasi')
  await siti.getByText('SRI MULYANI').waitFor()
  await tampak(siti, 'integrasi')
  await siti.getByRole('checkbox', { name: 'Pilih SRI MULYANI' }).check()
  await siti.getByRole('button', { name: 'Jadikan usulan (1)' }).click()
  await siti.getByRole('dialog').getByRole('button', { name: 'Jadikan usulan' }).click()
  await siti.getByText('1 draf usulan dibuat, 0 dilewati.').waitFor()
  await siti.getByLabel('Daftar', { exact: true }).selectOption('menerima_meninggal')
  await siti.getByRole('checkbox', { name: 'Pilih NUR HALIZA' }).check()
  await siti.getByRole('button', { name: 'Jadikan tugas kunjungan (1)' }).click()
  const dialog = siti.getByRole('dialog')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByLabel('Paling lambat dikunjungi').fill('2018-08-31')
  await dialog.getByText('Ditugaskan', { exact: true }).waitFor()
  await tampak(siti, 'integrasi-tugas')
  await dialog.getByRole('button', { name: 'Tugaskan 1 kunjungan' }).click()
  await dialog.getByText('1 kunjungan ditugaskan.').waitFor()
  expect(d.galat()).toEqual([])
})
