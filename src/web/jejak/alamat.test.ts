import { expect, test } from 'vitest'
import { saringanLog } from './alamat.ts'

const id = '0192e3b0-0000-7000-8000-0000000000aa'

test('the filters of the log are read from an address', () => {
  const alamat = {
    dari: '2018-07-01',
    sampai: '2018-07-31',
    pengguna: id,
    peran: 'verifikator',
    operasi: 'keluarga.satu',
    jenis: 'baca',
    tujuan: 'pengaduan',
    wilayah: '6474000000',
    catatan: id,
  }
  expect(saringanLog(alamat)).toEqual({ ...alamat, wilayah: 6474000000 })
})

test.each([
  ['dari', '1 Juli'],
  ['sampai', 3],
  ['pengguna', 'Siti'],
  ['catatan', '6474011205800007'],
  ['peran', 'raja'],
  ['jenis', 'hapus'],
  ['operasi', 'a b'],
])('%s = %j is left out', (nama, nilai) => {
  expect(saringanLog({ [nama]: nilai })).toEqual({})
})
