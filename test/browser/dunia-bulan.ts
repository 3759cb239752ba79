/** What the chapters of the monthly cycle share: one server, a window for each officer, the proposals by name. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { makeFamily } from '#test/families.ts'
import type { Body, people } from '#test/people.ts'
import type { TestServer } from '#test/server.ts'
import { tenang } from './alat.ts'
import { buka, jendelaMilik, type Layar, layar, type Orang, periksa } from './peramban.ts'

export const desa = 6474011006
export type Nama = keyof typeof people
export type Usulan = { readonly kab: number; readonly id: string; readonly nomor: string }

export class DuniaBulan {
  readonly usulan = new Map<string, Usulan>()
  /** The family that is proposed as no longer eligible. */
  badu: { kab: number; id: string } = { kab: 0, id: '' }
  readonly server: TestServer
  readonly #browser: Browser
  readonly #jendela = new Map<Nama, Promise<Orang>>()

  constructor(server: TestServer, browser: Browser) {
    this.server = server
    this.#browser = browser
  }

  async isi(): Promise<void> {
    this.badu = await makeFamily(this.server.database.admin, {
      wilayah: desa,
      rt: 7,
      kepala: 'BADU',
      anggota: [{ nama: 'BADU', tanggalLahir: '1960-01-01' }],
    })
  }

  /** The window in which somebody works all month. */
  async halaman(nama: Nama): Promise<Page> {
    const buka = async () => {
      const { cookie } = await this.server.as(nama)
      return jendelaMilik(this.#browser, this.server.address, cookie)
    }
    const orang = this.#jendela.get(nama) ?? buka()
    this.#jendela.set(nama, orang)
    return (await orang).page
  }

  /** Everybody goes home: a page left open would ask a server that is being stopped. */
  async tidur(): Promise<void> {
    for (const orang of this.#jendela.values()) await (await orang).page.goto('about:blank')
  }

  async galat(): Promise<string[]> {
    const semua = await Promise.all(this.#jendela.values())
    return semua.flatMap((o) => o.galat)
  }

  satu(nama: string): Usulan {
    const u = this.usulan.get(nama)
    if (!u) throw new Error(`No proposal of ${nama}`)
    return u
  }

  async post(nama: Nama, path: string, isi: object): Promise<Body> {
    const { status, body } = await (await this.server.as(nama)).post(path, isi)
    expect([path, status, body]).toMatchObject([path, 200, {}])
    return body
  }

  async get(nama: Nama, path: string): Promise<Body> {
    const { status, body } = await (await this.server.as(nama)).get(path)
    expect([path, status]).toEqual([path, 200])
    return body
  }

  /** Where a proposal stands, as the operator sees it. */
  async status(nama: string): Promise<unknown> {
    const { kab, id } = this.satu(nama)
    return (await this.get('siti', `/api/usulan/${kab}/${id}`)).status
  }

  /** The page of one proposal, for one officer. */
  async buka(siapa: Nama, nama: string): Promise<Page> {
    const page = await this.halaman(siapa)
    const { kab, id } = this.satu(nama)
    await buka(page, `/usulan/${kab}/${id}`)
    await page.getByRole('heading', { name: new RegExp(nama, 'i'), level: 1 }).waitFor()
    return page
  }
}

/** The page as it stands, at both sizes; the laptop's is kept. */
export async function dilihat(page: Page, nama: string): Promise<void> {
  for (const u of Object.keys(layar) as Layar[]) await periksa(page, nama, u)
  await page.setViewportSize(layar.lebar)
}

/** Takes a step by its button: preview, a reason where one is asked, the result. */
export async function langkah(page: Page, aksi: string, alasan?: string): Promise<void> {
  await page.getByRole('button', { name: aksi, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Pratinjau: ${aksi}` })
  if (alasan) await dialog.getByLabel('Alasan').fill(alasan)
  await dialog.getByRole('button', { name: aksi, exact: true }).click()
  await selesai(page, aksi, 1)
}

async function selesai(page: Page, aksi: string, jadi: number): Promise<void> {
  const hasil = page.getByRole('dialog', { name: `Hasil: ${aksi}` })
  await hasil.getByText(String(jadi), { exact: true }).first().waitFor()
  await hasil.getByRole('button', { name: 'Selesai' }).click()
  await hasil.waitFor({ state: 'hidden' })
}

/** Takes a step on all that lie on somebody's desk. @param jadi how many go on; the others are named */
export async function langkahSemua(
  page: Page,
  aksi: string,
  { dipilih, jadi = dipilih }: { dipilih: number; jadi?: number },
): Promise<void> {
  await buka(page, '/usulan')
  await page.getByRole('checkbox', { name: 'Pilih semua yang tampil' }).check()
  await page.getByText(`${dipilih} dipilih`).waitFor()
  await page.getByRole('button', { name: `${aksi} (${dipilih})` }).click()
  const dialog = page.getByRole('dialog', { name: `Pratinjau: ${aksi}` })
  await dialog
    .getByRole('button', { name: dipilih === 1 ? aksi : `${aksi} ${jadi} usulan`, exact: true })
    .click()
  await selesai(page, aksi, jadi)
  await tenang(page)
}

/** Enters an objection at the counter, against the only notice that may still be objected to. */
export async function keberatan(page: Page, pemohon: string, alasan: string): Promise<void> {
  await buka(page, '/pemberitahuan')
  await page.getByRole('button', { name: 'Catat keberatan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Catat keberatan' }).click()
  await dialog.getByText('Isi nama yang datang.').waitFor()
  await dialog.getByRole('textbox', { name: 'Nama yang datang' }).fill(pemohon)
  await dialog.getByRole('textbox', { name: 'Hubungan dengan keluarga' }).fill('kepala keluarga')
  await dialog.getByRole('textbox', { name: 'Alasan keberatan' }).fill(alasan)
  await dialog.getByRole('button', { name: 'Catat keberatan' }).click()
  await dialog.getByText(/^Keberatan dicatat. Diputus paling lambat/).waitFor()
  await dialog.getByRole('button', { name: 'Selesai' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Decides the objection of a family, which somebody does who took no part before. */
export async function putuskan(
  page: Page,
  kepala: string,
  o: { putusan: 'Kabulkan' | 'Tolak'; alasan: string },
): Promise<void> {
  await buka(page, '/pemberitahuan')
  await page.getByRole('link', { name: kepala }).waitFor()
  await page.getByRole('button', { name: 'Putuskan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(new RegExp(`^${o.putusan}`)).click()
  await dialog.getByRole('textbox', { name: 'Alasan putusan' }).fill(o.alasan)
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await page
    .getByText(new RegExp(`^Di${o.putusan.toLowerCase()}`))
    .first()
    .waitFor()
}
