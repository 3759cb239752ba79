/** Loads the families that events are about, each with its whole house, as the rules of the domain read them. */
import { type RawBuilder, sql } from 'kysely'
import type { Peristiwa } from '#domain/usulan/peristiwa/isi.ts'
import {
  type Baris,
  type Registri,
  registriOf,
  type Tabel,
} from '#domain/usulan/peristiwa/registri.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'
import { kolomTabel } from './kolom.ts'

/** Families and persons that the details of an event name beside its subject. */
export function disebut(p: Peristiwa | undefined): {
  readonly keluarga: readonly string[]
  readonly orang: readonly string[]
} {
  const orang = p && 'ibuId' in p ? [p.ibuId] : p && 'pasanganId' in p ? [p.pasanganId] : []
  const keluarga = p && 'keluargaTujuanId' in p ? [p.keluargaTujuanId] : []
  return {
    keluarga: keluarga.filter((k) => k !== undefined),
    orang: orang.filter((o) => o !== undefined),
  }
}

/** Rows of one table, all of its columns that events know. */
async function baris<T extends Tabel>(
  ctx: Pick<Kerja, 'tx'>,
  tabel: T,
  dari: RawBuilder<unknown>,
): Promise<readonly Baris[T][]> {
  const kolom = sql.join(kolomTabel[tabel].map((k) => sql.ref(`t.${k}`)))
  const found = await sql<Baris[T]>`select ${kolom} from ${sql.table(tabel)} t ${dari}`.execute(
    ctx.tx,
  )
  return found.rows
}

/** What proposals are about. */
export function muatRegistri(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
  kunci: boolean,
): Promise<Registri> {
  const named = rows.map((r) => ({ r, d: disebut(isiOf(r).peristiwa) }))
  const kk = named.flatMap(({ r, d }) =>
    [...(r.keluarga_id ? [r.keluarga_id] : []), ...d.keluarga].map((id) => ({ kab: r.kab, id })),
  )
  const orang = named.flatMap(({ r, d }) => d.orang.map((id) => ({ kab: r.kab, id })))
  return muatRumah(ctx, kk, orang, kunci)
}

type Rujukan = { readonly kab: number; readonly id: string }

/**
 * These families and those of these persons, each with its whole house.
 * @param kunci holds the families until the end of the transaction: what is decided on them is written
 */
export async function muatRumah(
  ctx: Pick<Kerja, 'tx' | 'cakupan'>,
  kk: readonly Rujukan[],
  orang: readonly Rujukan[],
  kunci: boolean,
): Promise<Registri> {
  const area = ctx.cakupan ?? cakupanOf(0)
  const found = await sql<{ kab: number; ruta_id: string }>`
    select distinct k.kab, k.ruta_id from keluarga k where ${inArea(area, 'k', 'id')} and (k.kab, k.id) in (
      select * from unnest(${kk.map((k) => k.kab)}::smallint[], ${kk.map((k) => k.id)}::uuid[])
      union select i.kab, i.keluarga_id from individu i where ${inArea(area, 'i')}
        and (i.kab, i.id) in (select * from unnest(${orang.map((o) => o.kab)}::smallint[], ${orang.map((o) => o.id)}::uuid[])))`.execute(
    ctx.tx,
  )
  const kab = found.rows.map((h) => h.kab)
  const ruta = found.rows.map((h) => h.ruta_id)
  if (kunci)
    await sql`select 1 from keluarga k where ${inArea(area, 'k', 'id')} and (k.kab, k.ruta_id) in
      (select * from unnest(${kab}::smallint[], ${ruta}::uuid[])) order by k.kab, k.id for update`.execute(
      ctx.tx,
    )
  const rumah = sql`join unnest(${kab}::smallint[], ${ruta}::uuid[]) as h(kab, ruta_id)`
  const milik = sql`join keluarga k on k.kab = t.kab and k.id = t.keluarga_id ${rumah} on h.kab = k.kab and h.ruta_id = k.ruta_id`
  return registriOf({
    ruta: await baris(ctx, 'ruta', sql`${rumah} on h.kab = t.kab and h.ruta_id = t.id`),
    keluarga: await baris(
      ctx,
      'keluarga',
      sql`${rumah} on h.kab = t.kab and h.ruta_id = t.ruta_id`,
    ),
    individu: await baris(
      ctx,
      'individu',
      sql`${rumah} on h.kab = t.kab and h.ruta_id = t.ruta_id`,
    ),
    keanggotaan: await baris(
      ctx,
      'keanggotaan',
      sql`join individu i on i.kab = t.kab and i.id = t.individu_id ${rumah} on h.kab = i.kab and h.ruta_id = i.ruta_id`,
    ),
    pengurus: await baris(ctx, 'pengurus', milik),
    penerimaan: await baris(ctx, 'penerimaan', milik),
  })
}
