/** A zip writer that lies on request: sizes, checksums, names and places may all be made false. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** A part of the zip; what is not told is computed honestly from `data`. */
export type ZipPart = {
  readonly name: string
  readonly data?: Buffer | string
  /** Ready deflate data instead of `data`; several buffers are written one after the other. */
  readonly deflated?: readonly Buffer[]
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  /** Points to the bytes of an earlier part instead of having its own. */
  readonly sameAs?: string
}

type Placed = { part: ZipPart; offset: number; compressed: number; size: number; crc: number }

function header(placed: Placed, central: boolean): Buffer {
  const { part, compressed, size, crc } = placed
  const name = Buffer.from(part.name)
  const fixed = Buffer.alloc(central ? 46 : 30)
  fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
  const at = central ? 6 : 4
  fixed.writeUInt16LE(20, at)
  fixed.writeUInt16LE(0x800 | (part.flags ?? 0), at + 2)
  fixed.writeUInt16LE(8, at + 4)
  fixed.writeUInt32LE(crc >>> 0, at + 10)
  fixed.writeUInt32LE(compressed, at + 14)
  fixed.writeUInt32LE(Math.min(size, 0xfffffffe), at + 18)
  fixed.writeUInt16LE(name.length, at + 22)
  if (central) fixed.writeUInt32LE(placed.offset, 42)
  return Buffer.concat([fixed, name])
}

function bytesOf(part: ZipPart): { chunks: readonly Buffer[]; size: number; crc: number } {
  const data = Buffer.from(part.data ?? '')
  const chunks = part.deflated ?? [deflateRawSync(data)]
  return { chunks, size: part.size ?? data.length, crc: part.crc ?? crc32(data) }
}

/** Writes the zip; with `keep` only so many of its bytes, as a broken transfer would. */
export function writeZip(path: string, parts: readonly ZipPart[], keep?: number): void {
  const file = openSync(path, 'w')
  const placed: Placed[] = []
  let offset = 0
  const write = (bytes: Buffer) => {
    const room = keep === undefined ? bytes.length : Math.max(0, keep - offset)
    writeSync(file, bytes.subarray(0, room))
    offset += bytes.length
  }
  for (const part of parts) {
    const twin = placed.find((one) => one.part.name === part.sameAs)
    if (twin !== undefined) {
      placed.push({ ...twin, part })
      continue
    }
    const { chunks, size, crc } = bytesOf(part)
    const compressed = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    const one = { part, offset, compressed, size, crc }
    placed.push(one)
    write(header(one, false))
    for (const chunk of chunks) write(chunk)
  }
  const start = offset
  for (const one of placed) write(header(one, true))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(placed.length, 8)
  end.writeUInt16LE(placed.length, 10)
  end.writeUInt32LE(offset - start, 12)
  end.writeUInt32LE(start, 16)
  write(end)
  closeSync(file)
}
