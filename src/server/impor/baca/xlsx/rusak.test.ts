/** Whatever is broken in a workbook, it is read or refused: never an exception of another kind. */
import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '#test/berkas/baca.ts'
import { bookParts, sharedStrings, stylesWith, worksheet } from '#test/berkas/buku.ts'
import { writeZip } from '#test/berkas/zip.ts'
import { FileRefused, LIMITS } from '../tabel.ts'
import { readWorkbook } from './bagian.ts'
import { Credit, Reader } from './pembaca.ts'
import { openPackage } from './zip.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

const row = (n: number) =>
  `<row r="${n}"><c r="A${n}" t="s"><v>0</v></c><c r="B${n}" t="inlineStr"><is><t>b</t></is></c>` +
  `<c r="D${n}" s="1"><v>${n * 1000}</v></c></row>`
const parts = bookParts({
  parts: [
    {
      name: 'xl/worksheets/sheet1.xml',
      data: worksheet(
        Array.from({ length: 40 }, (_, i) => row(i + 1)).join(''),
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      ),
    },
    { name: 'xl/sharedStrings.xml', data: sharedStrings('<si><r><t>A&amp;</t></r></si>') },
    { name: 'xl/styles.xml', data: stylesWith(['dd/mm']) },
  ],
})

/** The number of rows, or the code of the refusal; anything else is thrown on. */
async function outcome(path: string): Promise<number | string> {
  let rows = 0
  try {
    const pack = await openPackage(path, LIMITS)
    const workbook = await readWorkbook(pack)
    const reader = new Reader(pack, workbook)
    for (const index of workbook.sheets.keys()) {
      await reader.readSheet(index, new Credit(), (message) => {
        if (message.type === 'baris') rows += message.packed.rows.length
      })
    }
    pack.zip.close()
    return rows
  } catch (error) {
    if (error instanceof FileRefused) return error.problem.code
    throw error
  }
}

const place = fc.nat({ max: 1_000_000 })

describe('a broken workbook is read or refused', () => {
  it('as a whole it is read', async () => {
    writeZip(folder.path('utuh.xlsx'), parts)
    expect(await outcome(folder.path('utuh.xlsx'))).toBe(40)
  })

  it('with any of its bytes changed, or its end missing', { timeout: 60_000 }, async () => {
    const path = folder.path('bita.xlsx')
    writeZip(path, parts)
    const whole = readFileSync(path)
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(changes, fc.option(place), async (changed, end) => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte
        writeFileSync(path, end === null ? bytes : bytes.subarray(0, end % bytes.length))
        expect(['number', 'string']).toContain(typeof (await outcome(path)))
      }),
      { numRuns: 150 },
    )
  })

  it('with any nonsense put into its XML', { timeout: 60_000 }, async () => {
    const path = folder.path('xml.xlsx')
    const nonsense = fc.constantFrom(
      ...['<', '>', '"', '&', '&#', '/', '</', '<!', '<![CDATA[', ']]>', '<?', '<!--', '=', "'"],
      ...['<row', '\0', 'é', '</row>', 'r="0"', 't="s"', ' ', '999999999999'],
    )
    const edits = fc.array(fc.tuple(place, fc.nat({ max: 4 }), nonsense), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(place, edits, async (which, all) => {
        const changed = parts.map((part, i) => {
          if (i !== which % parts.length) return part
          const data = all.reduce((text, [at, gone, put]) => {
            const from = at % text.length
            return text.slice(0, from) + put + text.slice(from + gone)
          }, String(part.data))
          return { ...part, data }
        })
        writeZip(path, changed)
        expect(['number', 'string']).toContain(typeof (await outcome(path)))
      }),
      { numRuns: 150 },
    )
  })
})
