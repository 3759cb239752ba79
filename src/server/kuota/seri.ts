/** Decisions of named persons among families equal at the line: which one still holds, and a new one. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import { baseCtes, competesSql, type Skenario, scenarioName } from './dasar.ts'
import type { GarisLengkap } from './garis.ts'

type Ties = Pick<GarisLengkap, 'kelompok' | 'kunci' | 'sisa'>

/**
 * The newest decision for a line, if it still fits: made at the same key, about exactly the families
 * that are equal there now, and filling exactly the places that are left.
 */
export async function validDecision(
  tx: Kysely<DB>,
  s: Skenario,
  line: Ties,
): Promise<string | null> {
  const newest = await sql<{ id: string }>`select id from kuota_putusan
    where kuota_id = ${s.kuotaId} and ronde_id = ${s.rondeId} and skenario = ${scenarioName(s)} and kelompok = ${line.kelompok}
      and kunci = ${line.kunci}
    order by id desc limit 1`.execute(tx)
  const id = newest.rows[0]?.id
  if (!id) return null
  const statement = sql<{ fits: boolean }>`
    with ${baseCtes(s, false)}, sama as (
      select kab, id from dasar where kelompok = ${line.kelompok} and kunci = ${line.kunci} and ${competesSql(s)}
    )
    select count(*) filter (where b.masuk) = ${line.sisa}
      and count(*) filter (where s.id is null or b.keluarga_id is null) = 0 as fits
    from sama s full join (select * from kuota_putusan_baris where putusan_id = ${id}) b
      on b.kab = s.kab and b.keluarga_id = s.id`
  const fits = await wholeArea(tx, () => statement.execute(tx))
  return fits.rows[0]?.fits ? id : null
}

export type TieChoice = {
  readonly masuk: readonly { readonly kab: number; readonly id: string }[]
  readonly alasan: string
  readonly penggunaId: string
  readonly peran: string
  readonly pada: Date
}

/** Waits for anybody who is deciding about this line; to be taken before the line is looked at. */
export async function holdLine(tx: Kysely<DB>, kuotaId: string, kelompok: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kuota_putusan:${kuotaId}:${kelompok}`}, 0))`.execute(
    tx,
  )
}

/**
 * Keeps a decision with every family it was about.
 * @returns its id; null when the chosen are not all among the equals (nothing remains of it then,
 * because the caller rolls back)
 */
export async function insertDecision(
  tx: Kysely<DB>,
  s: Skenario,
  line: Ties & { readonly sama: number },
  choice: TieChoice,
): Promise<string | null> {
  const made = await sql<{ id: string }>`
    insert into kuota_putusan (kuota_id, ronde_id, lo, hi, skenario, kelompok, kunci, sama, tempat, alasan, pengguna_id, peran, dibuat_pada)
    values (${s.kuotaId}, ${s.rondeId}, ${s.lo}, ${s.hi}, ${scenarioName(s)}, ${line.kelompok}, ${line.kunci}, ${line.sama},
      ${line.sisa}, ${choice.alasan}, ${choice.penggunaId}, ${choice.peran}, ${choice.pada})
    returning id`.execute(tx)
  const id = made.rows[0]?.id
  if (!id) throw new Error('The decision was not written')
  const statement = sql<{ masuk: number }>`
    with ${baseCtes(s, false)}, pilih as (
      select distinct * from unnest(${choice.masuk.map((m) => m.kab)}::smallint[], ${choice.masuk.map((m) => m.id)}::uuid[]) as p (kab, id)
    ), tulis as (
      insert into kuota_putusan_baris (kab, putusan_id, keluarga_id, wilayah, rt, masuk)
      select d.kab, ${id}, d.id, d.wilayah, k.rt, p.id is not null
      from dasar d join keluarga k on k.kab = d.kab and k.id = d.id left join pilih p on p.kab = d.kab and p.id = d.id
      where d.kelompok = ${line.kelompok} and d.kunci = ${line.kunci} and ${competesSql(s)}
      returning masuk
    )
    select count(*) filter (where masuk)::int as masuk from tulis`
  const written = await wholeArea(tx, () => statement.execute(tx))
  return written.rows[0]?.masuk === line.sisa && choice.masuk.length === line.sisa ? id : null
}
