/** A step on the proposal at the destination that nobody there takes: the system's, or one decided elsewhere. */
import { type RawBuilder, sql } from 'kysely'
import type { Aksi } from '#domain/usulan/alur.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { Penindak } from '#domain/usulan/putuskan.ts'
import { type BarisUsulan, dariUsulan, denganMeterai, kolomUsulan } from '#server/usulan/baris.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { nilaiLangkah, tulisLangkah } from '#server/usulan/langkah.ts'

const sistem: Penindak = { pelaku: 'sistem', id: null }

/** The proposal, held until the end of the transaction; undefined where other work has been faster. */
export async function usulanTarik(
  ctx: Kerja,
  kab: number,
  id: string,
  status: Keadaan,
  syarat: RawBuilder<boolean> = sql`true`,
): Promise<BarisUsulan | undefined> {
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where u.kab = ${kab} and u.id = ${id} and u.jenis = 'tarik_masuk' and u.status = ${status} and ${syarat} for update of u`.execute(
    ctx.tx,
  )
  return found.rows[0]
}

/**
 * Takes the step where the table of the track has it from the present state.
 * @param oleh role of who decided in the other area; their name stays there
 * @returns whether it was taken
 */
export async function langkahSistem(
  ctx: Kerja,
  row: BarisUsulan,
  aksi: Aksi,
  alasan: string | null,
  oleh: Penindak = sistem,
): Promise<boolean> {
  const [one] = await denganMeterai(ctx, [row])
  if (!one) return false
  const { maju } = nilaiLangkah([{ ...one, dilihat: null }], aksi, oleh, alasan, ctx.today)
  await tulisLangkah(ctx, maju, oleh, alasan)
  return maju.length > 0
}
