import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nilaiSandi, type Penilai, pinMudah } from './sandi.ts'

const nist = {
  min_dengan_faktor: 8,
  min_sendiri: 15,
  maks: 128,
  komposisi: false,
  masa_hari: null,
  riwayat: 0,
}
const penilai: Penilai = {
  profil: nist,
  sendiri: false,
  umum: (sandi) => ['password', 'sayang', 'iloveyou'].includes(sandi),
  kata: ['siti', 'rahmawati', 'bontang'],
}

test('length is counted in characters, not in bytes', () => {
  expect(nilaiSandi('𝒶🙂éü日本語文', penilai).ok).toBe(true)
  expect(nilaiSandi('🙂🙂🙂🙂', penilai)).toEqual({ ok: false, error: 'sandi.pendek' })
})

test('any character may be used, spaces too, and nothing is demanded of the mix', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 60 }), (teks) => {
      const hasil = nilaiSandi(teks, penilai)
      if (!hasil.ok) expect(['sandi.umum', 'sandi.pendek', 'sandi.panjang']).toContain(hasil.error)
    }),
  )
})

test('the same characters typed in another way are the same password', () => {
  const composed = nilaiSandi('cafe\u0301 susu panas', penilai)
  expect(composed).toEqual({ ok: true, value: 'café susu panas' })
})

test('common words with digits behind them, and words of the context, are refused', () => {
  for (const sandi of ['iloveyou', 'ILoveYou', 'password2024', 'sitirahmawati', 'Bontang2018!'])
    expect(nilaiSandi(sandi, penilai), sandi).toEqual({ ok: false, error: 'sandi.umum' })
})

test('a context word among others is no fault', () => {
  expect(nilaiSandi('siti suka rujak pedas', penilai).ok).toBe(true)
})

test('a PIN of a sequence or a repetition is refused, an ordinary one is not', () => {
  for (const pin of ['000000', '123456', '654321', '121212', '123123', '112233'])
    expect(pinMudah(pin), pin).toBe(true)
  for (const pin of ['284019', '907351', '550918']) expect(pinMudah(pin), pin).toBe(false)
})
