/**
 * The peer of the benchmark of concurrent users: bare Fastify and pg that send the recorded statements,
 * as the owner of the tables, whom no policy binds, and without rows of the log.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import type { Isian, Naskah, Parameter, Rekaman } from './serentak-rekam.ts'

const [databaseUrl, file] = process.argv.slice(2)
if (!databaseUrl || !file) throw new Error('usage: serentak-polos.ts DATABASE_URL SCRIPT')
const script = JSON.parse(readFileSync(file, 'utf8')) as Naskah
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })

const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

const parameterOf = (isian: Isian) => (p: Parameter) => ('nama' in p ? isian[p.nama] : p.nilai)

const query = ({ text, parameters }: Rekaman, isian: Isian) => ({
  name: nameOf(text),
  text,
  values: parameters.map(parameterOf(isian)),
})

/** The stored form of the session's token in a cookie. */
const session = (cookie = ''): string => {
  const token = /siks\.sesi=([\w-]+)/.exec(cookie)?.[1] ?? ''
  return createHash('sha256').update(token).digest('base64url')
}

async function run(statements: readonly Rekaman[], isian: Isian): Promise<unknown[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const rows: unknown[] = []
    for (const statement of statements) {
      const answer = await client.query(query(statement, isian))
      for (const row of answer.rows) rows.push(row)
    }
    await client.query('COMMIT')
    return rows
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const app = Fastify()
app.post<{ Params: { jenis: string }; Body: Isian }>('/:jenis', async (request) => {
  const [who, ...statements] = script[request.params.jenis] ?? []
  if (!who) throw new Error(`nothing was recorded for ${request.params.jenis}`)
  const sesi = session(request.headers.cookie)
  const found = await pool.query(query(who, { ...request.body, sesi }))
  const [person] = found.rows
  if (!person) throw new Error('nobody is signed in')
  return { rows: await run(statements, { ...request.body, sesi, pengguna: person.id }) }
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ address })
process.on('disconnect', () => process.exit(0))
