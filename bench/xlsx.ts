/** Import of 100,000 rows as xlsx against the same rows as CSV. */
import path from 'node:path'
import { type BenchContext, type Benchmark, type BenchRow, median, ratioRow } from './bench.ts'
import { contohBerkas, measureImport, store } from './impor.ts'

const ROWS = Number(process.env.BENCH_BARIS ?? 100_000)
const RUNS = 3

async function seconds({ server, folder }: BenchContext, file: string): Promise<number> {
  const database = await server.database()
  const data = path.join(folder, 'data')
  const taken = await measureImport(database, data, await store(database, data, file))
  await database.drop()
  return taken.seconds
}

export const benchmark: Benchmark = {
  title: `xlsx of ${ROWS.toLocaleString('en')} rows against the same rows as CSV`,
  run: async (context): Promise<readonly BenchRow[]> => {
    const csv = await contohBerkas(context.folder, ROWS, 'pbdt-csv')
    const xlsx = await contohBerkas(context.folder, ROWS, 'pbdt-xlsx')
    const times: { xlsx: number; csv: number }[] = []
    for (let run = 0; run < RUNS; run++) {
      times.push({ csv: await seconds(context, csv), xlsx: await seconds(context, xlsx) })
      const last = times.at(-1)
      context.log(`CSV ${last?.csv.toFixed(1)} s, xlsx ${last?.xlsx.toFixed(1)} s`)
    }
    return [
      ratioRow(
        `xlsx of ${ROWS.toLocaleString('en')} rows against CSV (median of ${RUNS})`,
        median(times.map((t) => t.xlsx)),
        median(times.map((t) => t.csv)),
        3,
      ),
    ]
  },
}
