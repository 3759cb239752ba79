/** The log in a real browser: an auditor finds who opened a family and why; a citizen is told who saw their data. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { sampai, tenang } from './alat.ts'
import {
  buka,
  bukaPeramban,
  duaUkuran,
  type Layar,
  layar,
  masuk,
  type Orang,
  pelanggaran,
  periksa,
  potret,
} from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const nik = '6474011205800007'
const alasan = 'Aduan nomor 12/2018'

let server: TestServer
let browser: Browser
let siti: Orang
let nur: Orang
let keluarga: string
let orang: string
let petugas: string

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  const { kab, id } = await makeFamily(admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk: '6474011201100001',
    anggota: [{ nama: 'ANDI RAHMAWATI', nik }, { nama: 'MUHAMMAD ILHAM' }],
  })
  keluarga = `/keluarga/${kab}/${id}`
  const one = async (sql: string, value: string) =>
    (await admin.query<{ id: string }>(sql, [value])).rows[0]?.id ?? ''
  orang = await one('select id from individu where keluarga_id = $1 and nik is not null', id)
  petugas = await one('select id from pengguna where nama = $1', people.siti.nama)
  const budi = await server.as('budi')
  await budi.post(`/api${keluarga}/kelayakan`, {
    status: 'tidak_layak',
    dasar: 'Kepala keluarga sudah bekerja tetap',
    tanggal: '2018-07-20',
    versi: 1,
  })
  browser = await bukaPeramban()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Chooses a purpose in the dialog that stands open. */
async function pakaiTujuan(page: Page, nama: string, teks = ''): Promise<void> {
  await page.getByRole('radio', { name: nama }).click()
  await page.getByLabel('Keterangan (boleh kosong)').fill(teks)
  await page.getByRole('button', { name: 'Pakai tujuan ini' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

describe('An auditor finds who opened a family and why', () => {
  test('Siti opens a family and says what for', async () => {
    siti = await masuk(browser, server.address, 'siti')
    const { page } = siti
    await page.getByRole('button', { name: 'Tujuan: Pelayanan' }).first().click()
    await pakaiTujuan(page, 'Pengaduan', alasan)
    await page.goto(keluarga)
    await page.getByRole('heading', { name: 'ANDI RAHMAWATI', level: 1 }).waitFor()
  })

  test('the auditor signs in with a code, is asked for a purpose, and finds the entry', async () => {
    nur = await masuk(browser, server.address, 'nur')
    const { page } = nur
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Log' })
      .click()
    await page.getByRole('dialog').waitFor()
    await pakaiTujuan(page, 'Pemeriksaan', 'Uji petik triwulan')
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('textbox', { name: 'Keluarga' }).fill('rahmawati')
    await page.getByRole('option', { name: /ANDI RAHMAWATI/ }).click()
    await page.getByLabel('Tindakan').selectOption({ label: 'Satu keluarga' })
    // The sequencer tells a few seconds later which record an entry is about.
    await sampai(async () => {
      await page.reload()
      await tenang(page)
      return page.getByRole('row').filter({ hasText: alasan }).count()
    }).toBe(1)
    const baris = page.getByRole('row').filter({ hasText: alasan })
    await expect.poll(() => baris.textContent()).toContain(people.siti.nama)
    expect(await baris.textContent()).toContain('Pengaduan')
    expect(new URL(page.url()).search).not.toMatch(/rahmawati/i)
  })

  test('takes the finding along, with the purpose on it', async () => {
    const { page } = nur
    await page.getByRole('button', { name: 'Unduh' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Unduh' }).click()
    await page.getByText('Tulis keperluan, paling sedikit 5 huruf.').waitFor()
    await page.getByLabel('Keperluan').fill('Laporan pemeriksaan 700/12/2018')
    await page.getByText('CSV').click()
    const [unduhan] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Unduh' }).click(),
    ])
    const isi = await readFile(await unduhan.path(), 'utf8')
    expect(isi).toContain(people.siti.nama)
    expect(isi).toContain(alasan)
    expect(isi).toContain('untuk: Laporan pemeriksaan 700/12/2018')
    expect(isi).not.toContain(nik)
  })

  test('goes on to what that officer did', async () => {
    const { page } = nur
    await page
      .getByRole('row')
      .filter({ hasText: alasan })
      .getByRole('link', { name: people.siti.nama })
      .click()
    await page.getByRole('heading', { name: people.siti.nama, level: 1 }).waitFor()
    await page.getByRole('row').filter({ hasText: alasan }).waitFor()
    expect(await page.getByRole('cell', { name: 'Kantor Kelurahan Api-api' }).count()).toBe(1)
  })

  test('sees before and after of a change on the page of the family', async () => {
    const { page } = nur
    await page.goto(`${keluarga}?lihat=log`)
    await page.getByLabel('Hanya perubahan').check()
    await page.getByRole('button', { name: /Lihat \d+ isian/ }).click()
    const rincian = page.getByRole('dialog')
    await rincian.getByText('sebelum: Belum dinilai').waitFor()
    await rincian.getByText('sesudah: Tidak layak').waitFor()
    await page.waitForTimeout(300)
    expect(await pelanggaran(page)).toEqual([])
  })
})

describe('Siapa melihat data saya', () => {
  test('is one click from the member, names offices and no officer, and prints', async () => {
    const { page } = siti
    await page.goto(keluarga)
    await page.getByRole('link', { name: 'Siapa melihat data ANDI RAHMAWATI' }).click()
    await page.getByRole('cell', { name: 'Dinas Sosial Kota Bontang' }).first().waitFor()
    const teks = (await page.locator('article').textContent()) ?? ''
    expect(teks).toContain('6474••••••••0007')
    expect(teks).toContain('Pengaduan')
    expect(teks).toContain('3 × 24 jam')
    for (const { nama } of Object.values(people)) expect(teks).not.toContain(nama)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false)
    expect(await page.getByRole('navigation', { name: 'Menu utama' }).isVisible()).toBe(false)
    await potret(page, 'dilihat-cetak')
    await page.emulateMedia({ media: 'screen' })
  })
})

describe('every page of the log', () => {
  const halaman = (): Record<string, string> => ({
    log: '/log',
    'log-saringan': '/log?jenis=tulis&operasi=keluarga.nilai_kelayakan',
    'log-kosong': '/log?dari=2018-01-01&sampai=2018-01-02',
    'log-petugas': `/log/petugas/${petugas}`,
    'keluarga-log': `${keluarga}?lihat=log`,
    dilihat: `${keluarga}/dilihat/${orang}`,
  })
  const nama = ['log', 'log-saringan', 'log-kosong', 'log-petugas', 'keluarga-log', 'dilihat']

  test.each(nama)('%s is sound at both sizes', (n) => duaUkuran(nur.page, n, halaman()[n] ?? '/'))

  test('filters open on a phone and are sound there', async () => {
    const { page } = nur
    await page.setViewportSize(layar.sempit)
    await page.goto('/log')
    await page.getByRole('button', { name: 'Saringan' }).click()
    await periksa(page, 'log-saringan-buka', 'sempit')
    await page.setViewportSize(layar.lebar)
  })

  test('English leaves no Indonesian sentence, also in the dark', async () => {
    const tamu = await masuk(browser, server.address, 'hasan', { bahasa: 'en', tema: 'dark' })
    for (const n of nama) {
      await buka(tamu.page, halaman()[n] ?? '/')
      await tenang(tamu.page)
      const teks = (await tamu.page.locator('main').textContent()) ?? ''
      expect(teks, n).not.toMatch(/\b(yang|belum|dengan|untuk|tidak ada|catatan|siapa)\b/i)
    }
    await periksa(tamu.page, 'dilihat-gelap', 'lebar')
    expect(tamu.galat).toEqual([])
    await tamu.tutup()
  })

  test('an operator has no such entry or tab, and is told who reads the log', async () => {
    const { page } = siti
    const menu = page.getByRole('navigation', { name: 'Menu utama' })
    expect(await menu.getByRole('link', { name: 'Log', exact: true }).count()).toBe(0)
    await page.goto(`${keluarga}?lihat=log`)
    await tenang(page)
    expect(await page.getByRole('tab', { name: 'Riwayat & log' }).count()).toBe(0)
    await page.goto('/log')
    await page.getByText('Log tidak dibuka untuk peran ini').waitFor()
    for (const u of ukuran) await periksa(page, 'log-bukan', u)
  })

  test('says on every page that changes are stopped because the log cannot be sealed', async () => {
    const tamu = await masuk(browser, server.address, 'hasan')
    const { page } = tamu
    await page.route('**/api/jejak/keadaan', (jalan) =>
      jalan.fulfill({
        json: {
          status: 'terhenti',
          sejak: '2018-07-24T01:00:00Z',
          berhentiPada: '2018-07-24T01:15:00Z',
          sebab: { id: 'Titik periksa tidak dapat ditulis (ENOSPC).', en: 'ENOSPC' },
          disegelPada: null,
        },
      }),
    )
    await page.goto('/')
    await page.getByRole('alert').getByText('Perubahan data dihentikan sementara.').waitFor()
    for (const u of ukuran) await periksa(page, 'alarm', u)
    await tamu.tutup()
  })
})

test('no page reported an error', () => {
  expect([siti.galat, nur.galat.filter((g) => !g.includes('403'))]).toEqual([[], []])
})
