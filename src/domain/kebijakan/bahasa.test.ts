/** The language is closed: what is not in it cannot be written, and what cannot be computed safely is refused. */
import { describe, expect, test } from 'vitest'
import { nilaiSchema, type Syarat, syaratSchema } from './bahasa.ts'
import { evaluateNilai, evaluateSyarat, factsOf } from './evaluasi.ts'
import { parameterOn } from './parameter.ts'
import { checkNilai, checkSyarat, factsIn } from './periksa.ts'
import { identifier, integer, nilaiToSql, syaratToSql } from './sql.ts'

const fakta = { lantai: 8, luas: null, orang: 5 }
const lingkup = { fakta, parameter: { ambang: 8 } }
const rentang = new Map([
  ['lantai', { min: 0, maks: 32_767 }],
  ['luas', { min: 0, maks: 2_147_483_647 }],
  ['orang', { min: 0, maks: 32_767 }],
  ['rupiah', { min: 0, maks: 1e12 }],
])
const periksa = { fakta: rentang, parameter: { ambang: 8 } }
const sql = { alias: 'f', fakta: new Set(rentang.keys()), parameter: { ambang: 8 } }

describe('a condition over an unknown fact', () => {
  const unknown: Syarat = { kurang: ['luas', 10] }

  test.each<[string, Syarat, boolean | null]>([
    ['is unknown', unknown, null],
    ['is unknown when negated', { bukan: unknown }, null],
    ['is false beside a false one', { dan: [unknown, { sama: ['lantai', 1] }] }, false],
    ['is unknown beside a true one', { dan: [unknown, { sama: ['lantai', 8] }] }, null],
    [
      'is true as an alternative to a true one',
      { atau: [unknown, { nilai: 'lantai', dalam: [7, 8] }] },
      true,
    ],
    [
      'is passed over where the same thing was asked otherwise',
      { atau_terjawab: [unknown, { sama: ['lantai', 1] }] },
      false,
    ],
    ['is known to be unanswered', { terjawab: 'luas' }, false],
  ])('%s', (_, rule, expected) => {
    expect(evaluateSyarat(rule, lingkup).nilai).toBe(expected)
  })
})

test('division by zero is unknown, never an error', () => {
  expect(evaluateNilai({ bagi: ['lantai', { selisih: ['orang', 5] }] }, lingkup).nilai).toBeNull()
})

test('the tree names every fact that was read', () => {
  const trace = evaluateSyarat(
    { kurang: ['luas', { kali: [{ parameter: 'ambang' }, 'orang'] }] },
    lingkup,
  )
  expect(factsOf(trace)).toEqual(['luas', 'orang'])
  expect(factsIn({ atau: [{ terjawab: 'luas' }, { sama: ['orang', 1] }] })).toEqual([
    'luas',
    'orang',
  ])
})

describe('the language refuses', () => {
  test.each([
    ['an unknown operator', { pangkat: ['luas', 2] }],
    ['two operators at once', { sama: [1, 1], beda: [1, 2] }],
    ['a fraction', { sama: ['luas', 0.5] }],
    ['a name that is no identifier', { terjawab: 'luas"; drop table keluarga' }],
    [
      'bands that do not rise',
      {
        sama: [
          {
            pita: 'luas',
            isi: [
              { kurang_dari: 5, nilai: 1 },
              { kurang_dari: 5, nilai: 2 },
            ],
            selebihnya: 0,
          },
          1,
        ],
      },
    ],
  ])('%s', (_, rule) => {
    expect(syaratSchema.safeParse(rule).success).toBe(false)
  })

  test('a fact or a parameter that does not exist', () => {
    expect(() => checkSyarat({ terjawab: 'gaji' }, periksa)).toThrow('gaji')
    expect(() => checkNilai({ parameter: 'lain' }, periksa)).toThrow('lain')
    expect(() => nilaiToSql('gaji', sql)).toThrow('gaji')
  })

  test('a value that could leave the safe integers, whatever the facts', () => {
    const rule = nilaiSchema.parse({ kali: ['rupiah', 'orang'] })
    expect(() => checkNilai(rule, periksa)).toThrow('safe integers')
    expect(checkNilai({ kali: ['luas', 'orang'] }, periksa).maks).toBe(2_147_483_647 * 32_767)
  })
})

describe('the SQL of a rule', () => {
  test('holds quoted names and whole numbers only', () => {
    expect(syaratToSql({ kurang: ['luas', { kali: [-2, 'orang'] }] }, sql)).toBe(
      '("f"."luas" < ((-2)::bigint * "f"."orang"::bigint))',
    )
    expect(() => identifier('a"b')).toThrow()
    expect(() => integer(1.5)).toThrow()
  })
})

describe('a parameter', () => {
  const nilai = [
    { dari: null, sampai: '2020-01-01', nilai: 500, sumber: 'lama' },
    { dari: '2020-01-01', sampai: null, nilai: 600, sumber: 'baru' },
  ]
  const one = {
    nama: 'batas',
    label: { id: 'Batas', en: 'Limit' },
    satuan: { id: 'm²', en: 'm²' },
    nilai,
  }

  test('has the value of the day', () => {
    expect(parameterOn([one], '2019-12-31')).toEqual({ batas: 500 })
    expect(parameterOn([one], '2020-01-01')).toEqual({ batas: 600 })
  })

  test('without exactly one value on the day is a fault of the policy', () => {
    expect(() => parameterOn([{ ...one, nilai: nilai.slice(1) }], '2019-01-01')).toThrow('0 values')
    expect(() => parameterOn([{ ...one, nilai: [...nilai, ...nilai] }], '2021-01-01')).toThrow(
      '2 values',
    )
  })
})
