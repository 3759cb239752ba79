/** What the chapters of the monthly cycle share: one server, a window for each officer, the proposals by name. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { makeFamily } from '#test/families.ts'
import type { Body, people } from '#test/people.ts'
import type { TestServer } from '#test/server.ts'
import { jendelaMilik, type Layar, layar, type Orang, periksa } from './peramban.ts'

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
    await page.goto(`/usulan/${kab}/${id}`)
    await page.getByRole('heading', { name: new RegExp(nama, 'i'), level: 1 }).waitFor()
    return page
  }
}

/** The page as it stands, at both sizes; the laptop's is kept. */
export async function dilihat(page: Page, nama: string): Promise<void> {
  for (const u of Object.keys(layar) as Layar[]) await periksa(page, nama, u)
  await page.setViewportSize(layar.lebar)
}
