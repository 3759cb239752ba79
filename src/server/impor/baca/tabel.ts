/**
 * What every reader of an officer's file yields: a table of sheets, read as a stream of batches.
 * `openTable(path)` in `buka.ts` recognises the file by its content and returns a SourceTable.
 */
import type { FileProblem } from '#domain/impor/berkas.ts'

export type { FileProblem }

/** 0 text, 1 number, 2 date ('YYYY-MM-DD'), 3 boolean ('TRUE' or 'FALSE'), 4 error ('#REF!'). */
export type CellKind = 0 | 1 | 2 | 3 | 4
export const CELL_KIND = { text: 0, number: 1, date: 2, boolean: 3, error: 4 } as const

/** One row that holds at least one value; rows without any value are not yielded. */
export type SourceRow = {
  /** 1-based row of the sheet, or the line of a CSV on which the record begins. */
  readonly row: number
  /** Values from the first column to the last filled one; a gap is ''. */
  readonly cells: readonly string[]
  /** Kind of each cell; absent where all are text, as always in a CSV. */
  readonly kinds?: Uint8Array
  /** A value in this row is the stored result of a formula. */
  readonly formula?: boolean
  readonly hidden?: boolean
  /** Cells as written in a CSV, where that is not the usual number: values may have shifted. */
  readonly width?: number
}

export type SourceSheet = {
  readonly name: string
  readonly hidden: boolean
  /** Batches of about a thousand rows. To be read once, and before the next sheet is asked for. */
  readonly rows: AsyncIterable<readonly SourceRow[]>
}

/** Something worth telling about the file that did not hinder its reading. */
export type FileNote = {
  readonly code:
    | 'catatan.lembar_tersembunyi'
    | 'catatan.lebar_baris_berbeda'
    | 'catatan.karakter_rusak'
    | 'catatan.pengodean_berganti'
  readonly detail: Readonly<Record<string, number | string>>
}

export type SourceTable = {
  readonly kind: 'xlsx' | 'csv'
  readonly encoding?: string
  readonly separator?: string
  /** All sheets in the order of the workbook, hidden ones too; a CSV has the one sheet 'CSV'. */
  readonly sheetNames: readonly string[]
  /** Throws FileRefused, and nothing else, when the file turns out to be unacceptable. */
  sheets(): AsyncIterable<SourceSheet>
  /** Complete only after the rows have been read. */
  readonly notes: readonly FileNote[]
  /** Frees the file and the worker; reading all the sheets does the same. */
  close(): Promise<void>
}

/** Bounds within which a file is read; each has its own cause of refusal. */
export type Limits = {
  readonly fileBytes: number
  readonly entries: number
  /** Sum of what was inflated, over all parts that are read. */
  readonly inflatedBytes: number
  /** Inflated to compressed, judged once more than `ratioFreeBytes` came out of a part. */
  readonly ratio: number
  readonly ratioFreeBytes: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  readonly cellChars: number
  readonly mergeRows: number
  readonly sharedStrings: number
  readonly sharedBytes: number
  /** XML read without a row or a shared string coming out of it. */
  readonly idleBytes: number
  /** Longest wait for one batch of rows. */
  readonly seconds: number
  readonly workerMb: number
}

const MB = 1024 * 1024

export const LIMITS: Limits = {
  fileBytes: 2048 * MB,
  entries: 2000,
  inflatedBytes: 8192 * MB,
  ratio: 200,
  ratioFreeBytes: 16 * MB,
  sheets: 200,
  rows: 20_000_000,
  columns: 1000,
  cellChars: 32_767,
  mergeRows: 100_000,
  sharedStrings: 4_000_000,
  sharedBytes: 160 * MB,
  idleBytes: 64 * MB,
  seconds: 30,
  workerMb: 192,
}

/** The only exception of the readers: the file is refused, for the cause it carries. */
export class FileRefused extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem.code)
    this.name = 'FileRefused'
    this.problem = problem
  }
}

/** Refuses the file; typed as an expression so that it may stand where a value is wanted. */
export function refuse(code: FileProblem['code'], detail: FileProblem['detail'] = {}): never {
  throw new FileRefused({ code, detail })
}
