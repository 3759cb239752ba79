/** Where a disaster's decree lifts the safeguards today. */
import { sql } from 'kysely'
import { inside } from '#domain/wilayah/kode.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { type BarisKhusus, khususOf, kolomKhusus } from './baris.ts'

/** Answers whether no change in a village is held for a pattern today. */
export async function pelepasBencana(
  ctx: Pick<Kerja, 'tx' | 'today'>,
): Promise<(wilayah: number) => boolean> {
  const found = await sql<BarisKhusus>`select ${kolomKhusus} from keadaan_khusus s
    where s.melepas_pengaman and s.dari <= ${ctx.today}::date and s.sampai >= ${ctx.today}::date`.execute(
    ctx.tx,
  )
  const lepas = found.rows.filter((r) => khususOf(r, ctx.today).melepas)
  return (wilayah) => lepas.some((r) => inside(wilayah, r))
}
