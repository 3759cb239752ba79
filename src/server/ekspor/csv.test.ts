import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readCells, temporaryFolder } from '#test/berkas/baca.ts'
import { type CsvExport, csvStream } from './csv.ts'
import { neutralText, restoreText } from './sel.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

async function textOf(table: CsvExport): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of csvStream(table)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

describe('an exported CSV', { timeout: 60_000 }, () => {
  it('has a byte order mark, semicolons and CRLF, as Excel in Indonesia expects', async () => {
    const text = await textOf({
      header: ['NIK', 'NAMA'],
      rows: [
        ['6474', 'A; B'],
        [null, true],
      ],
    })
    expect(text).toBe('\ufeffNIK;NAMA\r\n6474;"A; B"\r\n;TRUE\r\n')
  })

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("http://a")'])(
    'does not let a spreadsheet run %j',
    async (cell) => {
      const text = await textOf({ header: ['A', 'B'], rows: [[cell, 'x']] })
      expect(text.split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it.each(['-5', '+6281234', '-1,5', 'JUM’AT', "MA'RUF", '5'])('leaves %j as it is', (cell) => {
    expect(neutralText(cell)).toBe(cell)
  })

  it('is undone exactly, apostrophes included', () => {
    const unit = fc.constantFrom(..."'=+-@\t1a")
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const neutral = neutralText(text)
        expect(neutral === text || restoreText(neutral) === text).toBe(true)
      }),
    )
  })

  it('is read back as it was written', async () => {
    const unit = fc.constantFrom(...'\'=+-@;,"\n\t aB1é語')
    // An apostrophe before a formula sign is what the export itself writes.
    const cell = fc.string({ unit, maxLength: 8 })
    const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b'), cell, cell), { maxLength: 20 })
    let made = 0
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const path = folder.path(`${++made}.csv`)
        await pipeline(csvStream({ header: ['X', 'Y', 'Z'], rows: all }), createWriteStream(path))
        expect(await readCells(path)).toEqual([['X', 'Y', 'Z'], ...all])
      }),
      { numRuns: 100 },
    )
  })

  it('asks for rows only as fast as it is read', async () => {
    let asked = 0
    function* rows() {
      for (; asked < 1_000_000; asked++) yield ['x'.repeat(100), asked]
    }
    const stream = csvStream({ header: ['A', 'B'], rows: rows() })
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toBeLessThan(20_000)
    stream.destroy()
  })
})
