import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tabelDari } from '#test/padanan-contoh.ts'
import { hurufMirip, hurufTermirip } from './huruf-kata.ts'
import { lajurDari } from './tabel.ts'

const kata = fc.string({ unit: fc.constantFrom(...'ABCDEVWZ'), minLength: 1, maxLength: 9 })
const nama = fc.array(kata, { minLength: 1, maxLength: 6 }).map((k) => k.join(' '))

test('two names are never more alike than their kinds of letters say', () => {
  fc.assert(
    fc.property(nama, nama, (a, b) => {
      const lajur = lajurDari(
        tabelDari([
          ['', a, '', ''],
          ['', b, '', ''],
        ]),
        'nama',
      )
      if (lajur.jenis !== 'kata' || lajur.kata.banyak < 2) return
      const mirip = hurufMirip(lajur.kata, 1, 2)
      expect(hurufTermirip(lajur.kata, 1, 2)).toBeGreaterThanOrEqual(mirip - 1e-9)
    }),
  )
})
