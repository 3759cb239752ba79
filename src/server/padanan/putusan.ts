/** What people decided of two records, heard by every run after. */
import type { PoolClient } from 'pg'
import type { Putusan } from '#domain/padanan/gugus.ts'
import type { Orang } from './orang.ts'

type Row = { kiri: Buffer; kanan: Buffer; putusan: 'sama' | 'beda' | 'ragu' }

export type Keputusan = {
  /** Of the rows of a table, by their numbers; what is unsure binds nothing. */
  readonly putusan: readonly Putusan[]
  /** The status with which a pair is stored. */
  readonly status: (x: number, y: number) => 'antre' | Row['putusan']
}

/** The newest decision of each two records that both stand among `orang`. */
export async function bacaKeputusan(client: PoolClient, orang: Orang): Promise<Keputusan> {
  const found = await client.query<Row>(
    `select distinct on (kiri_id, kanan_id) uuid_send(kiri_id) as kiri, uuid_send(kanan_id) as kanan, putusan
     from padanan_putusan order by kiri_id, kanan_id, id desc`,
  )
  if (found.rows.length === 0) return { putusan: [], status: () => 'antre' }
  const dicari = new Map<string, number>()
  for (const { kiri, kanan } of found.rows)
    for (const id of [kiri, kanan]) dicari.set(id.toString('latin1'), -1)
  for (let n = 0; n < orang.banyak; n++) {
    const kunci = orang.kunci(n)
    if (dicari.has(kunci)) dicari.set(kunci, n)
  }
  const nomor = (a: number, b: number) => Math.min(a, b) * orang.banyak + Math.max(a, b)
  const kata = new Map<number, Row['putusan']>()
  const putusan: Putusan[] = []
  for (const { kiri, kanan, putusan: p } of found.rows) {
    const a = dicari.get(kiri.toString('latin1')) ?? -1
    const b = dicari.get(kanan.toString('latin1')) ?? -1
    if (a < 0 || b < 0) continue
    kata.set(nomor(a, b), p)
    if (p !== 'ragu') putusan.push({ a, b, sama: p === 'sama' })
  }
  return { putusan, status: (x, y) => kata.get(nomor(x, y)) ?? 'antre' }
}
