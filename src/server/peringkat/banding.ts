/** Two rankings side by side: who moved between deciles, and the families that moved most. */
import { type Kysely, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type Arah = 'naik' | 'turun' | 'baru' | 'hilang'

/** The two rankings joined by family; null on the side where it was not ranked. */
const joined = (area: Cakupan, kini: string, lawan: string) => sql`
  (select * from peringkat_hasil x where ronde_id = ${lawan} and ${inArea(area, 'x')}) a
  full join
  (select * from peringkat_hasil x where ronde_id = ${kini} and ${inArea(area, 'x')}) b
  on b.kab = a.kab and b.keluarga_id = a.keluarga_id`

export type Sel = { dulu: number | null; kini: number | null; keluarga: number }

/** Families by decile then and now. */
export async function decileMatrix(
  tx: Kysely<DB>,
  area: Cakupan,
  kini: string,
  lawan: string,
): Promise<Sel[]> {
  const found =
    await sql<Sel>`select a.desil as dulu, b.desil as kini, count(*)::integer as keluarga
    from ${joined(area, kini, lawan)} group by 1, 2 order by 1 nulls last, 2 nulls last`.execute(tx)
  return found.rows
}

type Letak = { desil: number; persentil: number; poin: number }
export type Pindah = {
  kab: number
  keluarga: string
  namaKepala: string
  wilayah: number
  namaWilayah: string
  rt: number | null
  dulu: Letak | null
  kini: Letak | null
  geser: number
}

/** `naik` is towards the front of the order (needier), `turun` away from it. */
const moves = {
  naik: { where: sql`b.persentil < a.persentil`, by: sql`(b.persentil - a.persentil)` },
  turun: { where: sql`b.persentil > a.persentil`, by: sql`(a.persentil - b.persentil)` },
  baru: { where: sql`a.keluarga_id is null`, by: sql`b.persentil` },
  hilang: { where: sql`b.keluarga_id is null`, by: sql`a.persentil` },
} as const

export type Tempat = { readonly geser: number; readonly id: string }

/** @returns null when the text is not a place */
export function readPlace(text: string): Tempat | null {
  const found = /^(-?\d{1,4})\.([0-9a-f-]{36})$/.exec(text)
  return found?.[1] && found[2] ? { geser: Number(found[1]), id: found[2] } : null
}

export const writePlace = (r: Pindah): string => `${r.geser}.${r.keluarga}`

/** Families that moved one way, the furthest first. */
export async function listMoves(
  tx: Kysely<DB>,
  area: Cakupan,
  rounds: { readonly kini: string; readonly lawan: string },
  arah: Arah,
  after: Tempat | null,
  limit: number,
): Promise<Pindah[]> {
  const { where, by } = moves[arah]
  const beyond =
    after === null ? sql`true` : sql`(geser, keluarga_id) > (${after.geser}, ${after.id}::uuid)`
  const side = (s: 'a' | 'b') => {
    const t = sql.raw(s)
    return sql`case when ${t}.keluarga_id is not null
      then jsonb_build_object('desil', ${t}.desil, 'persentil', ${t}.persentil, 'poin', ${t}.poin) end`
  }
  const found = await sql<Pindah>`
    with semua as (
      select coalesce(b.kab, a.kab) as kab, coalesce(b.keluarga_id, a.keluarga_id) as keluarga_id,
        coalesce(b.wilayah, a.wilayah) as wilayah, coalesce(b.rt, a.rt) as rt,
        ${side('a')} as dulu, ${side('b')} as kini, ${by}::integer as geser
      from ${joined(area, rounds.kini, rounds.lawan)} where ${where}
    ), halaman as materialized (
      select * from semua where ${beyond} order by geser, keluarga_id limit ${limit}
    )
    select h.kab, h.keluarga_id as keluarga, k.nama_kepala as "namaKepala", h.wilayah, w.nama as "namaWilayah", h.rt,
      h.dulu, h.kini, h.geser
    from halaman h join keluarga k on k.kab = h.kab and k.id = h.keluarga_id join wilayah w on w.kode = h.wilayah
    order by h.geser, h.keluarga_id`.execute(tx)
  return found.rows
}

export type LuarRow = {
  kab: number
  id: string
  keluarga: string
  namaKepala: string
  wilayah: number
  namaWilayah: string
  rt: number | null
  desil: number | null
  persentil: number | null
  luar: { sumber: string; jenis: string; nilai: number; tanggal: string }
}

/** Ranks made elsewhere, each beside ours of this ranking; never mixed into it. */
export async function listOutside(
  tx: Kysely<DB>,
  area: Cakupan,
  rondeId: string,
  sumber: string | undefined,
  after: string | null,
  limit: number,
): Promise<LuarRow[]> {
  const found = await sql<LuarRow>`
    with halaman as materialized (
      select * from peringkat_luar x where ${inArea(area, 'x')}
        and (${sumber ?? null}::text is null or sumber = ${sumber ?? null})
        and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${limit}
    )
    select l.kab, l.id, l.keluarga_id as keluarga, k.nama_kepala as "namaKepala", l.wilayah, w.nama as "namaWilayah", l.rt,
      h.desil, h.persentil,
      jsonb_build_object('sumber', l.sumber, 'jenis', l.jenis, 'nilai', l.nilai, 'tanggal', l.tanggal) as luar
    from halaman l join keluarga k on k.kab = l.kab and k.id = l.keluarga_id join wilayah w on w.kode = l.wilayah
    left join peringkat_hasil h on h.kab = l.kab and h.ronde_id = ${rondeId} and h.keluarga_id = l.keluarga_id
    order by l.id`.execute(tx)
  return found.rows
}
