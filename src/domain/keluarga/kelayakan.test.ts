import { expect, test } from 'vitest'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { addMonths, berkasKelayakanSchema, nilaiKelayakan } from './kelayakan.ts'

const policy = readPolicy('parameter/kelayakan.yaml', berkasKelayakanSchema).nilai
const penilaian = {
  status: 'tidak_layak',
  dasar: 'Sudah punya mobil',
  tanggal: '2018-07-20',
  versi: 3,
} as const
const kini = { versi: 3, tanggalTerbaru: '2018-01-01' }

test.each(policy.contoh)(
  'a finding of $tanggal holds until $berlaku_sampai',
  ({ tanggal, berlaku_sampai }) => {
    expect(addMonths(tanggal, policy.masa_berlaku_bulan)).toBe(berlaku_sampai)
  },
)

test('a finding gets its end', () => {
  expect(nilaiKelayakan(kini, penilaian, '2018-07-24', 12)).toEqual({
    ok: true,
    value: { ...penilaian, berlakuSampai: '2019-07-20' },
  })
})

test('taking a finding back has no end', () => {
  expect(
    nilaiKelayakan(kini, { ...penilaian, status: 'belum_dinilai' }, '2018-07-24', 12),
  ).toMatchObject({ ok: true, value: { berlakuSampai: null } })
})

test('what was decided on an older version, for tomorrow, or before the newest finding is refused', () => {
  expect(nilaiKelayakan({ ...kini, versi: 4 }, penilaian, '2018-07-24', 12)).toEqual({
    ok: false,
    error: 'versi_berubah',
  })
  expect(nilaiKelayakan(kini, penilaian, '2018-07-19', 12)).toEqual({
    ok: false,
    error: 'tanggal_mendatang',
  })
  expect(
    nilaiKelayakan({ versi: 3, tanggalTerbaru: '2018-07-21' }, penilaian, '2018-07-24', 12),
  ).toEqual({ ok: false, error: 'tanggal_mundur' })
})
