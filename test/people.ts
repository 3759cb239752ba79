/** The people of the tests: each signs in for real and speaks HTTP. */
import { randomUUID } from 'node:crypto'
import { type Peran, peran } from '#contract/peran.ts'
import { codeNow } from '#server/pengguna/totp.ts'

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

const kota = 6474000000

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
    wilayah: kota,
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
  dewi: { username: 'dewi', nama: 'Dewi, lurah Api-api', peran: 'lurah', wilayah: 6474011006 },
  yusuf: {
    username: 'yusuf',
    nama: 'Yusuf, Ketua RT 7 Api-api',
    peran: 'ketua_rt',
    wilayah: 6474011006,
    rt: [7],
  },
  hasan: { username: 'hasan', nama: 'Hasan, Kepala Dinas', peran: 'kepala_opd', wilayah: kota },
  lina: { username: 'lina', nama: 'Lina, administrator', peran: 'administrator', wilayah: kota },
  eko: { username: 'eko', nama: 'Eko, administrator', peran: 'administrator', wilayah: kota },
  nurul: {
    username: 'nurul',
    nama: 'Nurul, administrator Kaltim',
    peran: 'administrator',
    wilayah: 6400000000,
  },
  nur: { username: 'nur', nama: 'Nur, auditor', peran: 'auditor', wilayah: kota },
  wati: { username: 'wati', nama: 'Wati, kecamatan', peran: 'kecamatan', wilayah: 6474010000 },
  fitri: {
    username: 'fitri',
    nama: 'Fitri, petugas kunjungan',
    peran: 'petugas_kunjungan',
    wilayah: 6474011006,
  },
  yuni: { username: 'yuni', nama: 'Yuni, pengisi data', peran: 'pengisi_data', wilayah: kota },
  bayu: { username: 'bayu', nama: 'Bayu, BPS Bontang', peran: 'bps', wilayah: kota },
  maya: { username: 'maya', nama: 'Maya, OPD terkait', peran: 'opd_terkait', wilayah: kota },
} as const satisfies Record<
  string,
  { username: string; nama: string; peran: Peran; wilayah: number; rt?: readonly number[] }
>

export const password = 'padi-laut-kayu-100'

/** The secret of a person's authenticator; every role that decides has one in the tests. */
export const rahasiaTotp = (username: string): string => `uji-totp-${username}`.padEnd(20, '-')

/** Whether a person of the tests is asked for a code. */
export const perluKode = (username: string): boolean => {
  const person = Object.values(people).find((one) => one.username === username)
  return person !== undefined && peran[person.peran].faktor !== 'sandi'
}

/** The code that a person's authenticator shows now. */
export const kodeTotp = async (username: string): Promise<string> =>
  (await codeNow(rahasiaTotp(username))).kode

/** The cookies of an answer, as the next request sends them. */
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')

/** Signs a person in at a running server: password, and code where the role demands it. */
export async function signIn(address: string, username: string): Promise<Person> {
  const step = async (path: string, body: object, cookie = '') => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${username} was not let in: ${answer.status} at ${path}`)
    return cookiesOf(answer)
  }
  let cookie = await step('/api/masuk/sandi', { nama: username, sandi: password })
  if (perluKode(username))
    cookie = await step('/api/masuk/totp', { kode: await kodeTotp(username) }, cookie)
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
