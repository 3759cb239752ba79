/** What is known of a family goes along as new rows of the destination; answers about the house stay with the house. */
import { sql } from 'kysely'
import type { Individu } from '#domain/usulan/peristiwa/registri.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import type { BarisPermintaan } from './baris.ts'

type Survei = { readonly id: string; readonly survei_id: string | null }

/** Which answers each person has at the origin, read before anything is written. */
async function baca(
  ctx: Kerja,
  kab: number,
  orang: readonly Individu[],
): Promise<readonly Survei[]> {
  const found = await sql<Survei>`select id, survei_id from individu
    where kab = ${kab} and id = any (${orang.map((i) => i.id)}::uuid[])`.execute(ctx.tx)
  return found.rows
}

/** The newest answers of each person, with their day and source. */
async function tulis(
  ctx: Kerja,
  asal: number,
  orang: readonly Individu[],
  lama: readonly Survei[],
): Promise<void> {
  const survei = new Map(lama.map((s) => [s.id, s.survei_id]))
  const ikut = orang.flatMap((i) => {
    const survei_id = survei.get(i.id)
    return survei_id ? [{ ...i, survei_id }] : []
  })
  if (ikut.length === 0) return
  await sql`
    with o as materialized (select o.*, uuidv7_siks() as baru from jsonb_to_recordset(${JSON.stringify(ikut)}::jsonb)
        as o(kab smallint, id uuid, keluarga_id uuid, wilayah bigint, rt smallint, survei_id uuid)),
    tambah as (insert into survei_individu
      select (jsonb_populate_record(null::survei_individu, to_jsonb(s) || jsonb_build_object('kab', o.kab, 'id', o.baru, 'keluarga_id', o.keluarga_id,
        'wilayah', o.wilayah, 'rt', o.rt, 'rekaman_id', null, 'dibuat_pada', now()))).*
      from o join survei_individu s on s.kab = ${asal} and s.id = o.survei_id returning id)
    update individu i set survei_id = o.baru from o join tambah t on t.id = o.baru where i.kab = o.kab and i.id = o.id`.execute(
    ctx.tx,
  )
}

export const salinOrang = { baca, tulis }

/** Answers of a whole family, its status of eligibility with its ground, and ranks made elsewhere. */
export async function salinKeluarga(ctx: Kerja, p: BarisPermintaan, baru: string): Promise<void> {
  const ke = sql`keluarga b where b.kab = ${p.tujuan_kab} and b.id = ${baru}`
  await sql`
    with t as materialized (select b.*, uuidv7_siks() as survei_baru from ${ke}),
    l as (select * from keluarga where kab = ${p.kab} and id = ${p.keluarga_id}),
    s as (insert into survei_keluarga
      select (jsonb_populate_record(null::survei_keluarga, to_jsonb(s) || jsonb_build_object('kab', t.kab, 'id', t.survei_baru, 'keluarga_id', t.id,
        'wilayah', t.wilayah, 'rt', t.rt, 'rekaman_id', null, 'dibuat_pada', now()))).*
      from t, l join survei_keluarga s on s.kab = l.kab and s.id = l.survei_id returning id),
    k as (insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, sumber)
      select t.kab, t.id, t.wilayah, t.rt, l.kelayakan, ${`Ikut pindah (${p.nomor})`}, ${ctx.today}::date, l.kelayakan_sampai, 'pindah'
      from t, l where l.kelayakan <> 'belum_dinilai'),
    d as (insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal)
      select t.kab, t.id, t.wilayah, t.rt, r.sumber, r.jenis, r.nilai, r.tanggal from t cross join lateral (
        select distinct on (x.sumber, x.jenis) x.* from peringkat_luar x where x.kab = ${p.kab} and x.keluarga_id = ${p.keluarga_id}
        order by x.sumber, x.jenis, x.tanggal desc, x.id desc) r)
    update keluarga x set survei_id = (select id from s), kelayakan = l.kelayakan, kelayakan_sampai = l.kelayakan_sampai
    from l where x.kab = ${p.tujuan_kab} and x.id = ${baru}`.execute(ctx.tx)
}

/** Evidence stays where it was filed, of every place before; the new family says where, of what use and how many. */
export async function sebutBukti(ctx: Kerja, p: BarisPermintaan, baru: string): Promise<void> {
  await sql`
    with l as (select bukti_asal from keluarga where kab = ${p.kab} and id = ${p.keluarga_id}),
    b as (select jsonb_object_agg(g.guna, g.n) as berkas from (select guna, count(*)::int as n from berkas
      where kab = ${p.kab} and keluarga_id = ${p.keluarga_id} group by guna) g),
    s as (select coalesce(l.bukti_asal, '[]') || case when b.berkas is null then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('wilayah', ${p.wilayah}::bigint, 'berkas', b.berkas)) end as isi from l, b)
    update keluarga k set bukti_asal = s.isi from s where k.kab = ${p.tujuan_kab} and k.id = ${baru} and s.isi <> '[]'`.execute(
    ctx.tx,
  )
}
