/** Opens the zip of a workbook with suspicion: names, overlaps, sizes and checksums are all judged. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { FileRefused, type Limits, refuse } from '../tabel.ts'

const CHUNK = 128 * 1024
const LOCAL_HEADER = 30

/** The parts of an opened workbook by lower-case name, and what has been inflated of them so far. */
export type Package = {
  readonly path: string
  readonly zip: ZipFile
  readonly parts: ReadonlyMap<string, Entry>
  readonly limits: Limits
  inflated: number
}

/** yauzl tells the cause in words only; the words about names are its own. */
function zipProblem(error: unknown): never {
  if (error instanceof FileRefused) throw error
  const text = error instanceof Error ? error.message : ''
  if (/encryption/.test(text)) refuse('berkas.terenkripsi')
  return refuse(
    /relative path|absolute path|fileName/.test(text) ? 'berkas.nama_entri' : 'berkas.zip_rusak',
  )
}

/** Parts that share bytes are how a small zip multiplies one bomb into many. */
function refuseOverlap(entries: readonly Entry[]): void {
  const byPlace = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of byPlace) {
    if (entry.relativeOffsetOfLocalHeader < end) refuse('berkas.entri_tumpang_tindih')
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength
    end += entry.compressedSize
  }
}

async function readEntries(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) {
    refuse('berkas.terlalu_banyak_entri', { entri: zip.entryCount, batas: limits.entries })
  }
  const parts = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) refuse('berkas.terenkripsi')
    const name = entry.fileName.toLowerCase()
    // Two parts of one name would let two programs read two different workbooks.
    if (parts.has(name)) refuse('berkas.nama_entri')
    parts.set(name, entry)
  }
  refuseOverlap([...parts.values()])
  return parts
}

/** Reads the directory of the zip; nothing is inflated yet. */
export async function openPackage(path: string, limits: Limits): Promise<Package> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false })
    return { path, zip, parts: await readEntries(zip, limits), limits, inflated: 0 }
  } catch (error) {
    return zipProblem(error)
  }
}

function rawStream(pack: Package, entry: Entry, start: number) {
  const end = start + entry.compressedSize - 1
  const raw = createReadStream(pack.path, { start, end, highWaterMark: CHUNK })
  if (entry.compressionMethod === 0) return raw
  if (entry.compressionMethod !== 8) refuse('berkas.zip_rusak')
  // pipeline destroys both ends when either fails; the error itself reaches the reader below.
  return pipeline(raw, createInflateRaw({ chunkSize: CHUNK }), () => {})
}

/** Judges the sizes as they come out, since those that the zip declares may lie. */
function judgeSize(pack: Package, entry: Entry, out: number): void {
  const { ratio, ratioFreeBytes, inflatedBytes } = pack.limits
  const swollen = out > ratioFreeBytes && out > entry.compressedSize * ratio
  if (swollen || pack.inflated > inflatedBytes) refuse('berkas.bom_zip', { byte: out })
  if (out > entry.uncompressedSize) refuse('berkas.zip_rusak')
}

/** The inflated bytes of one part. A wrong checksum is only known, and thrown, at the end. */
export async function* inflate(pack: Package, entry: Entry): AsyncGenerator<Buffer> {
  let out = 0
  let sum = 0
  try {
    const header = await pack.zip.readLocalFileHeaderPromise(entry, { minimal: true })
    if (entry.compressedSize === 0) {
      if (entry.uncompressedSize !== 0) refuse('berkas.zip_rusak')
      return
    }
    for await (const chunk of rawStream(pack, entry, header.fileDataStart)) {
      const bytes = chunk as Buffer
      out += bytes.length
      pack.inflated += bytes.length
      judgeSize(pack, entry, out)
      sum = crc32(bytes, sum)
      yield bytes
    }
  } catch (error) {
    zipProblem(error)
  }
  if (out !== entry.uncompressedSize) refuse('berkas.zip_rusak')
  if (sum !== entry.crc32) refuse('berkas.crc_salah')
}
