/** Every text exists in both languages, with the same values to fill in. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const files = ['web', 'ui'].flatMap((world) =>
  readdirSync(join(root, world), { recursive: true, encoding: 'utf8' })
    .filter((f) => /(^|\/)teks[\w-]*\.ts$/.test(f))
    .map((f) => join(root, world, f)),
)

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

type Texts = { ns: string; id: Record<string, string>; en: Record<string, string> }
const isTexts = (v: unknown): v is Texts =>
  typeof v === 'object' && v !== null && 'ns' in v && 'id' in v && 'en' in v

test.each(files)('%s says the same in Indonesian and English', async (file) => {
  const loaded: Record<string, unknown> = await import(file)
  const texts = Object.values(loaded).filter(isTexts)
  expect(texts.length).toBeGreaterThan(0)
  for (const { id, en } of texts) {
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort())
    for (const [key, text] of Object.entries(id)) {
      expect(text.trim(), key).not.toBe('')
      expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(text))
    }
  }
})
