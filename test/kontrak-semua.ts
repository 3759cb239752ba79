/** All operations that the contract promises, found in its files. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '#contract/operation.ts'
import { projectRoot } from '#server/db/embedded/places.ts'

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'path' in value &&
  'permission' in value &&
  'audit' in value

/** In the order of their ids. */
export async function semuaKontrak(): Promise<readonly Operation[]> {
  const names = readdirSync(join(projectRoot, 'src/contract'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
  const modules = await Promise.all(
    names.map((name): Promise<Record<string, unknown>> => import(`../src/contract/${name}.ts`)),
  )
  const found = new Map(
    modules.flatMap((exported) =>
      Object.values(exported)
        .filter(isOperation)
        .map((op) => [op.id, op] as const),
    ),
  )
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
