/** Recognises what a file really is from its bytes: the name that an office gave it proves nothing. */
import type { FileHandle } from 'node:fs/promises'
import type { FileProblem } from './tabel.ts'

export type Recognised =
  | { readonly kind: 'zip' }
  | { readonly kind: 'teks' }
  | { readonly kind: 'ditolak'; readonly problem: FileProblem }

const refused = (code: FileProblem['code'], detail: FileProblem['detail'] = {}): Recognised => ({
  kind: 'ditolak',
  problem: { code, detail },
})

const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** First bytes of kinds of files that offices send by mistake. */
const OTHER_KINDS: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['\x1f\x8b', 'GZIP'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['MZ', 'program Windows'],
  ['\x7fELF', 'program'],
]

/** Tells an encrypted workbook from an old .xls: both are OLE files, the directory names differ. */
async function oleProblem(file: FileHandle, head: Buffer): Promise<Recognised> {
  const sectorSize = 2 ** Math.min(16, head.length > 32 ? head.readUInt16LE(30) : 9)
  const sector = head.length > 52 ? head.readUInt32LE(48) : 0
  const directory = Buffer.alloc(4096)
  await file.read(directory, 0, directory.length, (sector + 1) * sectorSize).catch(() => undefined)
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
  const found = directory.includes(encrypted) || head.includes(encrypted)
  return refused(found ? 'berkas.terenkripsi' : 'berkas.xls_lama')
}

/** Markup at the beginning of a text, if any: HTML tables are often named .xls or .xlsx. */
function markupProblem(text: string): Recognised | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (!start.startsWith('<')) return undefined
  if (/<(!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(start)) {
    return refused('berkas.html')
  }
  return /^<(\?xml|!DOCTYPE|!--|[a-z_][\w.-]*(:[a-z_][\w.-]*)?[\s/>])/i.test(start)
    ? refused('berkas.xml_2003')
    : undefined
}

function beginningAsText(head: Buffer): string {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)
  return head
    .subarray(0, 4096)
    .toString(utf16 ? 'utf16le' : 'latin1')
    .replace(/^\xef\xbb\xbf/, '')
}

/** Judges the file by its beginning; the file handle serves to look at the directory of an OLE file. */
export async function recognise(file: FileHandle, head: Buffer): Promise<Recognised> {
  if (head.length === 0) return refused('berkas.kosong')
  const start = head.toString('latin1', 0, 8)
  if (ZIP.some((magic) => start.startsWith(magic))) return { kind: 'zip' }
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return oleProblem(file, head)
  const other = OTHER_KINDS.find(([magic]) => start.startsWith(magic))
  if (other !== undefined) return refused('berkas.jenis_lain', { jenis: other[1] })
  return markupProblem(beginningAsText(head)) ?? { kind: 'teks' }
}
