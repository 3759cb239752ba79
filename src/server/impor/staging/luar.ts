/**
 * Lays out a file of ranks made elsewhere: finds the family of each row by exact NIK or family-card
 * number, within the area that the transaction sees, and holds back what cannot be told.
 */
import { susunAntrean } from './antrean.ts'
import { flag, hold, tandai } from './periksa.ts'
import type { Konteks } from './susun.ts'
import { awalan } from './tabel.ts'

const belum = (p: string): string =>
  `b.tahan = 0 and not exists (select from ${p}_tahan t where t.n = b.n)`

/**
 * One row per row of the file that meets a family: how many families each number meets, and one of
 * them. Row-level security hides families of other areas, so they count as none.
 */
async function cocokkan(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unlogged table ${p}_cocok as
     with calon as (
       select b.n, 'nik' as lewat, i.kab, i.keluarga_id from ${p}_baris b
       join individu i on i.nik = b.nik and i.status = 'aktif' where b.tahan = 0
       union
       select b.n, 'kk', f.kab, f.id from ${p}_baris b join keluarga f on f.nomor_kk = b.nomor_kk where b.tahan = 0)
     select c.n, count(distinct f.id) filter (where c.lewat = 'nik')::int as nik,
       count(distinct f.id) filter (where c.lewat = 'kk')::int as kk, count(distinct f.id)::int as semua,
       (array_agg(f.kab))[1] as kab, (array_agg(f.id))[1] as keluarga_id,
       (array_agg(f.wilayah))[1] as wilayah, (array_agg(f.rt))[1] as rt
     from calon c join keluarga f on f.kab = c.kab and f.id = c.keluarga_id and f.status in ('aktif', 'nonaktif')
     group by c.n`,
  )
  await k.client.query(`create index on ${p}_cocok (n); analyze ${p}_cocok`)
}

/** Rows whose family cannot be told with certainty wait. */
async function periksaKeluarga(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  const rows = (where: string) =>
    `select b.n, null::jsonb as rincian from ${p}_baris b left join ${p}_cocok c on c.n = b.n
     where ${belum(p)} and ${where}`
  await hold(k, 'keluarga_tidak_ditemukan', rows('c.n is null'))
  await hold(k, 'keluarga_lebih_dari_satu', rows('(c.nik > 1 or c.kk > 1)'))
  await hold(k, 'nik_kk_beda_keluarga', rows('c.semua > 1'))
  await flag(
    k,
    'nomor_lain_tidak_ditemukan',
    `select b.n, null::text as nilai, jsonb_build_object('nomor', case when c.nik = 0 then 'NIK' else 'KK' end) as rincian
     from ${p}_baris b join ${p}_cocok c on c.n = b.n
     where ${belum(p)} and b.nik is not null and b.nomor_kk is not null and (c.nik = 0 or c.kk = 0)`,
  )
}

/** One family cannot have two values of one source, kind and day. */
async function periksaNilai(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await hold(
    k,
    'nilai_luar_bertentangan',
    `with isi as (
       select b.n, b.baris, c.kab, c.keluarga_id, b.sumber_luar, b.jenis_luar, b.tanggal_luar, b.nilai_luar
       from ${p}_baris b join ${p}_cocok c on c.n = b.n where ${belum(p)}),
     beda as (
       select kab, keluarga_id, sumber_luar, jenis_luar, tanggal_luar, min(nilai_luar) as kecil, max(nilai_luar) as besar,
         (array_agg(baris order by nilai_luar, n))[1] as baris_kecil, (array_agg(baris order by nilai_luar desc, n))[1] as baris_besar
       from isi group by 1, 2, 3, 4, 5 having count(distinct nilai_luar) > 1)
     select i.n, jsonb_build_object('baris', case when i.nilai_luar = d.kecil then d.baris_besar else d.baris_kecil end) as rincian
     from isi i join beda d using (kab, keluarga_id, sumber_luar, jenis_luar, tanggal_luar)`,
  )
  await flag(
    k,
    'nilai_luar_berbeda',
    `select b.n, b.nilai_luar::text as nilai, null::jsonb as rincian
     from ${p}_baris b join ${p}_cocok c on c.n = b.n
     where ${belum(p)} and exists (
       select from peringkat_luar x where x.kab = c.kab and x.keluarga_id = c.keluarga_id and x.sumber = b.sumber_luar
         and x.jenis = b.jenis_luar and x.tanggal = b.tanggal_luar and x.nilai <> b.nilai_luar)`,
  )
}

/**
 * One row per accepted row with its family; those that an earlier file brought as they are now
 * keep their source row, and so do rows that this import stored before a crash.
 */
async function layRows(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unlogged table ${p}_w_baris as
     select ((row_number() over (order by b.n) - 1) / ${k.perBatch})::int as batch, b.n, c.kab, c.wilayah, c.rt, c.keluarga_id,
       coalesce(r.id, uuidv7_siks()) as rekaman_id, r.id is not null as sama, coalesce(r.impor_id = '${k.imporId}', false) as dari_sini
     from ${p}_baris b join ${p}_cocok c on c.n = b.n
     left join lateral (
       select r.id, r.impor_id from rekaman_sumber r
       where r.kab = c.kab and r.format = '${k.kelompok}' and r.kunci_ruta = b.kunci_ruta and r.keluarga_id = c.keluarga_id
         and r.hash = decode(md5(b.isi), 'hex') and r.status in ('diterima', 'ditandai')
         and (r.impor_id <> '${k.imporId}' or r.lembar = b.lembar and r.baris = b.baris)
       order by r.impor_id = '${k.imporId}' desc, r.id desc limit 1) r on true
     where ${belum(p)}`,
  )
  await k.client.query(
    `create index on ${p}_w_baris (batch); create index on ${p}_w_baris (n); analyze ${p}_w_baris`,
  )
}

/** Lays the file out; `periksaTanggal` judges how the file writes its dates. */
export async function susunLuar(
  k: Konteks,
  periksaTanggal: (k: Konteks) => Promise<void>,
): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `create unique index on ${p}_baris (n);
     analyze ${p}_baris (n, tahan, nik, nomor_kk, kunci_ruta), ${p}_temuan`,
  )
  await periksaTanggal(k)
  await cocokkan(k)
  await periksaKeluarga(k)
  await periksaNilai(k)
  await layRows(k)
  await tandai(k)
  await susunAntrean(k)
}
