/** Statements that add ranks made elsewhere, with their source rows; nothing else of the registry is touched. */
import type { Bagian } from './bagian.ts'
import { hash, isi, kolomTemuan, urutan } from './sumber.ts'

/** Rows of this batch with what they say. */
const baris = (b: Bagian): string =>
  `${b.p}_w_baris w join ${b.p}_baris o on o.n = w.n and o.n between ${b.dari} and ${b.sampai}`

const tambahRekaman = (b: Bagian): string => `
  insert into rekaman_sumber (kab, id, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, hash, isi, status, asal_id,
    wilayah, rt, keluarga_id)
  select w.kab, w.rekaman_id, '${b.imporId}', '${b.kelompok}', o.lembar, o.baris, o.kunci_ruta, o.kunci_anggota, ${hash}, ${isi},
    case when t.n is null then 'diterima' else 'ditandai' end, o.asal, w.wilayah, w.rt, w.keluarga_id
  from ${baris(b)} left join ${b.p}_tanda t on t.n = w.n
  where w.batch = ${b.batch} and not w.sama order by w.n`

const tambahTemuan = (b: Bagian): string => `
  insert into impor_temuan (${kolomTemuan})
  select ${b.kab}, '${b.imporId}', o.lembar, o.baris, ${urutan(b)}, case when not w.sama then w.rekaman_id end, t.kolom, t.nilai, t.tingkat, t.kode, t.rincian,
    w.wilayah, w.rt, w.keluarga_id
  from ${baris(b)} join ${b.p}_temuan t on t.n = w.n
  where w.batch = ${b.batch}
  on conflict do nothing`

/**
 * Adds what is not stored yet. A day that nobody told makes no second rank of a value that is
 * the newest already.
 */
const tambahPeringkat = (b: Bagian): string => `
  with tambah as (
    insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal, rekaman_id)
    select kab, keluarga_id, wilayah, rt, sumber_luar, jenis_luar, nilai_luar, tanggal_luar, rekaman_id
    from (
      select distinct on (w.kab, w.keluarga_id, o.sumber_luar, o.jenis_luar, o.nilai_luar, o.tanggal_luar)
        w.n, w.kab, w.keluarga_id, w.wilayah, w.rt, w.rekaman_id, o.sumber_luar, o.jenis_luar, o.nilai_luar, o.tanggal_luar, o.tanggal_diduga
      from ${baris(b)} where w.batch = ${b.batch}
      order by w.kab, w.keluarga_id, o.sumber_luar, o.jenis_luar, o.nilai_luar, o.tanggal_luar, w.n) s
    where not exists (
        select from peringkat_luar x where x.kab = s.kab and x.keluarga_id = s.keluarga_id and x.sumber = s.sumber_luar
          and x.jenis = s.jenis_luar and x.nilai = s.nilai_luar and x.tanggal = s.tanggal_luar)
      and (s.tanggal_diduga is distinct from 1 or s.nilai_luar is distinct from (
        select x.nilai from peringkat_luar x where x.kab = s.kab and x.keluarga_id = s.keluarga_id and x.sumber = s.sumber_luar
          and x.jenis = s.jenis_luar order by x.tanggal desc, x.id desc limit 1))
    order by s.n
    returning 1)
  update impor set status = 'digabung', ringkasan = ringkasan || jsonb_build_object(
    'peringkat_luar_baru', coalesce((ringkasan ->> 'peringkat_luar_baru')::int, 0) + (select count(*) from tambah))
  where kab = ${b.kab} and id = '${b.imporId}'`

/** What one batch does; files of ranks wait for each other, so that two cannot add the same one. */
export const peringkatStatements = (b: Bagian): string[] => [
  `select pg_advisory_xact_lock(hashtext('peringkat_luar'))`,
  tambahRekaman(b),
  tambahPeringkat(b),
  tambahTemuan(b),
]
