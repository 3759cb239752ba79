/** Conflicts of a command: what the server shows of them, and the fresh reads after one. */
import type { Benturan } from '#domain/versi/benturan.ts'
import { ApiProblem } from '#web/api.ts'
import { queryClient } from '#web/kueri.ts'
import type { OperationId } from '#web/operasi.ts'

const isBenturan = (v: unknown): v is Benturan =>
  typeof v === 'object' &&
  v !== null &&
  'id' in v &&
  'judul' in v &&
  'oleh' in v &&
  'bidang' in v &&
  Array.isArray(v.bidang)

/** The records that somebody else changed meanwhile; null for any other failure. */
export function benturanOf(error: unknown): readonly Benturan[] | null {
  if (!(error instanceof ApiProblem) || error.code !== 'versi.berubah') return null
  const { benturan } = error.details
  return Array.isArray(benturan) && benturan.length > 0 && benturan.every(isBenturan)
    ? benturan
    : null
}

/** The version that stands, as a number; what was typed is sent along with it. */
export const versiKini = (benturan: readonly Benturan[]): number => Number(benturan[0]?.versi ?? 0)

export const bacaUlang = (kueri: readonly OperationId[]): void => {
  for (const id of kueri) void queryClient.invalidateQueries({ queryKey: [id] })
}
