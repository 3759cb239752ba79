/** Matching: a million records of four sources with known truth; speed and quality, by files and inside the system. */
import path from 'node:path'
import type { BenchContext, Benchmark, BenchRow } from './bench.ts'
import { denganSelain, tanpaSelain } from './generator/padanan/orang.ts'
import type { SetPadanan } from './generator/padanan/set.ts'
import { type Hasil, ukurDua, ukurSatu } from './padanan-berkas.ts'
import { ukurDalam } from './padanan-dalam.ts'

/** Records; fewer only to try the benchmark itself. */
const jumlah = Number(process.env.BENCH_ORANG ?? 1_000_000)

const modelDi = (nama: string): string =>
  path.join(import.meta.dirname, '..', 'policy', 'padanan', nama)
const [orang, tanpaNomor] = [modelDi('orang.yaml'), modelDi('orang-tanpa-nomor.yaml')]

const baris = (what: string, { f1, f1Gugus }: Hasil, bar: number): BenchRow => ({
  what,
  measured: `F1 ${f1.toFixed(4)} (clusters ${f1Gugus.toFixed(4)})`,
  bar: `≥ ${bar}`,
  met: f1 >= bar,
})

const batas = (what: string, nilai: number, satuan: 's' | 'MB', bar: number): BenchRow => ({
  what,
  measured: `${nilai.toFixed(satuan === 's' ? 1 : 0)} ${satuan}`,
  bar: `< ${bar} ${satuan}`,
  met: nilai < bar,
})

const laporan = (what: string, measured: string): BenchRow => ({
  what,
  measured,
  bar: '–',
  met: null,
})

type Ukur = (
  nama: string,
  set: Omit<SetPadanan, 'keluar' | 'seed' | 'baris'> & { baris?: number },
  model: string,
  kali?: number,
) => Promise<Hasil>

/** Measures one set after another, and says of each what it cost. */
const pengukur =
  ({ folder, log }: BenchContext): Ukur =>
  async (nama, set, model, kali = 1) => {
    const h = await ukurSatu(folder, { baris: jumlah, seed: 1, ...set }, model, kali)
    log(
      `${nama}: ${h.detik.toFixed(1)} s, ${h.prosesor.toFixed(1)} s of the processor, ${h.rss.toFixed(0)} MB`,
    )
    return h
  }

/** The stated rates; the time is the median of five runs. */
async function csv(context: BenchContext, ukur: Ukur): Promise<BenchRow[]> {
  const h = await ukur('stated rates', { selain: tanpaSelain }, orang, 5)
  for (const { blok, calon, oleh, hanya } of h.ringkas.perAturan)
    context.log(
      `${blok.join(' + ')}: ${calon} pairs added; finds ${oleh} that match, alone ${hanya}`,
    )
  const perJuta = (h.detik / h.ringkas.calon) * 1e6
  return [
    batas('CSV to pairs and clusters, median of 5', h.detik, 's', 5),
    laporan('seconds of the processor for it', `${h.prosesor.toFixed(1)} s`),
    laporan(
      'the whole run per million pairs compared',
      `${perJuta.toFixed(2)} s (${h.ringkas.calon} pairs)`,
    ),
    batas('memory', h.rss, 'MB', 1000),
    baris('quality at the stated rates', h, 0.997),
  ]
}

async function duaBerkas({ folder }: BenchContext): Promise<BenchRow[]> {
  const h = await ukurDua(folder, jumlah, orang)
  return [
    batas('two sets, P3KE against the registry', h.detik, 's', 5),
    {
      what: 'quality between the two sets',
      measured: `F1 ${h.f1.toFixed(4)}`,
      bar: '≥ 0.997',
      met: h.f1 >= 0.997,
    },
  ]
}

/** Ten times the records. */
async function sepuluhKali(_: BenchContext, ukur: Ukur): Promise<BenchRow[]> {
  const satu = await ukur('once the records', {}, orang)
  const h = await ukur('ten times the records', { baris: jumlah * 10 }, orang)
  const kali = h.detik / satu.detik
  return [
    batas('ten times the records', h.detik, 's', 60),
    {
      what: 'the same over once the records',
      measured: `${kali.toFixed(1)} ×`,
      bar: '≤ 11 ×',
      met: kali <= 11,
    },
    batas('memory for ten times the records', h.rss, 'MB', 7000),
    baris('quality of ten times the records', h, 0.997),
  ]
}

const bagian: Readonly<Record<string, (c: BenchContext, ukur: Ukur) => Promise<BenchRow[]>>> = {
  csv,
  'tanpa-nomor': async (_, ukur) => [
    baris('without NIK and KK', await ukur('without numbers', {}, tanpaNomor), 0.985),
  ],
  selain: async (_, ukur) => {
    const nama = 'with twins, namesakes, copied numbers, moves'
    return [baris(nama, await ukur(nama, { selain: denganSelain }, orang), 0.99)]
  },
  'selain-tanpa-nomor': async (_, ukur) => {
    const h = await ukur('the same without numbers', { selain: denganSelain }, tanpaNomor)
    return [baris('with twins and so on, without NIK and KK', h, 0.975)]
  },
  'dua-kali': async (_, ukur) => [
    baris('at twice the rates', await ukur('twice the rates', { kali: 2 }, orang), 0.97),
  ],
  'dua-berkas': duaBerkas,
  'sepuluh-kali': sepuluhKali,
}

export const benchmark: Benchmark = {
  title:
    'Matching records of four sources (1,000,000, or 20,000 with --kecil), weights estimated in the same run',
  parts: [...Object.keys(bagian), 'dalam', 'ketik'],
  run: async (context): Promise<readonly BenchRow[]> => {
    const ukur = pengukur(context)
    const rows: BenchRow[] = []
    for (const [nama, kerja] of Object.entries(bagian))
      if (context.parts.has(nama)) rows.push(...(await kerja(context, ukur)))
    return [...rows, ...(await ukurDalam(context, jumlah))]
  },
}
