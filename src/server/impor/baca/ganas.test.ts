/** Hostile files are refused for the right cause, soon, in bounded memory, while others are served. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainFileProblem } from '#domain/impor/berkas.ts'
import { refusalOf, temporaryFolder } from '#test/berkas/baca.ts'
import { simpleBook, writeBook } from '#test/berkas/buku.ts'
import { HOSTILE_FILES } from '#test/berkas/ganas.ts'
import { measure } from '#test/berkas/ukur.ts'

describe('a hostile file is refused', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)
  beforeAll(async () => {
    // The first worker loads the modules: what it costs belongs to the idle server.
    writeBook(folder.path('biasa.xlsx'), simpleBook('<row r="1"><c><v>1</v></c></row>'))
    await refusalOf(folder.path('biasa.xlsx'))
  })

  it.each(HOSTILE_FILES)('$name', { timeout: 30_000 }, async ({ file, make, refusedFor }) => {
    const path = folder.path(file)
    make(path)
    const { value, measured } = await measure(() => refusalOf(path))
    rmSync(path)
    expect(value?.code).toBe(refusedFor)
    expect(measured.milliseconds).toBeLessThan(5000)
    expect(measured.grownMb).toBeLessThan(400)
    expect(measured.pauseMilliseconds).toBeLessThan(500)
    if (value === undefined) return
    const { cause, remedy } = explainFileProblem(value, 'id')
    expect(cause).not.toMatch(/[{}]/)
    expect(remedy).not.toBe('')
    if (process.env.UKUR) console.log(file, value.code, JSON.stringify(measured), cause)
  })
})
