import { describe, expect, test } from 'vitest'
import { caraUntuk, faktorSesi, kurang, type Wajib } from './faktor.ts'

const none = { totp: false, passkey: false, perangkat: false }
const app = { ...none, totp: true }
const phone = { ...none, perangkat: true }
const roles: readonly Wajib[] = ['kuat', 'perangkat', 'sandi']

describe('a password alone', () => {
  test('is enough only for a role that asks no more, on an account that has no more', () => {
    expect(roles.map((wajib) => kurang('sandi', wajib, none))).toEqual(['pasang', 'pasang', null])
  })

  test('is never enough once the account has an authenticator or passkey', () => {
    for (const wajib of [...roles, null]) {
      expect(kurang('sandi', wajib, app)).toBe('faktor')
      expect(kurang('sandi', wajib, { ...none, passkey: true })).toBe('faktor')
    }
  })

  test('asks an RT head for the paired phone', () => {
    expect(kurang('sandi', 'perangkat', phone)).toBe('faktor')
    expect(caraUntuk('faktor', 'perangkat', phone)).toEqual(['perangkat'])
  })
})

test('authenticator, passkey, recovery code and the office’s own sign-in are enough for every role', () => {
  for (const faktor of ['totp', 'passkey', 'pemulihan', 'oidc'])
    for (const wajib of [...roles, null]) expect(kurang(faktor, wajib, app)).toBeNull()
})

test('a paired phone is enough for an RT head, not for one who decides', () => {
  expect(kurang('perangkat', 'perangkat', phone)).toBeNull()
  expect(kurang('perangkat', 'sandi', phone)).toBeNull()
  expect(kurang('perangkat', 'kuat', phone)).toBe('pasang')
  expect(kurang('perangkat', 'kuat', { ...app, perangkat: true })).toBe('faktor')
})

test('whatever is lacking can be done in some way', () => {
  for (const faktor of faktorSesi)
    for (const wajib of [...roles, null])
      for (const totp of [true, false])
        for (const perangkat of [true, false]) {
          const punya = { totp, passkey: false, perangkat }
          const langkah = kurang(faktor, wajib, punya)
          if (langkah) expect(caraUntuk(langkah, wajib, punya).length).toBeGreaterThan(0)
        }
})

test('a recovery code is offered only where there is a factor that can be lost', () => {
  expect(caraUntuk('faktor', 'kuat', app)).toEqual(['totp', 'pemulihan'])
  expect(caraUntuk('pasang', 'kuat', none)).toEqual(['totp', 'passkey'])
})
