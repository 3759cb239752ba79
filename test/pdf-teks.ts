/** The text of a PDF that our printer made: glyphs of its embedded fonts turned back into letters. */
import { inflateSync } from 'node:zlib'

/** Objects of the file by number, each as its head and its stream, unpacked. */
function objek(pdf: Buffer): Map<number, { kepala: string; isi: string }> {
  const teks = pdf.toString('latin1')
  const found = new Map<number, { kepala: string; isi: string }>()
  for (const m of teks.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, nomor, badan = ''] = m
    const awal = badan.indexOf('stream\n')
    const kepala = awal < 0 ? badan : badan.slice(0, awal)
    if (awal < 0) found.set(Number(nomor), { kepala, isi: '' })
    else {
      const mentah = Buffer.from(badan.slice(awal + 7, badan.lastIndexOf('\nendstream')), 'latin1')
      const isi = kepala.includes('/FlateDecode') ? inflateSync(mentah) : mentah
      found.set(Number(nomor), { kepala, isi: isi.toString('latin1') })
    }
  }
  return found
}

const rujukan = (kepala: string, nama: string): number =>
  Number(new RegExp(`/${nama} (\\d+) 0 R`).exec(kepala)?.[1])

const huruf = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((h) => Number.parseInt(h, 16)))

/** Which letters the glyphs of a font are: ranges `<from> <to> [<…> <…>]` of its ToUnicode map. */
function peta(cmap: string): Map<number, string> {
  const arti = new Map<number, string>()
  for (const [, dari = '', , isi = ''] of cmap.matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi,
  ))
    for (const [i, m] of [...isi.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      arti.set(Number.parseInt(dari, 16) + i, huruf((m[1] ?? '').replaceAll(' ', '')))
  return arti
}

/** All text, line by line as it was laid out, pages one after the other. */
export function pdfTeks(pdf: Buffer): string {
  const semua = objek(pdf)
  const fonts = new Map<string, Map<number, string>>()
  for (const { kepala } of semua.values())
    for (const [, nama = '', nomor] of kepala.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = semua.get(Number(nomor))
      const cmap = font && semua.get(rujukan(font.kepala, 'ToUnicode'))
      if (cmap) fonts.set(nama, peta(cmap.isi))
    }
  const halaman = [...semua.values()].filter(({ kepala }) => /\/Type \/Page\b(?!s)/.test(kepala))
  return halaman
    .map(({ kepala }) => {
      const isi = semua.get(rujukan(kepala, 'Contents'))?.isi ?? ''
      let font = new Map<number, string>()
      const baris: string[] = []
      for (const [, nama, , teks] of isi.matchAll(/\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g)) {
        if (nama !== undefined) font = fonts.get(nama) ?? font
        const hex = [...(teks ?? '').matchAll(/<([0-9a-f]+)>/gi)].map((m) => m[1] ?? '').join('')
        baris.push(
          (hex.match(/.{4}/g) ?? []).map((h) => font.get(Number.parseInt(h, 16)) ?? '').join(''),
        )
      }
      return baris.filter((b) => b !== '').join('\n')
    })
    .join('\n\f\n')
}
