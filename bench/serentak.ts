/** 200 people signed in at once, reading and writing among 1,000,000 people, against bare Fastify and pg. */
import { fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import { startServer } from '#server/main.ts'
import { type Benchmark, type BenchRow, median, percentile } from './bench.ts'
import { fillPeople } from './cari-isi.ts'
import type { BenchDatabase } from './database.ts'
import { type Answer, Sambungan } from './sambungan.ts'
import { type Isian, rekam } from './serentak-rekam.ts'
import { type SignedIn, signedIn } from './sesi.ts'

const users = Number(process.env.SERENTAK_ORANG ?? 200)
const people = Number(process.env.SERENTAK_PENDUDUK ?? 1_000_000)
const requestsPerUser = 40
const rounds = 3
/** What an officer takes to read an answer, milliseconds on average: nobody asks again in the same instant. */
const readingPause = 1000
const kab = 6474

/** Ten requests of a user: eight reads, two writes; each begins at another place of the row. */
const mix = [
  'cari',
  'satu',
  'daftar',
  'nilai',
  'cari',
  'satu',
  'cari',
  'daftar',
  'nilai',
  'cari',
] as const
type Kind = (typeof mix)[number]
const kinds = [...new Set(mix)]

/** A family to ask for, and a person of it. */
type Family = { id: string; ruta: string; wilayah: number; rt: number; nik: string }

async function families(database: BenchDatabase): Promise<readonly Family[]> {
  const { rows } = await database.pools.migrator.query<Family>(
    `select k.id, k.ruta_id as ruta, k.wilayah, k.rt, i.nik from keluarga k join wilayah w on w.kode = k.wilayah
     join lateral (select nik from individu i where i.kab = k.kab and i.keluarga_id = k.id order by nik limit 1) i on true
     where k.kab = $1 order by md5(k.id::text)`,
    [kab],
  )
  return rows
}

const isianOf = (f: Family): Isian => ({
  kab,
  ...f,
  sesudah: f.wilayah + 1,
  perintah: nomorPerintah(Date.now(), randomBytes(16)),
  dasar: 'Pemeriksaan rumah oleh petugas kelurahan',
})

/** One request to our server. */
function ours(to: Sambungan, kind: Kind, f: Isian): Promise<Answer> {
  if (kind === 'cari') return to.post('/api/keluarga', { q: f.nik })
  if (kind === 'daftar') return to.post('/api/keluarga', { wilayah: f.wilayah, rt: f.rt })
  if (kind === 'satu') return to.get(`/api/keluarga/${kab}/${f.id}`)
  const body = { status: 'tidak_layak', dasar: f.dasar, tanggal: '2018-07-24', versi: 1 }
  return to.post(
    `/api/keluarga/${kab}/${f.id}/kelayakan`,
    body,
    `idempotency-key: ${f.perintah}\r\n`,
  )
}

/** The same request to the bare peer, which is told what the parameters are. */
const bare = (to: Sambungan, kind: Kind, f: Isian): Promise<Answer> => to.post(`/${kind}`, f)

type Send = typeof ours
type Figures = { readonly perSecond: number; readonly times: readonly number[] }

/** All users at once, each one request after the other; `pause`: milliseconds on average in between. */
async function load(
  address: string,
  send: Send,
  signed: readonly SignedIn[],
  familyFor: (kind: Kind) => Family,
  pause = 0,
): Promise<Figures> {
  const open = signed.map(({ cookie }) => Sambungan.open(address, { cookie, origin: address }))
  const connections = await Promise.all(open)
  const times: number[] = []
  const start = performance.now()
  await Promise.all(
    connections.map(async (connection, user) => {
      for (let n = 0; n < requestsPerUser; n++) {
        const kind = mix[(user + n) % mix.length] ?? 'cari'
        if (pause > 0) await setTimeout(randomInt(2 * pause))
        const begin = performance.now()
        const { status, body } = await send(connection, kind, isianOf(familyFor(kind)))
        if (status !== 200) throw new Error(`${kind} failed: ${status} ${body.slice(0, 300)}`)
        times.push(performance.now() - begin)
      }
    }),
  )
  const perSecond = (times.length * 1000) / (performance.now() - start)
  for (const connection of connections) connection.close()
  return { perSecond, times }
}

async function child(file: string, args: readonly string[]) {
  const process = fork(new URL(file, import.meta.url), args, { stdio: 'inherit' })
  const [message] = (await once(process, 'message')) as [{ address: string }]
  return { address: message.address, stop: () => process.disconnect() }
}

/** Records the statements of each kind of request from the application itself. */
function script(database: BenchDatabase, dataFolder: string, user: SignedIn, f: Isian) {
  return rekam(kinds, f, async () => {
    const server = await startServer({
      databaseUrl: database.url,
      dataFolder,
      host: '127.0.0.1',
      port: 0,
      secure: false,
      alone: true,
      logger: true,
    })
    const { cookie } = user
    const to = await Sambungan.open(server.address, { cookie, origin: server.address })
    const send = async (kind: string) => {
      const { status, body } = await ours(to, kind as Kind, f)
      if (status !== 200) throw new Error(`${kind} failed: ${status} ${body}`)
    }
    return {
      send,
      stop: async () => {
        to.close()
        await server.stop()
      },
    }
  })
}

async function identity(database: BenchDatabase, user: SignedIn): Promise<string> {
  const { rows } = await database.pools.migrator.query(
    `select p.id from pengguna p join masuk."session" s on s."userId" = p.masuk_id where s.token = $1`,
    [user.stored],
  )
  return String(rows[0]?.id)
}

/** Rounds of both, one after the other, after one to warm up. */
async function measure(
  addresses: { ours: string; bare: string },
  signed: readonly SignedIn[],
  familyFor: (kind: Kind) => Family,
  log: (text: string) => void,
) {
  const all: { ours: Figures[]; bare: Figures[] } = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const which of ['ours', 'bare'] as const) {
      const send = which === 'ours' ? ours : bare
      const figures = await load(addresses[which], send, signed, familyFor)
      const p99 = percentile(figures.times, 0.99)
      log(
        `${round === 0 ? 'warming up' : `round ${round}`}, ${which}: ${figures.perSecond.toFixed(0)} requests/s, median ${median(figures.times).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
      )
      if (round > 0) all[which].push(figures)
    }
  }
  return all
}

const perSecond = (figures: readonly Figures[]): number => median(figures.map((f) => f.perSecond))

export const benchmark: Benchmark = {
  title: `${users} people signed in at once, reads and writes among ${people.toLocaleString('en')} people`,
  run: async ({ server, folder, log }): Promise<readonly BenchRow[]> => {
    const database = await server.database()
    try {
      await fillPeople(database, kab, people, log)
      const signed = await signedIn(
        database,
        Array.from({ length: users }, (_, n) => ({
          username: `petugas${n}`,
          peran: 'verifikator',
          wilayah: kab * 1e6,
        })),
      )
      const [first] = signed
      const known = await families(database)
      const sample = known.at(-1)
      if (!first || !sample) throw new Error('there is nobody')
      const dataFolder = path.join(folder, 'data')
      const about = {
        ...isianOf(sample),
        sesi: first.stored,
        pengguna: await identity(database, first),
      }
      const naskah = await script(database, dataFolder, first, about)
      for (const kind of kinds) log(`${kind}: ${naskah[kind]?.length} statements`)
      const file = path.join(folder, 'naskah.json')
      await writeFile(file, JSON.stringify(naskah))
      let written = 0
      // A family is written once, so that its version is known; it is read by anybody.
      const familyFor = (kind: Kind) =>
        known[kind === 'nilai' ? written++ : randomInt(known.length)] as Family
      const own = await child('./cari-server.ts', [database.url, dataFolder])
      const peer = await child('./serentak-polos.ts', [database.url, file])
      const all = await measure({ ours: own.address, bare: peer.address }, signed, familyFor, log)
      const calm = await load(own.address, ours, signed, familyFor, readingPause)
      const calmP99 = percentile(calm.times, 0.99)
      log(`with pauses: ${calm.perSecond.toFixed(0)} requests/s, p99 ${calmP99.toFixed(0)} ms`)
      own.stop()
      peer.stop()
      const share = perSecond(all.ours) / perSecond(all.bare)
      const p99 = percentile(
        all.ours.flatMap((f) => f.times),
        0.99,
      )
      return [
        {
          what: `${users} people at once, throughput against bare Fastify and pg`,
          measured: `${(share * 100).toFixed(0)} % (${perSecond(all.ours).toFixed(0)}/s against ${perSecond(all.bare).toFixed(0)}/s)`,
          bar: '≥ 60 %',
          met: share >= 0.6,
        },
        {
          what: `${users} people at once who read a second between requests, p99`,
          measured: `${calmP99.toFixed(0)} ms at ${calm.perSecond.toFixed(0)}/s`,
          bar: '< 500 ms',
          met: calmP99 < 500,
        },
        {
          what: `${users} people at once without any pause, p99`,
          measured: `${p99.toFixed(0)} ms (bare ${percentile(
            all.bare.flatMap((f) => f.times),
            0.99,
          ).toFixed(0)} ms)`,
          bar: '< 500 ms',
          met: p99 < 500,
        },
      ]
    } finally {
      await database.drop()
    }
  },
}
