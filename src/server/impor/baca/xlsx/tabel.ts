/** A workbook as a SourceTable: the owner's side of the reading worker. */
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#domain/result.ts'
import {
  type FileNote,
  type FileProblem,
  FileRefused,
  type Limits,
  refuse,
  type SourceRow,
  type SourceSheet,
  type SourceTable,
} from '../tabel.ts'
import { type FromWorker, type ToWorker, unpackRows, type WorkerInput } from './pesan.ts'

const WORKER = new URL('./pekerja.ts', import.meta.url)
const YOUNG_MB = 32

/** The worker with a queue of what it said; waiting is bounded, and its death is an answer too. */
class Link {
  closed = false
  readonly #worker: Worker
  readonly #seconds: number
  readonly #said: FromWorker[] = []
  #failure: Error | undefined
  #wake: (() => void) | undefined
  constructor(input: WorkerInput) {
    this.#seconds = input.limits.seconds
    this.#worker = new Worker(WORKER, {
      workerData: input,
      resourceLimits: {
        maxOldGenerationSizeMb: input.limits.workerMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    })
    // The timer of `next` keeps the process alive while something is awaited; idleness must not.
    this.#worker.unref()
    this.#worker.on('message', (message: FromWorker) => {
      this.#said.push(message)
      this.#wake?.()
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The reading worker has ended')))
  }

  say(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  /** The next message; a refusal, lack of memory and silence come as FileRefused. */
  async next(): Promise<Exclude<FromWorker, { type: 'tolak' }>> {
    if (this.#said.length === 0 && this.#failure === undefined) await this.#wait()
    const message = this.#said.shift()
    if (message === undefined) throw this.#failure ?? this.#silence()
    if (message.type === 'tolak') throw new FileRefused(message.problem)
    return message
  }

  async close(): Promise<void> {
    this.closed = true
    await this.#worker.terminate()
  }

  async #wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, this.#seconds * 1000)
    this.#wake = resolve
    await promise
    clearTimeout(timer)
    this.#wake = undefined
  }

  #silence(): FileRefused {
    return new FileRefused({ code: 'berkas.terlalu_lama', detail: { detik: this.#seconds } })
  }

  #fail(error: Error): void {
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const memory = () => new FileRefused({ code: 'berkas.memori', detail: {} })
    this.#failure ??= outOfMemory ? memory() : error
    this.#wake?.()
  }
}

/** The next batch of the sheet under way; undefined at its end. */
async function nextBatch(link: Link): Promise<readonly SourceRow[] | undefined> {
  const message = await link.next()
  if (message.type !== 'baris') return undefined
  link.say({ type: 'lanjut' })
  return unpackRows(message.packed)
}

async function* readRows(link: Link, index: number): AsyncGenerator<readonly SourceRow[]> {
  link.say({ type: 'lembar', index })
  let atYield = false
  try {
    for (;;) {
      const batch = await nextBatch(link)
      if (batch === undefined) return
      atYield = true
      yield batch
      atYield = false
    }
  } finally {
    // Only a reader who left at the yield leaves the worker in the middle of the sheet.
    if (atYield) await abandon(link)
  }
}

/** Lets the worker come to the end of a sheet that is not wanted any more. */
async function abandon(link: Link): Promise<void> {
  if (link.closed) return
  link.say({ type: 'cukup' })
  try {
    while ((await link.next()).type !== 'selesai');
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
  }
}

function hiddenNotes(sheets: readonly { name: string; hidden: boolean }[]): FileNote[] {
  return sheets
    .filter((sheet) => sheet.hidden)
    .map((sheet) => ({ code: 'catatan.lembar_tersembunyi', detail: { lembar: sheet.name } }))
}

/** Opens a workbook in a worker of its own; the Result tells what is wrong with it as a whole. */
export async function xlsxTable(
  path: string,
  limits: Limits,
): Promise<Result<SourceTable, FileProblem>> {
  const link = new Link({ path, limits })
  try {
    const opened = await link.next()
    if (opened.type !== 'buka') return refuse('berkas.zip_rusak')
    return ok(tableOver(link, opened.sheets))
  } catch (error) {
    await link.close()
    if (error instanceof FileRefused) return err(error.problem)
    throw error
  }
}

function tableOver(link: Link, listed: readonly { name: string; hidden: boolean }[]): SourceTable {
  async function* sheets(): AsyncGenerator<SourceSheet> {
    try {
      for (const [index, { name, hidden }] of listed.entries()) {
        const rows = readRows(link, index)
        yield { name, hidden, rows }
        await rows.return(undefined)
      }
    } finally {
      await link.close()
    }
  }
  return {
    kind: 'xlsx',
    sheetNames: listed.map((sheet) => sheet.name),
    sheets,
    notes: hiddenNotes(listed),
    close: () => link.close(),
  }
}
