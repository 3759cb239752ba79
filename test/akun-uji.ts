/** Accounts made for one test each, and what an authenticator app would show. */
import { createHash } from 'node:crypto'
import type { Peran } from '#contract/peran.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { codeNow } from '#server/pengguna/totp.ts'
import { type Klien, klien } from './klien.ts'
import type { TestServer } from './server.ts'

export const sandi = 'rujak cingur pedas sekali'

let serial = 0

/** An account with nothing set up but a password; the pledge is accepted. */
export async function akunBaru(
  server: TestServer,
  peran: Peran = 'verifikator',
): Promise<{ username: string; telepon: string }> {
  const username = `baru${++serial}`
  const telepon = `+6281200000${String(100 + serial)}`
  const auth = createAuth({ pool: server.database.masuk, secret: 'x'.repeat(40) })
  await makeAccount(auth, server.database.admin, {
    username,
    password: sandi,
    nama: `Petugas ${serial}`,
    peran,
    wilayah: peran === 'verifikator' ? 6474000000 : 6474011006,
    ...(peran === 'ketua_rt' ? { rt: [7] } : {}),
    demo: false,
    dari: '2018-01-01',
    telepon,
    pakta: true,
  })
  return { username, telepon }
}

/** Signs a new account in and sets up an authenticator. */
export async function denganTotp(server: TestServer, username: string) {
  const di = klien(server.address)
  await di.post('/api/masuk/sandi', { nama: username, sandi })
  const { body } = await di.post('/api/masuk/totp/mulai')
  const rahasia = rahasiaDari(String(body.uri))
  const pasang = await di.post('/api/masuk/totp/pasang', { kode: (await codeNow(rahasia)).kode })
  return { di, rahasia, pemulihan: pasang.body.pemulihan as string[] }
}

/** The text of which an otpauth address holds the base32. */
function rahasiaDari(uri: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}

/** The code of the next time step: an authenticator shows it half a minute later. */
export const kodeBerikut = async (rahasia: string): Promise<string> =>
  (await codeNow(rahasia, Date.now() + 30_000)).kode

/** The session token that a browser holds, and the form in which it is kept. */
export function tokenOf(di: Klien): { token: string; tersimpan: string } {
  const token = /siks\.sesi=([\w-]+)/.exec(di.cookie())?.[1] ?? ''
  return { token, tersimpan: createHash('sha256').update(token).digest('base64url') }
}

/** Lets so many minutes pass since a session last proved who it is. */
export const lewat = (server: TestServer, di: Klien, menit: number): Promise<unknown> =>
  server.database.admin.query(
    `update masuk.session set dikukuhkan_pada = now() - make_interval(mins => $2) where token = $1`,
    [tokenOf(di).tersimpan, menit],
  )
