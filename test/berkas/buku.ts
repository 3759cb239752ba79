/** Workbooks written part by part, so that a test can decide every byte of their XML. */
import { writeZip, type ZipPart } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const xml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`

export type BookSheet = { readonly name: string; readonly state?: string }

/** `<worksheet>` around the rows, with what may follow them. */
export const worksheet = (rows: string, after = '', namespace = MAIN): string =>
  xml(`<worksheet xmlns="${namespace}"><sheetData>${rows}</sheetData>${after}</worksheet>`)

export const sharedStrings = (items: string, attributes = ''): string =>
  xml(`<sst xmlns="${MAIN}"${attributes}>${items}</sst>`)

export const stylesWith = (formats: readonly string[]): string => {
  const custom = formats.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code}"/>`)
  const xfs = formats.map((_, i) => `<xf numFmtId="${170 + i}"/>`)
  return xml(
    `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts>` +
      `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${xfs.join('')}</cellXfs></styleSheet>`,
  )
}

function workbookXml(sheets: readonly BookSheet[], workbookPr: string): string {
  const items = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  return xml(
    `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${workbookPr}` +
      `<sheets>${items.join('')}</sheets></workbook>`,
  )
}

function relationsXml(targets: readonly (readonly [string, string, string])[]): string {
  const items = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`,
  )
  return xml(`<Relationships xmlns="${PACKAGE_REL}">${items.join('')}</Relationships>`)
}

export type Book = {
  readonly sheets?: readonly BookSheet[]
  readonly workbookPr?: string
  /** Further parts, or replacements of the usual ones by the same name. */
  readonly parts: readonly ZipPart[]
}

/** All parts of a workbook; the sheets' own XML (`xl/worksheets/sheet1.xml` …) comes in `parts`. */
export function bookParts(book: Book): ZipPart[] {
  const sheets = book.sheets ?? [{ name: 'Data' }]
  const relations: [string, string, string][] = sheets.map((_, i) => [
    `rId${i + 1}`,
    'worksheet',
    `worksheets/sheet${i + 1}.xml`,
  ])
  relations.push(
    ['rId901', 'sharedStrings', 'sharedStrings.xml'],
    ['rId902', 'styles', 'styles.xml'],
  )
  const usual: ZipPart[] = [
    { name: '_rels/.rels', data: relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets, book.workbookPr ?? '') },
    { name: 'xl/_rels/workbook.xml.rels', data: relationsXml(relations) },
  ]
  const replaced = new Set(book.parts.map((part) => part.name))
  return [...usual.filter((part) => !replaced.has(part.name)), ...book.parts]
}

/** Writes the workbook to a file. */
export const writeBook = (path: string, book: Book): void => writeZip(path, bookParts(book))

/** The shortest workbook: one sheet with the given rows. */
export const simpleBook = (rows: string, after = ''): Book => ({
  parts: [{ name: 'xl/worksheets/sheet1.xml', data: worksheet(rows, after) }],
})
