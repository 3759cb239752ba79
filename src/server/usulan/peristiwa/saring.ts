/** Which events the registry does not bear as it stands, asked before a step is taken on them. */
import { sql } from 'kysely'
import type { Aksi } from '#domain/usulan/alur.ts'
import { jalurOf } from '#domain/usulan/jenis.ts'
import type { MasalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import { rencanakan } from './rencana.ts'

/** Steps at which an event must be possible. */
const butuhRencana: ReadonlySet<Aksi> = new Set([
  'ajukan',
  'kirim_ulang',
  'verifikasi',
  'pakai_usulan',
])

/** Moves in that name somebody who lives in the village itself. */
async function terdaftarDiSini(
  ctx: Context,
  rows: readonly BarisUsulan[],
): Promise<readonly string[]> {
  const named = rows.flatMap((r) => {
    const p = isiOf(r).peristiwa
    return p?.jenis === 'tarik_masuk' ? (p.nik ?? []).map((nik) => ({ ...r, nik })) : []
  })
  if (named.length === 0) return []
  const found = await sql<{ id: string }>`
    select n.id from unnest(${named.map((n) => n.id)}::uuid[], ${named.map((n) => n.wilayah)}::bigint[], ${named.map((n) => n.nik)}::text[]) as n(id, wilayah, nik)
    join individu i on i.nik = n.nik and i.wilayah = n.wilayah and i.status = 'aktif' where ${inArea(ctx.cakupan, 'i')}`.execute(
    ctx.tx,
  )
  return found.rows.map((r) => r.id)
}

/**
 * What is missing, by proposal; the others can be written as they are.
 * @param kunci holds the families, because the step is going to be taken
 */
export async function peristiwaTertahan(
  ctx: Context,
  aksi: Aksi,
  rows: readonly BarisUsulan[],
  kunci: boolean,
): Promise<ReadonlyMap<string, MasalahPeristiwa>> {
  const those = rows.filter((r) => jalurOf(r.jenis) === 'peristiwa')
  if (those.length === 0 || !butuhRencana.has(aksi)) return new Map()
  const rencana = await rencanakan(ctx, those, kunci)
  const disini = await terdaftarDiSini(ctx, those)
  const gagal = new Map([...disini.map((id) => [id, 'nik_di_sini'] as const), ...rencana.gagal])
  if (aksi === 'ajukan' || aksi === 'kirim_ulang') return gagal
  // A move out takes effect when somebody takes the family in; until then it is open at its origin.
  const menunggu = those.filter((r) => r.jenis === 'pindah_keluar' && !gagal.has(r.id))
  return new Map([...gagal, ...menunggu.map((r) => [r.id, 'menunggu_tujuan'] as const)])
}
