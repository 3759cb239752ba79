/** The lists of integration as conditions on rows, and who of a source the registry knows. */
import { type RawBuilder, sql } from 'kysely'
import type { JenisDaftar } from '#domain/integrasi/daftar.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { dukcapil, kepercayaan } from '#server/kepercayaan/kebijakan.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

/** A pair that people decided to be one, or that nobody decided and the model takes for one. */
export const pasangan = sql<boolean>`(p.status = 'sama' or p.status = 'antre' and p.peluang >= ${kepercayaan.peluang_taut})`

/** Whether the row `s` of a source is a person of the registry. */
export const dikenal = sql<boolean>`(exists (select from individu x where x.nik = s.nik)
  or exists (select from padanan_pasangan p where p.kanan_id = s.id and p.kanan_jenis = 'orang_sumber' and p.kiri_jenis = 'individu' and ${pasangan}))`

const menerima = sql<boolean>`exists (select from penerimaan t where t.kab = i.kab and t.keluarga_id = i.keluarga_id and t.sampai is null)`

const jawaban = (syarat: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from orang_sumber s where s.sumber = 'dukcapil' and s.nik = i.nik and ${syarat})`

/** Which persons `i` of the registry, all of receiving families, stand on a list of inclusion. */
const termasuk: Record<Exclude<JenisDaftar, 'belum_terdaftar'>, RawBuilder<boolean>> = {
  menerima_meninggal: sql`(select d.keadaan from keadaan_dukcapil d where d.kab = i.kab and d.individu_id = i.id order by d.id desc limit 1) = 'MENINGGAL'`,
  menerima_pindah: jawaban(sql`s.wilayah_lain is not null`),
  menerima_asn: jawaban(
    sql`s.pekerjaan = any (${[...dukcapil.pekerjaan_dikecualikan]}::smallint[])`,
  ),
  menerima_ganda: sql`(i.kab, i.id) in (select o.kab, o.id from padanan_pasangan p,
    lateral (values (p.kiri_kab, p.kiri_id), (p.kanan_kab, p.kanan_id)) as o(kab, id)
    where p.kiri_jenis = 'individu' and p.kanan_jenis = 'individu' and ${pasangan})`,
}

/** Proposals that are not over. A correction of identity settles nothing of a list. */
const terbuka = sql<boolean>`u.status <> all (${[...selesai]}::text[])`

/** The rows of one list as `d(kab, id, keluarga_id, nama, nik, nama_kepala, wilayah, rt, alamat, usulan)`. */
export function barisDaftar(jenis: JenisDaftar, area: Cakupan): RawBuilder<unknown> {
  if (jenis === 'belum_terdaftar')
    return sql`select s.kab, s.id, null::uuid as keluarga_id, s.nama, s.nik, null::text as nama_kepala, s.wilayah, s.rt, coalesce(s.alamat, g.alamat) as alamat,
      (select u.nomor from usulan u where u.jenis = 'keluarga_baru' and ${terbuka} and u.wilayah = s.wilayah and u.nama_cari = s.nama_cari limit 1) as usulan
    from orang_sumber s left join keluarga_sumber g on g.kab = s.kab and g.sumber = s.sumber and g.kunci = s.kunci_keluarga
    where ${inArea(area, 's', null)} and s.sumber = 'p3ke' and s.hubungan = 1 and s.desil = 1 and not ${dikenal}`
  return sql`select i.kab, i.id, i.keluarga_id, i.nama, i.nik, k.nama_kepala, i.wilayah, i.rt, k.alamat,
      (select u.nomor from usulan u where u.kab = i.kab and u.keluarga_id = i.keluarga_id and ${terbuka} and u.jalur <> 'identitas' order by u.id limit 1) as usulan
    from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where ${inArea(area, 'i')} and i.status = 'aktif' and ${menerima} and ${termasuk[jenis]}`
}
