import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { measure } from '#test/berkas/ukur.ts'
import { periksaPdf } from './pdf.ts'

/** A PDF of some objects, as a writer of today or of long ago makes it. */
function pdf(...objek: (string | Buffer)[]): Buffer {
  const badan = objek.map((o, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(o), Buffer.from('\nendobj\n')]),
  )
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
    ...badan,
    Buffer.from('xref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ])
}

const aliran = (kamus: string, isi: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${kamus} /Length ${isi.length} >>\nstream\n`),
    isi,
    Buffer.from('\nendstream'),
  ])

const katalog = '<< /Type /Catalog /Pages 2 0 R >>'
const halaman = '<< /Type /Pages /Kids [] /Count 0 >>'
const objStm = (isi: string, type = '/Type /ObjStm') =>
  aliran(`${type} /N 1 /First 4 /Filter /FlateDecode`, deflateSync(Buffer.from(`7 0 ${isi}`)))

describe('a PDF', () => {
  test('of pages, text and pictures is taken', () => {
    const teks = aliran(
      '/Filter /FlateDecode',
      deflateSync(Buffer.from('BT (Surat /JavaScript) Tj ET')),
    )
    const gambar = aliran(
      '/Subtype /Image /Filter /DCTDecode',
      Buffer.from('\xff\xd8/JS /Launch', 'latin1'),
    )
    expect(periksaPdf(pdf(katalog, halaman, teks, gambar, objStm('<< /Type /Page >>')))).toBeNull()
  })

  test('is one by its first bytes, whatever it is called', () => {
    for (const text of ['', 'PDF-1.7', '<html>%PDF-1.7', 'MZ%PDF-1.4', '\n%PDF-1.4'])
      expect(periksaPdf(Buffer.from(text))).toBe('bukti.jenis')
  })

  test('that is cut off anywhere is refused', () => {
    const utuh = pdf(katalog, halaman, objStm('<< /Type /Page >>'))
    for (let n = 8; n < utuh.length - 8; n += 7)
      expect(periksaPdf(utuh.subarray(0, n)), String(n)).toBe('bukti.rusak')
  })

  test('that is locked is refused', () => {
    const kunci = Buffer.from(
      pdf(katalog, halaman).toString('latin1').replace('/Root', '/Encrypt 5 0 R /Root'),
      'latin1',
    )
    expect(periksaPdf(kunci)).toBe('bukti.pdf_terkunci')
  })

  test.each([
    '<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>',
    '<< /S /JavaScript/JS 5 0 R >>',
    '<< /S /#4aava#53cript /J#53 (x) >>',
    '<< /S /Launch /F (cmd.exe) >>',
    '<< /Names << /EmbeddedFiles 3 0 R >> >>',
    '<< /Type /Filespec /EF << /F 6 0 R >> >>',
    '<< /AcroForm << /XFA [] >> >>',
    '<< /Subtype /RichMedia >>',
    '<< /S /SubmitForm /F (http://x) >>',
  ])('that acts or carries files is refused: %s', (isi) => {
    expect(periksaPdf(pdf(isi, halaman))).toBe('bukti.pdf_aktif')
    // The same inside a compressed stream of objects, also one that does not say it is one.
    expect(periksaPdf(pdf(katalog, halaman, objStm(isi)))).toBe('bukti.pdf_aktif')
    expect(periksaPdf(pdf(katalog, halaman, objStm(isi, '')))).toBe('bukti.pdf_aktif')
    expect(periksaPdf(pdf(katalog, halaman, objStm(isi, '/Type /#4fbjStm')))).toBe(
      'bukti.pdf_aktif',
    )
  })

  test('whose objects are folded in a way that is not looked into is refused', () => {
    const dua = aliran('/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('00'))
    expect(periksaPdf(pdf(katalog, dua))).toBe('bukti.rusak')
    const palsu = aliran('/Type /ObjStm /Filter /FlateDecode', Buffer.from('bukan zlib'))
    expect(periksaPdf(pdf(katalog, palsu))).toBe('bukti.rusak')
  })

  test('that unfolds to a thousand times itself is refused, in time', async () => {
    const bom = aliran('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(36e6)))
    const { value, measured } = await measure(async () => periksaPdf(pdf(katalog, bom)))
    expect(value).toBe('bukti.rusak')
    expect(measured.milliseconds).toBeLessThan(3000)
  })
})
