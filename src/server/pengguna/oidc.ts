/**
 * The office's own sign-in (OpenID Connect, e.g. Keycloak): authorization code with PKCE by
 * openid-client. It opens an existing account named by a claim and never makes one.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { cookieOf, giveKnown, giveOidc, giveSession, hashOf } from './kuki.ts'
import { selesaikan } from './langkah.ts'
import { sessionSeconds } from './masuk.ts'
import { asalOf, type Mesin } from './mesin.ts'
import { ambilTantangan, buatTantangan } from './tantangan.ts'

export type OidcOptions = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Claim that names the account; it must be one that people cannot choose themselves. */
  readonly claim: string
  /** As the button says: "Masuk dengan …". */
  readonly nama: string
  /** Values of `amr` or `acr` that tell of a second factor. */
  readonly kuat: readonly string[]
}

/** From the environment; null where the office has no such sign-in. */
export function readOidc(env: NodeJS.ProcessEnv = process.env): OidcOptions | null {
  const { SIKS_OIDC_ISSUER: issuer, SIKS_OIDC_CLIENT_ID: clientId } = env
  if (!issuer || !clientId) return null
  return {
    issuer,
    clientId,
    clientSecret: env.SIKS_OIDC_CLIENT_SECRET ?? '',
    claim: env.SIKS_OIDC_CLAIM ?? 'preferred_username',
    nama: env.SIKS_OIDC_NAMA ?? 'akun kantor',
    kuat: (env.SIKS_OIDC_KUAT ?? 'mfa,otp,hwk').split(',').filter(Boolean),
  }
}

const kembali = '/api/masuk/oidc/kembali'

/** The provider, asked for its endpoints when first needed: it may start after us. */
function providerOf(options: OidcOptions): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined
  return () => {
    const issuer = new URL(options.issuer)
    // Plain http only to a provider on this very machine, for trying it out.
    const local =
      issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname)
    known ??= oidc.discovery(
      issuer,
      options.clientId,
      options.clientSecret,
      undefined,
      local ? { execute: [oidc.allowInsecureRequests] } : undefined,
    )
    known.catch(() => {
      known = undefined
    })
    return known
  }
}

export function registerOidc(app: FastifyInstance, mesin: Mesin, options: OidcOptions): void {
  const provider = providerOf(options)
  app.get('/api/masuk/oidc', async (request, reply) => {
    const verifier = oidc.randomPKCECodeVerifier()
    const nonce = oidc.randomNonce()
    const state = await buatTantangan(mesin, 'oidc', JSON.stringify({ verifier, nonce }))
    giveOidc(reply, state, mesin.secure)
    const address = oidc.buildAuthorizationUrl(await provider(), {
      redirect_uri: `${addressOf(request, mesin)}${kembali}`,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    return reply.header('cache-control', 'no-store').redirect(address.href)
  })
  app.get(kembali, async (request, reply) => {
    const claims = await claimsOf(await provider(), request, mesin)
    const userId = claims && (await accountOf(mesin, claims[options.claim]))
    if (!userId) return refuse(reply)
    const buka = { userId, faktor: isStrong(claims, options.kuat) ? 'oidc' : 'sandi' } as const
    const op = { id: 'masuk.oidc', audit: 'tulis' } as const
    const done = await selesaikan(op, mesin, asalOf(request), null, { jawaban: {}, buka })
    const dibuka = done.ok ? done.value.dibuka : null
    if (!dibuka) return refuse(reply)
    giveSession(reply, dibuka.token, sessionSeconds, mesin.secure)
    if (dibuka.kenal) giveKnown(reply, dibuka.kenal, mesin.secure)
    return reply.header('cache-control', 'no-store').redirect('/')
  })
}

const refuse = (reply: FastifyReply) =>
  reply.header('cache-control', 'no-store').redirect('/?gagal=kantor')

const addressOf = (request: FastifyRequest, { secure }: Mesin): string =>
  `${secure ? 'https' : request.protocol}://${request.headers.host ?? 'localhost'}`

type Claims = Readonly<Record<string, unknown>>

/** What the provider says of the person; null when the answer is not the one that this browser asked for. */
async function claimsOf(
  config: oidc.Configuration,
  request: FastifyRequest,
  mesin: Mesin,
): Promise<Claims | null> {
  const here = new URL(request.url, addressOf(request, mesin))
  const state = here.searchParams.get('state') ?? ''
  if (!state || hashOf(cookieOf('oidc', request.headers.cookie) ?? '') !== hashOf(state))
    return null
  const asked = await ambilTantangan(mesin, 'oidc', state)
  if (!asked) return null
  const { verifier, nonce } = JSON.parse(asked.isi) as { verifier: string; nonce: string }
  try {
    const tokens = await oidc.authorizationCodeGrant(config, here, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    return tokens.claims() ?? null
  } catch (error) {
    request.log.error({ oidc: error instanceof Error ? error.message : 'gagal' })
    return null
  }
}

/** The account that is connected to the name, otherwise the one whose user name it is. */
async function accountOf({ pool }: Mesin, name: unknown): Promise<string | null> {
  if (typeof name !== 'string' || name === '') return null
  const { rows } = await pool.query<{ id: string }>(
    `select id from masuk."user" where oidc = $1 or (oidc is null and username = lower($1)) order by oidc nulls last limit 1`,
    [name],
  )
  return rows[0]?.id ?? null
}

function isStrong({ amr, acr }: Claims, kuat: readonly string[]): boolean {
  const said = [...(Array.isArray(amr) ? amr : []), acr]
  return said.some((value) => kuat.includes(String(value)))
}
