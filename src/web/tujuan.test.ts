/** The purpose as it travels in the header. */
import { expect, test } from 'vitest'
import { bacaTujuan, pilihTujuan, tujuanSekarang, tulisTujuan } from '#web/tujuan.ts'

test('a code alone is the header', () => {
  expect(tulisTujuan({ kode: 'pelayanan' })).toBe('pelayanan')
})

test('words beside the code are percent-encoded and come back', () => {
  const tujuan = { kode: 'pemeriksaan', teks: 'Uji petik; triwulan – “RT 3”' }
  expect(tulisTujuan(tujuan)).toMatch(/^pemeriksaan;[\x21-\x7e]+$/)
  expect(bacaTujuan(tulisTujuan(tujuan))).toEqual(tujuan)
})

test('nothing chosen is no purpose, and broken words leave the code', () => {
  expect(bacaTujuan(null)).toBeNull()
  expect(bacaTujuan('pengaduan;%E0%A4%A')).toEqual({ kode: 'pengaduan' })
})

test('the choice holds until another is made', () => {
  pilihTujuan({ kode: 'verifikasi' })
  expect(tujuanSekarang()).toBe('verifikasi')
  pilihTujuan(null)
  expect(tujuanSekarang()).toBeNull()
})
