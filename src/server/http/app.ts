/** The Fastify application: every operation of the contract, sign-in, the web app's files, the docs. */
import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { problem } from '#contract/problems.ts'
import { registerHalamanDokumen } from '#server/dokumen/halaman.ts'
import { registerSteps } from '#server/pengguna/langkah.ts'
import type { Mesin } from '#server/pengguna/mesin.ts'
import { type OidcOptions, registerOidc } from '#server/pengguna/oidc.ts'
import { semuaLangkah } from '#server/pengguna/rute.ts'
import type { Bound } from './handle.ts'
import { openApi } from './openapi.ts'
import { bodyLimit, otherMethods, refuseLine, sendRefusal } from './refusals.ts'
import { sendProblem } from './reply.ts'
import { type Surroundings, wrap } from './wrapper.ts'

export type AppOptions = Surroundings & {
  readonly mesin: Mesin
  readonly oidc: OidcOptions | null
  readonly operations: readonly Bound[]
  readonly version: string
  /** Folder of the built web app; left out in tests of the API. */
  readonly web?: string
  readonly secure: boolean
  /** Where bugs are written; false keeps silent. */
  readonly logger: boolean
}

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ? { level: 'error' } : false,
    bodyLimit,
    clientErrorHandler: refuseLine,
    trustProxy: process.env.SIKS_PROXY ? process.env.SIKS_PROXY.split(',') : false,
    routerOptions: { maxParamLength: 200 },
    // An address that the router itself refuses (a part too long, a broken escape) is no page of ours.
    frameworkErrors: (_, __, reply) => sendProblem(reply, problem('tidak.ada')),
  })
  await app.register(helmet, {
    contentSecurityPolicy: contentPolicy(options.secure),
    strictTransportSecurity: options.secure,
  })
  // Text is read by default; here it would pass for a request without any filter.
  app.removeContentTypeParser('text/plain')
  await app.register(multipart)
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request)) return sendProblem(reply, problem('permintaan.asal_asing'))
  })
  app.setErrorHandler(sendRefusal)
  const others = otherMethods(app)
  await docs(app, options)
  registerSteps(app, options.mesin, semuaLangkah)
  if (options.oidc) registerOidc(app, options.mesin, options.oidc)
  for (const bound of options.operations) {
    app.route({ method: bound.op.method, url: bound.op.path, handler: wrap(bound, options) })
  }
  registerHalamanDokumen(app, options)
  app.get('/api/sehat', () => ({ sehat: true }))
  others.close()
  await webApp(app, options.web)
  return app
}

/** A write must come from our own pages: browsers say where it comes from. */
function isForeign(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = request.headers
  if (!origin || !host || origin === 'null') return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

const contentPolicy = (secure: boolean) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // The components set sizes through style attributes; scripts stay strict.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  },
})

async function docs(app: FastifyInstance, options: AppOptions): Promise<void> {
  const document = openApi(
    [...options.operations, ...semuaLangkah].map((bound) => bound.op),
    options.version,
  )
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
}

/** Files of the web app; any other address opens it, and it shows the page. */
async function webApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const exists = folder !== undefined && existsSync(folder)
  if (exists) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      // The build writes .br and .gz beside each file.
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (exists && request.method === 'GET' && !request.url.startsWith('/api/'))
      return reply.sendFile('index.html')
    return sendProblem(reply, problem('tidak.ada'))
  })
}
