/** Making, copying and dropping databases on the server that the tests use. */
import pg from 'pg'

export const TEMPLATE = 'siks_templat'

/** The same server, another database. */
export function databaseOn(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** Make an empty database to be migrated; its address. */
export async function makeTemplate(server: string, name: string): Promise<string> {
  await onServer(server, `create database ${name}`)
  return databaseOn(server, name)
}

/** Copy a database in which nobody is connected. */
export async function copyDatabase(
  server: string,
  template: string,
  name: string,
): Promise<string> {
  await onServer(server, `create database ${name} template ${template}`)
  return databaseOn(server, name)
}

export const dropDatabase = (server: string, name: string): Promise<void> =>
  onServer(server, `drop database if exists ${name} with (force)`)

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
