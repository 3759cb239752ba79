/** `kill -9` at each step of a write: nothing acknowledged is lost, nothing is applied twice. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import type { Langkah } from '#server/http/transaction.ts'
import { makeFamily } from '#test/families.ts'
import { signIn } from '#test/people.ts'
import { hariIni, type TestServer, testServer } from '#test/server.ts'

/** One write as its client knows it: sent under one id, answered or not. */
type Command = {
  readonly id: string
  readonly path: string
  readonly body: Record<string, unknown>
  readonly cookie: string
  answer: string | null
}

type Client = {
  readonly family: { kab: number; id: string }
  readonly cookies: readonly string[]
  readonly sent: Command[]
  versi: number
}

const clients = 6
let server: TestServer
let people: readonly string[]

beforeAll(async () => {
  server = await testServer()
  // Two sessions of one person, and one of another.
  const again = await signIn(server.address, 'budi')
  people = [(await server.as('budi')).cookie, again.cookie, (await server.as('rina')).cookie]
})
afterAll(() => server.close())

/** A server in a process of its own, that dies when a step is reached for the n-th time. */
async function startChild(titik = '', ke = 1): Promise<{ address: string; child: ChildProcess }> {
  const child = fork(
    new URL('./server-mati.ts', import.meta.url),
    [server.database.url, server.folder, titik, String(ke)],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  const [message] = (await once(child, 'message')) as [{ address: string }]
  return { address: message.address, child }
}

const nomor = () => nomorPerintah(Date.now(), randomBytes(16))

async function newClient(n: number): Promise<Client> {
  const family = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 1 + n,
    kepala: `WARGA ${n}`,
    anggota: [{ nama: `WARGA ${n}` }],
  })
  const own = people[n % people.length] ?? ''
  return { family, cookies: own === people[2] ? [own] : people.slice(0, 2), sent: [], versi: 1 }
}

async function send(address: string, c: Command, cookie = c.cookie): Promise<string> {
  const reply = await fetch(address + c.path, {
    method: 'POST',
    headers: {
      cookie,
      origin: address,
      'content-type': 'application/json',
      'idempotency-key': c.id,
    },
    body: JSON.stringify(c.body),
  })
  const text = await reply.text()
  if (reply.status !== 200) throw new Error(`${reply.status} ${text}`)
  return text
}

const nextCommand = (client: Client): Command => {
  const id = nomor()
  return {
    id,
    path: `/api/keluarga/${client.family.kab}/${client.family.id}/kelayakan`,
    body: {
      status: client.versi % 2 ? 'tidak_layak' : 'layak',
      dasar: `perintah ${id}`,
      tanggal: hariIni,
      versi: client.versi,
    },
    cookie: client.cookies[0] ?? '',
    answer: null,
  }
}

/** Writes one after the other until the server is gone: the last command stays unanswered. */
async function writeUntilGone(address: string, client: Client): Promise<void> {
  for (let n = 0; n < 500; n++) {
    const command = nextCommand(client)
    client.sent.push(command)
    try {
      command.answer = await send(address, command)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
    client.versi++
  }
  throw new Error('The server did not die')
}

/** Repeats what was not answered, at once from every session of the person; all get one answer. */
async function repeatUnanswered(address: string, client: Client): Promise<void> {
  for (const command of client.sent.filter((c) => c.answer === null)) {
    const answers = await Promise.all(
      [...client.cookies, ...client.cookies].map((cookie) => send(address, command, cookie)),
    )
    expect(new Set(answers).size).toBe(1)
    command.answer = answers[0] ?? null
    client.versi++
  }
}

/** How often each command left its effect, its row in the log, and its own row. */
async function traces(id: string) {
  const { rows } = await server.database.admin.query(
    `select (select count(*)::int from kelayakan where dasar = $1) as effect,
      (select count(*)::int from jejak where perintah_id = $2) as log,
      (select count(*)::int from perintah where id = $2 and jawaban is not null) as command`,
    [`perintah ${id}`, id],
  )
  return rows[0]
}

async function expectExactlyOnce(client: Client): Promise<void> {
  for (const command of client.sent) {
    expect(await traces(command.id)).toEqual({ effect: 1, log: 1, command: 1 })
  }
  const { rows } = await server.database.admin.query(
    `select k.versi, k.kelayakan, (select count(*)::int from kelayakan e where e.keluarga_id = k.id) as findings
     from keluarga k where kab = $1 and id = $2`,
    [client.family.kab, client.family.id],
  )
  expect(rows).toEqual([
    {
      versi: client.sent.length + 1,
      kelayakan: client.sent.at(-1)?.body.status,
      findings: client.sent.length,
    },
  ])
}

const steps: readonly Langkah[] = [
  'sebelum_mulai',
  'setelah_klaim',
  'setelah_kerja',
  'setelah_jejak',
  'sebelum_komit',
  'saat_komit',
  'setelah_komit',
]

/** What a command that died at a step may have left: nothing, or all of it. */
const left: Record<Langkah, readonly number[]> = {
  sebelum_mulai: [0],
  setelah_klaim: [0],
  setelah_kerja: [0],
  setelah_jejak: [0],
  sebelum_komit: [0],
  saat_komit: [0, 1],
  setelah_komit: [1],
}

test.each(steps)('a server killed at %s loses nothing and repeats nothing', async (titik) => {
  const writers = await Promise.all(Array.from({ length: clients }, (_, n) => newClient(n)))
  const { address, child } = await startChild(titik, 10 + Math.floor(Math.random() * 20))
  const ended = once(child, 'exit')
  await Promise.all(writers.map((w) => writeUntilGone(address, w)))
  expect(await ended).toEqual([null, 'SIGKILL'])
  const acknowledged = writers.flatMap((w) => w.sent.filter((c) => c.answer !== null))
  expect(acknowledged.length).toBeGreaterThanOrEqual(9 - clients)
  for (const { id } of acknowledged)
    expect(await traces(id)).toEqual({ effect: 1, log: 1, command: 1 })
  const unanswered = writers.flatMap((w) => w.sent.filter((c) => c.answer === null))
  expect(unanswered).toHaveLength(clients)
  // All or nothing of each; the one that died is among them.
  const found = await Promise.all(unanswered.map(({ id }) => traces(id)))
  for (const t of found) expect([t.effect, t.log]).toEqual([t.command, t.command])
  const counts = found.map((t) => t.command)
  expect(left[titik].some((n) => counts.includes(n))).toBe(true)

  const second = await startChild()
  await Promise.all(writers.map((w) => repeatUnanswered(second.address, w)))
  for (const command of acknowledged) {
    expect(await send(second.address, command)).toBe(command.answer)
  }
  for (const writer of writers) await expectExactlyOnce(writer)
  const over = once(second.child, 'exit')
  second.child.disconnect()
  await over
})
