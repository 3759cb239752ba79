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

/** Copy a database in which nobody is connected; its files as they are, which is soonest here. */
export async function copyDatabase(
  server: string,
  template: string,
  name: string,
): Promise<string> {
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  return databaseOn(server, name)
}

export const dropDatabase = (server: string, name: string): Promise<void> =>
  onServer(server, `drop database if exists ${name} with (force)`)

export const renameDatabase = (server: string, from: string, to: string): Promise<void> =>
  onServer(server, `alter database ${from} rename to ${to}`)

/** Whether the server has a database of this name. */
export async function exists(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

/** Drop a template and all that were made from it. */
export async function dropTemplates(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname = $1 or starts_with(datname, $1 || '_')`,
      [template],
    )
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  } finally {
    await client.end()
  }
}

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
