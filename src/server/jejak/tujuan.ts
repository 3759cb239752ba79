/** The purpose of a request: from its header `x-tujuan`, otherwise that of the role worn. */
import type { Operation } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import {
  bacaTujuan,
  berkasTujuanSchema,
  type DaftarTujuan,
  type Tujuan,
} from '#domain/jejak/tujuan.ts'
import { err, type Result } from '#domain/result.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

let daftar: DaftarTujuan | undefined

/** The purposes of policy/parameter/tujuan.yaml; read once. */
export function daftarTujuan(): DaftarTujuan {
  daftar ??= readPolicy('parameter/tujuan.yaml', berkasTujuanSchema).nilai.tujuan
  return daftar
}

/**
 * The purpose for the log. Whoever has none of their own (an auditor) must say one before an
 * operation shows persons.
 */
export function tujuanOf(
  op: Operation,
  header: string | string[] | undefined,
  peran: string,
): Result<Tujuan, Problem> {
  const sent = Array.isArray(header) ? header[0] : header
  const read = bacaTujuan(daftarTujuan(), sent, peran)
  if (!read.ok) return err(problem('tujuan.tidak_dikenal', { kode: read.error }))
  return read.value.kode === null && op.audit === 'baca' ? err(problem('tujuan.perlu')) : read
}
