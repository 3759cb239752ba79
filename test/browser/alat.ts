/** Small ways of looking at a page that all chapters use. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The number that stands under a label of a row of numbers. */
export const angka = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
    .first()

/** Looks again until it is so; a busy machine takes its time. */
export const sampai = <T>(lihat: () => Promise<T>) => expect.poll(lihat, { timeout: 20_000 })

/** Waits until the page stands: it has its heading, no skeleton, and says that it is not busy. */
export async function tenang(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      !document.querySelector('.mantine-Skeleton-root, main[aria-busy=true]'),
  )
}
