/** What the RT of villages sent in a month, who said "nihil", and where each summary stands. */
import { type Kysely, sql } from 'kysely'
import { type BarisRt, rekapOf } from '#domain/rekap/bulanan.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Hitungan = {
  wilayah: number
  rt: number
  identitas: number
  peristiwa: number
  keadaan: number
  usulan: number
  nihil: boolean
}

/**
 * RT known by their register, their families, or a proposal of that month; by village and RT. What was
 * proposed after the summary of the month before was signed is of this one.
 */
export async function perRt(
  tx: Kysely<DB>,
  c: Cakupan,
  periode: string,
): Promise<ReadonlyMap<number, readonly BarisRt[]>> {
  const awal = `${periode}-01`
  const found = await sql<Hitungan>`
    with u as (
      select u.wilayah, u.rt, u.jalur, count(*)::int as n from usulan u
        left join rekap_bulanan s on s.kab = u.kab and s.wilayah = u.wilayah and s.periode = to_char(u.diajukan_hari, 'YYYY-MM')
      where u.diajukan_hari >= ${awal}::date - interval '1 month' and u.diajukan_hari < ${awal}::date + interval '1 month' and u.rt > 0 and ${inArea(c, 'u')}
        and (u.diajukan_hari >= ${awal}::date or s.ditandatangani_pada < (select min(r.pada) from usulan_riwayat r
          where r.kab = u.kab and r.usulan_id = u.id and r.aksi = 'ajukan'))
      group by 1, 2, 3),
    rt as (
      select r.wilayah, r.rt from rekap_rt r where r.rt > 0 and r.keluarga > 0 and ${inArea(c, 'r', null)}
      union select t.wilayah, t.rt from rukun_tetangga t where t.dari < ${awal}::date + interval '1 month' and (t.sampai is null or t.sampai > ${awal}::date)
        and ${inArea(c, 't', null)}
      union select wilayah, rt from u)
    select rt.wilayah, rt.rt, coalesce(sum(n) filter (where jalur = 'identitas'), 0)::int as identitas,
      coalesce(sum(n) filter (where jalur = 'peristiwa'), 0)::int as peristiwa, coalesce(sum(n) filter (where jalur = 'keadaan'), 0)::int as keadaan,
      coalesce(sum(n) filter (where jalur = 'usulan'), 0)::int as usulan,
      exists (select from rekap_nihil h where h.wilayah = rt.wilayah and h.rt = rt.rt and h.periode = ${periode}) as nihil
    from rt left join u on u.wilayah = rt.wilayah and u.rt = rt.rt group by rt.wilayah, rt.rt order by rt.wilayah, rt.rt`.execute(
    tx,
  )
  const rows = Map.groupBy(found.rows, (r) => r.wilayah)
  return new Map(
    [...rows].map(([wilayah, those]) => [
      wilayah,
      those.map(({ rt, nihil, identitas, peristiwa, keadaan, usulan }) => ({
        rt,
        nihil,
        usulan: { identitas, peristiwa, keadaan, usulan },
      })),
    ]),
  )
}

type Tertanda = {
  wilayah: number
  kab: number
  dokumen_id: string
  ditandatangani_pada: Date
  diketahui_pada: Date | null
  diterima_pada: Date | null
  isi: { rt: BarisRt[] }
}

/** Signed summaries of the area and month, by village; who sees less than a village sees none. */
export async function tertanda(
  tx: Kysely<DB>,
  c: Cakupan,
  periode: string,
): Promise<ReadonlyMap<number, Tertanda>> {
  if (belowVillage(c)) return new Map()
  const found = await sql<Tertanda>`
    select r.wilayah, r.kab, r.dokumen_id, r.ditandatangani_pada, r.diketahui_pada, r.diterima_pada, r.isi
    from rekap_bulanan r where r.periode = ${periode} and ${inArea(c, 'r', null)}`.execute(tx)
  return new Map(found.rows.map((r) => [r.wilayah, r]))
}

/** Every village of the area, with its summary as signed, or as it stands today. */
export async function desaRekap(tx: Kysely<DB>, c: Cakupan, periode: string) {
  const [desa, kini, tanda] = await Promise.all([
    sql<{
      kode: number
      nama: string
    }>`select kode, nama from wilayah where tingkat = 'desa' and kode >= ${c.lo} and kode < ${c.hi}
      and exists (select from rekap_rt r where r.wilayah = kode) order by kode limit 2000`.execute(
      tx,
    ),
    perRt(tx, c, periode),
    tertanda(tx, c, periode),
  ])
  return desa.rows.map(({ kode, nama }) => {
    const signed = tanda.get(kode)
    return {
      wilayah: kode,
      nama,
      signed,
      rekap: rekapOf(signed?.isi.rt ?? kini.get(kode) ?? []),
    }
  })
}
