/** Reads the column maps of `policy/impor`; read once, for the files do not change while the server runs. */
import { basename } from 'node:path'
import { ofSource, type Peta, petaSchema, type SumberData } from '#domain/impor/peta.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

let maps: readonly Peta[] | undefined

/** Whether the formats of a group carry ranks made elsewhere and nothing that the registry is made of. */
export const isPeringkatLuar = (kelompok: string): boolean =>
  loadMaps().some((p) => p.kelompok === kelompok && p.peran === 'peringkat')

/** Whose rows the formats of a group are, where they stay beside the registry; null where they feed it. */
export function sumberOf(kelompok: string): SumberData | null {
  const peta = loadMaps().find((p) => p.kelompok === kelompok && ofSource(p.peran))
  return peta?.sumber_data ?? null
}

/** All formats that can be imported. */
export function loadMaps(): readonly Peta[] {
  maps ??= listPolicies('impor').map((path) => ({
    ...readPolicy(path, petaSchema).nilai,
    kode: basename(path, '.yaml'),
  }))
  return maps
}
