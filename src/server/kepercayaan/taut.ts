/** People of the registry with the rows of sources that are them, and what is decided of their fields. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { BarisSumber, Isian, OrangBersumber, Putusan } from '#domain/kepercayaan/isian.ts'
import { bidangPercaya, type Sumber } from '#domain/kepercayaan/percaya.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kepercayaan } from './kebijakan.ts'

type IsianMentah = Readonly<Record<keyof Isian, string | number | null>>

export type SumberTertaut = {
  readonly kab: number
  readonly id: string
  readonly sumber: Exclude<Sumber, 'registri'>
  readonly berlaku: string
  readonly desil: number | null
  readonly taut: 'nik' | 'pasangan' | 'putusan'
  readonly isian: IsianMentah
}

export type BarisPutusan = {
  readonly id: string
  readonly versi: number
  readonly bidang: Putusan['bidang']
  readonly status: 'antre' | 'diputus'
  readonly putusan: Sumber | null
  readonly dipercaya: Sumber
  readonly taruhan: number
  readonly alasan: string | null
  readonly oleh: string | null
  readonly pada: string | null
  readonly nilai: Putusan['nilai']
}

export type OrangTertaut = {
  readonly kab: number
  readonly id: string
  readonly keluarga_id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly nama: string
  readonly isian: IsianMentah
  readonly sejak: string
  readonly berubah: Readonly<Record<string, string>>
  readonly lapangan: string | null
  readonly menerima: boolean
  readonly keadaan: string | null
  readonly sumber: readonly SumberTertaut[]
  readonly putusan: readonly BarisPutusan[]
}

/**
 * Rows of sources that are the person `i`: those with the same NIK, and those of a pair that people
 * decided to be one, or that nobody decided and the model takes for one; none decided to be another.
 */
const tertaut = (c: Cakupan) => sql`
  select s.kab, s.id, s.sumber, s.berlaku, s.desil, min(t.taut) as taut, jsonb_build_object('nama', s.nama, 'nik', s.nik,
      'nomor_kk', coalesce(s.nomor_kk, g.nomor_kk), 'tanggal_lahir', s.tanggal_lahir, 'jenis_kelamin', s.jenis_kelamin, 'hubungan', s.hubungan,
      'tempat_lahir', s.tempat_lahir, 'nama_ibu', s.nama_ibu, 'alamat', coalesce(s.alamat, g.alamat)) as isian
  from (
    select x.kab, x.id, 'nik' as taut from orang_sumber x where x.nik = i.nik
    union all
    select p.kanan_kab, p.kanan_id, case p.status when 'sama' then 'putusan' else 'pasangan' end from padanan_pasangan p
    where p.kab = i.kab and p.kiri_id = i.id and p.kiri_jenis = 'individu' and p.kanan_jenis = 'orang_sumber'
      and (p.status = 'sama' or p.status = 'antre' and p.peluang >= ${kepercayaan.peluang_taut})) t
  join orang_sumber s on s.kab = t.kab and s.id = t.id and coalesce(s.keadaan, '') <> 'NIK_TIDAK_DITEMUKAN'
  left join keluarga_sumber g on g.kab = s.kab and g.sumber = s.sumber and g.kunci = s.kunci_keluarga
  where ${inArea(c, 's', null)} and (select d.putusan from padanan_putusan d where d.kab = i.kab and d.kiri_id = i.id and d.kanan_id = s.id
    order by d.id desc limit 1) is distinct from 'beda'
  group by s.kab, s.id, s.sumber, s.berlaku, s.desil, g.nomor_kk, g.alamat
  order by s.sumber, s.berlaku desc, s.id`

/**
 * The people that `syarat` names (over `i`, a row of `individu`), each with all its sources.
 * @param hari today by the server: rows are stamped by the clock of the database, which may be ahead of it
 */
export async function orangTertaut(
  tx: Kysely<DB>,
  c: Cakupan,
  syarat: RawBuilder<unknown>,
  hari: string,
): Promise<readonly OrangTertaut[]> {
  const found = await sql<OrangTertaut>`
    select i.kab, i.id, i.keluarga_id, i.wilayah, i.rt, i.nama,
      jsonb_build_object('nama', i.nama, 'nik', i.nik, 'nomor_kk', f.nomor_kk, 'tanggal_lahir', i.tanggal_lahir, 'jenis_kelamin', i.jenis_kelamin,
        'hubungan', i.hubungan, 'tempat_lahir', i.tempat_lahir, 'nama_ibu', i.nama_ibu, 'alamat', f.alamat) as isian,
      coalesce((select v.tanggal from survei_individu v where v.kab = i.kab and v.id = i.survei_id), least(i.dibuat_pada::date, ${hari}::date)) as sejak,
      coalesce((select jsonb_object_agg(kolom, tanggal) from (
        select kolom, max(tanggal) as tanggal from perubahan where kab = i.kab and subjek_id in (i.id, i.keluarga_id) group by kolom) c), '{}') as berubah,
      (select max(k.tanggal) from kunjungan k where k.kab = i.kab and k.keluarga_id = i.keluarga_id and k.terhitung and k.hasil <> 'tidak_ditemukan'
        and k.kehadiran @> jsonb_build_array(jsonb_build_object('individuId', i.id, 'kode', 1))) as lapangan,
      exists (select from penerimaan p where p.kab = i.kab and p.keluarga_id = i.keluarga_id and p.sampai is null) as menerima,
      (select d.keadaan from keadaan_dukcapil d where d.kab = i.kab and d.individu_id = i.id order by d.id desc limit 1) as keadaan,
      coalesce((select jsonb_agg(to_jsonb(t)) from (${tertaut(c)}) t), '[]') as sumber,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'versi', b.versi, 'bidang', b.bidang, 'status', b.status, 'putusan', b.putusan,
        'dipercaya', b.dipercaya, 'taruhan', b.taruhan, 'alasan', b.alasan, 'oleh', u.nama, 'pada', b.diputus_pada, 'nilai', b.nilai_semua))
        from beda_sumber b left join pengguna u on u.id = b.pengguna_id
        where b.kab = i.kab and b.individu_id = i.id and b.status <> 'gugur'), '[]') as putusan
    from individu i join keluarga f on f.kab = i.kab and f.id = i.keluarga_id
    where ${inArea(c, 'i')} and ${syarat} order by coalesce(i.urutan, 999), i.id`.execute(tx)
  return found.rows
}

const asText = (isian: IsianMentah): Isian =>
  Object.fromEntries(
    bidangPercaya.map((b) => {
      const value = isian[b]
      return [b, value === null || value === '' ? null : String(value)]
    }),
  ) as Isian

const selaras: readonly (string | null)[] = [null, 'PADAN', 'BELUM_DIPADANKAN']

/** The person as the rules of belief ask for them. */
export const bersumber = (o: OrangTertaut): OrangBersumber => ({
  registri: asText(o.isian),
  registriTanggal: Object.fromEntries(
    bidangPercaya.map((b) => [b, o.berubah[b] ?? o.sejak]),
  ) as OrangBersumber['registriTanggal'],
  lapangan: o.lapangan,
  sumber: o.sumber.map(
    (s): BarisSumber => ({
      sumber: s.sumber,
      isian: asText(s.isian),
      tanggal: s.berlaku,
      desil: s.desil,
    }),
  ),
  putusan: o.putusan,
  menerima: o.menerima,
  tidakPadan: !selaras.includes(o.keadaan),
})
