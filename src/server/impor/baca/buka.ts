/** Opens an officer's file as a table, whatever it is called, or says why it cannot be read. */
import { type FileHandle, open } from 'node:fs/promises'
import { err, ok, type Result } from '#domain/result.ts'
import { csvTable } from './csv/tabel.ts'
import { recognise } from './kenali.ts'
import { type FileProblem, FileRefused, LIMITS, type Limits, type SourceTable } from './tabel.ts'
import { xlsxTable } from './xlsx/tabel.ts'

const HEAD = 256 * 1024

async function openHandle(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch {
    return undefined
  }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(HEAD)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(head, length, HEAD - length, length)
    length += bytesRead
    if (bytesRead === 0 || length === HEAD) return head.subarray(0, length)
  }
}

function openCsv(path: string, head: Buffer, whole: boolean, limits: Limits) {
  try {
    return ok(csvTable(path, head, whole, limits))
  } catch (error) {
    if (error instanceof FileRefused) return err(error.problem)
    throw error
  }
}

/**
 * Recognises the file by its content and opens it. What only the reading can show (a row too
 * wide, a wrong checksum) is thrown by the iteration as FileRefused.
 */
export async function openTable(
  path: string,
  limits: Partial<Limits> = {},
): Promise<Result<SourceTable, FileProblem>> {
  const bounds: Limits = { ...LIMITS, ...limits }
  const file = await openHandle(path)
  if (file === undefined) return err({ code: 'berkas.tidak_terbaca', detail: {} })
  try {
    const { size } = await file.stat()
    if (size > bounds.fileBytes) {
      return err({ code: 'berkas.terlalu_besar', detail: { byte: size, batas: bounds.fileBytes } })
    }
    const head = await readHead(file)
    const found = await recognise(file, head)
    if (found.kind === 'ditolak') return err(found.problem)
    if (found.kind === 'teks') return openCsv(path, head, head.length === size, bounds)
    return await xlsxTable(path, bounds)
  } finally {
    await file.close()
  }
}
