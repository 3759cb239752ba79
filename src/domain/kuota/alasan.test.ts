import { expect, test } from 'vitest'
import { sortKey } from '#domain/peringkat/kunci.ts'
import { explain, firstDifference, type Kedudukan, valuesOf } from './alasan.ts'

const butir = ['Lantai tanah', 'Dinding bambu', 'Tanpa listrik', 'Air sungai'].map((id, i) => ({
  kode: `i${i + 1}`,
  label: { id, en: id },
}))

/** Tie-breakers as the key packs them: dependants, vulnerable, area in tenths of m². */
const tie = (tanggungan: number, rentan: number, luas: number): number =>
  ((63 - tanggungan) * 32 + (31 - rentan)) * 16_384 + luas

const standing = (kelayakan: number, met: number, key = tie(2, 1, 75)): Kedudukan => ({
  kunci: sortKey(kelayakan, 100 - met, key),
  terpenuhi: met,
  terjawab: 4,
  poin: met,
  bitTerpenuhi: 2 ** met - 1,
  bitTerjawab: 15,
})

test('a key tells its parts back', () => {
  expect(valuesOf(sortKey(2, 7, tie(3, 1, 64)))).toEqual({
    kelayakan: 2,
    skor: 7,
    tanggungan: 3,
    rentan: 1,
    luas: 64,
  })
})

test('the first part that differs decides', () => {
  const a = sortKey(1, 7, tie(3, 1, 64))
  expect(firstDifference(a, sortKey(3, 1, tie(9, 9, 1)))).toBe('kelayakan')
  expect(firstDifference(a, sortKey(1, 8, tie(9, 9, 1)))).toBe('skor')
  expect(firstDifference(a, sortKey(1, 7, tie(2, 1, 64)))).toBe('tanggungan')
  expect(firstDifference(a, sortKey(1, 7, tie(3, 2, 64)))).toBe('rentan')
  expect(firstDifference(a, sortKey(1, 7, tie(3, 1, 65)))).toBe('luas')
  expect(firstDifference(a, a)).toBeNull()
})

test('indicators that make the difference are named, on either side', () => {
  const reason = explain('peringkat', standing(1, 2), standing(1, 3), false, butir)
  expect(reason).toMatchObject({ komponen: 'skor', lebih: [], kurang: [{ id: 'Tanpa listrik' }] })
  expect(reason.kalimat.id).toBe(
    'Indikator terpenuhi: 2 dari 4 yang terjawab; keluarga terakhir di dalam garis: 3 dari 4 yang terjawab. Hanya di garis: Tanpa listrik.',
  )
})

test('eligibility comes before every indicator', () => {
  const reason = explain('peringkat', standing(3, 4), standing(1, 1), false, butir)
  expect(reason.kalimat.id).toBe(
    'Status kelayakan: tidak layak; keluarga terakhir di dalam garis: layak.',
  )
})

test('a tie-breaker is told as the number it counts', () => {
  const reason = explain(
    'peringkat',
    standing(1, 2, tie(2, 1, 75)),
    standing(1, 2, tie(2, 1, 82)),
    true,
    butir,
  )
  expect(reason.kalimat.id).toContain('7,5 m²; keluarga pertama di luar garis: 8,2 m².')
  expect(reason.kalimat.en).toContain('7.5 m²')
})

test('what was not asked here is listed beside the reason', () => {
  const reason = explain('di_garis', { ...standing(1, 2), bitTerjawab: 7 }, null, true, butir)
  expect(reason.belumDitanyakan).toEqual([{ id: 'Air sungai', en: 'Air sungai' }])
})
