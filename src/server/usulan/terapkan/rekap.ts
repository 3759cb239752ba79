/** Counts the RT anew whose families changed. */
import { sql } from 'kysely'
import type { Kerja } from '../kerja.ts'

type Tempat = { readonly kab: number; readonly wilayah: number; readonly rt: number | null }

/** Roll-ups of the RT in which these lie, in one statement. */
export async function hitungUlang(ctx: Kerja, rows: readonly Tempat[]): Promise<void> {
  const places = [
    ...new Map(rows.map((r) => [`${r.wilayah} ${r.rt ?? 0}`, { ...r, rt: r.rt ?? 0 }])).values(),
  ]
  if (places.length === 0) return
  await sql`
    with tempat as (select * from unnest(${places.map((p) => p.kab)}::smallint[], ${places.map((p) => p.wilayah)}::bigint[], ${places.map((p) => p.rt)}::smallint[]) as t(kab, wilayah, rt)),
    k as (
      select t.kab, t.wilayah, t.rt, count(k.id)::int as keluarga, count(distinct k.ruta_id)::int as ruta,
        count(*) filter (where k.ditandai)::int as ditandai, count(*) filter (where k.kelayakan = 'tidak_layak')::int as tidak_layak
      from tempat t left join keluarga k on k.kab = t.kab and k.wilayah = t.wilayah and coalesce(k.rt, 0::smallint) = t.rt and k.status = 'aktif'
      group by 1, 2, 3),
    i as (
      select t.kab, t.wilayah, t.rt, count(i.id)::int as individu, count(i.id) filter (where i.nik is null)::int as tanpa_nik
      from tempat t
      left join keluarga k on k.kab = t.kab and k.wilayah = t.wilayah and coalesce(k.rt, 0::smallint) = t.rt and k.status = 'aktif'
      left join individu i on i.kab = k.kab and i.keluarga_id = k.id and i.status = 'aktif'
      group by 1, 2, 3)
    insert into rekap_rt as x (kab, wilayah, rt, ruta, keluarga, individu, ditandai, tanpa_nik, tidak_layak, diubah_pada)
    select k.kab, k.wilayah, k.rt, k.ruta, k.keluarga, i.individu, k.ditandai, i.tanpa_nik, k.tidak_layak, now()
    from k join i using (kab, wilayah, rt)
    on conflict (kab, wilayah, rt) do update set ruta = excluded.ruta, keluarga = excluded.keluarga, individu = excluded.individu,
      ditandai = excluded.ditandai, tanpa_nik = excluded.tanpa_nik, tidak_layak = excluded.tidak_layak, diubah_pada = now()`.execute(
    ctx.tx,
  )
}

type TempatProgram = Tempat & { readonly program: string }

/** How many families of these RT receive these programmes, counted anew. */
export async function hitungPenerimaanDi(
  tx: Kerja['tx'],
  places: readonly TempatProgram[],
): Promise<void> {
  if (places.length === 0) return
  await sql`
    with t as (select distinct * from unnest(${places.map((p) => p.kab)}::smallint[], ${places.map((p) => p.wilayah)}::bigint[],
      ${places.map((p) => p.rt ?? 0)}::smallint[], ${places.map((p) => p.program)}::text[]) as t(kab, wilayah, rt, program))
    insert into rekap_penerimaan (kab, wilayah, rt, program, keluarga)
    select t.kab, t.wilayah, t.rt, t.program, count(p.id)::int from t
    left join penerimaan p on p.kab = t.kab and p.wilayah = t.wilayah and coalesce(p.rt, 0::smallint) = t.rt and p.program = t.program and p.sampai is null
    group by 1, 2, 3, 4 on conflict (kab, wilayah, rt, program) do update set keluarga = excluded.keluarga, diubah_pada = now()`.execute(
    tx,
  )
}
