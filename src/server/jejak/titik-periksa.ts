/** Checkpoints: what was sealed, one JSON line per seal, in files by month outside the database. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { ringkasOf, type Segel, type TitikPeriksa } from '#domain/jejak/segel.ts'

export const folderTitikPeriksa = (dataFolder: string): string =>
  process.env.SIKS_TITIK_PERIKSA || path.join(dataFolder, 'titik-periksa')

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const baris = z.object({
  segel: z.int().positive(),
  dari: z.int().positive(),
  jumlah: z.int().positive(),
  rantai: z.hex().length(64),
  ringkas: z.base64(),
})

/** The line of a seal; `sidik` are the fingerprints of its entries. */
const lineOf = (s: Segel, sidik: readonly Uint8Array[]): string =>
  `${JSON.stringify({
    segel: s.nomor,
    dari: s.dari,
    jumlah: s.jumlah,
    akar: hex(s.akar),
    sebelum: hex(s.sebelum),
    waktu: s.waktu,
    lingkungan: s.lingkungan,
    batas: s.batas,
    kunci: s.kunci,
    rantai: hex(s.rantai),
    tandatangan: base64(s.tandatangan),
    ringkas: base64(ringkasOf(sidik)),
  })}\n`

/** A line read back; null for one that a crash has torn. */
function parseLine(line: string): TitikPeriksa | null {
  try {
    const { segel, rantai, ringkas, ...rest } = baris.parse(JSON.parse(line))
    const bytes = { rantai: Buffer.from(rantai, 'hex'), ringkas: Buffer.from(ringkas, 'base64') }
    return { nomor: segel, ...rest, ...bytes }
  } catch {
    return null
  }
}

const fileNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name)).sort()

/** Appends a seal to the file of its month; when this returns, it is on the disk. */
export async function tulisTitik(
  folder: string,
  segel: Segel,
  sidik: readonly Uint8Array[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const month = new Date(segel.waktu / 1000).toISOString().slice(0, 7)
  const file = await open(path.join(folder, `${month}.jsonl`), 'a+', 0o644)
  try {
    const { size } = await file.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await file.read(last, 0, 1, size - 1)
    // A crash may have torn the last line; the next one must not be lost with it.
    const torn = size > 0 && last[0] !== 10
    await file.appendFile(`${torn ? '\n' : ''}${lineOf(segel, sidik)}`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** All checkpoints of a folder in the order in which they were written. */
export async function* bacaTitik(folder: string): AsyncGenerator<TitikPeriksa> {
  for (const name of await fileNames(folder)) {
    const lines = createInterface({ input: createReadStream(path.join(folder, name)) })
    for await (const line of lines) {
      const titik = parseLine(line)
      if (titik) yield titik
    }
  }
}

/** More than the longest line. */
const tail = 1 << 18

/** The last checkpoint of a folder; null when there is none. */
export async function titikTerakhir(folder: string): Promise<TitikPeriksa | null> {
  const names = await fileNames(folder).catch(() => [])
  for (const name of names.reverse()) {
    const file = await open(path.join(folder, name), 'r')
    try {
      const { size } = await file.stat()
      const length = Math.min(size, tail)
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
      for (const line of buffer.toString('utf8').split('\n').reverse()) {
        const titik = parseLine(line)
        if (titik) return titik
      }
    } finally {
      await file.close()
    }
  }
  return null
}
