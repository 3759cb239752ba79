/** Which events the registry does not bear as it stands, asked before a step is taken on them. */
import type { Aksi } from '#domain/usulan/alur.ts'
import { jalurOf } from '#domain/usulan/jenis.ts'
import type { MasalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import type { Context } from '#server/http/context.ts'
import type { BarisUsulan } from '../baris.ts'
import { rencanakan } from './rencana.ts'

/** Steps at which an event must be possible. */
const butuhRencana: ReadonlySet<Aksi> = new Set([
  'ajukan',
  'kirim_ulang',
  'verifikasi',
  'pakai_usulan',
])

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
  const { gagal } = await rencanakan(ctx, those, kunci)
  if (aksi === 'ajukan' || aksi === 'kirim_ulang') return gagal
  // A move out takes effect when somebody takes the family in; until then it is open at its origin.
  const menunggu = those.filter((r) => r.jenis === 'pindah_keluar' && !gagal.has(r.id))
  return new Map([...gagal, ...menunggu.map((r) => [r.id, 'menunggu_tujuan'] as const)])
}
