/** Begins a run of matching: binds the model, writes the row that the job fills, and refuses what cannot run. */
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { bitsDari } from '#domain/padanan/bobot.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { daftarModel, ikatModel } from './model.ts'

export type PermintaanJalan = {
  readonly jenis: 'kembar' | 'sumber'
  readonly sumber: string | null
  readonly cara: 'penuh' | 'susulan'
  readonly model: string
  readonly wilayah: Wilayah
  readonly penggunaId: string | null
}

type Milik = Pick<PermintaanJalan, 'jenis' | 'sumber' | 'wilayah' | 'model'>

/** Rows of `padanan_jalan j` of the same kind, area and model. */
const sejenis = (m: Milik) =>
  sql<boolean>`j.jenis = ${m.jenis} and j.sumber is not distinct from ${m.sumber} and j.wilayah = ${m.wilayah} and j.model = ${m.model}`

/**
 * The moment from which changes count: the begin of the last finished run of the same kind and text of the
 * model; null before the first whole one.
 */
export async function sejakTerakhir(
  tx: Kysely<DB>,
  m: Milik & { readonly hash: string },
): Promise<Date | null> {
  const found = await sql<{ sejak: Date | null }>`
    select max(j.dibuat_pada) as sejak from padanan_jalan j where ${sejenis(m)} and j.status = 'selesai' and j.kebijakan_hash = ${m.hash}
    having bool_or(j.cara = 'penuh')`.execute(tx)
  return found.rows[0]?.sejak ?? null
}

/**
 * The moment is that of the database, by whose clock changes of records are dated.
 * @returns the id of the new run; its job is to be queued by the caller in the same transaction
 */
export async function mulaiJalan(
  tx: Kysely<DB>,
  asked: PermintaanJalan,
): Promise<Result<string, Problem>> {
  const model = daftarModel().find((m) => m.kode === asked.model)
  if (!model) return err(problem('padanan.model_tidak_ada', { model: asked.model }))
  await sql`select pg_advisory_xact_lock(hashtextextended(${`padanan:${asked.wilayah}`}, 0))`.execute(
    tx,
  )
  const running =
    await sql`select from padanan_jalan j left join pekerjaan p on p.id = j.pekerjaan_id
    where ${sejenis(asked)} and j.status in ('antre', 'berjalan') and coalesce(p.status, 'antre') in ('antre', 'berjalan')`.execute(
      tx,
    )
  if (running.rows.length > 0) return err(problem('padanan.sedang_berjalan'))
  const { lo, hi } = cakupanOf(asked.wilayah)
  const isi = await sql<{ registri: boolean; sumber: boolean }>`
    select exists (select from individu where wilayah >= ${lo} and wilayah < ${hi} and status = 'aktif') as registri,
      exists (select from orang_sumber where wilayah >= ${lo} and wilayah < ${hi} and sumber = ${asked.sumber}) as sumber`.execute(
    tx,
  )
  if (!isi.rows[0]?.registri) return err(problem('padanan.registri_kosong'))
  if (asked.jenis === 'sumber' && !isi.rows[0].sumber) return err(problem('padanan.sumber_kosong'))
  const sejak =
    asked.cara === 'susulan' ? await sejakTerakhir(tx, { ...asked, hash: model.hash }) : null
  if (asked.cara === 'susulan' && sejak === null) return err(problem('padanan.belum_penuh'))
  await ikatModel(tx, model)
  const { ambang } = model.nilai
  const made = await sql<{ id: string }>`
    insert into padanan_jalan (jenis, sumber, cara, sejak, model, kebijakan_hash, ambang_padan, ambang_periksa, wilayah, lo, hi, pengguna_id, dibuat_pada)
    values (${asked.jenis}, ${asked.sumber}, ${asked.cara}, ${sejak}, ${asked.model}, ${model.hash}, ${bitsDari(ambang.padan)},
      ${bitsDari(ambang.periksa)}, ${asked.wilayah}, ${lo}, ${hi}, ${asked.penggunaId}, now()) returning id`.execute(
    tx,
  )
  const id = made.rows[0]?.id
  if (id === undefined) throw new Error('The row of the run was not written')
  return ok(id)
}
