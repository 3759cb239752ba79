/** Reads whole files in tests, and gives a refusal as a value wherever it happened. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileProblem } from '#domain/impor/berkas.ts'
import { openTable } from '#server/impor/baca/buka.ts'
import { FileRefused, type Limits, type SourceRow } from '#server/impor/baca/tabel.ts'

/** A folder for the files of one test run; `remove` it at the end. */
export function temporaryFolder(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'siks-berkas-'))
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Reads to the end without keeping anything; the refusal, if there is one. */
export async function refusalOf(
  path: string,
  limits: Partial<Limits> = {},
): Promise<FileProblem | undefined> {
  const opened = await openTable(path, limits)
  if (!opened.ok) return opened.error
  try {
    for await (const sheet of opened.value.sheets()) for await (const _ of sheet.rows);
    return undefined
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
}

/** All rows of all sheets; throws when the file is refused. */
export async function readAll(path: string, limits: Partial<Limits> = {}) {
  const opened = await openTable(path, limits)
  if (!opened.ok) throw new FileRefused(opened.error)
  const table = opened.value
  const sheets: { name: string; hidden: boolean; rows: SourceRow[] }[] = []
  for await (const { name, hidden, rows } of table.sheets()) {
    const all: SourceRow[] = []
    for await (const batch of rows) all.push(...batch)
    sheets.push({ name, hidden, rows: all })
  }
  return { table, sheets }
}

/** The cells of the first sheet, row by row. */
export async function readCells(path: string): Promise<(readonly string[])[]> {
  const { sheets } = await readAll(path)
  return sheets[0]?.rows.map((row) => row.cells) ?? []
}
