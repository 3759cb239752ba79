/** Matching models: those that a run can choose, the text that a run was bound to, and the parameters of runs. */
import { type Kysely, sql } from 'kysely'
import { parse } from 'yaml'
import { type ModelPadanan, skemaModel } from '#domain/padanan/model.ts'
import { berkasPemadananSchema } from '#domain/padanan/parameter.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type Kebijakan, listPolicies, readPolicy } from '#server/kebijakan/muat.ts'
import { kolomRegistri } from './kolom.ts'

export const kebijakanPemadanan = readPolicy(
  'parameter/pemadanan.yaml',
  berkasPemadananSchema,
).nilai

/** Version of the engine that reads a model. */
const versiMesin = '1'

let models: readonly Kebijakan<ModelPadanan>[] | undefined

/** The models of persons, `policy/padanan/orang*.yaml`, that ask nothing but what the registry has; read once. */
export function daftarModel(): readonly Kebijakan<ModelPadanan>[] {
  models ??= listPolicies('padanan')
    .filter((path) => /\/orang[^/]*\.yaml$/.test(path))
    .map((path) => readPolicy(path, skemaModel))
    .filter((k) => k.nilai.kolom.every((kolom) => kolom.nama in kolomRegistri))
  return models
}

/** Keeps the text that will decide, so that a later edit cannot unexplain it. */
export async function ikatModel(tx: Kysely<DB>, k: Kebijakan<ModelPadanan>): Promise<void> {
  const { dari, sampai } = k.nilai.berlaku
  await sql`insert into kebijakan (hash, jenis, kode, isi, versi_mesin, berlaku_dari, berlaku_sampai)
    values (${k.hash}, ${k.jenis}, ${k.kode}, ${k.isi}, ${versiMesin}, ${dari}, ${sampai})
    on conflict (hash) do nothing`.execute(tx)
}

const terurai = new Map<string, ModelPadanan>()

/** A text of a model as read; the same text is taken apart once. */
export function uraiModel(hash: string, isi: string): ModelPadanan {
  const tahu = terurai.get(hash)
  if (tahu) return tahu
  const model = skemaModel.parse(parse(isi))
  terurai.set(hash, model)
  return model
}

/** The model that a run was bound to, by the hash of its text. */
export async function modelTerikat(tx: Kysely<DB>, hash: string): Promise<ModelPadanan> {
  const found = await sql<{ isi: string }>`select isi from kebijakan where hash = ${hash}`.execute(
    tx,
  )
  return uraiModel(hash, found.rows[0]?.isi ?? '')
}
