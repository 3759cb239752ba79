/** Every way to be refused, over HTTP: problem+json with both languages, and nothing of the inside. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { operations } from './operations.ts'

let server: TestServer
let cookie: string
let family: { kab: number; id: string }

beforeAll(async () => {
  server = await testServer()
  cookie = (await server.as('budi')).cookie
  family = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    kepala: 'ANDI',
    anggota: [{ nama: 'ANDI' }],
  })
})
afterAll(() => server.close())

type Sent = {
  method?: string
  headers?: Record<string, string>
  body?: string | FormData
  signedIn?: boolean
}

async function send(path: string, { method = 'POST', headers = {}, body, signedIn = true }: Sent) {
  return fetch(server.address + path, {
    method,
    headers: { origin: server.address, ...(signedIn ? { cookie } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

const label = { id: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) }

/** The answer is a problem of this code, whole and in both languages. */
async function expectProblem(answer: Response, status: number, code: string) {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ])
  const body = (await answer.json()) as { label: { id: string; en: string } }
  expect(body).toMatchObject({
    type: `urn:siks:masalah:${code}`,
    code,
    status,
    title: expect.any(String),
    detail: expect.any(String),
    label,
    remedy: label,
  })
  expect(body.label.id).not.toBe(body.label.en)
  expect(JSON.stringify(body)).not.toMatch(/\{\w+\}|node_modules|select |FST_|SyntaxError/)
}

const json = { 'content-type': 'application/json' }
const number = () => nomorPerintah(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

describe('a request that no operation answers', () => {
  test('an address that does not exist', async () => {
    await expectProblem(await send('/api/tidak-ada', { method: 'GET' }), 404, 'tidak.ada')
    await expectProblem(await send('/api/keluarga/6474/x/y/z', {}), 404, 'tidak.ada')
  })

  test('an address that the router refuses', async () => {
    await expectProblem(await send('/api/keluarga/%E0%A4%A', { method: 'GET' }), 404, 'tidak.ada')
    await expectProblem(
      await send(`/api/pekerjaan/${'9'.repeat(300)}`, { method: 'GET' }),
      404,
      'tidak.ada',
    )
  })

  test('a method that the address does not serve, for every operation', async () => {
    const paths = new Map<string, Set<string>>()
    for (const { op } of operations)
      paths.set(op.path, (paths.get(op.path) ?? new Set()).add(op.method))
    for (const [path, served] of paths) {
      const filled = path.replace(':kab', '6474').replace(/:\w+/g, family.id)
      for (const method of ['PUT', 'PATCH', 'DELETE', served.has('POST') ? 'OPTIONS' : 'POST']) {
        const answer = await send(filled, { method })
        expect(answer.headers.get('allow')).toContain([...served][0])
        await expectProblem(answer, 405, 'permintaan.cara_salah')
      }
    }
  })

  test('a method that signing in does not serve', async () => {
    await expectProblem(
      await send('/api/masuk/sandi', { method: 'GET' }),
      405,
      'permintaan.cara_salah',
    )
    await expectProblem(
      await send('/api/sehat', { method: 'DELETE' }),
      405,
      'permintaan.cara_salah',
    )
  })

  test('a write from another site, also with an origin that is no address', async () => {
    for (const headers of [
      { origin: 'https://lain.example' },
      { origin: 'bukan alamat' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      await expectProblem(
        await send('/api/keluarga', { headers: { ...json, ...headers }, body: '{}' }),
        403,
        'permintaan.asal_asing',
      )
  })
})

describe('a body', () => {
  test('of a type that is not known', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])
      await expectProblem(
        await send('/api/keluarga', { headers: { 'content-type': type }, body: 'q=1' }),
        415,
        'permintaan.jenis_isi',
      )
  })

  test('that is no JSON, or empty, or tampers with prototypes', async () => {
    for (const body of ['{"q":', 'q', '', '{"__proto__":{"q":1}}'])
      await expectProblem(
        await send('/api/keluarga', { headers: json, body }),
        400,
        'permintaan.bukan_json',
      )
  })

  test('that is too large', async () => {
    const body = JSON.stringify({ q: 'A'.repeat(1_100_000) })
    await expectProblem(
      await send('/api/keluarga', { headers: json, body }),
      413,
      'permintaan.terlalu_besar',
    )
  })

  test('of the wrong shape, whatever it is', async () => {
    for (const body of ['[]', '"q"', '1', 'true', '{"batas":"banyak"}', '{"q":"\\u0000"}'])
      await expectProblem(await send('/api/keluarga', { headers: json, body }), 400, 'isian.salah')
  })
})

describe('an upload', () => {
  const upload = (body: string, type = 'multipart/form-data; boundary=x') =>
    send('/api/impor', {
      headers: { 'content-type': type, 'idempotency-key': number() },
      body,
    })

  test('without a file, or not multipart at all', async () => {
    await expectProblem(await upload('{}', 'application/json'), 400, 'berkas.kosong')
    await expectProblem(
      await upload('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'),
      400,
      'berkas.kosong',
    )
    const empty = new FormData()
    empty.append('berkas', new Blob([]), 'kosong.csv')
    await expectProblem(
      await send('/api/impor', { headers: { 'idempotency-key': number() }, body: empty }),
      400,
      'berkas.kosong',
    )
  })

  test('that breaks off, or whose parts do not fit together', async () => {
    for (const body of [
      '--x\r\ncontent-disposition: form-data; name="b"; filename="a.csv"\r\n\r\nabc',
      '--x\r\nini bukan kepala',
      'tanpa batas',
    ])
      await expectProblem(await upload(body), 400, 'berkas.rusak')
    await expectProblem(await upload('x', 'multipart/form-data'), 400, 'berkas.rusak')
  })
})

describe('a command', () => {
  const path = () => `/api/keluarga/${family.kab}/${family.id}/kelayakan`
  const body = (dasar: string) =>
    JSON.stringify({ status: 'layak', dasar, tanggal: '2018-07-20', versi: 1 })
  const write = (id: string | null, dasar = 'Kunjungan rumah') =>
    send(path(), {
      headers: { ...json, ...(id ? { 'idempotency-key': id } : {}) },
      body: body(dasar),
    })

  test('without an id, or with one that is no UUID', async () => {
    await expectProblem(await write(null), 400, 'perintah.tanpa_nomor')
    await expectProblem(await write('nomor-satu'), 400, 'perintah.tanpa_nomor')
  })

  test('with an id too old or from the future', async () => {
    const day = 86_400_000
    const at = (time: number) => nomorPerintah(time, new Uint8Array(16))
    await expectProblem(await write(at(Date.now() - 91 * day)), 409, 'perintah.kedaluwarsa')
    await expectProblem(await write(at(Date.now() + 3 * day)), 409, 'perintah.mendahului')
  })

  test('with an id that was used for something else', async () => {
    const id = number()
    expect((await write(id)).status).toBe(200)
    await expectProblem(await write(id, 'Isian lain'), 409, 'perintah.nomor_dipakai')
    expect((await write(id)).status).toBe(200)
  })
})

describe('a person', () => {
  test('who is not signed in, or whose session is not known', async () => {
    const headers = { cookie: 'siks.sesi=palsu' }
    await expectProblem(
      await send('/api/keluarga', { headers: json, body: '{}', signedIn: false }),
      401,
      'masuk.perlu',
    )
    await expectProblem(
      await send('/api/keluarga', { headers: { ...json, ...headers }, body: '{}' }),
      401,
      'masuk.perlu',
    )
  })

  test('who may not do this', async () => {
    const siti = await server.as('siti')
    await expectProblem(
      await send('/api/peringkat', {
        headers: { ...json, cookie: siti.cookie, 'idempotency-key': number() },
        body: '{}',
      }),
      403,
      'izin.kurang',
    )
  })
})

describe('what is no HTTP at all', () => {
  const speak = async (text: string) => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(text)
    let heard = ''
    socket.on('data', (piece) => {
      heard += piece
    })
    await once(socket, 'close')
    return heard
  }

  test('is refused in the same form', async () => {
    const answer = await speak('BUKAN HTTP\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('application/problem+json')
    expect(answer).toContain('permintaan.rusak')
  })

  test('and so are headers beyond measure', async () => {
    const answer = await speak(
      `GET /api/sehat HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(answer).toContain('permintaan.kepala_besar')
  })
})

test('a bug gives a report number and nothing else', async () => {
  const admin = server.database.admin
  await admin.query('alter table rekap_rt rename to rekap_rt_hilang')
  try {
    const answer = await send('/api/keluarga', { headers: json, body: '{}' })
    const body = (await answer.clone().json()) as { details: unknown }
    await expectProblem(answer, 500, 'sistem.galat')
    expect(body.details).toEqual({ laporan: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(JSON.stringify(body)).not.toContain('rekap_rt')
  } finally {
    await admin.query('alter table rekap_rt_hilang rename to rekap_rt')
  }
})
