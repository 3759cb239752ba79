/** The code lists of `policy/kode` as they are: every code maps or says why not, and reads as it is written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Wadah } from '#domain/impor/wadah.ts'
import { bitsOf } from '#domain/kode/bit.ts'
import { canonicalList, type DaftarKode, listOf, SET_KANONIK } from '#domain/kode/daftar.ts'
import { compileDecoder, type Decoded } from '#domain/kode/decode.ts'
import { compileEncoder } from '#domain/kode/encode.ts'
import { loadCodeLists, loadDictionary } from './muat.ts'

const buku = loadCodeLists()
const kamus = loadDictionary()

/** The variable of a list: paper yes/no codes serve any, so one of them stands in. */
function variabelOf(jalur: string): string {
  const nama = jalur.split('/')[1] ?? ''
  const known: Record<string, string> = {
    ganjil: 'aset_gas',
    genap: 'aset_kulkas',
    ya_tidak: 'hamil',
    mutu: 'kondisi_dinding',
    televisi: 'aset_tv',
    emas: 'aset_emas',
    perahu_motor: 'aset_perahu_motor',
    kapal: 'aset_kapal',
    daya: 'daya_1',
  }
  return known[nama] ?? nama
}

function legalValues(variabel: string): ReadonlySet<number> {
  const v = kamus.variabel.get(variabel)
  if (v === undefined) throw new Error(`no variable ${variabel}`)
  const daftar = canonicalList(buku, v.kode ?? 'ya_tidak')
  return new Set(daftar.pilihan.map((p) => p.kode))
}

const foreign = [...buku].filter(([jalur]) => !jalur.startsWith(`${SET_KANONIK}/`))
const single = foreign.filter(([, daftar]) => daftar.jenis === 'kode')

function decoded(daftar: DaftarKode, variabel: string, raw: string): Decoded {
  const result = compileDecoder(daftar, variabel)(raw)
  if (!result.ok) throw new Error(`${variabel} ${raw}: ${result.error}`)
  return result
}

describe('every code list', () => {
  test.each([...buku])('%s has each code and each label once', (_jalur, daftar) => {
    const codes = daftar.pilihan.map((p) => p.kode)
    expect(new Set(codes).size).toBe(codes.length)
    const labels = daftar.pilihan.map((p) => p.label.id)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test.each(single)(
    '%s leads to codes that the canonical list has, or says why not',
    (jalur, daftar) => {
      for (const p of daftar.pilihan) {
        const result = decoded(daftar, variabelOf(jalur), String(p.kode))
        if (result.sifat === 'kosong') continue
        if (result.sifat === 'tidak_terpetakan') expect(result.alasan).toBeDefined()
        else expect(result.nilai.length).toBeGreaterThan(0)
        for (const one of result.nilai) {
          expect(legalValues(one.variabel)).toContain(one.nilai)
          for (const k of one.kandidat ?? [one.nilai])
            expect(legalValues(one.variabel)).toContain(k)
          if (one.kandidat !== undefined) expect(one.kandidat).toContain(one.nilai)
        }
      }
    },
  )

  test.each(single)('%s reads the value that it wrote', (jalur, daftar) => {
    const variabel = variabelOf(jalur)
    const encode = compileEncoder(daftar, variabel)
    for (const p of daftar.pilihan) {
      const value = decoded(daftar, variabel, String(p.kode)).nilai.find(
        (n) => n.variabel === variabel,
      )
      if (value === undefined) continue
      const again = encode(value.nilai)
      if (again === null) throw new Error(`${jalur} cannot write ${value.nilai}`)
      const back = decoded(daftar, variabel, again).nilai.find((n) => n.variabel === variabel)
      expect(back?.kandidat ?? [back?.nilai]).toContain(value.nilai)
    }
  })
})

describe('a bit sum', () => {
  const sums = [...buku].filter(([, daftar]) => daftar.jenis === 'jumlah_bit')

  test.each(sums)('%s is taken apart and put together again', (jalur, daftar) => {
    const bits = daftar.pilihan.filter((p) => p.tunggal !== true)
    const encode = compileEncoder(daftar, variabelOf(jalur))
    fc.assert(
      fc.property(fc.subarray(bits, { minLength: 1 }), (chosen) => {
        const sum = chosen.reduce((total, p) => total + p.kode, 0)
        expect(bitsOf(daftar, sum)).toEqual(chosen)
        const value = decoded(daftar, variabelOf(jalur), String(sum)).nilai[0]
        expect(value === undefined ? null : encode(value.nilai)).toBe(String(sum))
      }),
    )
  })

  test('that no answers add up to is refused', () => {
    const daftar = listOf(buku, 'pbdt15/kartu_identitas')
    expect(compileDecoder(daftar, 'kartu_identitas')('16')).toEqual({
      ok: false,
      error: 'kode_tidak_dikenal',
    })
  })
})

describe('a cell of an officer’s file', () => {
  const decode = compileDecoder(listOf(buku, 'pbdt15/lantai'), 'lantai')

  test.each(['5', '05', ' 5 ', '5.0', '5,00', '005'])('%j is code 5', (raw) => {
    expect(decode(raw)).toMatchObject({
      nilai: [
        { variabel: 'lantai', nilai: 5 },
        { variabel: 'mutu_kayu_lantai', nilai: 1 },
      ],
    })
  })

  test.each(['Keramik', ' KERAMIK ', '2. Keramik', '2 - keramik'])(
    '%j is the label of code 2',
    (raw) => {
      expect(decode(raw)).toMatchObject({ ok: true, nilai: [{ variabel: 'lantai', nilai: 2 }] })
    },
  )

  test.each(['', '  ', '-'])('%j is unanswered', (raw) => {
    expect(decode(raw)).toMatchObject({ ok: true, nilai: [], sifat: 'kosong' })
  })

  test.each([
    ['11', 'kode_tidak_dikenal'],
    ['1. Keramik', 'bukan_kode'],
    ['emas', 'bukan_kode'],
    ['-2', 'bukan_kode'],
    ['2.5', 'bukan_kode'],
  ])('%j is refused: %s', (raw, error) => {
    expect(decode(raw)).toEqual({ ok: false, error })
  })

  test('gives the same frozen object for the same text', () => {
    expect(decode('3')).toBe(decode('3'))
    expect(Object.isFrozen(decode('3'))).toBe(true)
  })
})

describe('the paper’s alternating yes/no codes', () => {
  test.each(['pbdt-kertas/ganjil', 'pbdt-kertas/genap'])(
    '%s: 1 and 3 are yes, 2 and 4 are no, 0 is unanswered',
    (jalur) => {
      const decode = compileDecoder(listOf(buku, jalur), 'aset_motor')
      for (const [raw, nilai] of [
        ['1', 1],
        ['3', 1],
        ['2', 2],
        ['4', 2],
      ] as const) {
        expect(decode(raw)).toMatchObject({ nilai: [{ variabel: 'aset_motor', nilai }] })
      }
      expect(decode('0')).toMatchObject({ sifat: 'kosong' })
      expect(decode('5')).toMatchObject({ ok: false })
    },
  )

  test('are written 1/2 for an odd item and 3/4 for an even one', () => {
    const write = (jalur: string) => compileEncoder(listOf(buku, jalur), 'aset_motor')
    expect([1, 2].map(write('pbdt-kertas/ganjil'))).toEqual(['1', '2'])
    expect([1, 2].map(write('pbdt-kertas/genap'))).toEqual(['3', '4'])
  })
})

describe('the columns of a row together', () => {
  const penerangan = compileDecoder(listOf(buku, 'pbdt15/penerangan'), 'penerangan')
  const daya = compileDecoder(listOf(buku, 'pbdt15/daya'), 'daya_1')

  /** What the row says of lighting after its cells in the order given. */
  function lighting(...cells: ReturnType<typeof daya>[]): unknown {
    const row = new Wadah()
    for (const cell of cells) {
      for (const { variabel, nilai, kandidat } of cell.ok ? cell.nilai : []) {
        row.put(row.place(variabel, 'ruta'), nilai, kandidat === undefined)
      }
    }
    return row.nilai[row.place('penerangan', 'ruta')]
  }

  test.each([
    ['1', '', 1],
    ['1', '2', 1],
    ['1', '6', 2],
    ['2', '', 3],
    ['3', '', 4],
  ])('lighting %s with power %j is canonical %i, in either order', (p, d, expected) => {
    expect(lighting(penerangan(p), daya(d))).toBe(expected)
    expect(lighting(daya(d), penerangan(p))).toBe(expected)
  })
})

describe('power written as officers write it', () => {
  const decode = compileDecoder(listOf(buku, 'regsosek22/daya'), 'daya_1')

  test.each([
    ['1.300 watt', 3],
    ['1300', 3],
    ['900 VA', 2],
    ['3. 1.300 watt', 3],
    ['1. 450 watt', 1],
  ])('%j is code %i', (raw, nilai) => {
    expect(decode(raw)).toMatchObject({ ok: true, nilai: [{ nilai }] })
  })

  test.each(['1.300 kaki', '1. 900 watt', '1.250'])('%j is not guessed', (raw) => {
    expect(decode(raw).ok).toBe(false)
  })
})
