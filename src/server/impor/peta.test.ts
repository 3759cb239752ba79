import { describe, expect, test } from 'vitest'
import { bukanData, kenali } from '#domain/impor/kenali.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { loadMaps } from './peta.ts'

const maps = loadMaps()
const pbdt = maps.find((m) => m.kode === 'pbdt-2015')

describe('the column maps', () => {
  test.each(maps)('$kode names variables and code lists that exist', (peta) => {
    const kamus = loadDictionary()
    for (const kolom of peta.kolom) {
      if (kolom.variabel) expect(kamus.variabel.has(kolom.variabel), kolom.variabel).toBe(true)
      if (kolom.kode) expect(loadCodeLists().has(kolom.kode), kolom.kode).toBe(true)
    }
  })
  test.each(maps)('$kode is recognised from its own headers, and from its examples', (peta) => {
    expect(kenali(maps, [peta.kolom.map((k) => k.judul)])?.peta.kode).toBe(peta.kode)
    for (const { judul, dikenal } of peta.contoh) {
      expect(kenali([peta], [judul]) !== null, judul.join(' | ')).toBe(dikenal)
    }
  })
  test('PBDT has 101 columns', () => {
    expect(pbdt?.kolom.length).toBe(101)
  })
})

describe('a header', () => {
  const judul = pbdt?.kolom.map((k) => k.judul) ?? []
  test('is found below titles', () => {
    const found = kenali(maps, [['DAFTAR BNBA'], ['KOTA BONTANG', '', '2018'], [], judul])
    expect(found).toMatchObject({ lewati: 4 })
  })
  test('is found in other case, without numbers, with other spaces', () => {
    const odd = judul.map((j) => j.toUpperCase().replace(/ ?\(\d+\)/, '  '))
    expect(kenali(maps, [odd])?.peta.kode).toBe('pbdt-2015')
  })
  test('spread over two rows by merges is put together', () => {
    const upper = judul.map((j, i) => (i < 40 ? j : i === 40 ? 'ASET' : ''))
    const lower = judul.map((j, i) => (i < 40 ? '' : j))
    expect(kenali(maps, [upper, lower, ['1', '2', '3']])).toMatchObject({ lewati: 2 })
  })
  test('of something else is not recognised', () => {
    expect(
      kenali(maps, [
        ['No', 'Nama', 'Alamat'],
        ['1', 'A', 'B'],
      ]),
    ).toBeNull()
  })
})

describe('a row that is no data', () => {
  const judul = pbdt?.kolom.map((k) => k.judul) ?? []
  const kepala = kenali(maps, [judul])
  if (!kepala) throw new Error('not recognised')
  test.each([
    [['KOLOM', '2', '3', '4', '5'], 'nomor_kolom'],
    [['1', '2', '3', '4', '5', '6'], 'nomor_kolom'],
    [judul, 'judul_berulang'],
    [['JUMLAH', '', '', '120'], 'jumlah'],
    [['', '', 'Mengetahui, Lurah'], 'keterangan'],
  ])('%s', (cells, jenis) => {
    expect(bukanData(kepala, cells)).toBe(jenis)
  })
  test('a broken row with values stays data', () => {
    const cells = judul.map((_, i) => (i === 79 ? '' : `x${i}`))
    expect(bukanData(kepala, cells)).toBeNull()
  })
})
