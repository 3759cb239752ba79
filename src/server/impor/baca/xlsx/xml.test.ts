/** The scanner sees what a general XML parser sees, however the text is cut into chunks. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { FileRefused } from '../tabel.ts'
import { attribute, decodeEntities, XmlScanner } from './xml.ts'

type Event = readonly [kind: string, what: string]

const joinTexts = (events: readonly Event[]): Event[] => {
  const joined: Event[] = []
  for (const [kind, what] of events) {
    const last = joined.at(-1)
    if (kind === 'teks' && last?.[0] === 'teks') joined[joined.length - 1] = [kind, last[1] + what]
    else joined.push([kind, what])
  }
  return joined.filter(([kind, what]) => kind !== 'teks' || what !== '')
}

function scan(xml: string, chunk: number): Event[] {
  const events: Event[] = []
  const scanner = new XmlScanner({
    open: (_depth, src, from, to, end) => {
      events.push(['buka', src.slice(from, to)])
      events.push(['a', attribute(src, to, end, 'a') ?? '-'])
    },
    close: () => events.push(['tutup', '']),
    text: (src, from, to, encoded) => {
      const piece = src.slice(from, to)
      events.push(['teks', encoded ? decodeEntities(piece) : piece])
    },
  })
  for (let i = 0; i < xml.length; i += chunk) scanner.write(xml.slice(i, i + chunk))
  scanner.end()
  return joinTexts(events)
}

function parse(xml: string): Event[] {
  const events: Event[] = []
  const parser = new SaxesParser({ xmlns: true, fragment: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    events.push(['buka', tag.local])
    events.push(['a', Object.values(tag.attributes).find((one) => one.local === 'a')?.value ?? '-'])
  })
  parser.on('closetag', () => events.push(['tutup', '']))
  parser.on('text', (text) => events.push(['teks', text]))
  parser.on('cdata', (text) => events.push(['teks', text]))
  parser.write(xml).close()
  return joinTexts(events)
}

const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`)

const text = fc.string({ unit: fc.constantFrom(...'ab <>&"\'=/;éΩ語😀'), maxLength: 12 })
const node = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text.map((one) => escaped(one)),
    text.map((one) => one.replace(/&/g, '&amp;').replace(/</g, '&lt;')),
    text.map((one) => `<![CDATA[${one.replaceAll(']', '')}]]>`),
    fc.constant('<!-- a > b -->'),
    fc.constant('<?pi x?>'),
    fc
      .tuple(fc.constantFrom('c', 'row', 'x:v', 'f'), text, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, value, inner]) => {
        const attributes = ` b='>' a = "${escaped(value)}"`
        return inner.length === 0
          ? `<${name}${attributes} />`
          : `<${name}${attributes}>${inner.join('')}</${name} >`
      }),
  ),
})).node

describe('the XML scanner', () => {
  it('agrees with a general parser on any document and any chunks', () => {
    const documents = fc.array(node, { maxLength: 8 })
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 40 }), (inner, chunk) => {
        const xml = `<?xml version="1.0"?><r xmlns:x="urn:x">${inner.join('')}</r>\n`
        expect(scan(xml, chunk)).toEqual(parse(xml))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['<a></b>', 'berkas.xml_rusak'],
    ['<a>', 'berkas.xml_rusak'],
    ['</a>', 'berkas.xml_rusak'],
    ['<a/><a/>', 'berkas.xml_rusak'],
    ['<a b="<"/>x<', 'berkas.xml_rusak'],
    ['<a <b/>', 'berkas.xml_rusak'],
    ['', 'berkas.xml_rusak'],
    ['<a><![CDATA[x</a>', 'berkas.xml_rusak'],
    ['<!DOCTYPE a><a/>', 'berkas.dtd'],
    ['<a>&b;</a>', 'berkas.dtd'],
    ['<a>&#x110000;</a>', 'berkas.xml_rusak'],
    [`<a>${'<b>'.repeat(70)}`, 'berkas.xml_tidak_wajar'],
  ])('refuses %s', (xml, code) => {
    for (const chunk of [1, 3, 1000]) {
      expect(() => scan(xml, chunk)).toThrow(FileRefused)
      expect(() => scan(xml, chunk)).toThrow(code)
    }
  })

  it('finds an attribute by its whole local name only', () => {
    const tag = ` sheetId="1" r:id="rId2" name='"x"'`
    expect(attribute(tag, 0, tag.length, 'id')).toBe('rId2')
    expect(attribute(tag, 0, tag.length, 'name')).toBe('"x"')
    expect(attribute(tag, 0, tag.length, 'me')).toBeUndefined()
  })
})
