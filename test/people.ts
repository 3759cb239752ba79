/** The people of the tests: each signs in for real and speaks HTTP. */
import { randomUUID } from 'node:crypto'
import type { Peran } from '#contract/peran.ts'

export type Person = {
  readonly nama: string
  readonly get: (path: string) => Promise<{ status: number; body: Body }>
  readonly post: (
    path: string,
    body?: object,
    commandId?: string,
  ) => Promise<{ status: number; body: Body }>
  readonly cookie: string
}

/** An answer as JSON; tests look into it with matchers. */
export type Body = Record<string, unknown>

export const people = {
  siti: {
    username: 'siti',
    nama: 'Siti, operator Api-api',
    peran: 'operator_desa',
    wilayah: 6474011006,
  },
  joko: {
    username: 'joko',
    nama: 'Joko, operator Guntung',
    peran: 'operator_desa',
    wilayah: 6474011004,
  },
  budi: {
    username: 'budi',
    nama: 'Budi, verifikator Bontang',
    peran: 'verifikator',
    wilayah: 6474000000,
  },
  tuti: {
    username: 'tuti',
    nama: 'Tuti, verifikator Tuban',
    peran: 'verifikator',
    wilayah: 3523000000,
  },
  rina: {
    username: 'rina',
    nama: 'Rina, Dinsos Kalimantan Timur',
    peran: 'provinsi',
    wilayah: 6400000000,
  },
  agus: { username: 'agus', nama: 'Agus, Pusdatin', peran: 'pusdatin', wilayah: 0 },
} as const satisfies Record<
  string,
  { username: string; nama: string; peran: Peran; wilayah: number }
>

export const password = 'padi-laut-kayu-100'

/** Signs a person in at a running server. */
export async function signIn(address: string, username: string): Promise<Person> {
  const answer = await fetch(`${address}/api/masuk/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} was not let in: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  const send = async (path: string, init: RequestInit) => {
    const reply = await fetch(`${address}${path}`, init)
    const text = await reply.text()
    return {
      status: reply.status,
      body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Body,
    }
  }
  return {
    nama: username,
    cookie,
    get: (path) => send(path, { headers: { cookie } }),
    post: (path, body = {}, commandId = randomUUID()) =>
      send(path, {
        method: 'POST',
        headers: {
          cookie,
          origin: address,
          'content-type': 'application/json',
          'idempotency-key': commandId,
        },
        body: JSON.stringify(body),
      }),
  }
}
