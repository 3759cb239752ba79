/** Search among 1,000,000 people with 8 clients, through HTTP and signed in, by NIK and by misspelt name. */
import { fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import path from 'node:path'
import pg from 'pg'
import { foldName } from '#domain/individu/nama-cari.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { loadSecret } from '#server/pengguna/rahasia.ts'
import { type Benchmark, type BenchRow, percentile } from './bench.ts'
import { fillPeople, type Sought } from './cari-isi.ts'
import type { BenchDatabase } from './database.ts'

const clients = 8
const requestsPerClient = 500
const kab = 6474
const password = 'padi-laut-kayu-100'

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
async function bareSequence(client: pg.Client, nik: string): Promise<void> {
  const lo = kab * 1e6
  const hi = lo + 1e6
  await client.query({
    name: 's1',
    text: `select s.id as sesi, p.id, p.nama, p.demo, t.peran, t.wilayah from masuk.session s
      left join pengguna p on p.masuk_id = s."userId" and p.nonaktif_pada is null
      left join penugasan t on t.pengguna_id = p.id and t.dari <= $2::date and (t.sampai is null or t.sampai > $2::date)
      where s.token = $1 and s."expiresAt" > now() order by t.dari desc, t.id limit 1`,
    values: ['-', '2018-07-24'],
  })
  await client.query(
    `begin; set local app.lo = '${lo}'; set local app.hi = '${hi}'; set local app.rt = ''`,
  )
  const found = await client.query({
    name: 's3',
    text: `select kab, keluarga_id, nama from individu where nik = $1 and wilayah >= $2 and wilayah < $3
      union all select kab, id, null from keluarga where nomor_kk = $1 and wilayah >= $2 and wilayah < $3 limit 100`,
    values: [nik, lo, hi],
  })
  await client.query({
    name: 's4',
    text: `select id from peringkat_ronde where status = 'selesai' and lo < $2 and hi > $1 order by (lo <= $1 and hi >= $2) desc, dibekukan_pada desc limit 1`,
    values: [lo, hi],
  })
  await client.query({
    name: 's5',
    text: `select k.id, k.nama_kepala, k.nomor_kk, k.wilayah, w.nama, k.rt, k.alamat, k.jumlah_anggota, k.kelayakan, k.ditandai,
      (select array_agg(distinct p.program) from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null)
      from keluarga k left join wilayah w on w.kode = k.wilayah where k.kab = $1::smallint and k.id = $2::uuid and k.wilayah >= $3 and k.wilayah < $4 and k.status = 'aktif'`,
    values: [kab, found.rows[0]?.keluarga_id, lo, hi],
  })
  await client.query({
    name: 's6',
    text: `insert into jejak (peran, wilayah, sesi, operasi, subjek, jumlah) values ('verifikator', $1, '-', 'keluarga.daftar', $2::jsonb, 1)`,
    values: [lo, JSON.stringify([{ jenis: 'keluarga', id: found.rows[0]?.keluarga_id }])],
  })
  await client.query('commit')
}

async function bare(database: BenchDatabase, sought: readonly Sought[]) {
  const pool = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      return client
    }),
  )
  try {
    const one = (client: number) => bareSequence(pool[client] as pg.Client, pick(sought).nik)
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

async function prepareAccount(database: BenchDatabase, dataFolder: string): Promise<void> {
  const auth = createAuth({
    pool: database.pools.masuk,
    secret: await loadSecret(dataFolder),
    secure: false,
  })
  await makeAccount(auth, database.pools.migrator, {
    username: 'budi',
    password,
    nama: 'Budi',
    peran: 'verifikator',
    wilayah: kab * 1e6,
    demo: false,
    dari: '2018-01-01',
  })
}

async function signIn(address: string): Promise<string> {
  const signed = await fetch(`${address}/api/masuk/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username: 'budi', password }),
  })
  return signed.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
}

type Found = { readonly keluarga?: readonly unknown[] }

/** One POST over a kept connection, with as little of the client's own work as may be. */
function post(
  agent: Agent,
  address: string,
  cookie: string,
  input: object,
): Promise<{ status: number; body: Found }> {
  const sent = JSON.stringify(input)
  const headers = {
    cookie,
    origin: address,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(sent),
  }
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}/api/keluarga`,
      { method: 'POST', agent, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          text += piece
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Found }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })
}

/** Searches through HTTP, signed in, after a round to warm up. */
async function throughHttp(address: string, cookie: string, query: () => string) {
  let hits = 0
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const one = async () => {
    const { status, body } = await post(agent, address, cookie, { q: query() })
    if (!body.keluarga) throw new Error(`search failed: ${status}`)
    if (body.keluarga.length > 0) hits++
  }
  await load(one)
  hits = 0
  const result = await load(one)
  return { ...result, hits: hits / (clients * requestsPerClient) }
}

export const benchmark: Benchmark = {
  title: 'Search among 1,000,000 people, 8 clients',
  run: async ({ server, folder, log }): Promise<readonly BenchRow[]> => {
    const database = await server.database()
    try {
      const sought = await fillPeople(database, kab, 1_000_000, log)
      const dataFolder = path.join(folder, 'data')
      await prepareAccount(database, dataFolder)
      const peer = await bare(database, sought)
      const child = await startChild(database, dataFolder)
      const cookie = await signIn(child.address)
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
