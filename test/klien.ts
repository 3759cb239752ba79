/** A browser of the tests: keeps its cookies, comes from an address of its choice. */
import { randomUUID } from 'node:crypto'
import type { Body } from './people.ts'

export type Klien = {
  readonly get: (path: string) => Promise<{ status: number; body: Body }>
  readonly post: (path: string, body?: object) => Promise<{ status: number; body: Body }>
  /** Where a GET is sent on to; null when it is not. */
  readonly mana: (path: string) => Promise<string | null>
  /** The cookies that it holds now. */
  readonly cookie: () => string
}

const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'

/** @param dari address that a trusted proxy would hand on (the server must trust 127.0.0.1) */
export function klien(address: string, cookie = '', dari?: string): Klien {
  const jar = new Map<string, string>()
  const keep = (text: string) => {
    const [name = '', value = ''] = text.split(';')[0]?.split('=') ?? []
    if (value) jar.set(name.trim(), value)
    else jar.delete(name.trim())
  }
  for (const part of cookie.split(';').filter(Boolean)) keep(part.trim())
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${address}${path}`, {
      ...init,
      redirect: 'manual',
      headers: {
        cookie: cookies(),
        'user-agent': android,
        ...(dari ? { 'x-forwarded-for': dari } : {}),
        ...init.headers,
      },
    })
    for (const set of answer.headers.getSetCookie()) keep(set)
    return answer
  }
  const send = async (path: string, init: RequestInit) => {
    const answer = await ask(path, init)
    const text = await answer.text()
    return {
      status: answer.status,
      body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Body,
    }
  }
  return {
    get: (path) => send(path, {}),
    mana: async (path) => (await ask(path, {})).headers.get('location'),
    post: (path, body = {}) =>
      send(path, {
        method: 'POST',
        headers: {
          origin: address,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(body),
      }),
    cookie: cookies,
  }
}
