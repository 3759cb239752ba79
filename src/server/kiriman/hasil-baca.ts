/** Reads a file of outcomes; nothing is written. */
import { type Problem, problem } from '#contract/problems.ts'
import { type BarisHasil, bacaHasil, kepalaHasil } from '#domain/kiriman/hasil.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { bacaLembar } from '#server/impor/baca/lembar.ts'

/** Most rows of one file: what a kab/kota sends in some months. */
const TERBANYAK = 20_000

/** A row with its place in the file, as a spreadsheet counts. */
export type BarisBerkas = BarisHasil & { readonly baris: number }

/** Every row of the uploaded file, judged by itself. */
export async function bacaBerkasHasil({
  unggahan,
  today,
}: Context): Promise<Result<readonly BarisBerkas[], Problem>> {
  if (!unggahan) return err(problem('berkas.kosong'))
  const lembar = await bacaLembar(unggahan.path, kepalaHasil, TERBANYAK)
  if (!lembar.ok)
    return err(
      'maks' in lembar.error
        ? problem('hasil_pusat.terlalu_banyak', lembar.error)
        : problem('hasil_pusat.berkas_ditolak', lembar.error),
    )
  const { baris, tempat } = lembar.value
  return ok(
    bacaHasil(
      baris.map((row) => row.cells),
      tempat,
      Number(today.slice(0, 4)),
    ).map((row, i) => ({ ...row, baris: baris[i]?.row ?? i + 1 })),
  )
}
