/**
 * `npm run bench [-- name …]`: runs the benchmarks and prints one table; each figure is a ratio of one run.
 * `padanan:ketik,csv` runs these parts of a benchmark alone, where it has parts.
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

type Chosen =
  | { readonly benchmark: Benchmark; readonly parts: ReadonlySet<string> }
  | { readonly fault: string }

/** `name` or `name:part,part`; without parts all that the benchmark has. */
async function choose(asked: string): Promise<Chosen> {
  const [name = '', list] = asked.split(':')
  if (!names.some((known) => known === name))
    return { fault: `Unknown benchmark ${name}; there are: ${names.join(', ')}` }
  const benchmark = await load(name)
  const known = benchmark.parts ?? []
  const parts = list === undefined ? known : list.split(',')
  const strange = parts.filter((part) => !known.includes(part))
  if (strange.length > 0)
    return {
      fault: `${name} has no part ${strange.join(', ')}; it has: ${known.join(', ') || '–'}`,
    }
  return { benchmark, parts: new Set(parts) }
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
  const chosen = await Promise.all((asked.length > 0 ? asked : names).map(choose))
  const unknown = chosen.flatMap((one) => ('fault' in one ? [one.fault] : []))
  if (unknown.length > 0) {
    console.error(unknown.join('\n'))
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
    for (const one of chosen) {
      if ('fault' in one) continue
      console.log(`# ${one.benchmark.title}`)
      const log = (text: string) => console.log(`  ${text}`)
      rows.push(...(await one.benchmark.run({ server, folder, log, parts: one.parts })))
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
