/** After a file of a source: the differences it makes for people of the registry, batch after batch. */
import { sql } from 'kysely'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { hitungBeda } from '#server/kepercayaan/hitung.ts'
import { orangTertaut } from '#server/kepercayaan/taut.ts'
import type { AlatImpor } from './jalankan.ts'
import { sumberOf } from './peta.ts'
import { awalan } from './staging/tabel.ts'

/** People whose differences are counted in one transaction. */
const SEKALI = 2_000

type Potong = { readonly kab: number[]; readonly id: string[] }

/** Brings the queue up to date for the people that rows of the file speak of; run again it changes nothing. */
export async function bedaSusulan(a: AlatImpor, kab: number, id: string): Promise<void> {
  const db = kyselyOf(a.pool)
  const table = sql.raw(`${awalan(id)}_terkait`)
  const jumlah = await inScope(db, a.cakupan, async (tx) => {
    const found = await sql<{ format: string | null }>`
      select format from impor where kab = ${kab} and id = ${id}`.execute(tx)
    const [{ format } = { format: null }] = found.rows
    if (format === null || sumberOf(format) === null) return 0
    await sql`drop table if exists ${table}`.execute(tx)
    await sql`create unlogged table ${table} as
      select row_number() over (order by kab, id) - 1 as n, kab, id from (
        select distinct i.kab, i.id from orang_sumber s join individu i on i.nik = s.nik where s.impor_id = ${sql.lit(id)}::uuid) x`.execute(
      tx,
    )
    await sql`create index on ${table} (n)`.execute(tx)
    const counted = await sql<{ n: number }>`select count(*)::int as n from ${table}`.execute(tx)
    return counted.rows[0]?.n ?? 0
  })
  for (let dari = 0; dari < jumlah; dari += SEKALI) {
    if (a.signal.aborted) throw new Error('stopped')
    await inScope(db, a.cakupan, async (tx) => {
      const { rows } = await sql<Potong>`
        select array_agg(kab)::int[] as kab, array_agg(id)::text[] as id from ${table} where n >= ${dari} and n < ${dari + SEKALI}`.execute(
        tx,
      )
      const [{ kab: k, id: ids } = { kab: [], id: [] }] = rows
      const these = sql`i.kab = any (${k}::smallint[]) and i.id = any (${ids}::uuid[])`
      await hitungBeda(
        tx,
        a.cakupan,
        await orangTertaut(tx, a.cakupan, these, a.hariIni),
        a.hariIni,
      )
    })
  }
  await sql`drop table if exists ${table}`.execute(db)
}
