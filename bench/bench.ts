/** The shape of a benchmark, and small helpers to time and to compare. */
import type { BenchServer } from './database.ts'

export type BenchRow = {
  readonly what: string
  /** The figure with its unit: `1.6 × (41.2 s against 25.9 s)`. */
  readonly measured: string
  readonly bar: string
  /** Null where there is no bar, only a report. */
  readonly met: boolean | null
}

export type BenchContext = {
  readonly server: BenchServer
  /** For files; removed at the end. */
  readonly folder: string
  readonly log: (text: string) => void
  /** The parts to run, of those that the benchmark has. */
  readonly parts: ReadonlySet<string>
}

export type Benchmark = {
  readonly title: string
  /** What can be run by itself, as `name:part`. */
  readonly parts?: readonly string[]
  readonly run: (context: BenchContext) => Promise<readonly BenchRow[]>
}

/** Runs and answers how long it took, in seconds, with the value. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { seconds: (performance.now() - start) / 1000, value }
}

/** A ratio row: `ours / peer` against a bar. */
export function ratioRow(what: string, ours: number, peer: number, bar: number): BenchRow {
  const ratio = ours / peer
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${ours.toFixed(1)} s against ${peer.toFixed(1)} s)`,
    bar: `≤ ${bar} ×`,
    met: ratio <= bar,
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The value below which a share of the values lies; `percentile(times, 0.99)`. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN

/** Additions of the reference loop; small enough to be run once before the clock starts. */
function additions(count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum = (sum + (i ^ (sum >>> 3))) | 0
  return sum
}

/**
 * Milliseconds of a fixed loop, so that absolute figures of different machines can be compared. It
 * is called often before it is timed: the compiler has then settled on its final form.
 */
export function referenceLoop(): number {
  let sum = 0
  for (let i = 0; i < 2000; i++) sum ^= additions(10_000)
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    for (let i = 0; i < 200; i++) sum ^= additions(1_000_000)
    return performance.now() - start
  })
  if (sum === 1) console.log(sum)
  return median(times)
}

/** Highest resident memory of this process while `work` runs, in MB over what it was before. */
export async function withPeakMemory<T>(
  work: () => Promise<T>,
): Promise<{ value: T; peak: number; growth: number }> {
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  try {
    const value = await work()
    peak = Math.max(peak, process.memoryUsage.rss())
    return { value, peak: peak / 1e6, growth: (peak - before) / 1e6 }
  } finally {
    clearInterval(timer)
  }
}
