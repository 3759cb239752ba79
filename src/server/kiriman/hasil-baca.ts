/** Reads a file of outcomes through the hardened reader; nothing is written. */
import { type Problem, problem } from '#contract/problems.ts'
import { explainFileProblem } from '#domain/impor/berkas.ts'
import { type BarisHasil, bacaHasil, kepalaHasil } from '#domain/kiriman/hasil.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { openTable } from '#server/impor/baca/buka.ts'
import { FileRefused, type SourceRow, type SourceTable } from '#server/impor/baca/tabel.ts'

/** Most rows of one file: what a kab/kota sends in some months. */
const TERBANYAK = 20_000
const HEAD = 20

/** A row with its place in the file, as a spreadsheet counts. */
export type BarisBerkas = BarisHasil & { readonly baris: number }

const kosong = (row: SourceRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** The rows of the first sheet that has the headings of outcomes; null where none has. */
async function lembar(table: SourceTable): Promise<BarisBerkas[] | null> {
  for await (const sheet of table.sheets()) {
    const rows: SourceRow[] = []
    for await (const batch of sheet.rows) {
      rows.push(...batch)
      if (rows.length > TERBANYAK + HEAD) break
    }
    const kepala = kepalaHasil(rows.slice(0, HEAD).map((row) => row.cells))
    if (!kepala) continue
    const isi = rows.slice(kepala.lewati).filter((row) => !kosong(row))
    const dibaca = bacaHasil(
      isi.map((row) => row.cells),
      kepala.tempat,
    )
    return dibaca.map((row, i) => ({ ...row, baris: isi[i]?.row ?? i + 1 }))
  }
  return null
}

const ditolak = (sebab: string): Result<never, Problem> =>
  err(problem('hasil_pusat.berkas_ditolak', { sebab }))

/** Every row of the uploaded file, judged by itself. */
export async function bacaBerkasHasil({
  unggahan,
}: Context): Promise<Result<readonly BarisBerkas[], Problem>> {
  if (!unggahan) return err(problem('berkas.kosong'))
  const opened = await openTable(unggahan.path, { fileBytes: 20 * 1024 * 1024 })
  if (!opened.ok) return ditolak(explainFileProblem(opened.error, 'id').cause)
  try {
    const rows = await lembar(opened.value)
    if (!rows) return ditolak('tidak ada lembar dengan judul kolom hasil.')
    if (rows.length === 0) return ditolak('tidak ada baris di bawah judul kolom.')
    return rows.length > TERBANYAK
      ? err(problem('hasil_pusat.terlalu_banyak', { maks: TERBANYAK }))
      : ok(rows)
  } catch (error) {
    if (error instanceof FileRefused) return ditolak(explainFileProblem(error.problem, 'id').cause)
    throw error
  } finally {
    await opened.value.close()
  }
}
