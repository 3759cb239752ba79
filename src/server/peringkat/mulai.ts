/** Begins a ranking: binds the policy texts by their hash and writes the row that the job fills. */
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { factsIn } from '#domain/kebijakan/periksa.ts'
import type { KamusFakta } from '#domain/keluarga/fakta.ts'
import { itemsOf, type Model, versiMesin } from '#domain/peringkat/model.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Kebijakan } from '#server/kebijakan/muat.ts'
import { loadFakta, modelByKode } from './model.ts'

export type Permintaan = {
  readonly model: string
  readonly wilayah: number
  readonly periode: string
  readonly acuan: string
  readonly penggunaId: string | null
}

/** @returns the id of the new ranking; its job is to be queued by the caller in the same transaction */
export async function startRound(
  tx: Kysely<DB>,
  asked: Permintaan,
): Promise<Result<string, Problem>> {
  const model = modelByKode(asked.model)
  if (model === undefined) return err(problem('peringkat.model_tidak_ada', { model: asked.model }))
  const { wilayah, periode } = asked
  const running = await sql`select from peringkat_ronde r join pekerjaan p on p.id = r.pekerjaan_id
    where r.status = 'disiapkan' and p.status in ('antre', 'berjalan')
      and r.model = ${asked.model} and r.wilayah = ${wilayah} and r.periode = ${periode}`.execute(
    tx,
  )
  if (running.rows.length > 0) return err(problem('peringkat.sedang_disiapkan'))
  const fakta = loadFakta()
  await bindPolicy(tx, model, model.nilai.berlaku)
  await bindPolicy(tx, fakta.kebijakan, fakta.berkas.berlaku)
  const { lo, hi } = cakupanOf(wilayah)
  const made = await sql<{ id: string }>`
    insert into peringkat_ronde (model, kebijakan_hash, fakta_hash, wilayah, lo, hi, periode, acuan, pengguna_id, kamus, sebelum_id)
    values (${asked.model}, ${model.hash}, ${fakta.kebijakan.hash}, ${wilayah}, ${lo}, ${hi}, ${periode}, ${asked.acuan},
      ${asked.penggunaId}, ${JSON.stringify(wordsFor(model.nilai, fakta.kamus))}::jsonb,
      (select id from peringkat_ronde where status = 'selesai' and model = ${asked.model} and wilayah = ${wilayah}
        order by dibekukan_pada desc limit 1))
    returning id`.execute(tx)
  const id = made.rows[0]?.id
  if (id === undefined) throw new Error('The row of the ranking was not written')
  return ok(id)
}

/** Keeps the text that will decide, so that a later edit cannot unexplain it. */
async function bindPolicy(
  tx: Kysely<DB>,
  k: Kebijakan<unknown>,
  berlaku: { dari: string | null; sampai: string | null },
): Promise<void> {
  await sql`insert into kebijakan (hash, jenis, kode, isi, versi_mesin, berlaku_dari, berlaku_sampai)
    values (${k.hash}, ${k.jenis}, ${k.kode}, ${k.isi}, ${versiMesin}, ${berlaku.dari}, ${berlaku.sampai})
    on conflict (hash) do nothing`.execute(tx)
}

/** The facts that a model reads, ties included, in order of use. */
export function factsOfModel(model: Model): readonly string[] {
  const items = itemsOf(model).flatMap((b) => factsIn('syarat' in b ? b.syarat : b.nilai))
  return [
    ...new Set([...items, ...model.pemecah_seri.flatMap((p) => factsIn(p.nilai)), 'kelayakan']),
  ]
}

/** Words of those facts, frozen with the ranking. */
function wordsFor(model: Model, kamus: KamusFakta): KamusFakta {
  return Object.fromEntries(
    factsOfModel(model).flatMap((f) => (kamus[f] === undefined ? [] : [[f, kamus[f]]])),
  )
}
