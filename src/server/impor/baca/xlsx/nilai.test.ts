import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBuiltInDate, isDateFormat, numberText, serialDate } from './nilai.ts'

describe('numbers of a workbook', () => {
  it.each([
    ['7', '7'],
    ['6474010101010001', '6474010101010001'],
    ['6.47401010101E+15', '6474010101010000'],
    ['6.4740101010100004E15', '6474010101010000'],
    ['1E+21', '1000000000000000000000'],
    ['36.100000000000001', '36.1'],
    ['-0.5', '-0.5'],
    ['1E-7', '0.0000001'],
    [' 12 ', '12'],
    ['.5', '0.5'],
  ])('%s is shown as %s', (raw, text) => {
    expect(numberText(raw)).toBe(text)
  })

  it.each(['', ' ', 'abc', '1,5', '0x10', '1e999', 'NaN', '1 2'])('%j is no number', (raw) => {
    expect(numberText(raw)).toBeUndefined()
  })

  it('keeps every whole number that a workbook can hold exactly', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => numberText(n.toExponential()) === String(n)))
  })
})

describe('dates of a workbook', () => {
  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['29314', false, '1980-04-03'],
    ['43282.75', false, '2018-07-01'],
    ['2958465', false, '9999-12-31'],
    ['0', true, '1904-01-01'],
    ['41820', true, '2018-07-01'],
  ])('serial %s (1904: %s) is %s', (serial, from1904, day) => {
    expect(serialDate(serial, from1904)).toBe(day)
  })

  it.each(['0', '-1', '0.5', '2958466', '6474010101010001'])('%s is no day', (serial) => {
    expect(serialDate(serial, false)).toBeUndefined()
  })

  it.each([
    'dd/mm/yyyy',
    '[$-421]dd mmmm yyyy;@',
    'mmm-yy',
    'd"hari"',
    'yyyy\\-mm\\-dd',
    'm/d/yy h:mm',
  ])('the format %s is a date', (code) => expect(isDateFormat(code)).toBe(true))

  it.each([
    'General',
    '0.00',
    '#,##0 "desa"',
    '[Red]0',
    'h:mm:ss',
    '[h]:mm',
    '0.00E+00',
    '\\d0',
    '@',
  ])('the format %s is none', (code) => expect(isDateFormat(code)).toBe(false))

  it('knows the built-in formats', () => {
    expect([0, 14, 17, 18, 21, 22, 45, 49].filter(isBuiltInDate)).toEqual([14, 17, 22])
  })
})
