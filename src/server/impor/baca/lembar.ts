/** A small uploaded table with known headings, read whole through the hardened reader. */
import { explainFileProblem } from '#domain/impor/berkas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openTable } from './buka.ts'
import { FileRefused, type SourceRow, type SourceTable } from './tabel.ts'

const HEAD = 20
const UKURAN = 20 * 1024 * 1024

export type Kepala<T> = { readonly tempat: T; readonly lewati: number }
export type Lembar<T> = {
  readonly tempat: T
  readonly baris: readonly SourceRow[]
}

/** Why a file was not taken: in words, or that it has more rows than may be. */
export type LembarDitolak = { readonly sebab: string } | { readonly maks: number }

const kosong = (row: SourceRow): boolean => row.cells.every((cell) => cell.trim() === '')

async function cari<T>(
  table: SourceTable,
  kepala: (rows: readonly (readonly string[])[]) => Kepala<T> | null,
  maks: number,
): Promise<Lembar<T> | null> {
  for await (const sheet of table.sheets()) {
    const rows: SourceRow[] = []
    for await (const batch of sheet.rows) {
      rows.push(...batch)
      if (rows.length > maks + HEAD) break
    }
    const found = kepala(rows.slice(0, HEAD).map((row) => row.cells))
    if (found)
      return {
        tempat: found.tempat,
        baris: rows.slice(found.lewati).filter((row) => !kosong(row)),
      }
  }
  return null
}

/**
 * The first sheet that has the headings, with its rows below them that are not empty.
 * @param kepala finds the headings among the first rows
 * @param maks most rows of one file
 */
export async function bacaLembar<T>(
  path: string,
  kepala: (rows: readonly (readonly string[])[]) => Kepala<T> | null,
  maks: number,
): Promise<Result<Lembar<T>, LembarDitolak>> {
  const opened = await openTable(path, { fileBytes: UKURAN })
  if (!opened.ok) return err({ sebab: explainFileProblem(opened.error, 'id').cause })
  try {
    const lembar = await cari(opened.value, kepala, maks)
    if (!lembar) return err({ sebab: 'tidak ada lembar dengan judul kolom yang dikenal.' })
    if (lembar.baris.length === 0) return err({ sebab: 'tidak ada baris di bawah judul kolom.' })
    return lembar.baris.length > maks ? err({ maks }) : ok(lembar)
  } catch (error) {
    if (error instanceof FileRefused)
      return err({ sebab: explainFileProblem(error.problem, 'id').cause })
    throw error
  } finally {
    await opened.value.close()
  }
}
