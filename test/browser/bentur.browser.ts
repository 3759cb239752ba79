/** Two offices at one record, in a real browser: both values stand side by side, and a person decides. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { hariIni, type TestServer, testServer } from '#test/server.ts'
import { sampai } from './alat.ts'
import { bukaPeramban, type Layar, layar, masuk, type Orang, periksa } from './peramban.ts'

const ukuran = Object.keys(layar) as Layar[]

let server: TestServer
let browser: Browser
let budi: Orang
let kab: number
let id: string

beforeAll(async () => {
  server = await testServer()
  ;({ kab, id } = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    anggota: [{ nama: 'ANDI RAHMAWATI' }],
  }))
  browser = await bukaPeramban()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** What another office writes meanwhile. */
async function rinaMenilai(status: string, dasar: string, versi: number): Promise<void> {
  const rina = await server.as('rina')
  const sent = { status, dasar, tanggal: hariIni, versi }
  const { status: answered } = await rina.post(`/api/keluarga/${kab}/${id}/kelayakan`, sent)
  expect(answered).toBe(200)
}

const kelayakan = async () =>
  (await (await server.as('budi')).get(`/api/keluarga/${kab}/${id}`)).body.kelayakan

async function isi(orang: Orang, en = false): Promise<void> {
  const { page } = orang
  const says = (indonesia: string, english: string) => (en ? english : indonesia)
  await page.goto(`/keluarga/${kab}/${id}`)
  await page
    .getByRole('button', { name: says('Nilai kelayakan', 'Assess eligibility') })
    .first()
    .click()
  await page.getByRole('textbox', { name: says('Dasar', 'Ground') }).fill('Sudah bekerja tetap')
}

describe('a finding of eligibility', () => {
  test('that another office made meanwhile is shown beside the own one', async () => {
    budi = await masuk(browser, server.address, 'budi')
    await isi(budi)
    await rinaMenilai('layak', 'Rumah rusak berat', 1)
    const { page } = budi
    await page.getByRole('button', { name: 'Catat penilaian' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sudah diubah orang lain' })
    await dialog.waitFor()
    const row = dialog.getByRole('row').filter({ hasText: 'Dasar' })
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'Sudah bekerja tetap',
      'Rumah rusak berat',
    ])
    // Another office's officer is shown by role and time, not by name.
    expect(await dialog.textContent()).toContain('Dinas Sosial provinsi')
    expect(await dialog.textContent()).not.toContain('Rina')
    for (const u of ukuran) await periksa(page, 'bentur-kelayakan', u)
    expect(await kelayakan()).toBe('layak')
  })

  test('is recorded after all when the person keeps to it', async () => {
    const { page } = budi
    await page.setViewportSize(layar.lebar)
    await page.getByRole('button', { name: 'Tetap pakai isian saya' }).click()
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
    await sampai(kelayakan).toBe('tidak_layak')
  })

  test('is let go when the person takes what stands, in English too', async () => {
    const en = await masuk(browser, server.address, 'budi', { bahasa: 'en' })
    await isi(en, true)
    await rinaMenilai('layak', 'Rumah rusak berat', 3)
    await en.page.getByRole('button', { name: 'Record the finding' }).click()
    const dialog = en.page.getByRole('dialog', { name: 'Changed by somebody else' })
    await dialog.waitFor()
    for (const u of ukuran) await periksa(en.page, 'bentur-kelayakan-en', u)
    await en.page.getByRole('button', { name: 'Keep what stands' }).click()
    await en.page.getByRole('dialog').first().waitFor({ state: 'hidden' })
    expect(await kelayakan()).toBe('layak')
    expect(en.galat.filter((g) => !g.includes('409'))).toEqual([])
    await en.tutup()
  })
})
