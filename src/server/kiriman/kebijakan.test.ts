import { expect, test } from 'vitest'
import { nomorPalingLambat } from '#domain/kiriman/kebijakan.ts'
import { kebijakanPusat } from './kebijakan.ts'

test.each(kebijakanPusat.contoh)(
  'a letter of $tanggal has its number by $nomor_paling_lambat',
  (c) => {
    expect(nomorPalingLambat(c.tanggal, kebijakanPusat.nomor_menyusul_hari)).toBe(
      c.nomor_paling_lambat,
    )
  },
)
