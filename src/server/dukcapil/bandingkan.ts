/** Compares people of the registry with the answers of Dukcapil, set-based; the rule is that of `src/domain/dukcapil`. */

const kata = (kolom: string): string =>
  `(select string_agg(distinct w, ' ' order by w) from unnest(string_to_array(${kolom}, ' ')) w)`

const beda = (a: string, b: string): string =>
  `(${a} is not null and ${b} is not null and ${a} <> ${b})`

/** Fields that differ, in the order of their weight; `i` is the person, `f` the family, `s` the answer. */
export const bedaSql = `array_remove(array[
  case when ${kata('i.nama_cari')} is distinct from ${kata('s.nama_cari')} then 'nama' end,
  case when ${beda('i.tanggal_lahir', 's.tanggal_lahir')} then 'tanggal_lahir' end,
  case when ${beda('f.nomor_kk', 's.nomor_kk')} then 'nomor_kk' end,
  case when ${beda('i.jenis_kelamin', 's.jenis_kelamin')} then 'jenis_kelamin' end], null)`

/** The status that answer and differences give. */
export const keadaanSql = (perbedaan: string): string => `case
  when s.keadaan in ('MENINGGAL', 'NIK_TIDAK_DITEMUKAN', 'NIK_GANDA', 'NONAKTIF', 'BELUM_REKAM_KTPEL') then s.keadaan
  when 'nama' = any (${perbedaan}) then 'TIDAK_PADAN_NAMA'
  when 'tanggal_lahir' = any (${perbedaan}) then 'TIDAK_PADAN_TGL_LAHIR'
  when 'nomor_kk' = any (${perbedaan}) then 'TIDAK_PADAN_NO_KK'
  else 'PADAN' end`

/**
 * Adds a status to every person of the area whose NIK the answers meant by `syarat` (over `s`, a row
 * of `orang_sumber`) speak of, where it differs from the newest one.
 * @param oleh SQL of the officer who asked; null where a file did
 */
export const catatKeadaan = (syarat: string, oleh: string): string => `
  insert into keadaan_dukcapil (kab, individu_id, keluarga_id, wilayah, rt, keadaan, beda, tanggal, sumber_kab, sumber_id, pengguna_id)
  select distinct on (i.kab, i.id) i.kab, i.id, i.keluarga_id, i.wilayah, i.rt, k.keadaan, d.beda, s.berlaku, s.kab, s.id, ${oleh}
  from orang_sumber s
  join individu i on i.nik = s.nik
  join keluarga f on f.kab = i.kab and f.id = i.keluarga_id
  cross join lateral (select ${bedaSql} as beda) d
  cross join lateral (select ${keadaanSql('d.beda')} as keadaan) k
  left join lateral (
    select x.keadaan, x.beda, x.tanggal from keadaan_dukcapil x
    where x.kab = i.kab and x.individu_id = i.id order by x.id desc limit 1) lama on true
  where s.sumber = 'dukcapil' and ${syarat} and (lama.tanggal is null or lama.tanggal <= s.berlaku)
    and (lama.keadaan is distinct from k.keadaan or lama.beda is distinct from d.beda)
  order by i.kab, i.id, s.berlaku desc, s.id desc`
