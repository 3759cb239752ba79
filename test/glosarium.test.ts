/** GLOSARIUM.md has every word of which the names of tables and columns are made. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDictionary } from '#server/kebijakan/muat.ts'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** Technical words, which are English, and short forms that stand for themselves. */
const english = new Set(
  'account user session verification id hash hi lo bit demo format model unit status periode t4'.split(
    ' ',
  ),
)
/** Joining words. */
const small = new Set('per tidak ada oleh pada ke di dan luar tanpa masih'.split(' '))

test('the glossary explains the words of every table and column', () => {
  const glossary = new Set(
    read('GLOSARIUM.md')
      .toLowerCase()
      .match(/[a-z0-9]+/g),
  )
  const variables = loadDictionary().variabel
  for (const name of variables.keys()) for (const word of name.split('_')) glossary.add(word)
  const unexplained = new Set<string>()
  for (const file of readdirSync(new URL('db/migrations/', root))) {
    for (const [, name = ''] of read(`db/migrations/${file}`).matchAll(
      /^comment on (?:table|column) ([\w."]+) is/gm,
    )) {
      for (const part of name.replaceAll('"', '').split('.')) {
        if (variables.has(part)) continue
        for (const word of part.split('_')) {
          if (word !== '' && !glossary.has(word) && !english.has(word) && !small.has(word)) {
            unexplained.add(`${word} (${name})`)
          }
        }
      }
    }
  }
  expect([...unexplained]).toEqual([])
})
