/** Counts per village and RT of an area: from the roll-up, or counted where only some families are seen. */
import { type RawBuilder, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { inArea } from './lingkup.ts'

/** Rows with the columns of `rekap_rt`, to select from. A roll-up knows no families, so a list of them is counted. */
export const rollUp = (c: Cakupan): RawBuilder<unknown> =>
  c.keluarga === undefined
    ? sql`(select kab, wilayah, rt, ruta, keluarga, individu, ditandai, tanpa_nik, tidak_layak from rekap_rt x
        where ${inArea(c, 'x', null)})`
    : sql`(select k.kab, k.wilayah, coalesce(k.rt, 0::smallint) as rt, count(distinct k.ruta_id)::int as ruta,
        count(*)::int as keluarga, sum(i.individu)::int as individu, count(*) filter (where k.ditandai)::int as ditandai,
        sum(i.tanpa_nik)::int as tanpa_nik, count(*) filter (where k.kelayakan = 'tidak_layak')::int as tidak_layak
      from keluarga k cross join lateral (
        select count(*) as individu, count(*) filter (where nik is null) as tanpa_nik from individu i
        where i.kab = k.kab and i.keluarga_id = k.id and i.status = 'aktif') i
      where ${inArea(c, 'k', 'id')} and k.status = 'aktif' group by 1, 2, 3)`

/** Families that receive a programme now, per village and RT, to select from. */
export const receiverRollUp = (c: Cakupan, program: string): RawBuilder<unknown> =>
  c.keluarga === undefined
    ? sql`(select kab, wilayah, rt, keluarga from rekap_penerimaan x where ${inArea(c, 'x', null)} and program = ${program})`
    : sql`(select x.kab, x.wilayah, coalesce(x.rt, 0::smallint) as rt, count(distinct x.keluarga_id)::int as keluarga
      from penerimaan x where ${inArea(c, 'x')} and x.program = ${program} and x.sampai is null group by 1, 2, 3)`
