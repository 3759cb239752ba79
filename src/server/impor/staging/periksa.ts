/** Checks across the rows of a file, each one statement over the whole of it. */
import type { Konteks } from './susun.ts'
import { awalan } from './tabel.ts'

/** Holds rows back: the rest of the steps pass over them. */
export async function hold(k: Konteks, code: string, rows: string): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `with ditahan as (${rows}),
     temuan as (
       insert into ${p}_temuan (n, tingkat, kode, rincian) select n, 'salah', '${code}', rincian from ditahan)
     insert into ${p}_tahan (n) select n from ditahan`,
  )
}

export async function flag(
  k: Konteks,
  code: string,
  rows: string,
  level = 'perlu_dicek',
): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(
    `insert into ${p}_temuan (n, tingkat, kode, nilai, rincian)
     select n, '${level}', '${code}', nilai, rincian from (${rows}) x`,
  )
}

/** Before anything is laid out: a key that stands on two rows is believed the first time only. */
export async function periksaKunci(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`truncate ${p}_tahan`)
  await k.client.query(
    `delete from ${p}_temuan where kode in ('kunci_ganda_dalam_berkas', 'ruta_tidak_ada', 'ruta_ditangguhkan', 'tanggal_menunggu_jawaban')`,
  )
  await hold(
    k,
    'kunci_ganda_dalam_berkas',
    `with ganda as (
       select kunci_ruta, kunci_anggota, peran = 1 as rumah, min(n) as pertama from ${p}_baris
       where tahan = 0 group by 1, 2, 3 having count(*) > 1)
     select b.n, jsonb_build_object('baris', a.baris) as rincian
     from ganda g join ${p}_baris b on b.kunci_ruta = g.kunci_ruta and b.kunci_anggota is not distinct from g.kunci_anggota
       and (b.peran = 1) = g.rumah and b.tahan = 0 and b.n > g.pertama
     join ${p}_baris a on a.n = g.pertama`,
  )
  if (k.ulang) await holdTaken(k, p)
}

/** A row tried again may not take the place of another row of its file that was accepted under the key. */
const holdTaken = (k: Konteks, p: string): Promise<void> =>
  hold(
    k,
    'kunci_ganda_dalam_berkas',
    `select b.n, jsonb_build_object('baris', min(r.baris)) as rincian from ${p}_baris b
     join rekaman_sumber r on r.format = '${k.kelompok}' and r.kunci_ruta = b.kunci_ruta
       and r.kunci_anggota is not distinct from b.kunci_anggota
       and r.impor_id = '${k.imporId}' and r.status in ('diterima', 'ditandai')
       and r.asal_id is distinct from b.asal
     where b.tahan = 0 and not exists (select from ${p}_tahan t where t.n = b.n) group by b.n`,
  )

/** After the households are known: members of none, and members of one that is held back. */
export async function periksaRuta(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  const { rows } = await k.client.query(`select 1 from ${p}_baris where peran = 2 limit 1`)
  if (rows.length === 0) return
  const orphan = (present: string) =>
    `select b.n, null::jsonb as rincian from ${p}_baris b
     where b.peran = 2 and b.tahan = 0 and not exists (select from ${p}_tahan t where t.n = b.n)
       and not exists (select from ${p}_w_ruta r where r.kunci_ruta = b.kunci_ruta)
       and ${present} exists (select from ${p}_baris h where h.peran = 1 and h.kunci_ruta = b.kunci_ruta)`
  await hold(k, 'ruta_ditangguhkan', orphan(''))
  await hold(k, 'ruta_tidak_ada', orphan('not'))
}

/** A file that writes dates in both orders: those that can be read both ways wait for the answer. */
export async function tahanTanggal(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await hold(
    k,
    'tanggal_menunggu_jawaban',
    `select n, null::jsonb as rincian from ${p}_baris b where urutan_tanggal = 1 and tahan = 0
       and not exists (select from ${p}_tahan t where t.n = b.n)`,
  )
}

/** Dates that nothing in the file tells how to read: read day first, and flagged. */
export const tandaiTanggal = (k: Konteks): Promise<void> =>
  flag(
    k,
    'tanggal_dua_arti',
    `select n, null::text as nilai, null::jsonb as rincian from ${awalan(k.imporId)}_baris where urutan_tanggal = 1`,
  )

/** Once rows, families and households are laid out: relations between them. */
export async function periksaHubungan(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  if (!k.ulang) await headsOf(k, p)
  await flag(
    k,
    'nik_ganda_dalam_berkas',
    `select b.n, b.nik as nilai, null::jsonb as rincian from ${p}_w_baris b
     join (select nik from ${p}_w_baris where nik is not null group by nik having count(*) > 1) g on g.nik = b.nik`,
  )
  await flag(
    k,
    'anak_lebih_tua',
    `select b.n, null::text as nilai, null::jsonb as rincian
     from ${p}_w_keluarga f join ${p}_w_baris h on h.n = f.n_kepala
     join ${p}_w_baris b on b.kunci_ruta = f.kunci_ruta and b.kunci_keluarga = f.kunci_keluarga
     where b.hubungan = 3 and b.umur >= h.umur`,
  )
  if (!k.ulang) await countsOf(k, p)
  await flag(
    k,
    'nik_terdaftar_di_keluarga_lain',
    `select b.n, b.nik as nilai, null::jsonb as rincian from ${p}_w_baris b
     join individu i on i.nik = b.nik and i.id <> b.individu_id and i.status = 'aktif'
     where b.nik is not null and exists (select from individu limit 1)`,
  )
  await tandai(k)
}

/** The rows that are flagged, once all checks have run. */
export async function tandai(k: Konteks): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`drop table if exists ${p}_tanda`)
  await k.client.query(
    `create unlogged table ${p}_tanda as select distinct n from ${p}_temuan where tingkat = 'perlu_dicek';
     create index on ${p}_tanda (n); create index on ${p}_temuan (n); analyze ${p}_tanda, ${p}_temuan`,
  )
}

async function headsOf(k: Konteks, p: string): Promise<void> {
  await flag(
    k,
    'kepala_lebih_dari_satu',
    `select b.n, null::text as nilai, null::jsonb as rincian from ${p}_w_keluarga f
     join ${p}_w_baris b on b.kunci_ruta = f.kunci_ruta and b.kunci_keluarga = f.kunci_keluarga and b.hubungan = 1
     where f.kepala > 1`,
  )
  await flag(
    k,
    'kepala_tidak_ada',
    `select f.n, null::text as nilai, null::jsonb as rincian from ${p}_w_keluarga f where f.kepala = 0 and f.jumlah > 0`,
  )
  await flag(
    k,
    'nama_kepala_berbeda',
    `select s.n, s.nama_kepala as nilai, null::jsonb as rincian from ${p}_w_ruta r
     join ${p}_ruta s on s.n = r.n_ruta
     join lateral (
       select a.nama_cari from ${p}_w_keluarga f join ${p}_baris a on a.n = f.n_kepala
       where f.ruta_id = r.ruta_id and f.urutan = 1) h on true
     where s.nama_kepala_cari <> h.nama_cari`,
  )
  await flag(
    k,
    'nama_kepala_berbeda',
    `select a.n, u.nama_kepala as nilai, null::jsonb as rincian from ${p}_w_ruta r
     join ${p}_w_keluarga f on f.ruta_id = r.ruta_id and f.urutan = 1 join ${p}_baris a on a.n = f.n_kepala
     join keluarga u on u.kab = r.kab and u.id = f.keluarga_id and u.jumlah_anggota = 0
     where r.n_ruta is null and u.nama_kepala_cari <> a.nama_cari`,
  )
}

/**
 * Stated members against rows of members, where the file has rows of members at all. A household
 * whose own row came in an earlier file is held against what that row stated.
 */
async function countsOf(k: Konteks, p: string): Promise<void> {
  const { rows } = await k.client.query(`select 1 from ${p}_baris where peran <> 1 limit 1`)
  if (rows.length === 0) return
  await flag(
    k,
    'jumlah_anggota_berbeda',
    `with hitung as (select kunci_ruta, count(*) as ditemukan from ${p}_baris where peran <> 1 group by kunci_ruta)
     select r.n_ruta as n, s.jumlah_anggota::text as nilai,
       jsonb_build_object('tertulis', s.jumlah_anggota, 'ditemukan', h.ditemukan) as rincian
     from ${p}_w_ruta r join ${p}_ruta s on s.n = r.n_ruta join hitung h on h.kunci_ruta = r.kunci_ruta
     where s.jumlah_anggota is not null and s.jumlah_anggota <> h.ditemukan
     union all
     select r.n, u.jumlah_tercatat::text, jsonb_build_object('tertulis', u.jumlah_tercatat, 'ditemukan', h.ditemukan)
     from ${p}_w_ruta r join hitung h on h.kunci_ruta = r.kunci_ruta
     join ruta u on u.kab = r.kab and u.id = r.ruta_id and u.jumlah_anggota = 0
     where r.n_ruta is null and u.jumlah_tercatat <> h.ditemukan`,
  )
  await flag(
    k,
    'ruta_tanpa_anggota',
    `select r.n_ruta as n, null::text as nilai, null::jsonb as rincian from ${p}_w_ruta r
     where r.n_ruta is not null and not exists (select from ${p}_baris b where b.peran <> 1 and b.kunci_ruta = r.kunci_ruta)`,
  )
}
