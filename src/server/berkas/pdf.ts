/** Looks into a PDF, without showing it, for what a scan or a letter never needs: locks, scripts, hidden files. */
import { inflateSync } from 'node:zlib'

export type MasalahPdf = 'bukti.jenis' | 'bukti.rusak' | 'bukti.pdf_terkunci' | 'bukti.pdf_aktif'

/** All streams of one PDF together may unfold to this, bytes. */
const terbentang = 32 * 1024 * 1024

/** Names of what acts by itself, or carries something else along (ISO 32000-2, 7.11.4, 12.6.4, 13). */
const aktif =
  /\/(?:JavaScript|JS|EmbeddedFiles?|EF|Launch|XFA|RichMedia\w*|SubmitForm|ImportData|GoToR|GoToE|Rendition|Sound|Movie|3D)(?![A-Za-z0-9])/

/** A name may be written with `#4a` for a letter; readers take both for one. */
const tanpaSandi = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/**
 * @param isi the whole file
 * @returns what is wrong with it, or null. What cannot be read is refused, never let through.
 */
export function periksaPdf(isi: Buffer): MasalahPdf | null {
  if (!/^%PDF-[12]\.\d/.test(isi.toString('latin1', 0, 8))) return 'bukti.jenis'
  const text = isi.toString('latin1')
  if (!text.slice(-1024).includes('%%EOF')) return 'bukti.rusak'
  if (!/startxref\s+\d+\s+%%EOF/.test(text.slice(-1024))) return 'bukti.rusak'
  const luar = tanpaIsiAliran(text)
  const kamus = tanpaSandi(luar)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(kamus)) return 'bukti.pdf_terkunci'
  if (aktif.test(kamus)) return 'bukti.pdf_aktif'
  return periksaAliran(text, isi)
}

const aliran = /stream\r?\n/g

/** The file without what stands inside its streams: numbers of an image may look like a name. */
function tanpaIsiAliran(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const { awal, akhir } of letakAliran(text)) {
    parts.push(text.slice(from, awal))
    from = akhir
  }
  parts.push(text.slice(from))
  return parts.join(' ')
}

/** Where the bytes of each stream begin and end. */
function* letakAliran(text: string): Generator<{ kepala: string; awal: number; akhir: number }> {
  aliran.lastIndex = 0
  for (let hit = aliran.exec(text); hit; hit = aliran.exec(text)) {
    const awal = hit.index + hit[0].length
    const akhir = text.indexOf('endstream', awal)
    if (akhir < 0) return
    const mulai = text.lastIndexOf(' obj', hit.index)
    yield { kepala: tanpaSandi(text.slice(Math.max(0, mulai), hit.index)), awal, akhir }
    aliran.lastIndex = akhir + 'endstream'.length
  }
}

/** Streams that hold objects are unfolded and looked into; one that cannot be is a reason to refuse. */
function periksaAliran(text: string, isi: Buffer): MasalahPdf | null {
  let sisa = terbentang
  for (const { kepala, awal, akhir } of letakAliran(text)) {
    if (/\/Subtype\s*\/Image(?![A-Za-z])/.test(kepala) && !/\/ObjStm/.test(kepala)) continue
    const objek = /\/Type\s*\/ObjStm(?![A-Za-z])/.test(kepala)
    const satu = /\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]|\/|>|$)/.test(kepala)
    if (!/\/Filter/.test(kepala)) {
      if (objek && aktif.test(tanpaSandi(text.slice(awal, akhir)))) return 'bukti.pdf_aktif'
      continue
    }
    if (!satu) {
      if (objek) return 'bukti.rusak'
      continue
    }
    const dalam = bentangkan(isi.subarray(awal, akhir), sisa)
    if (dalam === null) return 'bukti.rusak'
    sisa -= dalam.length
    const objekLain = /^\s*\d+\s+\d+\s/.test(dalam.toString('latin1', 0, 40))
    if ((objek || objekLain) && aktif.test(tanpaSandi(dalam.toString('latin1'))))
      return 'bukti.pdf_aktif'
  }
  return null
}

function bentangkan(isi: Buffer, batas: number): Buffer | null {
  try {
    return inflateSync(isi, { maxOutputLength: Math.max(1, batas) })
  } catch {
    return null
  }
}
