/** What a hostile file is called, how it is made, and the cause for which it must be refused. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import type { FileProblemCode } from '#domain/impor/berkas.ts'
import { worksheet, writeBook } from '../buku.ts'
import type { ZipPart } from '../zip.ts'

export type HostileFile = {
  readonly name: string
  readonly file: string
  readonly refusedFor: FileProblemCode
  make(path: string): void
}

export const MB = 1024 * 1024
export const SHEET = 'xl/worksheets/sheet1.xml'
export const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'

/** A piece of deflate data that may be repeated any number of times: it leaves no state behind. */
export const piece = (data: Buffer | string): Buffer =>
  deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
export const deflateEnd = Buffer.from([0x03, 0x00])

/** Deflate data of `head`, then `body` repeated, then nothing more: an XML without end. */
export const endless = (head: string, body: Buffer | string, times: number): Buffer[] => {
  const repeated = piece(body)
  return [piece(head), ...new Array<Buffer>(times).fill(repeated), deflateEnd]
}

export const sheetHead = worksheet('').split('</sheetData>')[0] ?? ''
export function writePieces(path: string, pieces: Iterable<Buffer | string>): void {
  const file = openSync(path, 'w')
  for (const one of pieces) writeSync(file, typeof one === 'string' ? Buffer.from(one) : one)
  closeSync(file)
}

export const inBook =
  (...parts: ZipPart[]) =>
  (path: string) =>
    writeBook(path, { parts })
