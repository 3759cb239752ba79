/** Programmes and the quotas that policy knows; read once. */

import {
  type BerkasKuota,
  berkasKuotaSchema,
  berkasProgramSchema,
  type Program,
} from '#domain/kuota/program.ts'
import type { Label } from '#domain/label.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

let programs: readonly Program[] | undefined

/** Every programme of policy/parameter/program.yaml, in its order. */
export function loadPrograms(): readonly Program[] {
  programs ??= readPolicy('parameter/program.yaml', berkasProgramSchema).nilai.program
  return programs
}

/** The name of a programme; its code where policy does not know it. */
export const programLabel = (kode: string): Label =>
  loadPrograms().find((p) => p.kode === kode)?.label ?? { id: kode, en: kode }

/** The files policy/parameter/kuota-*.yaml. */
export const loadPolicyQuotas = (): readonly BerkasKuota[] =>
  listPolicies('parameter')
    .filter((path) => path.startsWith('parameter/kuota-'))
    .map((path) => readPolicy(path, berkasKuotaSchema).nilai)
