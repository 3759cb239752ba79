/** Reads of regions and their counts. */
import { type Kysely, sql } from 'kysely'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import {
  type Cakupan,
  type Tingkat,
  tingkat,
  tingkatOf,
  type Wilayah,
  wilayahAt,
} from '#domain/wilayah/kode.ts'
import { foldRegion } from '#domain/wilayah/nama.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { receiverRollUp, rollUp } from './rekap.ts'

export type RegionBrief = { kode: number; nama: string; tingkat: string; jenis: string }

export type Counts = {
  keluarga: number
  individu: number
  ruta: number
  menerima: number
  ditandai: number
  tanpaNik: number
  tidakLayak: number
}

const brief = ['kode', 'nama', 'tingkat', 'jenis'] as const

/** Name and kind of one region; regions are no secret, so no area is asked. */
export const regionBrief = (tx: Kysely<DB>, kode: Wilayah): Promise<RegionBrief> =>
  tx.selectFrom('wilayah').select(brief).where('kode', '=', kode).executeTakeFirstOrThrow()

/** The way from the nation down to a region, inclusive; null when there is no such region. */
export async function regionPath(tx: Kysely<DB>, kode: Wilayah): Promise<RegionBrief[] | null> {
  const codes = [...new Set(tingkat.map((level) => wilayahAt(kode, level)))]
  const path = await tx
    .selectFrom('wilayah')
    .select(brief)
    .where('kode', 'in', codes)
    .orderBy('kode')
    .execute()
  return path.at(-1)?.kode === kode ? path : null
}

const one = sql<Counts>`coalesce(sum(keluarga), 0)::int as keluarga, coalesce(sum(individu), 0)::int as individu,
  coalesce(sum(ruta), 0)::int as ruta, coalesce(sum(ditandai), 0)::int as ditandai,
  coalesce(sum(tanpa_nik), 0)::int as "tanpaNik", coalesce(sum(tidak_layak), 0)::int as "tidakLayak"`

const spans: Record<Tingkat, number> = {
  nasional: 1e8,
  provinsi: 1e6,
  kabkota: 1e4,
  kecamatan: 1,
  desa: 1,
}

/** Counts of one region, limited to the reader's area. */
export async function countsOf(
  tx: Kysely<DB>,
  cakupan: Cakupan,
  kode: Wilayah,
  program: string,
): Promise<Counts> {
  const area = narrowed(cakupan, kode)
  const result = await sql<Counts>`select r.*, coalesce(p.menerima, 0)::int as menerima
    from (select ${one} from ${rollUp(area)} r) r,
      (select sum(keluarga) as menerima from ${receiverRollUp(area, program)} p) p`.execute(tx)
  const row = result.rows[0]
  if (!row) throw new Error('A sum gives one row')
  return row
}

/** Counts of the regions one level below, in order of code; below a village, of its RT. */
export async function countsBelow(
  tx: Kysely<DB>,
  cakupan: Cakupan,
  kode: Wilayah,
  program: string,
): Promise<(Counts & { kode: number; rt: number | null; nama: string; jenis: string })[]> {
  const area = narrowed(cakupan, kode)
  const level = tingkatOf(kode)
  if (level === 'desa') return countsByRt(tx, area, program)
  const step = spans[level]
  const result = await sql<Counts & { kode: number; rt: null; nama: string; jenis: string }>`
    with r as (select wilayah - wilayah % ${step}::bigint as kode, ${one} from ${rollUp(area)} r group by 1),
      p as (select wilayah - wilayah % ${step}::bigint as kode, sum(keluarga) as menerima from ${receiverRollUp(area, program)} p group by 1)
    select w.kode, null as rt, w.nama, w.jenis, coalesce(r.keluarga, 0) as keluarga, coalesce(r.individu, 0) as individu,
      coalesce(r.ruta, 0) as ruta, coalesce(r.ditandai, 0) as ditandai, coalesce(r."tanpaNik", 0) as "tanpaNik",
      coalesce(r."tidakLayak", 0) as "tidakLayak", coalesce(p.menerima, 0)::int as menerima
    from wilayah w left join r on r.kode = w.kode left join p on p.kode = w.kode
    where w.induk = ${kode} and w.kode <> ${kode} and (w.berlaku_sampai is null or r.keluarga > 0)
      and w.kode >= ${area.lo - (area.lo % step)} and w.kode < ${area.hi}
    order by w.kode`.execute(tx)
  return result.rows
}

async function countsByRt(tx: Kysely<DB>, area: Cakupan, program: string) {
  const result = await sql<
    Counts & { kode: number; rt: number | null; nama: string; jenis: string }
  >`
    select r.wilayah as kode, r.rt, case when r.rt = 0 then '' else 'RT ' || lpad(r.rt::text, 3, '0') end as nama, 'rt' as jenis,
      r.keluarga, r.individu, r.ruta, r.ditandai, r.tanpa_nik as "tanpaNik", r.tidak_layak as "tidakLayak", coalesce(p.keluarga, 0) as menerima
    from ${rollUp(area)} r left join ${receiverRollUp(area, program)} p
      on p.kab = r.kab and p.wilayah = r.wilayah and p.rt = r.rt
    where r.keluarga > 0 order by r.rt`.execute(tx)
  return result.rows
}

/** Regions whose name resembles the words, inside the area, best first. */
export async function searchRegions(tx: Kysely<DB>, cakupan: Cakupan, q: string) {
  const folded = foldRegion(q)
  const result = await sql<RegionBrief & { jalur: string }>`
    select w.kode, w.nama, w.tingkat, w.jenis,
      concat_ws(', ', case when c.kode <> w.kode then c.nama end, case when k.kode <> w.kode then k.nama end, p.nama) as jalur
    from wilayah w
      join wilayah p on p.kode = w.kode - w.kode % 100000000
      join wilayah k on k.kode = w.kode - w.kode % 1000000
      join wilayah c on c.kode = w.kode - w.kode % 10000
    where (w.nama_cari like '%' || ${folded} || '%' or w.nama_cari % ${folded})
      and ((w.kode >= ${cakupan.lo} and w.kode < ${cakupan.hi})) and w.kode > 0 and w.berlaku_sampai is null
    order by similarity(w.nama_cari, ${folded}) desc, w.kode limit 20`.execute(tx)
  return result.rows
}
