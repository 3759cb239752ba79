/**
 * A small application for the tests of durability: starts the embedded server on the folder named,
 * inserts without end, and prints each number only after the database acknowledged it.
 */
import pg from 'pg'
import { startEmbedded } from '#server/db/embedded.ts'

const folder = process.argv[2]
const insert = process.argv[3] === 'tulis'
const embedded = await startEmbedded({ command: 'penulis', ...(folder ? { folder } : {}) })
const pool = new pg.Pool({ connectionString: embedded.url, max: 4 })
await pool.query('create table if not exists tulisan (nomor bigint primary key)')
console.log(`siap ${embedded.origin} ${process.getuid?.()} ${embedded.url}`)

const { rows } = await pool.query('select coalesce(max(nomor), 0)::int as nomor from tulisan')
let next: number = rows[0].nomor
const writer = async () => {
  while (insert) {
    const nomor = ++next
    await pool.query('insert into tulisan values ($1)', [nomor])
    console.log(`ok ${nomor}`)
  }
}
await Promise.all([writer(), writer(), writer(), writer()])
if (!insert) {
  await pool.end()
  await embedded.stop()
}
