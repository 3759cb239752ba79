/** Where families go by a plan, as SQL; `domain/pemekaran/tujuan.ts` is its meaning. */
import { type RawBuilder, sql } from 'kysely'
import type { Tempat } from '#domain/pemekaran/rencana.ts'
import type { Wilayah } from '#domain/wilayah/kode.ts'

/** A family that a row names, and where it goes. */
export type Pilihan = {
  readonly kab: number
  readonly id: string
  readonly dari: Wilayah
  readonly ke: Wilayah
  readonly rtKe: number | null
}

export const tempatSql = (tempat: readonly Tempat[]): RawBuilder<unknown> =>
  sql`(select * from unnest(${tempat.map((t) => t.dari)}::bigint[], ${tempat.map((t) => t.rt)}::smallint[],
    ${tempat.map((t) => t.ke)}::bigint[], ${tempat.map((t) => t.rtKe)}::smallint[]) as t(dari, rt, ke, rt_ke))`

const pilihanSql = (pilihan: readonly Pilihan[]): RawBuilder<unknown> =>
  sql`(select * from unnest(${pilihan.map((p) => p.kab)}::smallint[], ${pilihan.map((p) => p.id)}::uuid[],
    ${pilihan.map((p) => p.ke)}::bigint[], ${pilihan.map((p) => p.rtKe)}::smallint[]) as p(kab, id, ke, rt_ke))`

/**
 * Families of the places that go elsewhere: kab, id, dari, rt_dari, ke, rt_ke, dipilih, status, to
 * select from. The row that names a family holds, then that of its RT, then that of its village.
 */
export const pindahan = (
  tempat: readonly Tempat[],
  pilihan: readonly Pilihan[],
): RawBuilder<unknown> => {
  const desa = [...new Set([...tempat.map((t) => t.dari), ...pilihan.map((p) => p.dari)])]
  return sql`(
    select k.kab, k.id, k.wilayah as dari, k.rt as rt_dari, x.ke, x.rt_ke, p.id is not null as dipilih, k.status
    from keluarga k left join ${pilihanSql(pilihan)} p on p.kab = k.kab and p.id = k.id
      left join ${tempatSql(tempat)} r on r.dari = k.wilayah and r.rt = k.rt left join ${tempatSql(tempat)} w on w.dari = k.wilayah and w.rt is null
      cross join lateral (select coalesce(p.ke, r.ke, w.ke) as ke,
        case when p.id is not null then p.rt_ke when r.dari is not null then r.rt_ke else w.rt_ke end as rt_ke) x
    where k.wilayah = any (${desa}::bigint[]) and x.ke is not null and (x.ke <> k.wilayah or (x.rt_ke is not null and x.rt_ke is distinct from k.rt)))`
}
