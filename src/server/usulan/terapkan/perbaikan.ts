/** Corrections of identity: each field old → new, with its history; only the fields of the lists below. */
import { sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import { kolomPerbaikan } from '#domain/usulan/perbaikan.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'

type Isian = {
  readonly kab: number
  readonly id: string
  readonly usulan_id: string
  readonly kolom: string
  readonly nilai: string | null
}

const isianOf = (r: BarisUsulan): Isian[] =>
  Object.entries(isiOf(r).perbaikan ?? {}).flatMap(([kolom, nilai]) => {
    const id = r.individu_id ?? r.keluarga_id
    const one = { kab: r.kab, id: id ?? '', usulan_id: r.id, kolom, nilai }
    return kolom === 'nama' && nilai !== null
      ? [one, { ...one, kolom: 'nama_cari', nilai: foldName(nilai) }]
      : [one]
  })

/** One statement for the persons or families of a batch: history first, then the values. */
async function tulis(
  ctx: Kerja,
  unit: 'individu' | 'keluarga',
  isian: readonly Isian[],
): Promise<void> {
  if (isian.length === 0) return
  const tabel = sql.table(unit)
  const kolom = kolomPerbaikan[unit].map((k) => k.kolom)
  const semua = unit === 'individu' ? [...kolom, 'nama_cari'] : kolom
  const family = unit === 'individu' ? sql`t.keluarga_id` : sql`t.id`
  const set = sql.join(
    semua.map(
      (k) =>
        sql`${sql.ref(k)} = case when b.isi ? ${sql.lit(k)} then (jsonb_populate_record(t.*, b.isi)).${sql.ref(k)} else t.${sql.ref(k)} end`,
    ),
  )
  await sql`
    with isian as (select * from jsonb_to_recordset(${JSON.stringify(isian)}::jsonb) as v(kab smallint, id uuid, usulan_id uuid, kolom text, nilai text)),
    -- A person who came to head the family meanwhile stays its head.
    v as (select * from isian where kolom <> 'hubungan' or not exists (
      select from individu h where h.kab = isian.kab and h.id = isian.id and h.hubungan = 1)),
    b as (select kab, id, max(usulan_id::text)::uuid as usulan_id, jsonb_object_agg(kolom, nilai) as isi from v group by kab, id),
    catat as (
      insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
      select t.kab, ${unit}, t.id, v.kolom, to_jsonb(t) ->> v.kolom, v.nilai, ${ctx.today}::date, 'usulan', ${ctx.pengguna.id}, t.wilayah, t.rt, ${family}
      from v join ${tabel} t on t.kab = v.kab and t.id = v.id where v.kolom <> 'nama_cari' and (to_jsonb(t) ->> v.kolom) is distinct from v.nilai),
    hasil as (
      update usulan x set hasil_keluarga_id = coalesce(x.keluarga_id, x.hasil_keluarga_id) from v where x.kab = v.kab and x.id = v.usulan_id)
    update ${tabel} t set ${set}, versi = t.versi + 1, diubah_pada = now() from b where t.kab = b.kab and t.id = b.id`.execute(
    ctx.tx,
  )
}

/** A new NIK is found by its number; the head's new name stands on the family and the house too. */
async function ikutkan(ctx: Kerja, orang: readonly Isian[]): Promise<void> {
  const kab = orang.map((o) => o.kab)
  const id = orang.map((o) => o.id)
  await sql`insert into nik_lokasi (nik, kab, individu_id)
    select i.nik, i.kab, i.id from individu i join unnest(${kab}::smallint[], ${id}::uuid[]) as o(kab, id) on o.kab = i.kab and o.id = i.id
    where i.nik is not null on conflict do nothing`.execute(ctx.tx)
  await sql`insert into kata_nama (kata) select distinct x.kata from individu i
    join unnest(${kab}::smallint[], ${id}::uuid[]) as o(kab, id) on o.kab = i.kab and o.id = i.id
    cross join lateral unnest(string_to_array(i.nama_cari, ' ')) as x(kata) on conflict do nothing`.execute(
    ctx.tx,
  )
  await sql`update keluarga k set nama_kepala = i.nama, nama_kepala_cari = i.nama_cari from individu i
    join unnest(${kab}::smallint[], ${id}::uuid[]) as o(kab, id) on o.kab = i.kab and o.id = i.id
    where i.hubungan = 1 and k.kab = i.kab and k.id = i.keluarga_id and k.nama_kepala <> i.nama`.execute(
    ctx.tx,
  )
}

export async function terapkanPerbaikan(ctx: Kerja, rows: readonly BarisUsulan[]): Promise<void> {
  const orang = rows.filter((r) => r.individu_id !== null).flatMap(isianOf)
  const keluarga = rows.filter((r) => r.individu_id === null).flatMap(isianOf)
  await tulis(ctx, 'individu', orang)
  await tulis(ctx, 'keluarga', keluarga)
  if (orang.length > 0) await ikutkan(ctx, orang)
}
