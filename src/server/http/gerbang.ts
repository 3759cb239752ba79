/** The gate before every operation: what a session must have proved, and what its role may. */
import type { FastifyRequest } from 'fastify'
import type { Operation } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { caraUntuk } from '#domain/pengguna/faktor.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Penanya, Pengguna } from './context.ts'

/** How long a new proof holds. */
export const kukuhMs = 10 * 60_000

/** When a new proof will be asked; null when it is asked now. */
export function kukuhSampai(dikukuhkanPada: Date | null, kini = Date.now()): string | null {
  const sampai = (dikukuhkanPada?.getTime() ?? 0) + kukuhMs
  return sampai > kini ? new Date(sampai).toISOString() : null
}

export const nobody: Pengguna = {
  id: '',
  nama: '',
  penugasan: '',
  peran: 'operator_desa',
  jenis: 'definitif',
  wilayah: -1,
  rt: null,
  keluarga: null,
  ruta: null,
  sesi: '',
  faktor: '',
  dikukuhkanPada: null,
  demo: false,
}

type WhoIs = (request: FastifyRequest) => Promise<Result<Penanya, Problem>>

/** Who may go on, or the first thing that stands in the way. */
export async function authorise(
  op: Operation,
  request: FastifyRequest,
  whoIs: WhoIs,
): Promise<Result<Pengguna, Problem>> {
  if (op.permission === 'umum') return ok(nobody)
  const who = await whoIs(request)
  if (!who.ok) return who
  const stop = halangan(op, who.value)
  return stop ? err(stop) : who
}

/** What stands between a session and an operation; null when nothing does. */
export function halangan(op: Operation, who: Penanya): Problem | null {
  const { kurang, wajib, punya, gantiSandi, pakta } = who.gerbang
  // A factor that exists must be shown before even one's own account opens: a stolen password could
  // otherwise take it away.
  if (kurang === 'faktor' || (kurang && !op.akunSendiri)) {
    const cara = caraUntuk(kurang, wajib, punya).join(' ')
    return problem('masuk.faktor_kedua', { langkah: kurang, cara })
  }
  if (!op.akunSendiri) {
    if (gantiSandi) return problem('masuk.ganti_sandi')
    if (who.penugasan === '') return problem('izin.tanpa_peran')
    if (!pakta) return problem('masuk.pakta')
    if (op.permission !== 'umum' && !op.permission.includes(who.peran))
      return problem('izin.kurang')
  }
  return op.kukuh && !kukuhSampai(who.dikukuhkanPada) ? problem('masuk.kukuhkan') : null
}
