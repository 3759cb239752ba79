import { describe, expect, test } from 'vitest'
import { nilaiSandi } from '#domain/pengguna/sandi.ts'
import { isCommon, kebijakanSandi } from './sandi.ts'

describe('the rules for passwords', () => {
  test.each(kebijakanSandi.contoh)('$profil, alone $sendiri: "$sandi" is $hasil', (contoh) => {
    const hasil = nilaiSandi(contoh.sandi, {
      profil: kebijakanSandi.profil[contoh.profil],
      sendiri: contoh.sendiri,
      umum: isCommon,
      kata: kebijakanSandi.kata_terlarang,
    })
    expect(hasil.ok ? 'ok' : hasil.error).toBe(contoh.hasil)
  })

  test('name a source for each profile', () => {
    expect(Object.keys(kebijakanSandi.sumber).sort()).toEqual(
      Object.keys(kebijakanSandi.profil).sort(),
    )
  })

  test('of the usual profile are those of NIST: length and common words, nothing else', () => {
    expect(kebijakanSandi.profil.nist).toEqual({
      min_dengan_faktor: 8,
      min_sendiri: 15,
      maks: 128,
      komposisi: false,
      masa_hari: null,
      riwayat: 0,
    })
  })
})

test('tens of thousands of common passwords are known', () => {
  for (const sandi of ['password', 'qwertyuiop', 'iloveyou', 'sayang'])
    expect(isCommon(sandi), sandi).toBe(true)
  expect(isCommon('rujak cingur pedas sekali')).toBe(false)
})
