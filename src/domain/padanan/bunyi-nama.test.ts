import fc from 'fast-check'
import { expect, test } from 'vitest'
import { model, tabelDari } from '#test/padanan-contoh.ts'
import { BunyiNama } from './bunyi-nama.ts'
import { satuBagian } from './kunci.ts'

const aturan = model.kamus.nama ?? { buang: [], setara: [], ejaan: [] }
const kata = fc.constantFrom(
  ...['MUHAMMAD', 'MOH', 'H', 'HJ', 'SYARIFUDDIN', 'SARIPUDIN', 'SOEKARNO', 'SUKARNO', 'SITI', 'A'],
)
const nama = fc.array(kata, { minLength: 1, maxLength: 4 }).map((k) => k.join(' '))

test('names share a sound exactly where the kernel gives them a key by sound in common', () => {
  fc.assert(
    fc.property(nama, nama, (a, b) => {
      const tabel = tabelDari([
        ['', a, '', ''],
        ['', b, '', ''],
      ])
      const bagian = satuBagian('nama:bunyi', tabel)
      const kunci = (n: number) =>
        Array.from({ length: bagian.lebar }, (_, ke) => bagian.nilai(n, ke)).filter((k) => k !== 0)
      const bunyi = new BunyiNama(aturan)
      expect(bunyi.bersama(new Set(bunyi.dari(a)), b)).toBe(
        kunci(0).some((k) => kunci(1).includes(k)),
      )
    }),
  )
})
