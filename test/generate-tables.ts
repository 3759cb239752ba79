/** Generates src/server/db/tables.gen.ts from a migrated database: `npm run gen`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ColumnTypeNode,
  generate,
  IdentifierNode,
  PostgresAdapter,
  PostgresDialect,
  UnionExpressionNode,
} from 'kysely-codegen'
import { projectRoot } from '#server/db/embedded/places.ts'
import { migrate } from '#server/db/migrate.ts'
import { kyselyOf, poolOf } from '#server/db/pools.ts'
import { testCluster } from './cluster.ts'
import { makeTemplate } from './database-server.ts'

/** The types as the pools of the application parse them: int8 and numeric are numbers, a date is a string. */
class Adapter extends PostgresAdapter {
  constructor() {
    super({ dateParser: 'string', numericParser: 'number' })
    const number = new IdentifierNode('number')
    const written = new UnionExpressionNode([
      number,
      new IdentifierNode('string'),
      new IdentifierNode('bigint'),
    ])
    this.definitions.Int8 = new ColumnTypeNode(number, written, written)
  }
}

/** The text of the generated file for a migrated database. */
export async function generateTables(url: string): Promise<string> {
  const db = kyselyOf(poolOf(url, { max: 2 }))
  try {
    const dialect = new PostgresDialect()
    const text = await generate({
      db,
      dialect: Object.assign(dialect, { adapter: new Adapter() }),
      defaultSchemas: ['public'],
      includePattern: 'public.*',
      excludePattern: null,
      outFile: null,
      partitions: false,
    })
    return text.replaceAll(/import type \{([^}]*)\} from "([^"]*)"/g, "import type {$1} from '$2'")
  } finally {
    await db.destroy()
  }
}

async function main(): Promise<void> {
  const cluster = await testCluster()
  try {
    const url = await makeTemplate(cluster.url, 'gen')
    await migrate(url)
    writeFileSync(join(projectRoot, 'src/server/db/tables.gen.ts'), await generateTables(url))
  } finally {
    await cluster.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
