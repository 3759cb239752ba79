/** From a frozen list to the family: decree, letters, an objection at the counter, its decision, posted list and monthly summary. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { insertRastra, insertRound, kunciUji } from '#test/kuota-data.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const desa = 6474011006
const kota = 6474000000
let server: TestServer
let browser: Browser
const orang: Orang[] = []

const sebagai = async (nama: 'hasan' | 'siti' | 'rina' | 'dewi'): Promise<Orang['page']> => {
  const satu = await masuk(browser, server.address, nama)
  orang.push(satu)
  return satu.page
}

beforeAll(async () => {
  server = await testServer()
  browser = await bukaPeramban()
  const { admin } = server.database
  const keluarga: { id: string; kunci: number }[] = []
  for (const [i, kepala] of ['ANI', 'BADU', 'CICI'].entries()) {
    const { id } = await makeFamily(admin, {
      wilayah: desa,
      rt: 7,
      kepala,
      anggota: [{ nama: kepala, ...(i > 0 ? { nik: `997401410780008${i}` } : {}) }],
    })
    keluarga.push({ id, kunci: kunciUji(9 - i) })
    if (i > 0)
      await admin.query(
        `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber) values (6474, $1, $2, 7, 'rastra', '2018-01-01', 'uji')`,
        [id, desa],
      )
  }
  await insertRound(
    admin,
    kota,
    keluarga.map((k, i) => ({ ...k, wilayah: desa, rt: 7, terpenuhi: 9 - i })),
  )
  await admin.query(
    `insert into rekap_rt (kab, wilayah, rt, ruta, keluarga, individu) values (6474, $1, 7, 3, 3, 3) on conflict (kab, wilayah, rt) do update set keluarga = 3`,
    [desa],
  )
  const kuotaId = await insertRastra(admin, kota, 2)
  const budi = await server.as('budi')
  const pilihan = { aturan: 'peringkat_menentukan', metode: 'tanpa' }
  const { body } = await budi.get(
    `/api/kuota/${kuotaId}/simulasi?aturan=peringkat_menentukan&metode=tanpa`,
  )
  await budi.post(`/api/kuota/${kuotaId}/daftar`, { ...pilihan, sidik: body.sidik })
})
afterAll(async () => {
  for (const satu of orang) await satu.tutup()
  await browser?.close()
  await server?.close()
})

test('the head of the office establishes the list from the page of the round, and tells the families', async () => {
  const page = await sebagai('hasan')
  await page.getByRole('link', { name: 'Pemeringkatan Triwulan' }).click()
  await page.getByText('Dibekukan, belum ditetapkan').waitFor()
  for (const u of ukuran) await periksa(page, 'triwulan', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('link', { name: /^Buka daftar/ }).click()
  await page.getByText('1 keluarga tanpa NIK tidak masuk SK').waitFor()
  await page.getByRole('link', { name: 'Lihat keluarganya' }).click()
  await page.getByText('Tanpa NIK, tidak masuk SK').waitFor()
  for (const u of ukuran) await periksa(page, 'daftar tanpa NIK', u)
  await page.setViewportSize(layar.lebar)
  await page.getByText('Semua', { exact: true }).click()
  await page.getByRole('button', { name: 'Tetapkan dengan SK' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('SK ini memuat 1 keluarga.').waitFor()
  await dialog.getByRole('textbox', { name: 'Nomor SK' }).fill('188/12/2018')
  await dialog.getByLabel('Tanggal SK').fill('2018-07-24')
  await dialog.getByRole('textbox', { name: 'Penerbit SK' }).fill('Wali Kota Bontang')
  await dialog.getByRole('button', { name: 'Tetapkan dengan SK' }).click()
  await page.getByText('188/12/2018, 24 Juli 2018, Wali Kota Bontang').waitFor()
  await page.getByRole('button', { name: 'Terbitkan surat pemberitahuan' }).click()
  await dialog.getByRole('button', { name: 'Terbitkan 1 surat' }).click()
  await page.getByText('1 surat diterbitkan. Nomor dan PDF sedang disusun.').waitFor()
  await page.getByText('Masa keberatan berjalan').waitFor()
})

test('the counter enters an objection with a receipt, and the page shows the clock', async () => {
  const page = await sebagai('siti')
  await page.getByRole('link', { name: 'Pemberitahuan & keberatan' }).click()
  await page.getByRole('button', { name: 'Catat keberatan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Catat keberatan' }).click()
  await dialog.getByText('Isi nama yang datang.').waitFor()
  await dialog.getByRole('textbox', { name: 'Nama yang datang' }).fill('Cici')
  await dialog.getByRole('textbox', { name: 'Hubungan dengan keluarga' }).fill('kepala keluarga')
  await dialog
    .getByRole('textbox', { name: 'Alasan keberatan' })
    .fill('Rumah kami masih berlantai tanah.')
  await dialog.getByRole('button', { name: 'Catat keberatan' }).click()
  await dialog.getByText('Keberatan dicatat. Diputus paling lambat 7 Agustus 2018.').waitFor()
  await dialog.getByRole('button', { name: 'Selesai' }).click()
  await page.getByText('Diputus paling lambat 7 Agu 2018').waitFor()
  for (const u of ukuran) await periksa(page, 'pemberitahuan', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('link', { name: 'CICI' }).click()
  await page.getByText('Dalam keberatan', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Pengumuman', exact: true }).click()
  await page.getByRole('link', { name: /^Penerima/ }).click()
  await page.getByRole('cell', { name: 'BADU' }).waitFor()
  expect(await page.getByRole('cell', { name: 'ANI' }).count()).toBe(0)
  for (const u of ukuran) await periksa(page, 'pengumuman', u)
})

test('somebody who took no part decides it', async () => {
  const page = await sebagai('rina')
  await page.getByRole('link', { name: 'Pemberitahuan & keberatan' }).click()
  await page.getByRole('link', { name: 'CICI' }).waitFor()
  // Budi froze and Hasan established, but another verifier may be free: the page says what holds.
  const tombol = page.getByRole('button', { name: 'Putuskan' })
  await tombol.waitFor()
  await tombol.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Kabulkan: tempat keluarga tetap').click()
  await dialog
    .getByRole('textbox', { name: 'Alasan putusan' })
    .fill('Sudah dikunjungi ulang oleh petugas lain.')
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await page.getByText(/^Dikabulkan oleh Rina/).waitFor()
})

test('the village head signs a month that is nihil', async () => {
  const page = await sebagai('dewi')
  await page.getByRole('link', { name: 'Rekap bulanan' }).click()
  await page.getByRole('button', { name: 'Nyatakan nihil RT 007' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Nyatakan nihil' }).click()
  await dialog.waitFor({ state: 'hidden' })
  for (const u of ukuran) await periksa(page, 'rekap', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Tandatangani rekap' }).click()
  await dialog.getByRole('button', { name: 'Tandatangani rekap' }).click()
  await page.getByText('Ditandatangani lurah').waitFor()
  expect(await page.getByRole('button', { name: 'Tandatangani rekap' }).count()).toBe(0)
})
