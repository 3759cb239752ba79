/** A meeting in a real browser: agenda, who is there, decisions by keyboard, a minute without a line, the signature. */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { sampai, tenang } from './alat.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const desa = 6474011006
let server: TestServer
let browser: Browser
let siti: Orang
let dewi: Orang

/** Proposals that the village head knows of. */
async function usulan(): Promise<void> {
  const { kab, id } = await makeFamily(server.database.admin, {
    wilayah: desa,
    rt: 7,
    kepala: 'BADU',
    anggota: [{ nama: 'BADU', nik: '9974010101600001', tanggalLahir: '1960-01-01' }],
  })
  const operator = await server.as('siti')
  const lurah = await server.as('dewi')
  const orang = (nama: string) => ({
    alamat: 'Jalan Kapal Layar 4',
    anggota: [{ nama, hubungan: 1, jenisKelamin: 2, tanggalLahir: '1980-07-01' }],
  })
  for (const [nama, alasan] of [
    ['AMINAH', 'Rumah bocor'],
    ['LASMI', 'Janda dengan tiga anak'],
    ['ROHANI', 'Sakit TBC sejak 2016'],
  ] as const)
    await operator.post('/api/usulan/simpan', {
      jenis: 'keluarga_baru',
      wilayah: desa,
      rt: 7,
      nama,
      isi: { alasan, ...orang(nama) },
    })
  await operator.post('/api/usulan/simpan', {
    jenis: 'tidak_layak',
    wilayah: desa,
    rt: 7,
    nama: 'BADU',
    keluargaId: id,
    isi: { alasan: 'Sudah punya mobil' },
  })
  for (const [siapa, aksi] of [
    [operator, 'ajukan'],
    [operator, 'lengkapi'],
    [lurah, 'ketahui'],
  ] as const) {
    const { rows } = await server.database.admin.query('select id, versi from usulan')
    await siapa.post(`/api/usulan/langkah/${aksi}`, {
      pilihan: { usulan: rows.map((r) => ({ kab, ...r })) },
    })
  }
}

beforeAll(async () => {
  server = await testServer()
  await usulan()
  browser = await bukaPeramban()
  siti = await masuk(browser, server.address, 'siti')
})
afterAll(async () => {
  await siti?.tutup()
  await dewi?.tutup()
  await browser?.close()
  await server?.close()
})

const kedua = async (page: Page, nama: string) => {
  for (const u of ukuran) await periksa(page, nama, u)
  await page.setViewportSize(layar.lebar)
}
const terkirim = () =>
  sampai(async () => {
    const { rows } = await server.database.admin.query(
      'select count(*)::int as n from musyawarah_keputusan',
    )
    return rows[0].n
  })

test('an operator goes from the work list to a meeting, its agenda and who is there', async () => {
  const { page } = siti
  await page.goto('/')
  // As after an hour of work in the same window.
  await page.evaluate(async () => {
    for (let i = 0; i < 260; i++) await fetch('/api/sehat')
  })
  await page.getByRole('link', { name: /^Musyawarahkan/ }).click()
  await page.getByText('Belum ada musyawarah').waitFor()
  await periksa(page, 'musyawarah-kosong', 'lebar')
  await page.getByRole('button', { name: 'Buat musyawarah' }).click()
  await page.getByLabel('Tanggal').fill('2018-07-24')
  await page.getByLabel('Pukul').fill('19:30')
  await page.getByLabel('Tempat').fill('Aula kelurahan')
  await page.getByLabel('Pemimpin musyawarah').fill('Dewi')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByLabel('Pilih semua (4)').check()
  await page.getByRole('button', { name: 'Naikkan ROHANI' }).click()
  await kedua(page, 'musyawarah-agenda')
  await page.getByRole('button', { name: 'Simpan agenda (4 baris)' }).click()
  await page.getByRole('tab', { name: 'Daftar hadir' }).click()
  for (const nama of ['Dewi', 'Umar']) {
    await page.getByRole('button', { name: 'Tambah orang' }).click()
    await page.getByLabel('Nama', { exact: true }).last().fill(nama)
  }
  await page.getByLabel('Unsur: Umar').selectOption('warga_miskin')
  await page.getByLabel('NIK/nomor KK sendiri: Umar').fill('9974010101600001')
  await page.getByLabel('WKSBM').check()
  await page.getByRole('button', { name: 'Simpan daftar hadir' }).click()
  await page.getByText('Keluarganya terdaftar').waitFor()
  await page.getByText('Kuorum belum terpenuhi').waitFor()
  await kedua(page, 'musyawarah-hadir')
})

test('decides row by row by keyboard, also through a reload without a line', async () => {
  const { page } = siti
  const kunci = page.keyboard
  await page.getByRole('tab', { name: 'Keputusan' }).click()
  await page.getByText('Umar (keluarganya)').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'AMINAH' }).focus()
  await kunci.press('s')
  await terkirim().toBe(1)
  // The app itself is kept by then, to open again without a line.
  await sampai(() =>
    page.evaluate(
      async () =>
        (await navigator.serviceWorker.getRegistration('/musyawarah/'))?.active?.state ?? '',
    ),
  ).toBe('activated')
  const berkas = await page.evaluate(async () =>
    (await (await caches.open('siks-musyawarah')).keys()).map((r) => new URL(r.url).pathname),
  )
  expect(berkas.filter((b) => /^\/assets\/(layar|berita-acara)-.*\.js$/.test(b))).toHaveLength(2)
  await page.context().setOffline(true)
  // The cursor stands on the next row: BADU, put off with a ground.
  await kunci.press('d')
  await kunci.type('Kendaraannya pinjaman')
  await kunci.press('Enter')
  await page.getByText('1 catatan belum terkirim', { exact: true }).first().waitFor()
  await kedua(page, 'musyawarah-luring')
  await page.reload()
  await page.getByText('ini salinan di perangkat ini').waitFor()
  await page.getByText('Alasan: Kendaraannya pinjaman').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'ROHANI' }).focus()
  await kunci.press('s')
  await page.getByText('2 catatan belum terkirim', { exact: true }).first().waitFor()
  // Names and a NIK that the server does not have: signing out asks before it deletes them.
  await page.getByRole('tab', { name: 'Daftar hadir' }).click()
  await page.getByRole('button', { name: 'Tambah orang' }).click()
  await page.getByLabel('Nama', { exact: true }).last().fill('Sari')
  await page.getByLabel('NIK/nomor KK sendiri: Sari').fill('9974010101600001')
  await page.getByRole('button', { name: 'Simpan daftar hadir' }).click()
  await page.getByText('3 catatan belum terkirim', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: /^Akun / }).click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  const tanya = page.getByRole('dialog', { name: 'Daftar hadir belum terkirim' })
  await tanya.waitFor()
  await periksa(page, 'musyawarah-keluar', 'lebar')
  await tanya.getByRole('button', { name: 'Batal' }).click()
  await page.getByRole('tab', { name: 'Keputusan' }).click()
  await page.context().setOffline(false)
  await terkirim().toBe(3)
  await page.getByText('belum terkirim', { exact: false }).first().waitFor({ state: 'detached' })
  // Without a key: by button, with the form for the ground.
  await page.getByRole('listitem').filter({ hasText: 'LASMI' }).focus()
  await page.getByRole('button', { name: 'Tidak setuju: LASMI' }).click()
  await page.getByRole('button', { name: 'Catat keputusan' }).click()
  await page.getByText('Tulis alasannya.').waitFor()
  await page.getByLabel('Alasan').fill('Mampu menurut RT')
  await page.getByRole('button', { name: 'Catat keputusan' }).click()
  await terkirim().toBe(4)
  await page
    .getByText('2 disetujui · 1 tidak disetujui · 1 ditunda · 0 belum', { exact: true })
    .waitFor()
  await kedua(page, 'musyawarah-putusan')
})

test('shows the hall what everybody may see', async () => {
  const { page } = siti
  await page.getByRole('link', { name: 'Layar proyektor' }).click()
  await page.getByRole('heading', { name: 'Musyawarah kelurahan Api-api' }).waitFor()
  await kedua(page, 'musyawarah-layar')
  const teks = await page.locator('main').textContent()
  expect(teks).toContain('Rumah bocor')
  expect(teks).not.toMatch(/TBC|9974|1980|Kapal Layar/)
  await page.getByRole('link', { name: 'Kembali ke musyawarah' }).click()
})

test('the village head signs on the screen, and the seal is whole', async () => {
  const { page } = siti
  await page.getByRole('tab', { name: 'Berita acara' }).click()
  await page.getByLabel('Catatan jalannya musyawarah').fill('Dibuka pukul 19.40.')
  await periksa(page, 'musyawarah-tutup', 'lebar')
  await page.getByRole('button', { name: 'Tutup musyawarah' }).click()
  await page.getByText('Menunggu tanda tangan lurah').waitFor()
  dewi = await masuk(browser, server.address, 'dewi')
  const lurah = dewi.page
  await lurah.goto(new URL(page.url()).pathname)
  await lurah.getByLabel('Nomor arsip kelurahan').fill('400.9/015/KEL-API/2018')
  await lurah.getByRole('button', { name: 'Tandatangani' }).click()
  await lurah.getByText('Tanda tangani lebih dahulu.').waitFor()
  const kotak = await lurah.getByRole('img', { name: /^Tanda tangan Dewi/ }).boundingBox()
  if (!kotak) throw new Error('There is no frame to sign in')
  await lurah.mouse.move(kotak.x + 30, kotak.y + 80)
  await lurah.mouse.down()
  for (const [x, y] of [
    [90, 20],
    [140, 110],
    [260, 60],
  ] as const)
    await lurah.mouse.move(kotak.x + x, kotak.y + y, { steps: 4 })
  await lurah.mouse.up()
  await kedua(lurah, 'musyawarah-tanda')
  await lurah.getByRole('button', { name: 'Tandatangani' }).click()
  await lurah.getByRole('dialog').getByRole('button', { name: 'Tandatangani' }).click()
  await lurah.getByText('Meterai utuh').waitFor()
  await kedua(lurah, 'musyawarah-meterai')
  await lurah.getByRole('tab', { name: 'Surat' }).click()
  await lurah.getByRole('button', { name: 'Terbitkan: Pengumuman' }).click()
  await lurah.getByRole('dialog').getByRole('button', { name: 'Terbitkan' }).click()
  const unduhan = lurah.waitForEvent('download')
  await lurah.getByRole('button', { name: 'Unduh: Pengumuman' }).click()
  expect((await unduhan).suggestedFilename()).toBe('pengumuman-2018-07-24.pdf')
  await lurah.locator('input[type=file]').setInputFiles({
    name: 'rapat.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 300, height: 200, channels: 3, background: '#264' } })
      .png()
      .toBuffer(),
  })
  await lurah.getByRole('button', { name: /^Keluarkan Foto musyawarah/ }).waitFor()
  await kedua(lurah, 'musyawarah-surat')
  await lurah.getByRole('tab', { name: 'Berita acara' }).click()
  // A row is changed behind the paper: the page names it, and who did.
  await server.database.admin.query(
    `update usulan set isi = jsonb_set(isi, '{alasan}', '"Anak kuliah"') where nama = 'AMINAH'`,
  )
  await lurah.reload()
  await lurah.getByText(/AMINAH: dasar usulan berubah, oleh/).waitFor()
  await periksa(lurah, 'musyawarah-rusak', 'lebar')
  await lurah.getByRole('link', { name: 'Semua musyawarah' }).click()
  await lurah.getByRole('cell', { name: '400.9/015/KEL-API/2018' }).waitFor()
  await tenang(lurah)
  await kedua(lurah, 'musyawarah-daftar')
})

test('a proposal leads to its meeting; no page reported an error', async () => {
  const { page } = siti
  const { rows } = await server.database.admin.query(
    `select kab, id from usulan where nama = 'LASMI'`,
  )
  await page.goto(`/usulan/${rows[0].kab}/${rows[0].id}`)
  await page.getByRole('link', { name: 'Buka musyawarah' }).click()
  await page.getByText('Meterai rusak').waitFor()
  // The line that was cut on purpose is the one thing that the browser itself reports.
  const lain = [...siti.galat, ...dewi.galat].filter(
    (g) => !g.includes('ERR_INTERNET_DISCONNECTED'),
  )
  expect(lain).toEqual([])
})
