/** Reads the column maps of `policy/impor`; read once, for the files do not change while the server runs. */
import { basename } from 'node:path'
import { type Peta, petaSchema } from '#domain/impor/peta.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

let maps: readonly Peta[] | undefined

/** Whether the formats of a group carry ranks made elsewhere and nothing that the registry is made of. */
export const isPeringkatLuar = (kelompok: string): boolean =>
  loadMaps().some((p) => p.kelompok === kelompok && p.peran === 'peringkat')

/** All formats that can be imported. */
export function loadMaps(): readonly Peta[] {
  maps ??= listPolicies('impor').map((path) => ({
    ...readPolicy(path, petaSchema).nilai,
    kode: basename(path, '.yaml'),
  }))
  return maps
}
