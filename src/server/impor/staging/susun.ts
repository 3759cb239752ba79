/**
 * Lays out what was read: which household, family and person each row belongs to (new, or known by
 * its key in the source), in batches that never split a household.
 */

import type { PoolClient } from 'pg'
import { susunAntrean } from './antrean.ts'
import { awalan, type Bentuk } from './tabel.ts'

/** Households per batch of the merge: 30 to 40 thousand people. */
export const PER_BATCH = 8_000

export type Konteks = {
  readonly client: PoolClient
  readonly imporId: string
  readonly kab: number
  readonly kelompok: string
  /** Day the data speak of, 'YYYY-MM-DD'. */
  readonly tanggal: string
  readonly bentuk: Bentuk
  /** Held rows tried again: the rest of their file is in the registry already. */
  readonly ulang: boolean
  readonly perBatch: number
}

/** Rows of this group of formats that the registry holds already: without any, nothing is looked up. */
async function anyKnown({ client, kelompok }: Konteks): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from rekaman_sumber where format = $1 and status in ('diterima', 'ditandai') limit 1`,
    [kelompok],
  )
  return rows.length > 0
}

/** The rows in which each key of this file was last seen, with what they fed. */
async function lookUp(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`drop table if exists ${p}_lama_baris, ${p}_lama_ruta`)
  const known = await anyKnown(k)
  await k.client.query(
    `create unlogged table ${p}_lama_baris as
     select distinct on (r.kunci_ruta, r.kunci_anggota) r.kunci_ruta, r.kunci_anggota, r.kab, r.hash,
       r.impor_id, r.ruta_id, r.keluarga_id, r.individu_id, r.wilayah, r.rt
     from rekaman_sumber r
     where ${known} and r.format = '${k.kelompok}' and r.status in ('diterima', 'ditandai')
       and r.kunci_ruta in (select kunci_ruta from ${p}_baris)
     order by r.kunci_ruta, r.kunci_anggota, r.id desc`,
  )
  await k.client.query(
    `create unlogged table ${p}_lama_ruta as
     select distinct on (l.kunci_ruta) l.kunci_ruta, l.kab, l.ruta_id, u.wilayah, u.rt, u.rw
     from ${p}_lama_baris l join ruta u on u.kab = l.kab and u.id = l.ruta_id
     order by l.kunci_ruta, l.ruta_id`,
  )
  await k.client.query(`analyze ${p}_lama_baris, ${p}_lama_ruta`)
}

/** One row per household of the file, in order of appearance; keys held back before are left out. */
async function layHouseholds(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`drop table if exists ${p}_w_ruta`)
  await k.client.query(
    `create unlogged table ${p}_w_ruta as
     with pertama as (
       select kunci_ruta, min(n) as n from ${p}_ruta s
       where not exists (select from ${p}_tahan t where t.n = s.n) group by kunci_ruta),
     di_berkas as (
       select s.n, s.n as n_ruta, s.kunci_ruta, s.wilayah, s.rt, s.rw
       from pertama f join ${p}_ruta s on s.n = f.n),
     di_registri as (
       select min(b.n) as n, null::int as n_ruta, b.kunci_ruta, l.wilayah, l.rt, l.rw
       from ${p}_baris b join ${p}_lama_ruta l on l.kunci_ruta = b.kunci_ruta
       where b.peran = 2 and b.tahan = 0 and not exists (select from pertama f where f.kunci_ruta = b.kunci_ruta)
       group by b.kunci_ruta, l.wilayah, l.rt, l.rw)
     select ((row_number() over (order by x.n) - 1) / ${k.perBatch})::int as batch, x.n, x.n_ruta, x.kunci_ruta,
       coalesce(l.kab, (x.wilayah / 1000000)::smallint) as kab, coalesce(l.ruta_id, uuidv7_siks()) as ruta_id,
       l.ruta_id is null as baru, uuidv7_siks() as survei_id, x.wilayah, x.rt, x.rw
     from (select * from di_berkas union all select * from di_registri) x
     left join ${p}_lama_ruta l on l.kunci_ruta = x.kunci_ruta`,
  )
  await k.client.query(
    `create index on ${p}_w_ruta (batch); create index on ${p}_w_ruta (kunci_ruta); analyze ${p}_w_ruta`,
  )
}

/** A column of the members, where the formats of this file have it. */
const asMember = (k: Konteks, nama: string, tipe = 'text'): string =>
  k.bentuk.anggota.some((c) => c.nama === nama) ? `b.${nama}` : `null::${tipe} as ${nama}`

/** Age on the day of the data: by the birth date, else as stated. */
function ageOf(k: Konteks): string {
  const has = (nama: string) => k.bentuk.anggota.some((c) => c.nama === nama)
  const byDate = has('tanggal_lahir')
    ? `extract(year from age('${k.tanggal}'::date, b.tanggal_lahir))::int`
    : 'null::int'
  return `coalesce(${byDate}, ${has('umur') ? 'b.umur' : 'null::int'})`
}

/** One row per accepted row of the file, with its ids; rows known and unchanged are marked `sama`. */
async function layRows(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  const presence = k.bentuk.anggota.some((c) => c.nama === 'keberadaan')
  await k.client.query(`drop table if exists ${p}_w_baris`)
  await k.client.query(
    `create unlogged table ${p}_w_baris as
     select r.batch, b.n, b.peran, r.kab, b.kunci_ruta, b.kunci_keluarga, r.ruta_id, r.wilayah, r.rt,
       uuidv7_siks() as rekaman_id,
       case when b.peran <> 1 then coalesce(l.individu_id, uuidv7_siks()) end as individu_id,
       case when b.peran <> 1 then uuidv7_siks() end as survei_id,
       b.peran <> 1 and l.individu_id is null as baru, l.keluarga_id as keluarga_lama,
       coalesce(l.hash = decode(md5(b.isi), 'hex'), false) as sama,
       l.kunci_ruta is null as baris_baru, coalesce(l.impor_id = '${k.imporId}', false) as dari_sini,
       ${presence ? 'coalesce(b.keberadaan, 1) in (1, 5)' : 'true'} as aktif, ${asMember(k, 'hubungan', 'smallint')},
       ${asMember(k, 'nik')}, ${asMember(k, 'nomor_kk')},
       ${ageOf(k)} as umur
     from ${p}_baris b
     join ${p}_w_ruta r on r.kunci_ruta = b.kunci_ruta
     left join ${p}_lama_baris l on l.kunci_ruta = b.kunci_ruta and l.kunci_anggota is not distinct from b.kunci_anggota
     where b.tahan = 0 and not exists (select from ${p}_tahan t where t.n = b.n)
     order by r.batch, b.n`,
  )
  await k.client.query(
    `create index on ${p}_w_baris (batch); create index on ${p}_w_baris (n); analyze ${p}_w_baris (n, batch, kunci_ruta, kunci_keluarga, nik, baru);
     delete from ${p}_w_ruta r where not exists (select from ${p}_w_baris b where b.kunci_ruta = r.kunci_ruta)`,
  )
}

/** One row per family, with its head; a household without member rows still has its family. */
async function layFamilies(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`drop table if exists ${p}_w_keluarga`)
  await k.client.query(
    `create unlogged table ${p}_w_keluarga as
     with dari_anggota as (
       select kunci_ruta, kunci_keluarga, min(n) as n, count(*)::int as jumlah,
         count(*) filter (where aktif)::smallint as aktif, min(n) filter (where hubungan = 1) as n_kepala, count(*) filter (where hubungan = 1)::int as kepala,
         min(nomor_kk) as nomor_kk, (array_agg(keluarga_lama order by n) filter (where keluarga_lama is not null))[1] as lama
       from ${p}_w_baris where peran <> 1 group by kunci_ruta, kunci_keluarga),
     tanpa_anggota as (
       select r.kunci_ruta, '1' as kunci_keluarga, r.n, 0 as jumlah, 0::smallint as aktif, null::int as n_kepala, 0 as kepala,
         null::text as nomor_kk,
         (select l.keluarga_id from ${p}_lama_baris l where l.kunci_ruta = r.kunci_ruta limit 1) as lama
       from ${p}_w_ruta r where r.n_ruta is not null
         and not exists (select from dari_anggota d where d.kunci_ruta = r.kunci_ruta)),
     semua as (select * from dari_anggota union all select * from tanpa_anggota)
     select r.batch, r.kab, r.ruta_id, r.wilayah, r.rt, r.rw, r.n_ruta, s.*,
       row_number() over (partition by r.ruta_id order by length(s.kunci_keluarga), s.kunci_keluarga)::smallint as urutan,
       uuidv7_siks() as survei_id, uuidv7_siks() as keluarga_id, true as baru, false as ditandai
     from semua s join ${p}_w_ruta r on r.kunci_ruta = s.kunci_ruta`,
  )
  await claimKnownFamilies(k)
  await k.client.query(
    `create index on ${p}_w_keluarga (batch); create index on ${p}_w_keluarga (ruta_id); analyze ${p}_w_keluarga`,
  )
}

/** Families that the registry knows keep their id. */
async function claimKnownFamilies(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  const known = await k.client.query(`select 1 from ${p}_lama_ruta limit 1`)
  if (known.rows.length === 0) return
  // When a known family has been split, its first part goes on being it.
  await k.client.query(
    `update ${p}_w_keluarga w set lama = null from (
       select kunci_ruta, kunci_keluarga, row_number() over (partition by lama order by urutan) as bagian
       from ${p}_w_keluarga where lama is not null) d
     where d.bagian > 1 and d.kunci_ruta = w.kunci_ruta and d.kunci_keluarga = w.kunci_keluarga`,
  )
  // A known family is found through a member, else by its number within the known household.
  await k.client.query(
    `update ${p}_w_keluarga w set keluarga_id = coalesce(
         w.lama, (select f.id from keluarga f where f.kab = w.kab and f.ruta_id = w.ruta_id and f.urutan_ruta = w.urutan
           and not exists (select from ${p}_w_keluarga x where x.lama = f.id) limit 1),
         w.keluarga_id),
       baru = w.lama is null and not exists (
         select from keluarga f where f.kab = w.kab and f.ruta_id = w.ruta_id and f.urutan_ruta = w.urutan
           and not exists (select from ${p}_w_keluarga x where x.lama = f.id))
     where exists (select from ${p}_lama_ruta l where l.kunci_ruta = w.kunci_ruta)`,
  )
}

/** A family is flagged when any of its rows is. */
async function markFamilies(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `update ${p}_w_keluarga f set ditandai = true from (
       select distinct b.kunci_ruta, case when b.peran <> 1 then b.kunci_keluarga end as kunci_keluarga
       from ${p}_tanda t join ${p}_w_baris b on b.n = t.n) d
     where d.kunci_ruta = f.kunci_ruta and (d.kunci_keluarga = f.kunci_keluarga or d.kunci_keluarga is null and f.urutan = 1)`,
  )
}

/** Whether a batch meets a household or a source row that is there already. */
const bertemuLama = (p: string): string =>
  `bool_or(keluarga_lama is not null or sama)
     or exists (select from ${p}_w_ruta r where r.batch = w.batch and not r.baru)`

/** Lays everything out; the checks across rows run between the steps, for they may hold rows back. */
export async function susun(
  k: Konteks,
  checks: {
    sebelum: (k: Konteks) => Promise<void>
    antara: (k: Konteks) => Promise<void>
    sesudah: (k: Konteks) => Promise<void>
  },
): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unique index if not exists i${k.imporId.replaceAll('-', '')}_baris_n on ${p}_baris (n);
     create index if not exists i${k.imporId.replaceAll('-', '')}_ruta_n on ${p}_ruta (n);
     analyze ${p}_baris (n, peran, tahan, kunci_ruta, kunci_anggota, kunci_keluarga), ${p}_ruta (n, kunci_ruta), ${p}_temuan`,
  )
  await checks.sebelum(k)
  await lookUp(k)
  await layHouseholds(k)
  await checks.antara(k)
  await layRows(k)
  await layFamilies(k)
  await checks.sesudah(k)
  await markFamilies(k)
  await susunAntrean(k, bertemuLama(p))
}
