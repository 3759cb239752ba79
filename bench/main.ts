/**
 * `npm run bench [-- name …]`: runs the benchmarks and prints one table; each figure is a ratio of one run.
 * `--kecil` tries a benchmark with few records, where it can be tried so; its bars then say nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { type Benchmark, type BenchRow, referenceLoop } from './bench.ts'
import { benchServer } from './database.ts'

const names = [
  'impor',
  'xlsx',
  'peringkat',
  'kuota',
  'cari',
  'serentak',
  'jejak',
  'usulan',
  'padanan',
] as const

async function load(name: string): Promise<Benchmark> {
  const module = (await import(`./${name}.ts`)) as { benchmark: Benchmark }
  return module.benchmark
}

function print(rows: readonly BenchRow[]): void {
  const table = rows.map(({ what, measured, bar, met }) => [
    what,
    measured,
    bar,
    met === null ? '–' : met ? 'yes' : 'NO',
  ])
  const all = [['what', 'measured', 'bar', 'met'], ...table]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  for (const row of all)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((name) => name !== '--kecil')
  if (asked.length < process.argv.length - 2) process.env.BENCH_ORANG ??= '20000'
  const unknown = asked.filter((name) => !names.some((known) => known === name))
  if (unknown.length > 0) {
    console.error(`Unknown benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}`)
    process.exitCode = 2
    return
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'siks-bench-'))
  const server = await benchServer()
  const rows: BenchRow[] = []
  try {
    console.log(
      `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    )
    console.log(
      `reference loop: ${referenceLoop().toFixed(0)} ms (200 million integer additions, median of 5)\n`,
    )
    for (const name of asked.length > 0 ? asked : names) {
      const benchmark = await load(name)
      console.log(`# ${benchmark.title}`)
      rows.push(
        ...(await benchmark.run({ server, folder, log: (text) => console.log(`  ${text}`) })),
      )
      console.log('')
    }
    print(rows)
    if (rows.some((row) => row.met === false)) process.exitCode = 1
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
