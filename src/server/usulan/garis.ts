/**
 * Whether a change of condition would move its family over a programme's line: only then a meeting
 * decides on it. The change is tried out and taken back, the family scored before and after by the
 * model of the list in force, and both compared with that list's line.
 */
import { sql } from 'kysely'
import { type GarisProgram, garisDesa, melewati } from '#domain/kuota/melewati.ts'
import { scoreKeluarga } from '#domain/peringkat/nilai.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import { boundModel } from '#server/peringkat/daftar.ts'
import { factsSql } from '#server/peringkat/fakta.ts'
import { loadFakta } from '#server/peringkat/model.ts'
import type { BarisUsulan } from './baris.ts'
import type { Kerja } from './kerja.ts'
import { terapkanKeadaan } from './terapkan/keadaan.ts'

type Daftar = {
  readonly garis: readonly GarisProgram[]
  readonly ronde_id: string
  readonly kebijakan_hash: string
  readonly fakta_hash: string
  /** Text of the model. */
  readonly isi: string
  readonly acuan: string
}

/** The newest list of each programme that holds a village. */
async function daftarBerlaku(ctx: Kerja, desa: number): Promise<readonly Daftar[]> {
  const found = await sql<Daftar>`
    select distinct on (d.program) d.garis, d.ronde_id, r.kebijakan_hash, r.fakta_hash, k.isi, r.acuan::text
    from daftar d join peringkat_ronde r on r.id = d.ronde_id join kebijakan k on k.hash = r.kebijakan_hash
    where d.lo <= ${desa} and d.hi > ${desa} order by d.program, d.dari desc, d.versi desc, d.id desc`.execute(
    ctx.tx,
  )
  return found.rows
}

type Fakta = Record<string, number | null> & { readonly keluarga_id: string }

const faktaRumah = async (
  ctx: Kerja,
  d: Daftar,
  desa: number,
  ruta: readonly string[],
): Promise<ReadonlyMap<string, Fakta>> => {
  const cakup = { lo: desa, hi: desa + 1, acuan: d.acuan, ruta }
  const found = await sql.raw<Fakta>(factsSql(d.ronde_id, loadFakta(), cakup)).execute(ctx.tx)
  return new Map(found.rows.map((r) => [r.keluarga_id, r]))
}

/** Proposals of one village that cross a line. */
async function diDesa(
  ctx: Kerja,
  desa: number,
  rows: readonly BarisUsulan[],
): Promise<readonly string[]> {
  const lists = await daftarBerlaku(ctx, desa)
  if (lists.length === 0) return []
  const rumah = await sql<{ ruta_id: string }>`select distinct k.ruta_id from keluarga k
    join unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.keluarga_id)}::uuid[]) as u(kab, id) on u.kab = k.kab and u.id = k.id`.execute(
    ctx.tx,
  )
  const ruta = rumah.rows.map((r) => r.ruta_id)
  if (ruta.length === 0) return []
  const sebelum = await Promise.all(lists.map((d) => faktaRumah(ctx, d, desa, ruta)))
  await sql`savepoint coba_keadaan`.execute(ctx.tx)
  await terapkanKeadaan(ctx, rows)
  const sesudah = await Promise.all(lists.map((d) => faktaRumah(ctx, d, desa, ruta)))
  await sql`rollback to savepoint coba_keadaan`.execute(ctx.tx)
  const lewat = new Set<string>()
  for (const [i, d] of lists.entries()) {
    const { siap } = await boundModel(ctx.tx, d)
    const garis = garisDesa(d.garis, desa)
    for (const r of rows) {
      const dulu = sebelum[i]?.get(r.keluarga_id ?? '')
      const nanti = sesudah[i]?.get(r.keluarga_id ?? '')
      if (!dulu || !nanti) continue
      const kunci = (f: Fakta) => scoreKeluarga(siap, f).kunci
      if (melewati(garis, kunci(dulu), kunci(nanti))) lewat.add(r.id)
    }
  }
  return [...lewat]
}

/**
 * Changes of condition that wait to be decided, each with the answer for today's lists; what
 * changed is written on the proposal. Who sees less than a village cannot see the house whole: the
 * verifier's step asks again.
 */
export async function denganGaris<B extends BarisUsulan>(
  ctx: Kerja,
  rows: readonly B[],
): Promise<readonly B[]> {
  const diuji = rows.filter(
    (r) =>
      r.jenis === 'perubahan_keadaan' &&
      (r.status === 'draf' || r.status === 'diajukan') &&
      r.keluarga_id !== null,
  )
  if (diuji.length === 0 || (ctx.cakupan && belowVillage(ctx.cakupan))) return rows
  const lewat = new Set<string>()
  for (const [desa, those] of Map.groupBy(diuji, (r) => r.wilayah))
    for (const id of await diDesa(ctx, desa, those)) lewat.add(id)
  const berubah = diuji.filter((r) => r.melewati_garis !== lewat.has(r.id))
  if (berubah.length > 0)
    await sql`update usulan u set melewati_garis = not u.melewati_garis
      from unnest(${berubah.map((r) => r.kab)}::smallint[], ${berubah.map((r) => r.id)}::uuid[]) as b(kab, id)
      where u.kab = b.kab and u.id = b.id`.execute(ctx.tx)
  const diubah = new Set(diuji.map((r) => r.id))
  return rows.map((r) => (diubah.has(r.id) ? { ...r, melewati_garis: lewat.has(r.id) } : r))
}
