/** What other sources say of a family, in a real browser: Dukcapil's status, believed fields, a difference decided. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { tenang } from './alat.ts'
import { buka, bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const apiApi = 6474011006

let server: TestServer
let browser: Browser
let siti: Orang
let alamat: string

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  const { kab, id } = await makeFamily(admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk: '9974010101150001',
    anggota: [
      {
        nama: 'ANDI RAHMAWATI',
        nik: '9974014107800007',
        jenisKelamin: 2,
        tanggalLahir: '1980-07-01',
        hubungan: 1,
      },
      { nama: 'NUR HALIZA', nik: '9974014107000008', jenisKelamin: 2, hubungan: 3 },
      { nama: 'AMIR', hubungan: 3 },
    ],
    menerima: ['rastra'],
  })
  alamat = `/keluarga/${kab}/${id}`
  await admin.query(
    `insert into orang_sumber (kab, sumber, kunci, impor_id, rekaman_id, lembar, baris, wilayah, rt, nik, nomor_kk, nama, nama_cari, jenis_kelamin, tanggal_lahir,
       hubungan, desil, keadaan, berlaku, hash)
     select 6474, s.sumber, s.sumber || s.nik, uuidv7_siks(), uuidv7_siks(), 1, 2, ${apiApi}, 7, s.nik, s.kk, s.nama, s.nama, 2, s.lahir::date, s.hubungan, s.desil, s.keadaan,
       s.berlaku::date, '\\x00'
     from (values
       ('dukcapil', '9974014107800007', '9974010101150001', 'ANDI RAHMAWATY', '1980-07-01', 1, null, null, '2018-05-31'),
       ('p3ke', '9974014107800007', null, 'ANDI RAHMAWATI', '1981-07-01', 1, 1, null, '2018-03-31'),
       ('p3ke', '9974014107600099', null, 'SRI MULYANI', '1960-07-01', 1, 1, null, '2018-03-31'),
       ('dukcapil', '9974014107000008', '9974010101150001', 'NUR HALIZA', null, 4, null, 'MENINGGAL', '2018-05-31'))
       s(sumber, nik, kk, nama, lahir, hubungan, desil, keadaan, berlaku)`,
  )
  browser = await bukaPeramban()
  siti = await masuk(browser, server.address, 'siti')
})
afterAll(async () => {
  await siti?.tutup()
  await browser?.close()
  await server?.close()
})

test('a family is matched with Dukcapil again, and a difference is decided with its reason', async () => {
  const { page } = siti
  await buka(page, '/beda')
  await page.getByText('Tidak ada beda yang menunggu').waitFor()
  await buka(page, `${alamat}?lihat=sumber`)
  await page.getByRole('button', { name: 'Padankan ulang dengan Dukcapil' }).click()
  await page.getByText('Status Dukcapil berubah pada 2 anggota').waitFor()
  await page.getByText('Nama tidak padan').waitFor()
  await page.getByText('Meninggal', { exact: true }).waitFor()
  await page.getByText('Tunjukkan KTP-el dan KK kepada operator').waitFor()
  for (const u of ukuran) await periksa(page, 'sumber-keluarga', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('navigation', { name: 'Menu utama' }).getByText('Beda antarsumber').click()
  await page.getByRole('table', { name: 'Beda antarsumber' }).waitFor()
  for (const u of ukuran) await periksa(page, 'beda', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Putuskan Nama ANDI RAHMAWATI' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'ANDI RAHMAWATY' }).check()
  await dialog.getByLabel('Alasan').fill('KTP-el asli dilihat di loket')
  await periksa(page, 'beda-putuskan', 'sempit')
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await buka(page, `${alamat}?lihat=sumber`)
  await page.getByText('diputuskan petugas').waitFor()
  await tenang(page)
  await buka(page, '/integrasi')
  await page.getByText('SRI MULYANI').waitFor()
  for (const u of ukuran) await periksa(page, 'integrasi', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('checkbox', { name: 'Pilih SRI MULYANI' }).check()
  await page.getByRole('button', { name: 'Jadikan usulan (1)' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jadikan usulan' }).click()
  await page.getByText('1 draf usulan dibuat, 0 dilewati.').waitFor()
  await page.getByLabel('Daftar', { exact: true }).selectOption('menerima_meninggal')
  await page.getByRole('link', { name: 'NUR HALIZA' }).waitFor()
  expect(siti.galat).toEqual([])
})
