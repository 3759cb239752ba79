/** A family's house and answers by its sources: families of P3KE, Regsosek and KKS that are known to be this one. */
import { sql } from 'kysely'
import {
  type JawabanBersumber,
  jawabanBersumber,
  type KeluargaSumber,
  keluargaTertaut,
} from '#domain/kepercayaan/rumah.ts'
import type { Context } from '#server/http/context.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { answersOf } from '#server/keluarga/kata.ts'
import { type FamilyRow, surveyRows } from '#server/keluarga/satu.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import type { OrangTertaut } from './taut.ts'

/** Families of sources in which members stand, or that bear the family's card number. */
async function keluargaSumber(
  { tx, cakupan }: Context,
  row: FamilyRow,
  orang: readonly OrangTertaut[],
): Promise<readonly KeluargaSumber[]> {
  const baris = orang.flatMap((o) => o.sumber)
  const found = await sql<KeluargaSumber>`
    with s as (
      select o.kab, o.sumber, o.kunci_keluarga as kunci, count(*)::int as orang from orang_sumber o
      where (o.kab, o.id) in (select * from unnest(${baris.map((b) => b.kab)}::smallint[], ${baris.map((b) => b.id)}::uuid[]))
        and o.kunci_keluarga is not null group by 1, 2, 3)
    select g.id, g.sumber, g.berlaku, g.desil, g.jawaban, coalesce(s.orang, 0) as orang, coalesce(g.nomor_kk = ${row.nomor_kk}, false) as kk
    from (
      select g.* from keluarga_sumber g join s on s.kab = g.kab and s.sumber = g.sumber and s.kunci = g.kunci
      union
      select g.* from keluarga_sumber g where g.nomor_kk = ${row.nomor_kk}) g
    left join s on s.kab = g.kab and s.sumber = g.sumber and s.kunci = g.kunci
    where ${inArea(cakupan, 'g', null)}`.execute(tx)
  return found.rows
}

export type RumahBersumber = {
  readonly keluarga: readonly KeluargaSumber[]
  readonly jawaban: readonly JawabanBersumber[]
}

/** @param orang the family's members with their rows of sources */
export async function rumahBersumber(
  ctx: Context,
  row: FamilyRow,
  orang: readonly OrangTertaut[],
): Promise<RumahBersumber> {
  const [semua, [rumah], [keluarga]] = await Promise.all([
    keluargaSumber(ctx, row, orang),
    surveyRows(ctx.tx, 'survei_ruta', row.kab, [row.survei_ruta_id]),
    surveyRows(ctx.tx, 'survei_keluarga', row.kab, [row.survei_id]),
  ])
  const tertaut = keluargaTertaut(semua)
  const kamus = { kamus: loadDictionary(), buku: loadCodeLists() }
  const registri = [...answersOf(kamus, 'ruta', rumah), ...answersOf(kamus, 'keluarga', keluarga)]
  return { keluarga: tertaut, jawaban: jawabanBersumber(kamus, registri, tertaut) }
}
