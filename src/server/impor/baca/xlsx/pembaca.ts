/** Reads the sheets of an opened workbook, no faster than the batches are asked for. */
import { type Limits, refuse } from '../tabel.ts'
import type { Workbook } from './bagian.ts'
import { RowPacker } from './baris.ts'
import { SheetSink } from './lembar.ts'
import type { FromWorker, PackedRows } from './pesan.ts'
import { SharedStrings } from './teks.ts'
import { SharedStringsSink } from './teks-bersama.ts'
import { XmlScanner, type XmlSink } from './xml.ts'
import { XmlDecoder } from './xml-bita.ts'
import { inflate, type Package } from './zip.ts'

/** Batches sent ahead of their being asked for. */
const AHEAD = 3

/** How many batches may still be sent; the reading waits while there are none. */
export class Credit {
  #left = AHEAD
  #wake: (() => void) | undefined
  stopped = false

  grant(): void {
    this.#left++
    this.#wake?.()
  }

  stop(): void {
    this.stopped = true
    this.#wake?.()
  }

  reset(): void {
    this.#left = AHEAD
    this.stopped = false
  }

  async take(): Promise<void> {
    while (this.#left === 0 && !this.stopped) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    this.#left--
  }
}

/** Scans a part chunk by chunk; `progress` tells how much has come out of it so far. */
async function* scanPart(
  pack: Package,
  part: string,
  sink: XmlSink,
  progress: () => number,
): AsyncGenerator<void> {
  const entry = pack.parts.get(part)
  if (entry === undefined) return refuse('berkas.zip_rusak')
  const scanner = new XmlScanner(sink)
  const decoder = new XmlDecoder()
  let seen = 0
  let idle = 0
  for await (const chunk of inflate(pack, entry)) {
    scanner.write(decoder.decode(chunk))
    idle = progress() === seen ? idle + chunk.length : 0
    seen = progress()
    if (idle > pack.limits.idleBytes) refuse('berkas.bom_zip', { byte: idle })
    yield
  }
  decoder.end()
  scanner.end()
}

export class Reader {
  readonly #pack: Package
  readonly #workbook: Workbook
  readonly #shared: SharedStrings
  #sharedRead = false
  #rows = 0
  #chars = 0
  constructor(pack: Package, workbook: Workbook) {
    this.#pack = pack
    this.#workbook = workbook
    this.#shared = new SharedStrings(pack.limits)
  }

  async #readShared(): Promise<void> {
    const entry = this.#workbook.sharedStrings
    if (this.#sharedRead || entry === undefined) return
    this.#sharedRead = true
    const sink = new SharedStringsSink(this.#shared, this.#pack.limits)
    const part = entry.fileName.toLowerCase()
    for await (const _ of scanPart(this.#pack, part, sink, () => this.#shared.size));
  }

  async readSheet(index: number, credit: Credit, send: (message: FromWorker) => void) {
    await this.#readShared()
    const { limits } = this.#pack
    const packer = new RowPacker(limits)
    const context = { workbook: this.#workbook, shared: this.#shared, packer, limits }
    const part = this.#workbook.sheets[index]?.part ?? ''
    const sendReady = async () => {
      for (const packed of packer.take()) {
        this.#count(packed, limits)
        await credit.take()
        if (!credit.stopped) send({ type: 'baris', packed })
      }
    }
    for await (const _ of scanPart(this.#pack, part, new SheetSink(context), () => packer.row)) {
      await sendReady()
      if (credit.stopped) break
    }
    packer.flush()
    await sendReady()
    send({ type: 'selesai' })
  }

  #count(packed: PackedRows, limits: Limits): void {
    this.#rows += packed.rows.length
    this.#chars += packed.text.length
    if (this.#rows > limits.rows) refuse('berkas.terlalu_banyak_baris', { batas: limits.rows })
    const { fileSize } = this.#pack.zip
    const swollen = this.#chars > limits.idleBytes && this.#chars > fileSize * limits.ratio
    if (swollen || this.#chars > limits.inflatedBytes) {
      refuse('berkas.bom_zip', { byte: this.#chars })
    }
  }
}
