/** Two servers on two databases that began as one; the same request to both, and what each answered and did. */

import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import yauzl from 'yauzl'
import { openPools, type Pools } from '#server/db/pools.ts'
import type { Bound } from '#server/http/handle.ts'
import { wrap } from '#server/http/wrapper.ts'
import { whoIs } from '#server/pengguna/siapa.ts'
import { hariIni } from './dunia.ts'

export type Permintaan = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

/** A statement as it was sent, and how many rows came back. */
export type Pernyataan = { readonly teks: string; readonly nilai: string; readonly baris: number }

export type Jawaban = {
  readonly status: number
  readonly headers: string
  readonly isi: string
  readonly pernyataan: readonly Pernyataan[]
}

export type Saudara = {
  readonly pools: Pools
  readonly operations: readonly Bound[]
  readonly minta: (p: Permintaan) => Promise<Jawaban>
  readonly tutup: () => Promise<void>
}

/** The moment of every request: what is written in the same request says the same time in both. */
const kini = { now: new Date(`${hariIni}T03:00:00Z`), today: hariIni }

/** The operations on one database, each behind the one wrapper, without a socket. */
export async function bukaSaudara(
  url: string,
  operasi: (pools: Pools) => Promise<readonly Bound[]>,
  dataFolder: string,
): Promise<Saudara> {
  const pools = openPools(url, { max: 2 })
  const sent: Pernyataan[] = []
  const app: FastifyInstance = Fastify({ logger: false })
  await app.register(multipart)
  const around = {
    pool: recording(pools.app, sent),
    clock: () => kini,
    whoIs: whoIs(pools.masuk, () => hariIni),
    dataFolder,
    terhenti: () => false,
  }
  const operations = await operasi(pools)
  for (const bound of operations)
    app.route({ method: bound.op.method, url: bound.op.path, handler: wrap(bound, around) })
  await app.ready()
  return {
    pools,
    operations,
    minta: async (p) => {
      sent.length = 0
      const { headers, payload, ...rest } = p
      const reply = await app.inject({
        ...rest,
        headers: { ...headers },
        ...(payload === undefined ? {} : { payload }),
      })
      const { date: _, 'content-length': __, ...kept } = reply.headers
      const jenis = String(reply.headers['content-type'])
      return {
        status: reply.statusCode,
        headers: JSON.stringify(kept),
        isi: await terbaca(jenis, reply.rawPayload, reply.body),
        pernyataan: [...sent],
      }
    },
    tutup: async () => {
      await app.close()
      await pools.close()
    },
  }
}

/** Sealed bytes never look the same twice; how many there are tells what there is to tell. */
const tanpaSegel = (_: string, value: unknown): unknown => {
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown }
  return type === 'Buffer' && Array.isArray(data)
    ? `<${data.length > 0 ? 'bita' : 'kosong'}>`
    : value
}

/** A body as text. A PDF holds a code that is new with each; what went into it is compared as statements. */
async function terbaca(jenis: string, bytes: Buffer, body: string): Promise<string> {
  if (/spreadsheetml|application\/zip/.test(jenis)) return unzipped(bytes)
  if (!jenis.includes('pdf')) return body
  return `<pdf ${bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0} halaman>`
}

type Query = (...args: unknown[]) => Promise<{ rowCount?: number | null } | undefined>

/** The pool with every statement written down in the order of sending. */
function recording(pool: pg.Pool, sent: Pernyataan[]): pg.Pool {
  const wrapClient = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        if (name !== 'query') return value.bind(target)
        return (...args: unknown[]) => {
          const answer = (value as Query).apply(target, args)
          const [text, values] = args as [string | { text: string; values?: unknown }, unknown]
          const teks = typeof text === 'string' ? text : text.text
          const nilai = JSON.stringify(
            (typeof text === 'string' ? values : text.values) ?? [],
            tanpaSegel,
          )
          const place = sent.push({ teks, nilai, baris: 0 }) - 1
          answer.then(
            (done) => {
              sent[place] = { teks, nilai, baris: done?.rowCount ?? 0 }
            },
            () => {},
          )
          return answer
        }
      },
    })
  return new Proxy(pool, {
    get(target, name) {
      if (name === 'connect') return async () => wrapClient(await target.connect())
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Parts that say when the file was made, or are new with each making. */
const selaluBaru = /^docProps\/|\.pdf$|^manifest\.json$/

/** The parts of a workbook or package as text; its own times of making are left out. */
function unzipped(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const parts: string[] = []
      zip.on('entry', (entry: yauzl.Entry) => {
        if (selaluBaru.test(entry.fileName)) return zip.readEntry()
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', reject)
          stream.on('end', () => {
            parts.push(`${entry.fileName}\n${Buffer.concat(chunks).toString('utf8')}`)
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(parts.sort().join('\n')))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}
