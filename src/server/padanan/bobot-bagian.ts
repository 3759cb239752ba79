/** The weights of a part of a run, with the model that they belong to. */
import { type Kysely, sql } from 'kysely'
import type { HasilEm } from '#domain/padanan/em.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { CatatanLazim } from './hasil.ts'
import { uraiModel } from './model.ts'

export type BobotBagian = {
  readonly jalan: string
  readonly parameter: HasilEm
  readonly lazim: CatatanLazim
  readonly model: ModelPadanan
}

type Row = Omit<BobotBagian, 'model'> & { readonly hash: string; readonly isi: string }

const dari = sql`select j.id as jalan, b.parameter, coalesce(b.frekuensi, '{}'::jsonb) as lazim, k.hash, k.isi
  from padanan_bagian b join padanan_jalan j on j.id = b.jalan_id join kebijakan k on k.hash = j.kebijakan_hash`

const satu = (row: Row | undefined): BobotBagian | null =>
  row ? { ...row, model: uraiModel(row.hash, row.isi) } : null

/** The weights of one part; null where it is not stored, or not to be read here. */
export async function bobotBagian(
  tx: Kysely<DB>,
  jalan: string,
  nomor: number,
): Promise<BobotBagian | null> {
  const found =
    await sql<Row>`${dari} where b.jalan_id = ${jalan} and b.nomor = ${nomor} and b.parameter is not null`.execute(
      tx,
    )
  return satu(found.rows[0])
}

/** Weights read lately, by database, run and part: a part is stored once, and they are large. */
const terbaca = new Map<string, BobotBagian>()
const terbanyak = 32

type Penunjuk = {
  readonly basis: string
  readonly jalan: string
  readonly nomor: number
  readonly pada: Date
}

/** The newest weights for a village: of doubles inside the registry, estimated from everybody. */
export async function bobotTerbaru(tx: Kysely<DB>, desa: Wilayah): Promise<BobotBagian | null> {
  const { lo, hi } = cakupanOf(desa)
  const found = await sql<Penunjuk>`
    select current_database() as basis, j.id as jalan, b.nomor, b.selesai_pada as pada from padanan_bagian b join padanan_jalan j on j.id = b.jalan_id
    where b.lo <= ${lo} and b.hi >= ${hi} and b.jenis = 'dalam' and b.parameter is not null and j.jenis = 'kembar' and j.cara = 'penuh'
    order by b.selesai_pada desc limit 1`.execute(tx)
  const [p] = found.rows
  if (!p) return null
  const kunci = `${p.basis} ${p.jalan} ${p.nomor} ${p.pada.getTime()}`
  const tahu = terbaca.get(kunci)
  if (tahu) return tahu
  const bobot = await bobotBagian(tx, p.jalan, p.nomor)
  if (!bobot) return null
  const [tertua] = terbaca.size >= terbanyak ? terbaca.keys() : []
  if (tertua !== undefined) terbaca.delete(tertua)
  terbaca.set(kunci, bobot)
  return bobot
}
