/** The cookies of signing in: the session, and the mark of a browser that an account has used before. */
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

type Nama = 'sesi' | 'kenal' | 'oidc'

/** Seconds that a browser stays known without signing in. */
const kenalSeconds = 180 * 24 * 3600

/** `__Host-` binds a cookie to this very host over TLS; browsers refuse the name on plain http. */
const nameOf = (nama: Nama, secure: boolean): string =>
  secure ? `__Host-siks.${nama}` : `siks.${nama}`

const pattern: Record<Nama, RegExp> = {
  sesi: /(?:^|;\s*)(?:__Host-)?siks\.sesi=([\w-]+)/,
  kenal: /(?:^|;\s*)(?:__Host-)?siks\.kenal=([\w-]+)/,
  oidc: /(?:^|;\s*)(?:__Host-)?siks\.oidc=([\w-]+)/,
}

/** The value of one of our cookies in a Cookie header. */
export const cookieOf = (nama: Nama, header: string | undefined): string | null =>
  pattern[nama].exec(header ?? '')?.[1] ?? null

function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  maxAge: number,
  secure: boolean,
) {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`]
  reply.header('set-cookie', [...parts, ...(secure ? ['Secure'] : [])].join('; '))
}

/** Gives the browser its session. */
export const giveSession = (reply: FastifyReply, token: string, seconds: number, secure: boolean) =>
  setCookie(reply, nameOf('sesi', secure), token, seconds, secure)

export const takeSession = (reply: FastifyReply, secure: boolean) =>
  setCookie(reply, nameOf('sesi', secure), '', 0, secure)

/** Marks the browser as known to the account that signed in. */
export const giveKnown = (reply: FastifyReply, token: string, secure: boolean) =>
  setCookie(reply, nameOf('kenal', secure), token, kenalSeconds, secure)

/** Binds the way to the office's own sign-in and back to this browser. */
export const giveOidc = (reply: FastifyReply, state: string, secure: boolean) =>
  setCookie(reply, nameOf('oidc', secure), state, 600, secure)

/** 256 random bits that can stand in a cookie or an address. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** The form in which any token is kept: a stolen dump opens nothing. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')
