/** Writes what a merge or its taking back changed: one statement per table, with the image before, history and counts. */
import { sql } from 'kysely'
import { catatanBaris } from '#domain/gabung/pisahkan.ts'
import {
  type Isi,
  kolomBeda,
  kunciTabel,
  type Tabel,
  tabel,
  type Ubahan,
} from '#domain/gabung/rekaman.ts'
import type { Context } from '#server/http/context.ts'
import { hitungPenerimaanDi, hitungUlang } from '#server/usulan/terapkan/rekap.ts'
import type { BarisGabung } from './baris.ts'

const berversi: ReadonlySet<Tabel> = new Set(['ruta', 'keluarga', 'individu'])

async function tulisTabel(ctx: Context, t: Tabel, semua: readonly Ubahan[]): Promise<void> {
  const rows = semua.filter((u) => u.tabel === t)
  const kolom = [...new Set(rows.flatMap((u) => kolomBeda(u.sebelum, u.sesudah)))].filter(
    (k) => !catatanBaris.has(k),
  )
  if (kolom.length === 0) return
  const set = kolom.map((k) => sql`${sql.ref(k)} = a.${sql.ref(k)}`)
  const sama = kunciTabel[t].map((k) => sql`t.${sql.ref(k)} = b.${sql.ref(k)}`)
  const versi = berversi.has(t) ? sql`, versi = t.versi + 1, diubah_pada = now()` : sql``
  const isi = JSON.stringify(rows.map(({ sebelum, sesudah }) => ({ sebelum, sesudah })))
  await sql`update ${sql.table(t)} t set ${sql.join(set)}${versi}
    from jsonb_array_elements(${isi}::jsonb) x, jsonb_populate_record(null::${sql.table(t)}, x -> 'sebelum') b,
      jsonb_populate_record(null::${sql.table(t)}, x -> 'sesudah') a
    where ${sql.join(sama, sql` and `)}`.execute(ctx.tx)
}

async function simpanCitra(ctx: Context, g: BarisGabung, ubahan: readonly Ubahan[]): Promise<void> {
  await sql`insert into gabung_baris (kab, gabung_id, urutan, wilayah, tabel, sebelum, sesudah)
    select ${g.kab}, ${g.id}, n, ${g.wilayah}, x ->> 'tabel', x -> 'sebelum', x -> 'sesudah'
    from jsonb_array_elements(${JSON.stringify(ubahan)}::jsonb) with ordinality as u(x, n)`.execute(
    ctx.tx,
  )
}

/** Columns whose change is kept in the history that people read. */
const dicatat: readonly string[] = [
  'status',
  'nama',
  'nik',
  'jenis_kelamin',
  'tempat_lahir',
  'tanggal_lahir',
  'nama_ibu',
  'hubungan',
  'nomor_kk',
  'nama_kepala',
  'alamat',
]

const teks = (v: unknown): string | null => (v === null || v === undefined ? null : String(v))

function catatan(g: BarisGabung, u: Ubahan) {
  if (u.tabel !== 'individu' && u.tabel !== 'keluarga') return []
  const s = u.sesudah
  const dasar = { kab: s.kab, unit: u.tabel, subjek_id: s.id, wilayah: s.wilayah, rt: s.rt }
  const keluarga_id = u.tabel === 'individu' ? s.keluarga_id : s.id
  const isian = dicatat
    .filter((k) => k in s && teks(s[k]) !== teks(u.sebelum[k]))
    .map((kolom) => ({
      ...dasar,
      keluarga_id,
      kolom,
      lama: teks(u.sebelum[kolom]),
      baru: teks(s[kolom]),
    }))
  // The record that stays says what became part of it.
  const utama = s.id === g.ke_id && s.kab === g.kab
  const [lama, baru] = g.arah === 'gabung' ? [null, g.nama_dari] : [g.nama_dari, null]
  return utama ? [...isian, { ...dasar, keluarga_id, kolom: 'digabung', lama, baru }] : isian
}

async function catat(ctx: Context, g: BarisGabung, ubahan: readonly Ubahan[]): Promise<void> {
  const isian = ubahan.flatMap((u) => catatan(g, u))
  if (isian.length === 0) return
  const sumber = g.arah === 'gabung' ? 'Penggabungan rekaman' : 'Pemisahan rekaman'
  await sql`insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
    select kab, unit, subjek_id, kolom, lama, baru, ${ctx.today}::date, ${sumber}, ${ctx.pengguna.id}::uuid, wilayah, rt, keluarga_id
    from jsonb_to_recordset(${JSON.stringify(isian)}::jsonb) as p(kab smallint, unit text, subjek_id uuid, kolom text, lama text, baru text,
      wilayah bigint, rt smallint, keluarga_id uuid)`.execute(ctx.tx)
}

type Tempat = { readonly kab: number; readonly wilayah: number; readonly rt: number | null }
const tempat = (i: Isi): Tempat => ({
  kab: Number(i.kab),
  wilayah: Number(i.wilayah),
  rt: i.rt === null ? null : Number(i.rt),
})

async function hitung(ctx: Context, ubahan: readonly Ubahan[]): Promise<void> {
  const dari = (t: Tabel) =>
    ubahan.filter((u) => u.tabel === t).flatMap((u) => [u.sebelum, u.sesudah])
  await hitungUlang(ctx, [...dari('keluarga'), ...dari('individu')].map(tempat))
  await hitungPenerimaanDi(
    ctx.tx,
    dari('penerimaan').map((p) => ({ ...tempat(p), program: String(p.program) })),
  )
}

/** A person who got a number is found by it. */
async function ikutkan(ctx: Context, ubahan: readonly Ubahan[]): Promise<void> {
  const orang = ubahan.filter(
    (u) => u.tabel === 'individu' && u.sesudah.nik && u.sesudah.nik !== u.sebelum.nik,
  )
  if (orang.length === 0) return
  await sql`insert into nik_lokasi (nik, kab, individu_id)
    select * from unnest(${orang.map((u) => u.sesudah.nik)}::text[], ${orang.map((u) => u.sesudah.kab)}::smallint[], ${orang.map((u) => u.sesudah.id)}::uuid[])
    on conflict do nothing`.execute(ctx.tx)
}

/** @param g the proposal that is carried out */
export async function tulisUbahan(
  ctx: Context,
  g: BarisGabung,
  ubahan: readonly Ubahan[],
): Promise<void> {
  for (const t of tabel) await tulisTabel(ctx, t, ubahan)
  await simpanCitra(ctx, g, ubahan)
  await catat(ctx, g, ubahan)
  await ikutkan(ctx, ubahan)
  await hitung(ctx, ubahan)
}
