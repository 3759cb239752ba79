import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { akunBaru } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'

/** Who the provider says has signed in, and by what. */
let orang = { preferred_username: '', amr: ['pwd'] as string[] }

/** A real provider, whose sign-in page lets everybody in at once. */
async function penyedia(): Promise<{
  issuer: string
  server: Server
  kembali: (url: string) => void
}> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const redirects: string[] = []
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'siks', client_secret: 'rahasia-klien', redirect_uris: ['http://127.0.0.1:1/'] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'amr'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...orang }) }),
    interactions: { url: (_, interaction) => `/masuk/${interaction.uid}` },
  })
  // The address of the server under test is known only after it has started.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => redirects.includes(uri)
  const callback = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/masuk/')) return callback(request, response)
    const { params } = await provider.interactionDetails(request, response)
    const grant = new provider.Grant({ accountId: 'siapa', clientId: String(params.client_id) })
    grant.addOIDCScope('openid profile')
    const result = {
      login: { accountId: 'siapa', amr: orang.amr },
      consent: { grantId: await grant.save() },
    }
    await provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    })
  })
  return { issuer, server, kembali: (url) => redirects.push(url) }
}

let op: Awaited<ReturnType<typeof penyedia>>
let server: TestServer
beforeAll(async () => {
  op = await penyedia()
  Object.assign(process.env, {
    SIKS_OIDC_ISSUER: op.issuer,
    SIKS_OIDC_CLIENT_ID: 'siks',
    SIKS_OIDC_CLIENT_SECRET: 'rahasia-klien',
    SIKS_OIDC_NAMA: 'SSO Bontang',
  })
  server = await testServer()
  op.kembali(`${server.address}/api/masuk/oidc/kembali`)
})
afterAll(async () => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('SIKS_OIDC_')) delete process.env[name]
  await server.close()
  op.server.close()
})

/** Follows redirects as a browser does, cookies of the provider included. @returns the way back to us */
async function sampaiKembali(di: Klien): Promise<string> {
  const jar = new Map<string, string>()
  let next = (await di.mana('/api/masuk/oidc')) ?? ''
  for (let n = 0; n < 10; n++) {
    if (next.startsWith(server.address)) return next.slice(server.address.length)
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    next = new URL(answer.headers.get('location') ?? '', next).href
  }
  throw new Error(`the way did not end: ${next}`)
}

/** The whole way. @returns where it ends */
const lewatKantor = async (di: Klien) => di.mana(await sampaiKembali(di))

const peramban = () => klien(server.address)

describe('the office’s own sign-in', () => {
  test('is offered by its name', async () => {
    expect((await peramban().get('/api/sesi/awal')).body.oidc).toBe('SSO Bontang')
  })

  test('with a second factor of its own opens the account whose user name it gives', async () => {
    const { username } = await akunBaru(server)
    orang = { preferred_username: username, amr: ['pwd', 'otp'] }
    const di = peramban()
    expect(await lewatKantor(di)).toBe('/')
    expect((await di.get('/api/sesi')).body).toMatchObject({ faktor: 'oidc', peran: 'verifikator' })
  })

  test('by a password only is worth a password', async () => {
    const { username } = await akunBaru(server)
    orang = { preferred_username: username, amr: ['pwd'] }
    const di = peramban()
    await lewatKantor(di)
    expect((await di.get('/api/sesi')).body).toMatchObject({
      code: 'masuk.faktor_kedua',
      details: { langkah: 'pasang' },
    })
  })

  test('makes no account, and opens none that was ended', async () => {
    const before = await server.database.admin.query('select count(*)::int as n from masuk."user"')
    orang = { preferred_username: 'orang.asing', amr: ['otp'] }
    const di = peramban()
    expect(await lewatKantor(di)).toBe('/?gagal=kantor')
    expect((await di.get('/api/sesi')).status).toBe(401)
    const after = await server.database.admin.query('select count(*)::int as n from masuk."user"')
    expect(after.rows).toEqual(before.rows)
    const { username } = await akunBaru(server)
    await server.database.admin.query(
      `update pengguna set nonaktif_pada = now() where masuk_id = (select id from masuk."user" where username = $1)`,
      [username],
    )
    orang = { preferred_username: username, amr: ['otp'] }
    expect(await lewatKantor(peramban())).toBe('/?gagal=kantor')
  })

  test('prefers the account that is connected to the name over one that merely bears it', async () => {
    const [a, b] = [await akunBaru(server), await akunBaru(server)]
    await server.database.admin.query('update masuk."user" set oidc = $2 where username = $1', [
      a.username,
      b.username,
    ])
    orang = { preferred_username: b.username, amr: ['otp'] }
    const di = peramban()
    await lewatKantor(di)
    expect((await di.get('/api/akun')).body.username).toBe(a.username)
  })

  test('comes back only to the browser that left, and only once', async () => {
    const { username } = await akunBaru(server)
    orang = { preferred_username: username, amr: ['otp'] }
    const di = peramban()
    const path = await sampaiKembali(di)
    const lain = peramban()
    expect(await lain.mana(path)).toBe('/?gagal=kantor')
    expect((await lain.get('/api/sesi')).status).toBe(401)
    expect(await di.mana(path)).toBe('/')
    expect(await di.mana(path)).toBe('/?gagal=kantor')
  })
})
