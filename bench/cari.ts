/** Search among 1,000,000 people with 8 clients, through HTTP and signed in, by NIK and by misspelt name. */
import { fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { foldName } from '#domain/individu/nama-cari.ts'
import { logStatement } from '#server/http/audit.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { sessionStatement } from '#server/pengguna/siapa.ts'
import { type Benchmark, type BenchRow, percentile } from './bench.ts'
import { fillPeople, type Sought } from './cari-isi.ts'
import type { BenchDatabase } from './database.ts'
import { Sambungan } from './sambungan.ts'
import { signedIn } from './sesi.ts'

const clients = 8
const requestsPerClient = 500
const kab = 6474

/** Runs `one` from eight clients at once. @returns milliseconds of each call, and seconds in all */
async function load(
  one: (client: number, n: number) => Promise<void>,
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = []
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; n < requestsPerClient; n++) {
        const begin = performance.now()
        await one(client, n)
        times.push(performance.now() - begin)
      }
    }),
  )
  return { times, seconds: (performance.now() - start) / 1000 }
}

/** The statements of one search by NIK as the server sends them, session look-up, BEGIN and COMMIT included. */
async function bareSequence(client: pg.Client, nik: string, session: string): Promise<void> {
  const lo = kab * 1e6
  const hi = lo + 1e6
  const who = await client.query({
    name: 's1',
    text: sessionStatement,
    values: [session, '2018-07-24'],
  })
  await client.query(`BEGIN; ${scopeStatements({ lo, hi })}`)
  const found = await client.query({
    name: 's3',
    text: `select kab, keluarga_id, nama from individu where nik = $1 and wilayah >= $2 and wilayah < $3
      union all select kab, id, null from keluarga where nomor_kk = $1 and wilayah >= $2 and wilayah < $3 limit 100`,
    values: [nik, lo, hi],
  })
  const round = await client.query({
    name: 's4',
    text: `select id from peringkat_ronde where status = 'selesai' and lo < $2 and hi > $1 order by (lo <= $1 and hi >= $2) desc, dibekukan_pada desc limit 1`,
    values: [lo, hi],
  })
  await client.query({
    name: 's5',
    text: `select k.id, k.kab, k.nama_kepala, k.nomor_kk, k.wilayah, coalesce(w.nama, k.wilayah::text), k.rt, k.alamat, k.jumlah_anggota, k.kelayakan, k.ditandai,
      (select h.desil from peringkat_hasil h where h.kab = k.kab and h.ronde_id = $5 and h.keluarga_id = k.id),
      coalesce((select array_agg(distinct p.program) from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null), '{}')
      from keluarga k left join wilayah w on w.kode = k.wilayah where k.kab = $1::smallint and k.id = $2::uuid and k.wilayah >= $3 and k.wilayah < $4 and k.status = 'aktif'`,
    values: [kab, found.rows[0]?.keluarga_id, lo, hi, round.rows[0]?.id ?? null],
  })
  const [{ id, peran, wilayah, sesi }] = who.rows
  const log = logStatement({
    pengguna: { ...who.rows[0], id, peran, wilayah, sesi },
    operasi: 'keluarga.daftar',
    perintahId: null,
    subjek: [{ jenis: 'keluarga', id: found.rows[0]?.keluarga_id }],
    perubahan: null,
  })
  await client.query({ name: 's6', text: log.text, values: [...log.values] })
  await client.query('COMMIT')
}

/** The same eight clients without the application: one connection each, as the owner, whom no policy binds. */
async function bare(database: BenchDatabase, sought: readonly Sought[], session: string) {
  const pool = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      return client
    }),
  )
  try {
    const one = (client: number) =>
      bareSequence(pool[client] as pg.Client, pick(sought).nik, session)
    await load(one)
    return await load(one)
  } finally {
    await Promise.all(pool.map((client) => client.end()))
  }
}

const pick = (sought: readonly Sought[]): Sought => sought[randomInt(sought.length)] as Sought

/** One letter lost, doubled or exchanged: what a hurried clerk types. */
function misspelt(name: string): string {
  const at = 1 + randomInt(Math.max(1, name.length - 2))
  const kind = randomInt(3)
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1)
  if (kind === 1) return name.slice(0, at) + name.slice(at - 1)
  return name.slice(0, at) + (name[at + 1] ?? 'A') + name[at] + name.slice(at + 2)
}

/** A server on the database, in a process of its own. */
async function startChild(
  database: BenchDatabase,
  dataFolder: string,
): Promise<{ address: string; stop: () => void }> {
  const child = fork(new URL('./cari-server.ts', import.meta.url), [database.url, dataFolder], {
    stdio: 'inherit',
  })
  const [message] = (await once(child, 'message')) as [{ address: string }]
  return { address: message.address, stop: () => child.disconnect() }
}

type Found = { readonly keluarga?: readonly unknown[] }

/** Searches through HTTP, signed in, after a round to warm up. */
async function throughHttp(address: string, cookie: string, query: () => string) {
  let hits = 0
  const connections = await Promise.all(
    Array.from({ length: clients }, () => Sambungan.open(address, { cookie, origin: address })),
  )
  const one = async (client: number) => {
    const { status, body } = await (connections[client] as Sambungan).post('/api/keluarga', {
      q: query(),
    })
    if (status !== 200) throw new Error(`search failed: ${status} ${body}`)
    if ((JSON.parse(body) as Found).keluarga?.length) hits++
  }
  await load(one)
  hits = 0
  const result = await load(one)
  for (const connection of connections) connection.close()
  return { ...result, hits: hits / (clients * requestsPerClient) }
}

export const benchmark: Benchmark = {
  title: 'Search among 1,000,000 people, 8 clients',
  run: async ({ server, folder, log }): Promise<readonly BenchRow[]> => {
    const database = await server.database()
    try {
      const sought = await fillPeople(database, kab, 1_000_000, log)
      const dataFolder = path.join(folder, 'data')
      const [budi] = await signedIn(database, [
        { username: 'budi', peran: 'verifikator', wilayah: kab * 1e6 },
      ])
      if (!budi) throw new Error('nobody was signed in')
      const peer = await bare(database, sought, budi.stored)
      const child = await startChild(database, dataFolder)
      const { cookie } = budi
      const nik = await throughHttp(child.address, cookie, () => pick(sought).nik)
      const name = await throughHttp(child.address, cookie, () =>
        misspelt(foldName(pick(sought).nama)),
      )
      child.stop()
      if (nik.hits < 1) throw new Error('a search by NIK found nothing')
      const p99 = (times: number[]) => percentile(times, 0.99)
      log(`misspelt names found: ${(name.hits * 100).toFixed(1)} %`)
      return [
        {
          what: 'search by NIK, mean against bare pg',
          measured: `${(nik.seconds / peer.seconds).toFixed(2)} × (${((nik.seconds * 1000 * clients) / nik.times.length).toFixed(1)} ms against ${((peer.seconds * 1000 * clients) / peer.times.length).toFixed(1)} ms)`,
          bar: '≤ 2 ×',
          met: nik.seconds / peer.seconds <= 2,
        },
        {
          what: 'search by NIK, p99',
          measured: `${p99(nik.times).toFixed(1)} ms (bare ${p99(peer.times).toFixed(1)} ms)`,
          bar: '< 25 ms',
          met: p99(nik.times) < 25,
        },
        {
          what: 'search by misspelt name in a kab/kota, p99',
          measured: `${p99(name.times).toFixed(1)} ms`,
          bar: '< 100 ms',
          met: p99(name.times) < 100,
        },
      ]
    } finally {
      await database.drop()
    }
  },
}
