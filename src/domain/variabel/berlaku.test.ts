/** Skipped questions keep no answer, also when one skip brings the next. */
import { expect, test } from 'vitest'
import { ditanyakan, yangBerlaku } from './berlaku.ts'

const pertanyaan = [
  { nama: 'status_bangunan', bila: null },
  { nama: 'bukti_lahan', bila: { variabel: 'status_bangunan', dalam: [1] } },
  { nama: 'status_lahan', bila: { variabel: 'bukti_lahan', dalam: [2] } },
  { nama: 'hamil', bila: { jenis_kelamin: 2 } as const },
]
const siapa = { umur: 30, jenis_kelamin: 1 }

test('an answer that skips a question takes the answers behind it along', () => {
  const jawaban = { status_bangunan: 3, bukti_lahan: 2, status_lahan: 1, hamil: 1 }
  expect(yangBerlaku(pertanyaan, jawaban, siapa)).toEqual({ status_bangunan: 3 })
})

test('what applies stays as it was', () => {
  const jawaban = { status_bangunan: 1, bukti_lahan: 2, status_lahan: 1 }
  expect(yangBerlaku(pertanyaan, jawaban, siapa)).toBe(jawaban)
})

test('a follow-up waits for its question, what hangs on an unknown sex is asked', () => {
  const asked = ditanyakan(pertanyaan, {}, { umur: null, jenis_kelamin: null })
  expect(asked.map((p) => p.nama)).toEqual(['status_bangunan', 'hamil'])
  const then = ditanyakan(pertanyaan, { status_bangunan: 1 }, siapa)
  expect(then.map((p) => p.nama)).toEqual(['status_bangunan', 'bukti_lahan'])
})

test('a form of changes asks a follow-up whose question was answered elsewhere', () => {
  const asked = ditanyakan(pertanyaan, {}, siapa, 'tanya')
  expect(asked.map((p) => p.nama)).toEqual(['status_bangunan', 'bukti_lahan', 'status_lahan'])
})
