/** The examples in the ranking policies are tests: each family scores as its example says. */
import { describe, expect, test } from 'vitest'
import { completeFakta } from '#domain/keluarga/fakta.ts'
import { prepareModel } from '#domain/peringkat/model.ts'
import { scoreKeluarga } from '#domain/peringkat/nilai.ts'
import { loadFakta, loadModels } from './model.ts'

for (const { nilai: model } of loadModels()) {
  describe(`examples of ${model.kode}`, () => {
    const { berkas, rentang } = loadFakta()
    const siap = prepareModel(model, rentang, '2026-10-01')
    test.each(model.contoh.map((c) => [c.nama, c] as const))('%s', (_, { fakta, harapan }) => {
      const hasil = scoreKeluarga(siap, completeFakta(berkas, fakta))
      const butir = Object.fromEntries(
        hasil.butir
          .filter((b) => harapan.butir !== undefined && b.kode in harapan.butir)
          .map((b) => [b.kode, model.jenis === 'indikator' ? b.terpenuhi : b.poin]),
      )
      const batas = [hasil.batasBawah, hasil.batasAtas]
      expect({ ...hasil, batas, butir }).toMatchObject(harapan)
    })
  })
}

test('the weighted model never calls its result the decile of BPS', () => {
  const text = loadModels().find((m) => m.nilai.jenis === 'bobot')?.isi ?? ''
  expect(text).toContain('CONTOH')
  expect(text).toContain('bukan desil BPS')
})

test('there are fourteen indicators and nine make a family poor', () => {
  const model = loadModels().find((m) => m.kode === 'bps-14-indikator')?.nilai
  expect(model?.jenis === 'indikator' && [model.indikator.length, model.garis_miskin]).toEqual([
    14, 9,
  ])
})

test('every fact can be said in words', () => {
  const { kamus } = loadFakta()
  expect(kamus.lantai?.kode?.['8']?.id).toBe('Tanah')
  expect(kamus.kepala_ijazah?.kode).toBeDefined()
  expect(kamus.luas_lantai?.satuan?.id).toBe('m²')
})
