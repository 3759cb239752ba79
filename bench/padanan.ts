/** Matching: a million records of four sources with known truth, by the command line; speed and quality. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Benchmark, type BenchRow, median } from './bench.ts'
import { denganSelain, tanpaSelain } from './generator/padanan/orang.ts'
import { type SetPadanan, tulisSet } from './generator/padanan/set.ts'

type Hasil = {
  readonly detik: number
  readonly rss: number
  readonly f1: number
  readonly f1Gugus: number
}

const jumlah = 1_000_000

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
  csv: string,
  folder: string,
  model: string,
): Promise<{ detik: number; rss: number }> {
  const mulai = performance.now()
  const siks = path.join(import.meta.dirname, '..', 'src', 'cli', 'siks.ts')
  const anak = spawn(
    process.execPath,
    [
      siks,
      '--json',
      'padanan',
      csv,
      '--model',
      model,
      '--out',
      path.join(folder, 'pasang.csv'),
      '--gugus',
      path.join(folder, 'gugus.csv'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let rss = 0
  const lihat = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${anak.pid}/status`, 'utf8')
      rss = Math.max(rss, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
    } catch {
      // It has ended.
    }
  }, 100)
  const [kode] = await once(anak, 'exit')
  clearInterval(lihat)
  if (kode !== 0) throw new Error(`siks padanan ended with ${kode}`)
  return { detik: (performance.now() - mulai) / 1000, rss }
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
  for (let i = 0; i < kali; i++) jalan.push(await jalankan(csv, folder, model))
  return {
    detik: median(jalan.map((j) => j.detik)),
    rss: Math.max(...jalan.map((j) => j.rss)),
    ...(await mutu(folder, benar)),
  }
}

const modelDi = (nama: string): string =>
  path.join(import.meta.dirname, '..', 'policy', 'padanan', nama)

const baris = (what: string, { f1, f1Gugus }: Hasil, bar: number): BenchRow => ({
  what,
  measured: `F1 ${f1.toFixed(4)} (clusters ${f1Gugus.toFixed(4)})`,
  bar: `≥ ${bar}`,
  met: f1 >= bar,
})

export const benchmark: Benchmark = {
  title: 'Matching 1,000,000 records of four sources, weights estimated in the same run',
  run: async ({ folder, log }): Promise<readonly BenchRow[]> => {
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
    return [
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
    ]
  },
}
