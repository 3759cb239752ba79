/** The dictionary of `policy/variabel` as it is: complete, consistent with its code lists and skip rules. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { labelOf, listOfVariable } from '#domain/variabel/label.ts'
import type { Syarat } from '#domain/variabel/syarat.ts'
import { surveyMigration } from '../variabel/migrasi.ts'
import { loadCodeLists, loadDictionary } from './muat.ts'

const kamus = loadDictionary()
const lengkap = { kamus, buku: loadCodeLists() }
const all = [...kamus.variabel.values()]

/** Every question of blocks 3, 4 and 5 of Regsosek 2022-K, with those of the cover that describe the family. */
const regsosek =
  `115 205 301a 301b 302 303 304 305 306a 306b 307a 307b1 307b2 307b3 308 309a 309b 310
  402 403 404 405 406 407 408 409 410 411 412 413 414 415 416a 416b 417 418 419 420a 420b 421 422 423
  424 425 426 427 428a 428b 428c 428d 428e 428f 428g 428h 428i 428j 429 430 431a 431b 431c 431d 431e 431f
  501a 501b 501c 501d 501e 501f 501g 502a 502b 502c 502d 502e 502f 502g 502h 502i 502j 502k 502l 502m 502n
  503a 503b 504a 504b 504c 504d 504e 505 506`.split(/\s+/)

/** What decisions need and Regsosek 2022-K does not ask. */
const needed = `frekuensi_daging beli_pakaian frekuensi_makan mampu_berobat tabungan pendapatan_kepala
  lahan_usaha plester_dinding mutu_kayu_lantai mutu_kayu_dinding belanja_makanan belanja_lain
  tagihan_listrik khawatir_makan menyusui mampu_bekerja domisili_alamat alasan_tanpa_nik intervensi`

function variablesIn(syarat: Syarat): readonly string[] {
  if ('semua' in syarat) return syarat.semua.flatMap(variablesIn)
  if ('salah_satu' in syarat) return syarat.salah_satu.flatMap(variablesIn)
  return 'variabel' in syarat ? [syarat.variabel] : []
}

describe('the dictionary', () => {
  test('has every question of Regsosek 2022-K exactly once', () => {
    const numbers = all.map((v) => v.nomor).filter((n) => n !== undefined)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(regsosek.filter((n) => !numbers.includes(n))).toEqual([])
  })

  test('has what decisions need beyond Regsosek', () => {
    expect(needed.split(/\s+/).filter((n) => !kamus.variabel.has(n))).toEqual([])
  })

  test.each(all.map((v) => [v.nama, v] as const))('%s has its code list', (_nama, v) => {
    const daftar = listOfVariable(lengkap, v)
    expect(daftar?.jenis ?? null).toBe(
      v.jenis === 'jumlah_bit'
        ? 'jumlah_bit'
        : v.jenis === 'kode' || v.jenis === 'ya_tidak'
          ? 'kode'
          : null,
    )
  })

  test('skips only by variables that exist and are asked earlier', () => {
    const names = all.map((v) => v.nama)
    for (const v of all) {
      for (const other of v.bila === undefined ? [] : variablesIn(v.bila)) {
        const place = names.indexOf(other)
        expect([v.nama, other, place >= 0 && place < names.indexOf(v.nama)]).toEqual([
          v.nama,
          other,
          true,
        ])
      }
    }
  })

  test('bounds what fits its column', () => {
    for (const v of all) {
      if (v.jenis === 'bilangan' && v.simpan === undefined)
        expect(v.batas?.maks).toBeLessThan(32768)
      if (v.jenis === 'luas') expect(v.batas?.maks).toBeLessThan(2 ** 31)
    }
  })

  test('wrote the committed migration', () => {
    const committed = readFileSync(
      new URL('../../../db/migrations/0003-survei.sql', import.meta.url),
      'utf8',
    )
    expect(surveyMigration(kamus)).toBe(committed)
  })
})

describe('an answer in words', () => {
  test.each([
    ['lantai', 8, 'Tanah'],
    ['aset_motor', 2, 'Tidak'],
    ['kartu_identitas', 5, 'Akta kelahiran, KTP'],
    ['kartu_identitas', 0, 'Tidak memiliki'],
    ['luas_lantai', 36, '36 meter persegi'],
    ['pendapatan_kepala', 1250000, 'Rp 1.250.000'],
    ['terima_pkh_tahun', 2022, '2022'],
    ['lantai', null, 'belum ditanyakan'],
  ])('%s %s is “%s”', (nama, nilai, id) => {
    expect(labelOf(lengkap, nama, nilai).id).toBe(id)
  })
})
