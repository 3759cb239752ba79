/** Import of a CSV of 1,000,000 people against the bare COPY of the rows it results in; growth from 100,000; memory. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { type AlatImpor, dalamWilayah, jalankan } from '#server/impor/jalankan.ts'
import { keepFile } from '#server/impor/simpan.ts'
import {
  type BenchContext,
  type Benchmark,
  type BenchRow,
  ratioRow,
  timed,
  withPeakMemory,
} from './bench.ts'
import type { BenchDatabase } from './database.ts'
import { buatContoh } from './generator/contoh.ts'
import { copyPeer } from './impor-banding.ts'

const WILAYAH = 6474000000
const FULL = Number(process.env.BENCH_ORANG ?? 1_000_000)

/** A PBDT file of so many people. */
export async function contohBerkas(
  folder: string,
  orang: number,
  format: 'pbdt-csv' | 'pbdt-xlsx',
): Promise<string> {
  const keluar = path.join(folder, `contoh-${format}-${orang}`)
  const made = await buatContoh({
    wilayah: '6474',
    keluar,
    orang,
    keluarga: Math.round(orang / 4),
    format,
  })
  if (!made.ok) throw new Error(made.error)
  return made.value.berkas[0]?.path[0] ?? ''
}

async function sidikOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Puts the file where uploads lie, with its row in `impor`. */
export async function store(
  database: BenchDatabase,
  folder: string,
  file: string,
): Promise<string> {
  const sidik = await sidikOf(file)
  await mkdir(folder, { recursive: true })
  await keepFile({ path: file, sidik }, folder)
  const made = await dalamWilayah(database.pools.job, cakupanOf(WILAYAH), (c) =>
    c.query<{ id: string }>(
      `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran) values (6474, $1, 'bench.csv', $2, 1) returning id`,
      [WILAYAH, sidik],
    ),
  )
  return made.rows[0]?.id ?? ''
}

export type Ukuran = {
  readonly seconds: number
  readonly peakMb: number
  readonly stages: Record<string, number>
}

/** One import from stored file to counted rows, with the seconds of each stage. */
export async function measureImport(
  database: BenchDatabase,
  folder: string,
  id: string,
): Promise<Ukuran> {
  const stages: Record<string, number> = {}
  let stage = ''
  let since = performance.now()
  const enter = (next: string) => {
    if (next === stage) return
    const now = performance.now()
    if (stage) stages[stage] = (now - since) / 1000
    stage = next
    since = now
  }
  const alat: AlatImpor = {
    pool: database.pools.job,
    dataFolder: folder,
    cakupan: cakupanOf(WILAYAH),
    hariIni: '2018-07-24',
    progress: enter,
    signal: new AbortController().signal,
  }
  const { value, peak } = await withPeakMemory(() => timed(() => jalankan(alat, 6474, id)))
  enter('')
  if (!value.value.ok) throw new Error(`refused: ${JSON.stringify(value.value.error)}`)
  return { seconds: value.seconds, peakMb: peak, stages }
}

const words = (stages: Record<string, number>): string =>
  Object.entries(stages)
    .map(([name, s]) => `${name} ${s.toFixed(1)} s`)
    .join(', ')

/** Seconds that a tenth of the people takes, on a database of its own. */
async function measureTenth(
  { server, log }: BenchContext,
  data: string,
  file: string,
): Promise<number> {
  const database = await server.database()
  const tenth = await measureImport(database, data, await store(database, data, file))
  log(`${FULL / 10} people: ${tenth.seconds.toFixed(1)} s (${words(tenth.stages)})`)
  await database.drop()
  return tenth.seconds
}

async function run(context: BenchContext): Promise<readonly BenchRow[]> {
  const { server, folder, log } = context
  const small = await contohBerkas(folder, FULL / 10, 'pbdt-csv')
  const large = await contohBerkas(folder, FULL, 'pbdt-csv')
  const data = path.join(folder, 'data')
  // Before and after the whole: what else the machine does then weighs on both sides alike.
  const before = await measureTenth(context, data, small)
  const database = await server.database()
  const whole = await measureImport(database, data, await store(database, data, large))
  log(`${FULL} people: ${whole.seconds.toFixed(1)} s (${words(whole.stages)})`)
  const peer = await copyPeer(database, folder, log)
  await database.drop()
  const after = await measureTenth(context, data, small)
  return [
    ratioRow(
      `import of ${FULL.toLocaleString('en')} people, CSV, against COPY of its rows`,
      whole.seconds,
      peer,
      2,
    ),
    {
      what: 'RSS of the application while importing',
      measured: `${whole.peakMb.toFixed(0)} MB`,
      bar: '< 1000 MB',
      met: whole.peakMb < 1000,
    },
    ratioRow('import, 10 times the rows', whole.seconds, (before + after) / 2, 11),
  ]
}

export const benchmark: Benchmark = { title: 'import', run }
