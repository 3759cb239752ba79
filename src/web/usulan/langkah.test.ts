/** Buttons of the inbox come from the tables of the tracks. */
import { expect, test } from 'vitest'
import { langkahBertombol } from '#contract/usulan-langkah.ts'
import { semuaAksi } from '#domain/usulan/alur.ts'
import { diMeja, isAksiTombol, langkahUntuk, langkahUtama, perluAlasan } from './langkah.ts'

test('every step with a button has its operation, and no other', () => {
  expect(semuaAksi.filter(isAksiTombol).map((a) => `usulan.${a}`)).toEqual(
    expect.arrayContaining(langkahBertombol.map((op) => op.id)),
  )
  expect(semuaAksi.filter(isAksiTombol)).toHaveLength(langkahBertombol.length)
})

test('a mixed choice names each step with the number it is for', () => {
  const rows = [
    { jalur: 'usulan', status: 'dilengkapi' },
    { jalur: 'usulan', status: 'dilengkapi' },
    { jalur: 'usulan', status: 'akhir' },
  ] as const
  expect(langkahUntuk(rows, 'lurah')).toEqual([
    { aksi: 'ketahui', jumlah: 2 },
    { aksi: 'umumkan', jumlah: 1 },
  ])
  expect(langkahUntuk(rows, 'auditor')).toEqual([])
})

test('what the meeting decides has no button', () => {
  expect(langkahUntuk([{ jalur: 'usulan', status: 'diketahui' }], 'lurah')).toEqual([])
})

test('the work list calls a line by the step that carries on', () => {
  expect(langkahUtama({ jalur: 'usulan', status: 'diajukan' }, 'operator_desa')).toBe('lengkapi')
  expect(langkahUtama({ jalur: 'identitas', status: 'diajukan' }, 'verifikator')).toBe('verifikasi')
  expect(diMeja({ jalur: 'usulan', status: 'dilengkapi' }, 'lurah')).toBe(true)
  expect(diMeja({ jalur: 'usulan', status: 'dilengkapi' }, 'operator_desa')).toBe(false)
})

test('a reason is asked where a table says so', () => {
  expect(perluAlasan('kembalikan')).toBe(true)
  expect(perluAlasan('ketahui')).toBe(false)
})
