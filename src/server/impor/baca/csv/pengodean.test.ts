import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileRefused } from '../tabel.ts'
import { ByteDecoder, detectEncoding, incompleteTail } from './pengodean.ts'

/** Decodes the bytes in chunks of the given size, as a file would come. */
function decodeInChunks(bytes: Uint8Array, size: number, encoding = detectEncoding(bytes)) {
  const decoder = new ByteDecoder(encoding.encoding)
  let text = ''
  for (let i = encoding.bom; i < bytes.length; i += size) {
    text += decoder.decode(bytes.subarray(i, i + size), 1)
  }
  return { text: text + decoder.end(1), decoder }
}

describe('the encoding of a CSV', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffNAMA;ÉTÉ'), 'utf-8'],
    ['UTF-8 without', Buffer.from('NAMA;ÉTÉ'), 'utf-8'],
    ['plain ASCII', Buffer.from('NAMA;A'), 'utf-8'],
    ['UTF-16 with its mark', Buffer.from('\ufeffNAMA;ÉTÉ', 'utf16le'), 'utf-16le'],
    ['UTF-16 without', Buffer.from('NAMA;ÉTÉ', 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with its mark', Buffer.from('\ufeffNAMA;ÉTÉ', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 BE without', Buffer.from('NAMA;ÉTÉ', 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from('NAMA;ÉTÉ', 'latin1'), 'windows-1252'],
  ])('is recognised: %s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes).encoding).toBe(encoding)
    for (const size of [1, 2, 3, 100]) {
      expect(decodeInChunks(bytes, size).text).toMatch(/^NAMA;(ÉTÉ|A)$/)
    }
  })

  it('reads the punctuation that Windows-1252 has where Latin-1 has none', () => {
    expect(decodeInChunks(Buffer.from([0x93, 0x80, 0x94]), 2).text).toBe('“€”')
  })

  it('turns to Windows-1252 when UTF-8 proves wrong after plain ASCII', () => {
    const bytes = Buffer.from(`${'NAMA;1\n'.repeat(100)}JOSÉ`, 'latin1')
    const { text, decoder } = decodeInChunks(bytes, 10, { encoding: 'utf-8', bom: 0 })
    expect(text.endsWith('JOSÉ')).toBe(true)
    expect(decoder.switched).toBe(true)
  })

  it('marks what is broken in the midst of good UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('ÉÉÉÉÉÉ'), Buffer.from([0xff]), Buffer.from('AKHIR')])
    const { text, decoder } = decodeInChunks(bytes, 6, { encoding: 'utf-8', bom: 0 })
    expect(text).toBe('ÉÉÉÉÉÉ\ufffdAKHIR')
    expect(decoder.broken).toBe(1)
  })

  it('refuses NUL in every encoding', () => {
    for (const bytes of [
      Buffer.from('NAMA\0ALAMAT'),
      Buffer.from('\ufeffNAMA\0ALAMAT', 'utf16le'),
    ]) {
      expect(() => decodeInChunks(bytes, 100)).toThrow(FileRefused)
    }
  })

  it('never cuts a character, wherever a chunk ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        const plain = text.replaceAll('\0', '')
        const bytes = Buffer.from(plain)
        expect(decodeInChunks(bytes, size, { encoding: 'utf-8', bom: 0 }).text).toBe(plain)
        expect(incompleteTail(bytes)).toBe(0)
      }),
    )
  })
})
