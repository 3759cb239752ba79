/** A real Chromium for the tests: people sign in through the page, pages are judged and photographed. */
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { AnyRouter } from '@tanstack/react-router'
import axe, { type RunOnly } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { kodeTotp, password, perluKode, signIn } from '#test/people.ts'
import { tenang } from './alat.ts'

/** The two sizes every page is seen at: an office laptop and a phone. */
export const layar = {
  lebar: { width: 1366, height: 768 },
  sempit: { width: 390, height: 844 },
} as const
export type Layar = keyof typeof layar

/** SIKS_CHROMIUM may be a bare name, as a shell would find it. */
function executable(): string {
  const name = process.env.SIKS_CHROMIUM ?? 'chromium'
  if (name.includes('/')) return name
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, name))
    .find((path) => existsSync(path))
  if (!found) throw new Error(`No ${name} on the PATH; set SIKS_CHROMIUM`)
  return found
}

export const bukaPeramban = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })

export type Orang = {
  readonly page: Page
  /** Errors that the page or its console reported. */
  readonly galat: string[]
  tutup(): Promise<void>
}

type Pilihan = { bahasa?: 'id' | 'en'; tema?: 'light' | 'dark'; layar?: Layar }

/** A window of its own, not signed in. */
export async function jendela(
  browser: Browser,
  alamat: string,
  pilihan: Pilihan = {},
): Promise<Orang> {
  const context = await browser.newContext({
    baseURL: alamat,
    viewport: layar[pilihan.layar ?? 'lebar'],
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript(
    ([bahasa, tema]) => {
      // A page left empty has no storage.
      if (location.protocol === 'about:') return
      localStorage.setItem('siks.bahasa', bahasa ?? 'id')
      localStorage.setItem('siks.tema', tema ?? 'light')
    },
    [pilihan.bahasa ?? 'id', pilihan.tema ?? 'light'],
  )
  const page = await context.newPage()
  page.setDefaultTimeout(Number(process.env.SIKS_TUNGGU ?? 30_000))
  const galat: string[] = []
  page.on('pageerror', (error) => galat.push(error.message))
  page.on('console', (message) => {
    // Being told that nobody is signed in yet is not an error of the page.
    if (message.type() === 'error' && !message.text().includes('401')) galat.push(message.text())
  })
  return { page, galat, tutup: () => context.close() }
}

/** Somebody who has signed in already; how people do that is the story of masuk.browser.ts. */
export async function masuk(
  browser: Browser,
  alamat: string,
  username: string,
  pilihan: Pilihan = {},
): Promise<Orang> {
  const orang = await jendela(browser, alamat, pilihan)
  const { cookie } = await signIn(alamat, username)
  await orang.page.context().addCookies(
    cookie.split('; ').map((satu) => {
      const [name = '', value = ''] = satu.split('=')
      return { name, value, url: alamat }
    }),
  )
  await orang.page.goto('/')
  await menuUtama(orang.page, pilihan.bahasa === 'en').waitFor()
  return orang
}

const menuUtama = (page: Page, en: boolean) =>
  page.getByRole('navigation', { name: en ? 'Main menu' : 'Menu utama' })

/** Signs in as people do: through the form, with the code of the app where the role demands it. */
export async function masukLewatHalaman(
  browser: Browser,
  alamat: string,
  username: string,
  pilihan: Pilihan = {},
): Promise<Orang> {
  const orang = await jendela(browser, alamat, pilihan)
  const { page } = orang
  const en = pilihan.bahasa === 'en'
  await page.goto('/')
  await page.getByLabel(en ? 'User name' : 'Nama pengguna').fill(username)
  await page.getByLabel(en ? 'Password' : 'Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: en ? 'Sign in' : 'Masuk', exact: true }).click()
  if (perluKode(username)) await isiKode(page, await kodeTotp(username), en)
  await menuUtama(page, en).waitFor()
  return orang
}

/** A window of somebody who is signed in already; how people sign in has stories of its own. */
export async function jendelaMilik(
  browser: Browser,
  alamat: string,
  cookie: string,
  pilihan: Pilihan = {},
): Promise<Orang> {
  const orang = await jendela(browser, alamat, pilihan)
  const cookies = cookie.split('; ').map((satu) => {
    const [name = '', ...value] = satu.split('=')
    return { name, value: value.join('='), url: alamat }
  })
  await orang.page.context().addCookies(cookies)
  return orang
}

/** The second step: the code that the app shows. */
export async function isiKode(page: Page, kode: string, en = false): Promise<void> {
  const label = en ? 'Code of the authenticator app' : 'Kode aplikasi autentikator'
  await page.getByLabel(label).fill(kode)
  await page.getByRole('button', { name: en ? 'Continue' : 'Lanjut', exact: true }).click()
}

/** What is looked for: the levels of WCAG. */
const aturan: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** The rows of a table are made alike: the first twelve speak for all of them. */
const barisLain = 'tbody > tr:nth-child(n + 13)'

/** What axe-core finds, as sentences. Our pages have no frames: axe runs in the page itself. */
export async function pelanggaran(page: Page): Promise<string[]> {
  expect(page.frames()).toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    ({ exclude, runOnly }) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { exclude: [exclude] },
        { runOnly, resultTypes: ['violations'] },
      ),
    { exclude: barisLain, runOnly: aturan },
  )
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')} (${nodes[0]?.any[0]?.message ?? ''})`,
  )
}

/** Opens a page as a link of the app does, which loads nothing anew; where no app stands yet, it is loaded. */
export async function buka(page: Page, alamat: string): Promise<void> {
  const pindah = await page.evaluate((href) => {
    const router = (window as unknown as { __TSR_ROUTER__?: AnyRouter }).__TSR_ROUTER__
    router?.history.push(href)
    return router !== undefined
  }, alamat)
  if (!pindah) await page.goto(alamat)
  else
    await page.waitForFunction(() => {
      const { state } = (window as unknown as { __TSR_ROUTER__: AnyRouter }).__TSR_ROUTER__
      return state.status === 'idle' && state.resolvedLocation?.href === state.location.href
    })
}

/** Opens a page and judges it at both sizes; the window is turned from one to the other. */
export async function duaUkuran(page: Page, nama: string, alamat: string): Promise<void> {
  await page.setViewportSize(layar.lebar)
  await buka(page, alamat)
  for (const ukuran of Object.keys(layar) as Layar[]) await periksa(page, nama, ukuran)
}

/** Judges a page once it stands: no axe violation, no sideways scrolling; and takes its picture. */
export async function periksa(page: Page, nama: string, ukuran: Layar): Promise<void> {
  await page.setViewportSize(layar[ukuran])
  await tenang(page)
  await nilai(page, nama, ukuran)
}

/** Waits until what is on the page is drawn and has faded in: colours are judged as they will stay. */
const tergambar = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const fading = document.getAnimations().filter((a) => a instanceof CSSTransition)
    await Promise.allSettled(fading.map((a) => a.finished))
    for (let n = 0; n < 2; n++) await new Promise((lanjut) => requestAnimationFrame(lanjut))
  })

/** A picture of the page in the folder SIKS_GAMBAR; none without it, for drawing takes its time. */
export async function potret(page: Page, nama: string): Promise<void> {
  const folder = process.env.SIKS_GAMBAR
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${nama}.png`) })
}

/** Judges the page as it is now, whatever it may be waiting for: on a desk in the light, on a phone in the dark. */
export async function nilai(page: Page, nama: string, ukuran: Layar): Promise<void> {
  const kembali = ukuran === 'sempit' ? await gelapkan(page) : null
  await tergambar(page)
  await potret(page, `${nama}-${ukuran}`)
  expect(await pelanggaran(page), `${nama} ${ukuran}`).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${nama} ${ukuran} scrolls sideways`).toBeLessThanOrEqual(0)
  if (ukuran === 'sempit') expect(await sasaranKecil(page), `${nama} small targets`).toEqual([])
  await kembali?.()
}

/** Turns the page dark, as the choice of the theme does. @returns what turns it back */
async function gelapkan(page: Page): Promise<() => Promise<unknown>> {
  const pakai = (tema: string) =>
    page.evaluate((t) => {
      const { dataset } = document.documentElement
      const lama = dataset.mantineColorScheme ?? 'light'
      dataset.mantineColorScheme = t
      return lama
    }, tema)
  const lama = await pakai('dark')
  return () => pakai(lama)
}

/** Buttons and fields on a phone that are lower than a thumb needs (44 px); links in text are exempt. */
const sasaranKecil = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, input:not([type=checkbox]):not([type=radio]):not([type=file])',
      ),
    ]
      .filter((e) => e.checkVisibility() && !e.closest('[data-padat]') && e.tabIndex >= 0)
      .filter((e) => {
        // The inner field of a composed one (a password) is as high as its frame lets it be.
        const { width, height } = (e.closest('.mantine-Input-wrapper') ?? e).getBoundingClientRect()
        return width > 1 && height > 1 && (height < 43.5 || width < 43.5)
      })
      .map(
        (e) =>
          `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`,
      ),
  )
