/** The list of families: by area, filters and search text, paged by key. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { maskNik } from '#domain/individu/nik.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { newestRound } from '#server/peringkat/terbaru.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { rollUp } from '#server/wilayah/rekap.ts'
import { type Found, findByName, findByNumber, searchKind } from './cari.ts'

export type ListFilter = {
  readonly rt?: number | undefined
  readonly menerima?: 'ya' | 'tidak' | undefined
  readonly program: string
  readonly desil?: number | undefined
  readonly kelayakan?: string | undefined
  readonly ditandai?: boolean | undefined
}

export type ListRow = {
  id: string
  kab: number
  namaKepala: string
  nomorKk: string | null
  wilayah: number
  namaWilayah: string
  rt: number | null
  alamat: string | null
  jumlahAnggota: number
  menerima: string[]
  kelayakan: string
  desil: number | null
  ditandai: boolean
  cocok: string | null
}

export type Page = { keluarga: ListRow[]; berikutnya: string | null; jumlah: number | null }

/** Where a page ended: village, RT, id. */
type Key = { wilayah: number; rt: number; id: string }

const keyPattern = /^(\d{1,10})\.(\d{1,3})\.([0-9a-f-]{36})$/

export function parseKey(text: string): Key | null {
  const [, wilayah, rt, id] = keyPattern.exec(text) ?? []
  return wilayah && rt && id ? { wilayah: Number(wilayah), rt: Number(rt), id } : null
}

const keyOf = (row: ListRow): string => `${row.wilayah}.${row.rt ?? 0}.${row.id}`

function filters(area: Cakupan, f: ListFilter, ronde: string | null): RawBuilder<unknown> {
  const parts = [sql`${inArea(area, 'k', 'id')} and k.status = 'aktif'`]
  if (f.rt !== undefined) parts.push(sql`coalesce(k.rt, 0::smallint) = ${f.rt}`)
  if (f.kelayakan !== undefined) parts.push(sql`k.kelayakan = ${f.kelayakan}`)
  if (f.ditandai !== undefined) parts.push(sql`k.ditandai = ${f.ditandai}`)
  if (f.menerima !== undefined) {
    const receives = sql`exists (select from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.program = ${f.program} and p.sampai is null)`
    parts.push(f.menerima === 'ya' ? receives : sql`not ${receives}`)
  }
  if (f.desil !== undefined) {
    parts.push(
      sql`exists (select from peringkat_hasil h where h.kab = k.kab and h.keluarga_id = k.id and h.ronde_id = ${ronde} and h.desil = ${f.desil})`,
    )
  }
  return sql.join(parts, sql` and `)
}

const columns = (
  ronde: string | null,
) => sql<ListRow>`k.id, k.kab, k.nama_kepala as "namaKepala", k.nomor_kk as "nomorKk", k.wilayah,
  coalesce(w.nama, k.wilayah::text) as "namaWilayah", k.rt, k.alamat, k.jumlah_anggota as "jumlahAnggota", k.kelayakan, k.ditandai,
  (select h.desil from peringkat_hasil h where h.kab = k.kab and h.ronde_id = ${ronde} and h.keluarga_id = k.id) as desil,
  coalesce((select array_agg(distinct p.program) from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null), '{}') as menerima`

const masked = (row: ListRow): ListRow => ({
  ...row,
  nomorKk: row.nomorKk ? maskNik(row.nomorKk) : null,
})

/** One page in order of village, RT, id. */
export async function listFamilies(
  tx: Kysely<DB>,
  area: Cakupan,
  f: ListFilter,
  after: Key | null,
  limit: number,
): Promise<Page> {
  const [ronde, jumlah] = await Promise.all([newestRound(tx, area), countIfCheap(tx, area, f)])
  const from = after
    ? sql`and (k.wilayah, coalesce(k.rt, 0::smallint), k.id) > (${after.wilayah}, ${after.rt}, ${after.id})`
    : sql``
  const found = await sql<ListRow>`
    select ${columns(ronde)}, null as cocok from (
      select * from keluarga k where ${filters(area, f, ronde)} ${from}
      order by k.wilayah, coalesce(k.rt, 0::smallint), k.id limit ${limit + 1}) k
    left join wilayah w on w.kode = k.wilayah
    order by k.wilayah, coalesce(k.rt, 0::smallint), k.id`.execute(tx)
  const rows = found.rows.slice(0, limit).map(masked)
  const last = rows.at(-1)
  const berikutnya = found.rows.length > limit && last ? keyOf(last) : null
  return { keluarga: rows, berikutnya, jumlah }
}

/** From the roll-up, when no filter asks for more than the area and the RT. */
async function countIfCheap(tx: Kysely<DB>, area: Cakupan, f: ListFilter): Promise<number | null> {
  if (
    f.menerima !== undefined ||
    f.desil !== undefined ||
    f.kelayakan !== undefined ||
    f.ditandai !== undefined
  )
    return null
  const found = await sql<{
    n: number
  }>`select coalesce(sum(keluarga), 0)::int as n from ${rollUp(area)} r
    where (${f.rt ?? null}::int is null or rt = ${f.rt ?? null})`.execute(tx)
  return found.rows[0]?.n ?? null
}

/** The families found. One alone is asked for by equality, whose plan PostgreSQL keeps; a list is planned anew. */
function oneOf(found: readonly Found[]): RawBuilder<unknown> {
  const [first] = found
  if (found.length === 1 && first)
    return sql`k.kab = ${first.kab}::smallint and k.id = ${first.keluarga_id}::uuid`
  const kab = [...new Set(found.map((hit) => hit.kab))]
  return sql`k.kab = any (${kab}::smallint[]) and k.id = any (${found.map((hit) => hit.keluarga_id)}::uuid[])`
}

/** Families found by a number or a name, best first, filtered; one page. */
export async function searchFamilies(
  tx: Kysely<DB>,
  area: Cakupan,
  f: ListFilter,
  q: string,
  limit: number,
): Promise<Page> {
  const kind = searchKind(q)
  // Neither needs the other's answer: they travel together.
  const [found, ronde] = await Promise.all([
    'nomor' in kind ? findByNumber(tx, area, kind.nomor) : findByName(tx, area, kind.nama, limit),
    newestRound(tx, area),
  ])
  if (found.length === 0) return { keluarga: [], berikutnya: null, jumlah: 0 }
  const byFamily = new Map<string, Found>()
  for (const hit of found) if (!byFamily.has(hit.keluarga_id)) byFamily.set(hit.keluarga_id, hit)
  const rows = await sql<ListRow>`
    select ${columns(ronde)} from keluarga k left join wilayah w on w.kode = k.wilayah
    where ${oneOf([...byFamily.values()])} and ${filters(area, f, ronde)}`.execute(tx)
  const byId = new Map(rows.rows.map((row) => [row.id, row]))
  const ordered = [...byFamily.values()].flatMap((hit) => {
    const row = byId.get(hit.keluarga_id)
    return row
      ? [masked({ ...row, cocok: hit.nama && hit.nama !== row.namaKepala ? hit.nama : null })]
      : []
  })
  return { keluarga: ordered.slice(0, limit), berikutnya: null, jumlah: null }
}
