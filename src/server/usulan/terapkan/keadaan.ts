/** Answers about house, family and persons: a new row of the survey each, the older answers carried along. */
import { sql } from 'kysely'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'

type Unit = 'ruta' | 'keluarga' | 'individu'
type Jawaban = { readonly kab: number; readonly subjek: string; readonly isi: object }

/**
 * One statement per unit: the newest row with the given answers laid over it becomes the new row,
 * and the record points at it. `subjek` is the family for house and family, the person otherwise.
 */
export async function tambahJawaban(
  ctx: Kerja,
  unit: Unit,
  jawaban: readonly Jawaban[],
  sumber: string,
): Promise<void> {
  const asked = jawaban.filter((j) => Object.keys(j.isi).length > 0)
  if (asked.length === 0) return
  const survei = sql.table(`survei_${unit}`)
  const tabel = sql.table(unit)
  const kunci = sql.ref(`${unit}_id`)
  const subjek =
    unit === 'ruta'
      ? sql`keluarga f on f.kab = v.kab and f.id = v.subjek join ruta t on t.kab = f.kab and t.id = f.ruta_id`
      : sql`${tabel} t on t.kab = v.kab and t.id = v.subjek`
  const family = unit === 'keluarga' ? sql`t.id` : sql`t.keluarga_id`
  await sql`
    with v as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as v(kab smallint, subjek uuid, isi jsonb)),
    b as materialized (
      select t.kab, t.id as sasaran, uuidv7_siks() as baru_id, t.survei_id, t.wilayah, t.rt, ${family} as keluarga_id, v.isi
      from v join ${subjek}),
    tambah as (
      insert into ${survei} select (jsonb_populate_record(null::${survei}, coalesce(to_jsonb(s), '{}') || b.isi || jsonb_build_object(
        'kab', b.kab, 'id', b.baru_id, ${sql.lit(`${unit}_id`)}, b.sasaran, 'keluarga_id', b.keluarga_id, 'wilayah', b.wilayah, 'rt', b.rt,
        'tanggal', ${ctx.today}::date, 'sumber', ${sumber}::text, 'perekam', ${ctx.pengguna.id}::uuid, 'rekaman_id', null, 'sah', true, 'dibuat_pada', now()))).*
      from b left join ${survei} s on s.kab = b.kab and s.id = b.survei_id and s.${kunci} = b.sasaran)
    update ${tabel} t set survei_id = b.baru_id, versi = t.versi + 1, diubah_pada = now() from b where t.kab = b.kab and t.id = b.sasaran`.execute(
    ctx.tx,
  )
}

export async function terapkanKeadaan(ctx: Kerja, rows: readonly BarisUsulan[]): Promise<void> {
  const isi = rows.map((r) => ({ kab: r.kab, subjek: r.keluarga_id ?? '', ...isiOf(r) }))
  await tambahJawaban(
    ctx,
    'ruta',
    isi.map((i) => ({ kab: i.kab, subjek: i.subjek, isi: i.jawabanRuta ?? {} })),
    'usulan',
  )
  await tambahJawaban(
    ctx,
    'keluarga',
    isi.map((i) => ({ kab: i.kab, subjek: i.subjek, isi: i.jawabanKeluarga ?? {} })),
    'usulan',
  )
  await tambahJawaban(
    ctx,
    'individu',
    isi.flatMap((i) =>
      (i.anggota ?? []).flatMap((a) =>
        a.id ? [{ kab: i.kab, subjek: a.id, isi: a.jawaban ?? {} }] : [],
      ),
    ),
    'usulan',
  )
}
