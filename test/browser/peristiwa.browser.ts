/** Each event of a family in a real browser: its short form, and what the family's page says once it is verified. */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { angka } from './alat.ts'
import { bukaPeramban, jendelaMilik, type Layar, layar, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]
const desa = 6474011006
type Keluarga = { kab: number; id: string }

let server: TestServer
let browser: Browser
let siti: Orang
let yuni: Orang
let page: Page
let badu: Keluarga
let citra: Keluarga
let eka: Keluarga

/** A woman or man with the year of birth and the relation to the head. */
const orang = (nama: string, tahun: number, hubungan: number, jenisKelamin = 1) => ({
  nama,
  tanggalLahir: `${tahun}-01-01`,
  hubungan,
  jenisKelamin,
})
const keluarga = (rt: number, anggota: ReturnType<typeof orang>[], menerima: string[] = []) =>
  makeFamily(server.database.admin, {
    wilayah: desa,
    rt,
    kepala: anggota[0]?.nama ?? '',
    anggota,
    menerima,
  })

beforeAll(async () => {
  server = await testServer()
  badu = await keluarga(
    7,
    [orang('BADU', 1960, 1), orang('SARI', 1965, 2, 2), orang('ANI', 1995, 3, 2)],
    ['rastra'],
  )
  citra = await keluarga(8, [
    orang('CITRA', 1970, 1, 2),
    orang('GANI', 1969, 2),
    orang('DONI', 1995, 3),
  ])
  eka = await keluarga(9, [orang('EKA', 1968, 1), orang('FITA', 1997, 3, 2)])
  browser = await bukaPeramban()
  siti = await jendelaMilik(browser, server.address, (await server.as('siti')).cookie)
  page = siti.page
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const lihat = (k: Keluarga) => page.goto(`/keluarga/${k.kab}/${k.id}`)
/** Opens the form of one kind from the menu on the family's page. */
async function buka(jenis: string): Promise<void> {
  await page.getByRole('button', { name: 'Peristiwa keluarga' }).click()
  await page.getByRole('menuitem', { name: jenis, exact: true }).click()
  await page.getByRole('heading', { name: jenis, level: 1 }).waitFor()
}
/** `Label` is also the beginning of others: what is asked for is the field of exactly that name. */
const medan = (label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`))
const pilih = (label: string, isi: string) => medan(label).selectOption({ label: isi })
const dilihat = async (nama: string) => {
  for (const u of ukuran) await periksa(page, `peristiwa-${nama}`, u)
  await page.setViewportSize(layar.lebar)
}

const alamatUsulan = /\/usulan\/(\d+)\/([0-9a-f-]{36})$/

/** Sends the form; its proposal's page opens. @returns how a command names it */
async function ajukan(dokumen: string): Promise<{ kab: number; id: string }> {
  await pilih('Dokumen', dokumen)
  await page.getByRole('button', { name: 'Ajukan ke verifikator' }).click()
  await page.waitForURL(alamatUsulan)
  const [, kab, id = ''] = alamatUsulan.exec(page.url()) ?? []
  return { kab: Number(kab), id }
}

async function langkah(
  siapa: 'budi' | 'siti',
  aksi: string,
  u: { kab: number; id: string },
  alasan?: string,
) {
  const oleh = await server.as(siapa)
  const { versi } = (await oleh.get(`/api/usulan/${u.kab}/${u.id}`)).body
  const isi = { pilihan: { usulan: [{ ...u, versi }] }, alasan }
  expect((await oleh.post(`/api/usulan/langkah/${aksi}`, isi)).body).toMatchObject({
    jadi: 1,
    tertahan: [],
  })
}

/** Sent, verified by another, and looked up on the family's page. */
async function tercatat(dokumen: string, k: Keluarga): Promise<void> {
  await langkah('budi', 'verifikasi', await ajukan(dokumen))
  await lihat(k)
}

const kepala = (nama: string) => page.getByRole('heading', { name: nama, level: 1 }).waitFor()
const baris = (nama: string) =>
  page
    .getByRole('table', { name: 'Anggota keluarga' })
    .getByRole('row')
    .filter({ has: page.getByText(nama, { exact: true }) })
const butir = (label: string) => angka(page, label)

test('a birth: NIK to follow; sent back for its paper, put right in the same form', async () => {
  await lihat(badu)
  await buka('Lahir')
  await medan('Nama anak').fill('Bayi')
  await pilih('Jenis kelamin', 'Perempuan')
  await pilih('Ibu', 'ANI (23)')
  const foto = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#2a5' } })
    .jpeg()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'surat.jpg', mimeType: 'image/jpeg', buffer: foto }])
  await page.getByRole('button', { name: 'Buka bukti 1' }).waitFor()
  await dilihat('lahir')
  const u = await ajukan('Surat keterangan kelahiran')
  await page.getByRole('heading', { name: 'Rincian peristiwa' }).waitFor()
  expect(await butir('Ibu').textContent()).toBe('ANI')
  await page.getByRole('button', { name: 'Buka bukti 1' }).waitFor()
  await dilihat('usulan')
  await langkah('budi', 'kembalikan', u, 'Surat tidak terbaca')
  await page.reload()
  await page.getByRole('link', { name: 'Ubah isian' }).click()
  await page.getByRole('heading', { name: 'Lahir', level: 1 }).waitFor()
  expect(await medan('Nama anak').inputValue()).toBe('BAYI')
  await tercatat('Akta kelahiran', badu)
  await baris('BAYI').getByText('NIK menyusul').waitFor()
})

test('a death: who becomes head and who holds the card, on the same screen', async () => {
  await buka('Meninggal')
  expect(await medan('Pengurus bantuan selanjutnya').count()).toBe(0)
  await pilih('Siapa', 'BADU (58)')
  await pilih('Kepala keluarga selanjutnya', 'SARI (53)')
  await medan('Pengurus bantuan selanjutnya').selectOption('wali')
  await medan('Nama wali').waitFor()
  await dilihat('meninggal')
  await pilih('Pengurus bantuan selanjutnya', 'ANI (23)')
  await tercatat('Akta kematian', badu)
  await kepala('SARI')
  await baris('BADU').getByText('Meninggal').waitFor()
  expect(await butir('Pengurus bantuan').textContent()).toBe('ANI')
  await butir('Menerima').getByText('Rastra').waitFor()
  await dilihat('keluarga')
})

test('a false death: one action with a visit restores everything', async () => {
  await buka('Hidup kembali')
  await pilih('Siapa', 'BADU (58)')
  await medan('Petugas yang melihat orangnya').fill('Fitri')
  await tercatat('Surat keterangan kelurahan/desa', badu)
  await kepala('BADU')
  expect(await page.getByText('Meninggal', { exact: true }).count()).toBe(0)
})

test('another head, and a guardian with a letter as card holder', async () => {
  await buka('Ganti kepala keluarga')
  await pilih('Kepala keluarga selanjutnya', 'SARI (53)')
  await tercatat('Kartu Keluarga', badu)
  await kepala('SARI')
  await buka('Ganti pengurus')
  await medan('Pengurus bantuan yang baru').selectOption('wali')
  await medan('Nama wali').fill('UMAR')
  await medan('Hubungan wali dengan keluarga').fill('paman')
  await medan('Nomor surat wali').fill('470/12/2018')
  await medan('Tanggal surat wali').fill('2018-07-20')
  await tercatat('Surat keterangan kelurahan/desa', badu)
  expect(await butir('Pengurus bantuan').textContent()).toBe('UMAR (wali, paman)')
})

test('a split card says where the aid stays, and both live in one house', async () => {
  await buka('Pecah KK')
  await page.getByLabel('ANI (23)').check()
  await page.getByText('KK baru mulai tanpa bantuan').waitFor()
  await page.getByLabel('BAYI (0)').check()
  await pilih('Kepala KK baru', 'ANI (23)')
  await dilihat('pecah')
  await tercatat('Kartu Keluarga', badu)
  expect(await butir('Jiwa dalam KK').textContent()).toBe('2')
  expect(await butir('Jiwa dalam ruta').textContent()).toBe('4')
})

test('a marriage: the spouse is found in the other family; both leave theirs on one day', async () => {
  await lihat(citra)
  await buka('Kawin')
  await pilih('Siapa', 'DONI (23)')
  await pilih('Masuk ke mana', 'KK baru')
  await page.getByLabel('Nama kepala keluarga pasangan').fill('eka')
  await pilih('Keluarga pasangan', 'EKA, Api-api, RT 009')
  await pilih('Pasangan', 'FITA (21)')
  await dilihat('kawin')
  await tercatat('Buku nikah atau akta perkawinan', citra)
  await baris('GANI').waitFor()
  expect(await baris('DONI').count()).toBe(0)
  await lihat(eka)
  await baris('EKA').waitFor()
  expect(await baris('FITA').count()).toBe(0)
})

test('a divorce, typed in at the city: one leaves for a card of their own', async () => {
  yuni = await jendelaMilik(browser, server.address, (await server.as('yuni')).cookie)
  page = yuni.page
  await lihat(citra)
  await buka('Cerai')
  await pilih('Siapa', 'GANI (49)')
  await pilih('Masuk ke mana', 'KK baru')
  await tercatat('Akta perceraian', citra)
  await kepala('CITRA')
  expect(await baris('GANI').count()).toBe(0)
})

test('two cards become one: the one that is left has ended', async () => {
  await lihat(eka)
  await buka('Gabung KK')
  await page.getByLabel('Nama kepala keluarga tujuan').fill('citra')
  await pilih('Keluarga tujuan', 'CITRA, Api-api, RT 008')
  await pilih('Hubungan EKA dengan kepala keluarga tujuan', 'Istri atau suami')
  await dilihat('gabung')
  await tercatat('Kartu Keluarga', eka)
  await page.getByText('Keluarga ini tidak aktif lagi.').waitFor()
  await lihat(citra)
  await baris('EKA').getByText('Istri atau suami').waitFor()
})

test('a newcomer: residence apart from the card, and the village that answers', async () => {
  await buka('Datang (domisili)')
  await medan('Alamat domisili').fill('Gang Bakau 5')
  await tercatat('KTP-el', citra)
  expect(await butir('Domisili').textContent()).toContain('Gang Bakau 5, Api-api')
  expect([...siti.galat, ...yuni.galat]).toEqual([])
})
