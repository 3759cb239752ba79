/** Moves in a real browser: a number is typed, one bit answered, the origin agrees; and people without NIK. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { ceritaPemekaran } from './cerita-pemekaran.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const nik = '9901010101800001'

/** A picture of one white point. */
const surat = {
  name: 'surat.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
    'base64',
  ),
}

let server: TestServer
let browser: Browser
const orang: Orang[] = []

/** Signs in and keeps the window to be closed at the end. */
async function sebagai(nama: 'siti' | 'joko' | 'budi' | 'lina' | 'eko'): Promise<Orang['page']> {
  const satu = await masuk(browser, server.address, nama)
  orang.push(satu)
  return satu.page
}

beforeAll(async () => {
  server = await testServer()
  browser = await bukaPeramban()
  const { admin } = server.database
  const made = await makeFamily(admin, {
    wilayah: 6474011004,
    rt: 3,
    kepala: 'KARTO',
    menerima: ['rastra'],
    anggota: [
      { nama: 'KARTO', nik, tanggalLahir: '1980-01-01' },
      { nama: 'MURNI', hubungan: 2, jenisKelamin: 2, tanggalLahir: '1985-01-01' },
    ],
  })
  await admin.query(
    `insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
     select kab, id, keluarga_id, wilayah, rt, '2015-06-30', 'uji' from individu where keluarga_id = $1`,
    [made.id],
  )
  await admin.query(
    `insert into nik_lokasi select nik, kab, id from individu where nik is not null`,
  )
})
afterAll(async () => {
  for (const satu of orang) await satu.tutup()
  await browser?.close()
  await server?.close()
})

test('the destination asks by number for the head alone, and sees neither who nor where', async () => {
  const page = await sebagai('siti')
  await page.getByRole('link', { name: 'Pindah', exact: true }).click()
  await page.getByText('Tidak ada permintaan yang menunggu jawaban Anda').waitFor()
  await page.getByRole('link', { name: 'Tarik masuk' }).click()
  await page.getByRole('textbox', { name: 'NIK orang yang datang' }).fill(nik)
  await page.getByRole('button', { name: 'Periksa NIK' }).click()
  await page.getByText('NIK ini terdaftar di luar wilayah Anda.').waitFor()
  expect(await page.locator('main').textContent()).not.toMatch(/KARTO|Guntung/)
  for (const u of ukuran) await periksa(page, 'tarik-masuk-nik', u)
  await page.getByRole('button', { name: 'Ajukan tarik masuk' }).click()
  await page.getByRole('textbox', { name: 'Nama orang yang datang' }).fill('Pak Karto')
  await page.getByRole('radio', { name: 'Kepala keluarga saja' }).check()
  await page.getByRole('button', { name: 'Ajukan tarik masuk' }).click()
  await page.getByText('Isi dahulu: RT, Alamat di sini, Pindaian atau foto dokumen.').waitFor()
  await page.getByRole('textbox', { name: 'RT', exact: true }).fill('7')
  await page.getByRole('textbox', { name: 'Alamat di sini' }).fill('Jalan Melati 3')
  await page.locator('input[type=file]').setInputFiles(surat)
  await page.getByText('1 berkas terlampir').waitFor()
  for (const u of ukuran) await periksa(page, 'tarik-masuk', u)
  await page.setViewportSize(layar.lebar)
  await page.getByRole('button', { name: 'Ajukan tarik masuk' }).click()
  await page.getByRole('heading', { name: 'Pak Karto' }).waitFor()
  await page.getByRole('link', { name: 'Pindah', exact: true }).click()
  await page.getByText('Kita minta').click()
  await page.getByRole('link', { name: 'Pak Karto' }).waitFor()
})

test('the origin says who follows the head, and agrees', async () => {
  const page = await sebagai('joko')
  await page.getByRole('link', { name: 'Pindah', exact: true }).click()
  // The system carries the request here by itself.
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.getByRole('heading', { name: 'Pindah', level: 1 }).waitFor()
        return page.getByRole('link', { name: 'KARTO' }).isVisible()
      },
      { timeout: 15_000 },
    )
    .toBe(true)
  for (const u of ukuran) await periksa(page, 'pindah', u)
  await page.getByRole('link', { name: 'KARTO' }).click()
  await page.getByRole('heading', { name: 'Permintaan pindah', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Setujui pindah' }).click()
  await page.getByText('Belum dapat disetujui').waitFor()
  for (const u of ukuran) await periksa(page, 'pindah-satu', u)
  const pilih = async (nama: string) =>
    page.getByRole('combobox', { name: nama }).selectOption({ label: 'MURNI (33 tahun)' })
  await pilih('Kepala keluarga yang baru di sini')
  await pilih('Pengurus bantuan yang baru')
  await page.getByRole('button', { name: 'Setujui pindah' }).click()
  await page.getByText('Disetujui', { exact: true }).waitFor()
})

test('people without NIK are listed with the cause, written about, and the answer is taken in', async () => {
  const page = await sebagai('budi')
  await page.getByRole('link', { name: 'Tanpa NIK', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Pilih MURNI' }).check()
  await page.getByRole('combobox', { name: 'Sebab untuk 1 orang terpilih' }).selectOption('1')
  await page.getByRole('button', { name: 'Catat sebab' }).click()
  await page.getByRole('cell', { name: 'Belum rekam KTP-el' }).waitFor()
  await page.getByRole('button', { name: 'Buat surat ke Disdukcapil' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Buat surat ke Disdukcapil' }).click()
  await page.getByText('Menunggu jawaban', { exact: true }).waitFor()
  const { rows } = await server.database.admin.query(`select kode from surat_tanpa_nik_baris`)
  const isi = `Kode baris;NIK;Keterangan\n${rows[0].kode};;Belum rekam\nxx;;\n`
  await page.locator('input[type=file]').setInputFiles({
    name: 'jawaban.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(isi),
  })
  await page.getByRole('button', { name: 'Periksa', exact: true }).click()
  await page.getByText('0 NIK diisi, 1 keterangan dicatat, 0 sudah sama, 1 tertahan.').waitFor()
  for (const u of ukuran) await periksa(page, 'tanpa-nik', u)
  await page.getByRole('button', { name: 'Impor 1 jawaban' }).click()
  await page.getByText('Jawaban diimpor.').waitFor()
})

test('a special state is opened by decree, and families are entered by keyboard alone', async () => {
  const budi = orang.at(-1)?.page
  if (!budi) throw new Error('Budi is signed in')
  await budi.setViewportSize(layar.lebar)
  await budi.getByRole('link', { name: 'Keadaan khusus', exact: true }).click()
  await budi.getByRole('button', { name: 'Buka keadaan khusus' }).click()
  const dialog = budi.getByRole('dialog')
  await dialog.getByLabel('Nama', { exact: true }).fill('Banjir Bontang')
  await dialog.getByLabel('Sampai').fill('2018-08-20')
  await dialog.getByRole('button', { name: 'Buka keadaan khusus' }).click()
  await budi.getByRole('link', { name: 'Banjir Bontang' }).waitFor()
  for (const u of ukuran) await periksa(budi, 'keadaan-khusus', u)
  const siti = orang[0]?.page
  if (!siti) throw new Error('Siti is signed in')
  await siti.setViewportSize(layar.lebar)
  await siti.getByRole('link', { name: 'Keadaan khusus', exact: true }).click()
  await siti.getByRole('link', { name: 'Banjir Bontang' }).click()
  await siti.getByRole('textbox', { name: 'RT', exact: true }).focus()
  for (const kata of ['7', 'PAK DARMO', '4', 'BU SITI', '3', 'PAK UMAR', '6']) {
    await siti.keyboard.type(kata)
    await siti.keyboard.press('Enter')
  }
  await siti.getByText('3 keluarga, 13 jiwa, 0 tertaut').waitFor()
  for (const u of ukuran) await periksa(siti, 'keadaan-khusus-satu', u)
})

ceritaPemekaran(sebagai)
