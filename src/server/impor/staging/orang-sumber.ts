/**
 * Lays out a file of a source that stays beside the registry: which of its people and families are
 * known from an earlier file, and where a row belongs that names no village.
 */
import { sumberOf } from '../peta.ts'
import { susunAntrean } from './antrean.ts'
import { hold, tandai } from './periksa.ts'
import type { Konteks } from './susun.ts'
import { awalan } from './tabel.ts'

const belum = (p: string): string =>
  `b.tahan = 0 and not exists (select from ${p}_tahan t where t.n = b.n)`

/** A person, or a family within one sheet, that stands on two rows is believed the first time only. */
async function periksaGanda(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  const twice = (kunci: string, peran: number) => `
    with ganda as (
      select ${kunci} as kunci, lembar, min(n) as pertama from ${p}_baris b
      where peran = ${peran} and ${belum(p)} group by 1, 2 having count(*) > 1)
    select b.n, jsonb_build_object('baris', a.baris) as rincian
    from ganda g join ${p}_baris b on b.${kunci} = g.kunci and b.lembar = g.lembar and b.peran = ${peran} and b.n > g.pertama
    join ${p}_baris a on a.n = g.pertama where ${belum(p)}`
  await hold(k, 'kunci_ganda_dalam_berkas', twice('kunci_anggota', 4))
  await hold(k, 'kunci_ganda_dalam_berkas', twice('kunci_ruta', 5))
}

/**
 * The village of each row: its own; that of another row of its family; the one known of the family;
 * that of the only person of the registry with its NIK; at last the area of the sender.
 */
async function layPlaces(k: Konteks, sumber: string): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unlogged table ${p}_letak as
     with tanpa as (select b.n, b.kunci_ruta, b.nik from ${p}_baris b where b.wilayah = 0 and ${belum(p)}),
     keluarga as (
       select distinct on (kunci_ruta) kunci_ruta, wilayah, rt from ${p}_baris b
       where wilayah > 0 and kunci_ruta is not null and ${belum(p)} order by kunci_ruta, n),
     orang as (
       select t.n, min(i.wilayah) as wilayah, min(i.rt) as rt from tanpa t join individu i on i.nik = t.nik
       group by t.n having count(*) = 1)
     select t.n, coalesce(f.wilayah, g.wilayah, o.wilayah, (select wilayah from impor where kab = ${k.kab} and id = '${k.imporId}')) as wilayah,
       case when f.wilayah is not null then f.rt when g.wilayah is not null then g.rt else o.rt end as rt
     from tanpa t left join keluarga f on f.kunci_ruta = t.kunci_ruta
     left join keluarga_sumber g on g.sumber = '${sumber}' and g.kunci = t.kunci_ruta and g.wilayah % 10000 > 0
     left join orang o on o.n = t.n`,
  )
  await k.client.query(`create index on ${p}_letak (n); analyze ${p}_letak`)
}

/**
 * One row per accepted row. The head of a family that a table of families names is one person with
 * the head that a table of people names: they share the row of whichever came first.
 */
async function layRows(k: Konteks, sumber: string): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unlogged table ${p}_w_baris as
     with baris as (
       select b.n, b.lembar, b.baris, b.peran, b.kunci_ruta, b.kunci_anggota, b.isi, b.hubungan,
         case when b.wilayah > 0 then b.wilayah else l.wilayah end as wilayah, coalesce(b.rt, l.rt) as rt,
         case when b.peran = 4 then b.kunci_anggota else 'kk:' || b.kunci_ruta end as kunci
       from ${p}_baris b left join ${p}_letak l on l.n = b.n where ${belum(p)}),
     kepala as (
       select kunci_keluarga, (array_agg(kab))[1] as kab, (array_agg(id))[1] as id from orang_sumber
       where sumber = '${sumber}' and hubungan = 1 and kunci not like 'kk:%' and kunci_keluarga is not null group by kunci_keluarga),
     kepala_berkas as (select distinct kunci_ruta from baris where peran = 4 and hubungan = 1),
     kenal as (
       select b.*, coalesce(x.kab, y.kab) as orang_kab, coalesce(x.id, y.id) as orang_id, g.kab as keluarga_kab, g.id as keluarga_id,
         b.peran = 5 and (z.id is not null or q.kunci_ruta is not null) as kepala_dikenal
       from baris b
       left join orang_sumber x on x.sumber = '${sumber}' and x.kunci = b.kunci
       left join orang_sumber y on x.id is null and b.peran = 4 and b.hubungan = 1 and y.sumber = '${sumber}' and y.kunci = 'kk:' || b.kunci_ruta
       left join kepala z on b.peran = 5 and z.kunci_keluarga = b.kunci_ruta
       left join kepala_berkas q on b.peran = 5 and q.kunci_ruta = b.kunci_ruta
       left join keluarga_sumber g on b.peran = 5 and g.sumber = '${sumber}' and g.kunci = b.kunci_ruta),
     semua as (
       select distinct on (n) *, coalesce(case when peran = 4 then orang_kab else keluarga_kab end, (wilayah / 1000000)::smallint) as kab
       from kenal order by n)
     select 0 as batch, s.n, s.lembar, s.peran, s.kab, s.wilayah, s.rt, s.kunci, s.kepala_dikenal,
       s.orang_id is null as orang_baru, coalesce(s.orang_id, uuidv7_siks()) as orang_id, coalesce(s.orang_kab, s.kab) as orang_kab,
       s.keluarga_id is null as keluarga_baru, coalesce(s.keluarga_id, uuidv7_siks()) as keluarga_sumber_id,
       coalesce(r.id, uuidv7_siks()) as rekaman_id, r.id is not null as sama, coalesce(r.impor_id = '${k.imporId}', false) as dari_sini
     from semua s left join lateral (
       select r.id, r.impor_id from rekaman_sumber r
       where r.kab = s.kab and r.format = '${k.kelompok}' and r.kunci_ruta is not distinct from s.kunci_ruta
         and r.kunci_anggota is not distinct from s.kunci_anggota
         and r.hash = decode(md5(s.isi), 'hex') and r.status in ('diterima', 'ditandai')
         and (r.impor_id <> '${k.imporId}' or r.lembar = s.lembar and r.baris = s.baris)
       order by r.impor_id = '${k.imporId}' desc, r.id desc limit 1) r
       on exists (select from rekaman_sumber where format = '${k.kelompok}')`,
  )
  // A batch stays within one sheet, so that it never meets one family twice.
  await k.client.query(
    `update ${p}_w_baris w set batch = d.batch from (
       select n, (dense_rank() over (order by lembar, urutan / ${k.perBatch}) - 1)::int as batch from (
         select n, lembar, row_number() over (partition by lembar order by n) - 1 as urutan from ${p}_w_baris) u) d
     where d.n = w.n`,
  )
  await k.client.query(
    `create index on ${p}_w_baris (batch); create index on ${p}_w_baris (n); analyze ${p}_w_baris`,
  )
}

/** Lays the file out; `periksaTanggal` judges how the file writes its dates. */
export async function susunOrangSumber(
  k: Konteks,
  periksaTanggal: (k: Konteks) => Promise<void>,
): Promise<void> {
  const p = awalan(k.imporId)
  const sumber = sumberOf(k.kelompok)
  if (sumber === null) throw new Error(`${k.kelompok} is no source beside the registry`)
  await k.client.query(
    `create unique index on ${p}_baris (n); create index on ${p}_baris (kunci_ruta);
     analyze ${p}_baris (n, tahan, peran, nik, nomor_kk, kunci_ruta, kunci_anggota), ${p}_temuan`,
  )
  await periksaTanggal(k)
  await periksaGanda(k)
  await layPlaces(k, sumber)
  await layRows(k, sumber)
  await tandai(k)
  await susunAntrean(k)
}
