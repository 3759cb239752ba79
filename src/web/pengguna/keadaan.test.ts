/** What the refusals of the session mean for the page. */
import { expect, test } from 'vitest'
import { keadaanDari } from '#web/pengguna/keadaan.ts'

const tolak = (code: string, details: Record<string, string> = {}) => ({
  code,
  rincian: (nama: string) => details[nama],
})

test('nobody signed in is outside', () => {
  expect(keadaanDari(tolak('masuk.perlu'))).toEqual({ di: 'luar' })
})

test('a second proof that exists is asked for by its ways', () => {
  expect(
    keadaanDari(tolak('masuk.faktor_kedua', { langkah: 'faktor', cara: 'pemulihan,totp' })),
  ).toEqual({
    di: 'faktor',
    cara: ['totp', 'pemulihan'],
  })
})

test('a second proof that must be set up is a step of the preparation', () => {
  expect(
    keadaanDari(tolak('masuk.faktor_kedua', { langkah: 'pasang', cara: 'totp,passkey' })),
  ).toEqual({
    di: 'persiapan',
    langkah: 'faktor',
    cara: ['totp', 'passkey'],
  })
})

test('a password to change and a pledge to accept come first as well', () => {
  expect(keadaanDari(tolak('masuk.ganti_sandi'))).toMatchObject({ langkah: 'sandi' })
  expect(keadaanDari(tolak('masuk.pakta'))).toMatchObject({ langkah: 'pakta' })
})

test('an account without a role is said so, anything else stays an error', () => {
  expect(keadaanDari(tolak('izin.tanpa_peran'))).toEqual({ di: 'tanpa_peran' })
  expect(keadaanDari(tolak('sistem.galat'))).toBeNull()
})
