/** Reads the small parts of a workbook: which sheets it has, in what order, and which styles are dates. */
import { posix } from 'node:path'
import type { Entry } from 'yauzl'
import { refuse } from '../tabel.ts'
import { isBuiltInDate, isDateFormat } from './nilai.ts'
import { attribute, XmlScanner } from './xml.ts'
import { XmlDecoder } from './xml-bita.ts'
import { inflate, type Package } from './zip.ts'

const SMALL_PART = 16 * 1024 * 1024

export type WorkbookSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[]
  readonly from1904: boolean
  /** 1 for each cell style (attribute `s`) that shows a date. */
  readonly dateStyles: Uint8Array
  readonly sharedStrings: Entry | undefined
}

type Tag = { readonly local: string; readonly value: (name: string) => string }
type Visit = (tag: Tag, depth: number) => void

/** Shows every element of a small part with its attributes, by their local names. */
async function visitPart(pack: Package, entry: Entry, visit: Visit): Promise<void> {
  const scanner = new XmlScanner({
    open: (depth, src, from, to, end) => {
      const local = src.slice(from, to)
      visit({ local, value: (name) => attribute(src, to, end, name) ?? '' }, depth)
    },
    close: () => {},
    text: () => {},
  })
  const decoder = new XmlDecoder()
  let size = 0
  for await (const chunk of inflate(pack, entry)) {
    size += chunk.length
    if (size > SMALL_PART) refuse('berkas.xml_tidak_wajar')
    scanner.write(decoder.decode(chunk))
  }
  decoder.end()
  scanner.end()
}

const isTrue = (text: string): boolean => text === '1' || text === 'true'

type Relations = { readonly worksheets: Map<string, string>; readonly byType: Map<string, string> }

/** Targets of a part's relations: worksheets by id, all by the last word of their type. */
async function readRelations(pack: Package, part: string): Promise<Relations> {
  const relations: Relations = { worksheets: new Map(), byType: new Map() }
  const { dir, base } = posix.parse(part)
  const entry = pack.parts.get(posix.join(dir, '_rels', `${base}.rels`).toLowerCase())
  if (entry === undefined) return relations
  await visitPart(pack, entry, (tag) => {
    if (tag.local !== 'Relationship' || tag.value('TargetMode') === 'External') return
    const target = posix.resolve('/', dir, tag.value('Target')).slice(1).toLowerCase()
    const type = posix.basename(tag.value('Type'))
    relations.byType.set(type, target)
    // Chart sheets have no rows; macro sheets and dialogs are never opened.
    if (type === 'worksheet') relations.worksheets.set(tag.value('Id'), target)
  })
  return relations
}

/** What another kind of zip is, told by the parts it has. */
async function refuseOtherKind(pack: Package): Promise<never> {
  const names = [...pack.parts.keys()]
  if (names.includes('xl/workbook.bin')) refuse('berkas.xlsb')
  if (names.includes('content.xml') && names.includes('mimetype')) refuse('berkas.ods')
  if (names.some((name) => name.startsWith('word/'))) refuse('berkas.jenis_lain', { jenis: 'Word' })
  if (names.some((name) => name.startsWith('ppt/'))) {
    refuse('berkas.jenis_lain', { jenis: 'PowerPoint' })
  }
  return refuse('berkas.bukan_xlsx')
}

async function readSheets(pack: Package, entry: Entry, relations: Relations) {
  const sheets: WorkbookSheet[] = []
  let from1904 = false
  await visitPart(pack, entry, (tag, depth) => {
    if (depth === 1 && tag.local !== 'workbook') refuse('berkas.bukan_xlsx')
    if (tag.local === 'workbookPr') from1904 = isTrue(tag.value('date1904'))
    if (tag.local !== 'sheet' || depth !== 3) return
    const part = relations.worksheets.get(tag.value('id'))
    const hidden = /hidden/i.test(tag.value('state'))
    if (part !== undefined) sheets.push({ name: tag.value('name'), hidden, part })
    if (sheets.length > pack.limits.sheets) {
      refuse('berkas.terlalu_banyak_lembar', { lembar: sheets.length, batas: pack.limits.sheets })
    }
  })
  return { sheets, from1904 }
}

async function readDateStyles(pack: Package, entry: Entry | undefined): Promise<Uint8Array> {
  const custom = new Map<number, boolean>()
  const dates: number[] = []
  let inCellXfs = false
  if (entry === undefined) return new Uint8Array(0)
  await visitPart(pack, entry, (tag, depth) => {
    if (depth === 2) inCellXfs = tag.local === 'cellXfs'
    if (tag.local === 'numFmt' && depth === 3) {
      custom.set(Number(tag.value('numFmtId')), isDateFormat(tag.value('formatCode')))
    }
    if (!inCellXfs || depth !== 3 || tag.local !== 'xf') return
    const id = Number(tag.value('numFmtId'))
    dates.push((custom.get(id) ?? isBuiltInDate(id)) ? 1 : 0)
  })
  return Uint8Array.from(dates)
}

/** Reads all that must be known before the first row. */
export async function readWorkbook(pack: Package): Promise<Workbook> {
  const root = await readRelations(pack, '')
  const part = root.byType.get('officeDocument') ?? 'xl/workbook.xml'
  const entry = pack.parts.get(part)
  if (entry === undefined || part.endsWith('.bin')) return refuseOtherKind(pack)
  const relations = await readRelations(pack, part)
  const { sheets, from1904 } = await readSheets(pack, entry, relations)
  const styles = relations.byType.get('styles')
  const shared = relations.byType.get('sharedStrings')
  return {
    sheets,
    from1904,
    dateStyles: await readDateStyles(pack, pack.parts.get(styles ?? '')),
    sharedStrings: pack.parts.get(shared ?? ''),
  }
}
