/** Vite plugin: hands the browser each operation's method and path, without zod or the schemas. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const virtual = 'virtual:operasi'

type Entry = { id: string; method: string; path: string }

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'method' in value &&
  'path' in value &&
  typeof value.id === 'string' &&
  typeof value.method === 'string' &&
  typeof value.path === 'string'

/** Reads every file of the contract and lists `{ id: [method, path] }`. */
async function readOperations(folder: string): Promise<Record<string, [string, string]>> {
  const table: Record<string, [string, string]> = {}
  const files = readdirSync(folder).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
  for (const file of files.sort()) {
    const loaded: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href)
    for (const value of Object.values(loaded))
      if (isEntry(value)) table[value.id] = [value.method, value.path]
  }
  return table
}

/** `import { operasi } from 'virtual:operasi'` gives the table. */
export function operationTable(folder: string): Plugin {
  return {
    name: 'siks-operation-table',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: async (id) =>
      id === `\0${virtual}`
        ? `export const operasi = ${JSON.stringify(await readOperations(folder))}`
        : null,
  }
}
