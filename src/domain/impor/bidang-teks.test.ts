import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAngka } from './angka.ts'
import { parseNama } from './nama.ts'
import { findRt, parseRt, parseRw } from './rt.ts'
import { excelSerial, isoDate, parseTanggal } from './tanggal.ts'

describe('an RT written any way', () => {
  test.each([
    ['7', 7, null],
    ['007', 7, null],
    ['RT.07/RW.02', 7, 2],
    ['RT 7 RW 2', 7, 2],
    ['rt007', 7, null],
    ['Rt.007', 7, null],
    ['07/02', 7, 2],
    ['RT 07/02', 7, 2],
    ['RT. 012 / RW. 003', 12, 3],
    ['RT VII RW II', 7, 2],
    ['-', null, null],
    ['000', null, null],
    ['LINGKUNGAN 3', null, null],
    ['DUSUN MAWAR', null, null],
  ])('%s is RT %s, RW %s', (text, rt, rw) => {
    expect(parseRt(text)).toEqual({ rt, rw })
  })

  test('is found in an address, and not where there is none', () => {
    expect(findRt('Jl. Mawar No. 7 RT 12 RW 01')).toEqual({ rt: 12, rw: 1 })
    expect(findRt('Jl. Martadinata No. 7')).toEqual({ rt: null, rw: null })
    expect(parseRw('RW 02')).toBe(2)
    expect(parseRw('002')).toBe(2)
  })

  test('comes through every usual writing of every number', () => {
    const number = fc.integer({ min: 1, max: 999 })
    const style = fc.constantFrom(
      (rt: string, rw: string) => `RT.${rt}/RW.${rw}`,
      (rt: string, rw: string) => `RT ${rt} RW ${rw}`,
      (rt: string, rw: string) => `rt${rt} rw${rw}`,
      (rt: string, rw: string) => `${rt}/${rw}`,
      (rt: string, rw: string) => `RT : ${rt} / RW : ${rw}`,
    )
    const pad = fc.constantFrom(1, 2, 3)
    fc.assert(
      fc.property(number, number, pad, style, (rt, rw, width, write) => {
        const text = write(String(rt).padStart(width, '0'), String(rw).padStart(width, '0'))
        expect(parseRt(text)).toEqual({ rt, rw })
      }),
    )
  })
})

describe('a date as officers write it', () => {
  const read = (text: string) => parseTanggal(text, 2018)
  test.each([
    ['25-07-60', '1960-07-25'],
    ['25/12/1980', '1980-12-25'],
    ['31 Januari 1975', '1975-01-31'],
    ['5 Agt 1981', '1981-08-05'],
    ['12 Nopember 1990', '1990-11-12'],
    ['28 Pebruari 1970', '1970-02-28'],
    ['1980-04-03', '1980-04-03'],
    ['1980-04-03T00:00:00', '1980-04-03'],
    ['17081945', '1945-08-17'],
    ['04/04/2004', '2004-04-04'],
    ['29314', '1980-04-03'],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toMatchObject({ jenis: 'tanggal', nilai: value, urutan: 'pasti' })
  })

  test('that can be read both ways is read day first and says so', () => {
    expect(read('03/04/1980')).toEqual({ jenis: 'tanggal', nilai: '1980-04-03', urutan: 'ragu' })
    expect(read('01-07-60')).toMatchObject({ nilai: '1960-07-01' })
    expect(parseTanggal('03/04/1980', 2018, 'bulan_dulu')).toMatchObject({ nilai: '1980-03-04' })
    expect(read('12/25/1980')).toEqual({
      jenis: 'tanggal',
      nilai: '1980-12-25',
      urutan: 'bulan_dulu',
    })
  })

  test.each(['31 Pebruari 1980', '31-04-1980', '29/02/1981', '1980-13-01'])(
    '%s does not exist',
    (text) => {
      expect(read(text)).toEqual({ jenis: 'mustahil' })
    },
  )

  test.each(['', '-', '00-00-0000', '0000-00-00'])('"%s" is empty', (text) => {
    expect(read(text)).toEqual({ jenis: 'kosong' })
  })

  test('comes back whole for every day in every writing', () => {
    const months = [
      'Januari',
      'Peb',
      'Mar',
      'April',
      'Mei',
      'Jun',
      'Juli',
      'Agustus',
      'Sept',
      'Okt',
      'Nop',
      'Desember',
    ]
    const day = fc.date({
      min: new Date('1920-01-01'),
      max: new Date('2017-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const serial = Math.round(date.getTime() / 86_400_000 - 0.5) + 25_569
        expect(read(`${d} ${months[m - 1]} ${y}`)).toMatchObject({ nilai: iso })
        expect(read(`${d}/${m}/${y}`)).toMatchObject({ nilai: iso })
        expect(excelSerial(serial)).toBe(iso)
        expect(isoDate(y, m, d)).toBe(iso)
      }),
    )
  })
})

describe('a number as officers write it', () => {
  test.each([
    ['1jt', 1_000_000],
    ['1,5 juta', 1_500_000],
    ['1.5jt', 1_500_000],
    ['Rp 600.000', 600_000],
    ['Rp. 850.000,-', 850_000],
    ['600rb', 600_000],
    ['7,2 m2', 7.2],
    ['36 m2', 36],
    ['36m²', 36],
    ['1.234', 1234],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['7.2', 7.2],
    ['6x6', 36],
    ['-36', -36],
    ['± 45', 45],
    ['5 ekor', 5],
    ['900 VA', 900],
    ['0,5 ha', 5000],
  ])('%s is %s', (text, value) => {
    expect(parseAngka(text)).toEqual({ jenis: 'angka', nilai: value })
  })
  test.each(['luas sekali', 'tiga puluh', '1.2.3.4,5,6x', 'Rp'])('%s cannot be read', (text) => {
    expect(parseAngka(text).jenis).not.toBe('angka')
  })
  test('comes back for every whole number, plain and with thousands parted by dots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
        expect(parseAngka(String(n))).toEqual({ jenis: 'angka', nilai: n })
        expect(parseAngka(`Rp ${n.toLocaleString('id-ID')}`)).toEqual({ jenis: 'angka', nilai: n })
      }),
    )
  })
})

describe('a name', () => {
  test.each([
    ['Siti  Nurhaliza', 'SITI NURHALIZA', [], false],
    ['ALM. SUPARMAN', 'SUPARMAN', [], true],
    ['SUPARMAN (ALM)', 'SUPARMAN', [], true],
    ['H. Ahmad Yani, S.Pd', 'AHMAD YANI', ['H.', 'S.PD'], false],
    ['Hj. Nur’aini', "NUR'AINI", ['HJ.'], false],
    ['ALMIRA PUTRI', 'ALMIRA PUTRI', [], false],
    ['ALMI', 'ALMI', [], false],
    ['\u00A0Budi\u200B Santoso ', 'BUDI SANTOSO', [], false],
  ])('%s is %s', (text, nama, gelar, almarhum) => {
    expect(parseNama(text)).toMatchObject({ nama, gelar, almarhum, janggal: false })
  })
  test.each(['', '-', 'NN', 'xxx', 'Tanpa Nama', '#REF!'])('"%s" is none', (text) => {
    expect(parseNama(text)).toBeNull()
  })
  test('with digits in it is kept and looked at', () => {
    expect(parseNama('S1TI RAHM4')).toMatchObject({ nama: 'S1TI RAHM4', janggal: true })
  })
})
