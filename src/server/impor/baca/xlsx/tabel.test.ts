/** What Excel, LibreOffice and others may write into a sheet is read as an officer sees it. */
import { afterAll, describe, expect, it } from 'vitest'
import { readAll, readCells, temporaryFolder } from '#test/berkas/baca.ts'
import {
  type Book,
  sharedStrings,
  simpleBook,
  stylesWith,
  worksheet,
  writeBook,
  xml,
} from '#test/berkas/buku.ts'
import { openTable } from '../buka.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

let made = 0
const written = (book: Book): string => {
  const path = folder.path(`buku-${++made}.xlsx`)
  writeBook(path, book)
  return path
}
const cellsOf = (rows: string) => readCells(written(simpleBook(rows)))
const sheetPart = (index: number, data: string) => ({
  name: `xl/worksheets/sheet${index}.xml`,
  data,
})

describe('cells', { timeout: 30_000 }, () => {
  it('reads text, numbers, truth values and errors with their kinds', async () => {
    const { sheets } = await readAll(
      written(
        simpleBook(
          '<row r="3"><c r="A3" t="inlineStr"><is><t>SITI</t></is></c><c r="B3"><v>6474010101010001</v></c>' +
            '<c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#REF!</v></c>' +
            '<c r="E3" t="d"><v>2018-07-01T00:00:00</v></c></row>',
        ),
      ),
    )
    const row = sheets[0]?.rows[0]
    expect(row?.row).toBe(3)
    expect(row?.cells).toEqual(['SITI', '6474010101010001', 'TRUE', '#REF!', '2018-07-01'])
    expect([...(row?.kinds ?? [])]).toEqual([0, 1, 3, 4, 2])
  })

  it('leaves the kinds out where all is text', async () => {
    const { sheets } = await readAll(
      written(simpleBook('<row r="1"><c r="A1" t="str"><v>x</v></c></row>')),
    )
    expect(sheets[0]?.rows[0]).toEqual({ row: 1, cells: ['x'] })
  })

  it('takes the stored value of a formula and says that it was one', async () => {
    const { sheets } = await readAll(
      written(
        simpleBook(
          '<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>45</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
        ),
      ),
    )
    expect(sheets[0]?.rows.map((row) => [row.cells[0], row.formula])).toEqual([
      ['45', true],
      ['1', undefined],
    ])
  })

  it('fills gaps, drops what is empty at the end and skips empty rows', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>1</v></c><c r="D2" s="1"/><c r="E2" t="str"><v></v></c></row>' +
      '<row r="3"><c r="A3" s="1"/></row><row r="9"><c r="AA9"><v>2</v></c></row>'
    const { sheets } = await readAll(written(simpleBook(rows)))
    expect(sheets[0]?.rows.map((row) => row.row)).toEqual([2, 9])
    expect(sheets[0]?.rows[0]?.cells).toEqual(['', '', '1'])
    expect(sheets[0]?.rows[1]?.cells).toEqual([...new Array(26).fill(''), '2'])
  })

  it('minds no empty cell, however far it stands', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"/>'
    expect(await cellsOf(rows)).toEqual([['1']])
  })

  it('counts rows and cells that do not tell their place', async () => {
    expect(
      await cellsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
    ).toEqual([['1', '2'], ['3']])
  })

  it('joins rich text, leaves the pronunciation out, decodes entities and escapes', async () => {
    const shared = sharedStrings(
      '<si><t>A &amp; B &#39;</t></si>' +
        '<si><r><rPr><b/></rPr><t>SITI </t></r><r><t xml:space="preserve">AMINAH</t></r>' +
        '<rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>satu_x000D_\ndua_x005F_x000D_</t></si><si/>',
    )
    const path = written({
      parts: [
        sheetPart(
          1,
          worksheet(
            `<row r="1">${[0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}` +
              '<c t="inlineStr"><is><r><t>I </t></r><r><t>MADE</t></r><rPh><t>x</t></rPh></is></c></row>',
          ),
        ),
        { name: 'xl/sharedStrings.xml', data: shared },
      ],
    })
    expect(await readCells(path)).toEqual([
      ["A & B '", 'SITI AMINAH', 'satu\ndua_x000D_', '', 'I MADE'],
    ])
  })

  it('keeps control characters from breaking cells or rows apart', async () => {
    expect(
      await cellsOf(
        '<row r="1"><c t="str"><v>a&#31;b&#30;c</v></c><c t="str"><v>d_x001F_e</v></c></row>',
      ),
    ).toEqual([['abc', 'de']])
  })

  it('reads a merged cell once, at its first place', async () => {
    const path = written(
      simpleBook(
        '<row r="1"><c r="A1" t="str"><v>JUDUL</v></c><c r="B1"/></row><row r="2"><c r="B2"><v>1</v></c></row>',
        '<mergeCells><mergeCell ref="A1:D4"/></mergeCells>',
      ),
    )
    expect(await readCells(path)).toEqual([['JUDUL'], ['', '1']])
  })

  it('flags hidden rows', async () => {
    const { sheets } = await readAll(
      written(
        simpleBook('<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'),
      ),
    )
    expect(sheets[0]?.rows.map((row) => row.hidden)).toEqual([true, undefined])
  })
})

describe('dates', { timeout: 30_000 }, () => {
  const dated = (workbookPr: string) =>
    written({
      workbookPr,
      parts: [
        sheetPart(
          1,
          worksheet(
            '<row r="1"><c s="1"><v>43282</v></c><c s="2"><v>43282.5</v></c><c s="3"><v>43282</v></c>' +
              '<c s="2"><v>99999999</v></c><c><v>43282</v></c></row>',
          ),
        ),
        { name: 'xl/styles.xml', data: stylesWith(['dd/mm/yyyy', '#,##0']) },
      ],
    })

  it('are told by their format', async () => {
    const { sheets } = await readAll(dated(''))
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      '2018-07-01',
      '2018-07-01',
      '43282',
      '99999999',
      '43282',
    ])
    expect([...(sheets[0]?.rows[0]?.kinds ?? [])]).toEqual([2, 2, 1, 1, 1])
  })

  it('count from 1904 where the workbook says so', async () => {
    expect((await readCells(dated('<workbookPr date1904="1"/>')))[0]?.[0]).toBe('2022-07-02')
  })
})

describe('workbooks', { timeout: 30_000 }, () => {
  const row = (value: string) => worksheet(`<row r="1"><c t="str"><v>${value}</v></c></row>`)

  it('list sheets in their order, hidden ones too', async () => {
    const path = written({
      sheets: [{ name: 'Keluarga' }, { name: 'Kode &amp; Arti', state: 'veryHidden' }],
      parts: [sheetPart(1, row('satu')), sheetPart(2, row('dua'))],
    })
    const { table, sheets } = await readAll(path)
    expect(table.sheetNames).toEqual(['Keluarga', 'Kode & Arti'])
    expect(sheets.map((sheet) => [sheet.hidden, sheet.rows[0]?.cells[0]])).toEqual([
      [false, 'satu'],
      [true, 'dua'],
    ])
    expect(table.notes).toEqual([
      { code: 'catatan.lembar_tersembunyi', detail: { lembar: 'Kode & Arti' } },
    ])
  })

  it('may be strict, prefixed, in UTF-16 and of an unusual folder', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
    const path = written({
      parts: [
        {
          name: '_rels/.rels',
          data: `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/buku/inti.xml"/></Relationships>`,
        },
        {
          name: 'buku/inti.xml',
          data: utf16(
            `<x:workbook xmlns:x="urn:s" xmlns:r="urn:r"><x:sheets><x:sheet name="Warga é" r:id="q"/></x:sheets></x:workbook>`,
          ),
        },
        {
          name: 'buku/_rels/inti.xml.rels',
          data: `<Relationships><Relationship Id="q" Type="${strict}/worksheet" Target="../Lembar/S.xml"/></Relationships>`,
        },
        {
          name: 'lembar/s.xml',
          data: xml(
            '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          ),
        },
      ],
    })
    const { sheets } = await readAll(path)
    expect(sheets).toEqual([
      { name: 'Warga é', hidden: false, rows: [expect.objectContaining({ row: 1, cells: ['5'] })] },
    ])
  })

  it('may be left in the middle of a sheet, and the next sheet is read whole', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')
    const opened = await openTable(
      written({
        sheets: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
        parts: [
          sheetPart(1, worksheet(many)),
          sheetPart(2, worksheet(many)),
          sheetPart(3, row('c')),
        ],
      }),
    )
    if (!opened.ok) throw new Error(opened.error.code)
    const counts: number[] = []
    for await (const sheet of opened.value.sheets()) {
      let count = 0
      if (sheet.name === 'B') {
        counts.push(-1)
        continue
      }
      for await (const batch of sheet.rows) {
        count += batch.length
        if (count >= 2000 && sheet.name === 'A') break
      }
      counts.push(count)
    }
    expect(counts).toEqual([2000, -1, 1])
  })

  it('are read no faster than they are asked for', async () => {
    const many = '<row><c><v>12345678</v></c></row>'.repeat(300_000)
    const opened = await openTable(written(simpleBook(many)))
    if (!opened.ok) throw new Error(opened.error.code)
    let count = 0
    for await (const sheet of opened.value.sheets()) {
      for await (const batch of sheet.rows) {
        count += batch.length
        if (count < 20_000) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    expect(count).toBe(300_000)
  })

  it('may be closed without having been read', async () => {
    const opened = await openTable(written(simpleBook('<row/>')))
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
  })
})
