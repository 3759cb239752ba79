/** Matching: a million records of four sources with known truth, by the command line; speed and quality. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Benchmark, type BenchRow, median } from './bench.ts'
import { denganSelain, tanpaSelain } from './generator/padanan/orang.ts'
import { type SetPadanan, tulisSet } from './generator/padanan/set.ts'
import { ukurDalam } from './padanan-dalam.ts'

type Hasil = {
  readonly detik: number
  readonly rss: number
  readonly f1: number
  readonly f1Gugus: number
  readonly ringkas: Ringkas
}

/** Records; fewer only to try the benchmark itself. */
const jumlah = Number(process.env.BENCH_ORANG ?? 1_000_000)

/** The truth of a set: for each record its person, and how many true pairs there are. */
async function kebenaran(csv: string): Promise<{ orang: Map<string, number>; pasang: number }> {
  const orang = new Map<string, number>()
  const banyak = new Map<number, number>()
  for await (const baris of createInterface({ input: createReadStream(csv) })) {
    const id = baris.slice(0, baris.indexOf(','))
    if (id === 'id') continue
    const satu = Number(baris.slice(baris.lastIndexOf(',') + 1))
    orang.set(id, satu)
    banyak.set(satu, (banyak.get(satu) ?? 0) + 1)
  }
  let pasang = 0
  for (const n of banyak.values()) pasang += (n * (n - 1)) / 2
  return { orang, pasang }
}

/** Runs the command in a process of its own, its highest memory watched. */
async function jalankan(
  csv: readonly string[],
  folder: string,
  model: string,
): Promise<{ detik: number; rss: number; ringkas: Ringkas }> {
  const mulai = performance.now()
  const siks = path.join(import.meta.dirname, '..', 'src', 'cli', 'siks.ts')
  const anak = spawn(
    process.execPath,
    [
      siks,
      '--json',
      'padanan',
      ...csv,
      '--model',
      model,
      '--out',
      path.join(folder, 'pasang.csv'),
      '--gugus',
      path.join(folder, 'gugus.csv'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let keluar = ''
  anak.stdout.on('data', (teks: Buffer) => {
    keluar += teks.toString()
  })
  let rss = 0
  const lihat = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${anak.pid}/status`, 'utf8')
      rss = Math.max(rss, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
    } catch {
      // It has ended.
    }
  }, 100)
  const [kode] = await once(anak, 'close')
  clearInterval(lihat)
  if (kode !== 0) throw new Error(`siks padanan ended with ${kode}`)
  const detik = (performance.now() - mulai) / 1000
  return { detik, rss, ringkas: JSON.parse(keluar) as Ringkas }
}

/** Pairwise quality of the pairs at the default threshold, and of the clusters. */
async function mutu(
  folder: string,
  { orang, pasang }: { orang: Map<string, number>; pasang: number },
) {
  let benar = 0
  let semua = 0
  for await (const baris of createInterface({
    input: createReadStream(path.join(folder, 'pasang.csv')),
  })) {
    const [a = '', b = '', bobot = ''] = baris.split(',')
    if (a === 'id_a' || Number(bobot) < 0) continue
    semua++
    if (orang.get(a) === orang.get(b)) benar++
  }
  const gugus = new Map<string, number[]>()
  for await (const baris of createInterface({
    input: createReadStream(path.join(folder, 'gugus.csv')),
  })) {
    const [id = '', akar = ''] = baris.split(',')
    if (id === 'id') continue
    const isi = gugus.get(akar) ?? []
    isi.push(orang.get(id) ?? -1)
    gugus.set(akar, isi)
  }
  let benarGugus = 0
  let semuaGugus = 0
  for (const isi of gugus.values()) {
    semuaGugus += (isi.length * (isi.length - 1)) / 2
    const per = new Map<number, number>()
    for (const satu of isi) per.set(satu, (per.get(satu) ?? 0) + 1)
    for (const n of per.values()) benarGugus += (n * (n - 1)) / 2
  }
  return { f1: (2 * benar) / (semua + pasang), f1Gugus: (2 * benarGugus) / (semuaGugus + pasang) }
}

async function ukur(
  folder: string,
  set: Omit<SetPadanan, 'keluar'>,
  model: string,
  kali: number,
): Promise<Hasil> {
  const csv = path.join(folder, 'orang.csv')
  await tulisSet({ ...set, keluar: csv })
  const benar = await kebenaran(csv)
  const jalan = []
  for (let i = 0; i < kali; i++) jalan.push(await jalankan([csv], folder, model))
  return {
    detik: median(jalan.map((j) => j.detik)),
    rss: Math.max(...jalan.map((j) => j.rss)),
    ringkas: jalan[0]?.ringkas ?? { calon: 0, perAturan: [] },
    ...(await mutu(folder, benar)),
  }
}

/** What the command says of itself. */
type Ringkas = {
  readonly calon: number
  readonly perAturan: readonly {
    readonly blok: readonly string[]
    readonly calon: number
    readonly oleh: number
    readonly hanya: number
  }[]
}

const modelDi = (nama: string): string =>
  path.join(import.meta.dirname, '..', 'policy', 'padanan', nama)

/** P3KE against the registry: the same people as two files. Clusters are not judged here. */
async function ukurDua(folder: string, model: string): Promise<Omit<Hasil, 'f1Gugus'>> {
  const csv = path.join(folder, 'orang.csv')
  await tulisSet({ baris: jumlah, seed: 1, sumber: ['p3ke', 'dtks'], keluar: csv })
  const isi = (await readFile(csv, 'utf8')).split('\n')
  const judul = isi.shift() ?? ''
  const bagian = await Promise.all(
    ['p3ke', 'dtks'].map(async (s) => {
      const milik = isi.filter((b) => b.split(',', 2)[1] === s)
      const berkas = path.join(folder, `${s}.csv`)
      await writeFile(berkas, `${[judul, ...milik].join('\n')}\n`)
      return { berkas, orang: milik.map((b) => b.slice(b.lastIndexOf(',') + 1)) }
    }),
  )
  const kiri = new Set(bagian[0]?.orang)
  const pasang = bagian[1]?.orang.filter((o) => kiri.has(o)).length ?? 0
  const jalan = await jalankan(
    bagian.map((b) => b.berkas),
    folder,
    model,
  )
  const { orang } = await kebenaran(csv)
  const { f1 } = await mutu(folder, { orang, pasang })
  return { ...jalan, f1 }
}

const baris = (what: string, { f1, f1Gugus }: Hasil, bar: number): BenchRow => ({
  what,
  measured: `F1 ${f1.toFixed(4)} (clusters ${f1Gugus.toFixed(4)})`,
  bar: `≥ ${bar}`,
  met: f1 >= bar,
})

export const benchmark: Benchmark = {
  title:
    'Matching records of four sources (1,000,000, or 20,000 with --kecil), weights estimated in the same run',
  run: async (context): Promise<readonly BenchRow[]> => {
    const { folder, log } = context
    const dasar = { baris: jumlah, seed: 1 }
    const hasil = async (
      nama: string,
      set: Omit<SetPadanan, 'keluar'>,
      model: string,
      kali = 1,
    ) => {
      const h = await ukur(folder, set, modelDi(model), kali)
      log(`${nama}: ${h.detik.toFixed(1)} s, ${h.rss.toFixed(0)} MB`)
      return h
    }
    const biasa = await hasil('stated rates', { ...dasar, selain: tanpaSelain }, 'orang.yaml', 5)
    const tanpa = await hasil(
      'without numbers',
      { ...dasar, selain: tanpaSelain },
      'orang-tanpa-nomor.yaml',
    )
    const selain = await hasil(
      'with twins, namesakes, copied numbers, moves',
      { ...dasar, selain: denganSelain },
      'orang.yaml',
    )
    const selainTanpa = await hasil(
      'the same without numbers',
      { ...dasar, selain: denganSelain },
      'orang-tanpa-nomor.yaml',
    )
    const dua = await hasil(
      'twice the rates',
      { ...dasar, selain: tanpaSelain, kali: 2 },
      'orang.yaml',
    )
    const antar = await ukurDua(folder, modelDi('orang.yaml'))
    for (const { blok, calon, oleh, hanya } of biasa.ringkas.perAturan)
      log(`${blok.join(' + ')}: ${calon} pairs added; finds ${oleh} that match, alone ${hanya}`)
    const perJuta = (biasa.detik / biasa.ringkas.calon) * 1e6
    return [
      {
        what: 'the whole run per million pairs compared',
        measured: `${perJuta.toFixed(2)} s (${biasa.ringkas.calon} pairs)`,
        bar: '–',
        met: null,
      },
      {
        what: 'two sets, P3KE against the registry',
        measured: `${antar.detik.toFixed(1)} s`,
        bar: '< 5 s',
        met: antar.detik < 5,
      },
      {
        what: 'quality between the two sets',
        measured: `F1 ${antar.f1.toFixed(4)}`,
        bar: '≥ 0.997',
        met: antar.f1 >= 0.997,
      },
      {
        what: 'CSV to pairs and clusters, median of 5',
        measured: `${biasa.detik.toFixed(1)} s`,
        bar: '< 5 s',
        met: biasa.detik < 5,
      },
      {
        what: 'memory',
        measured: `${biasa.rss.toFixed(0)} MB`,
        bar: '< 1000 MB',
        met: biasa.rss < 1000,
      },
      baris('quality at the stated rates', biasa, 0.997),
      baris('without NIK and KK', tanpa, 0.985),
      baris('with twins, namesakes, copied numbers, moves', selain, 0.99),
      baris('the same without NIK and KK', selainTanpa, 0.975),
      baris('at twice the rates', dua, 0.97),
      ...(await ukurDalam(context, jumlah)),
    ]
  },
}
