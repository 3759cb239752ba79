/** Files of records with known truth, matched by the command line in a process of its own, and held against the truth. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { median } from './bench.ts'
import { type SetPadanan, tulisSet } from './generator/padanan/set.ts'

/** What the command says of itself. */
export type Ringkas = {
  readonly calon: number
  readonly perAturan: readonly {
    readonly blok: readonly string[]
    readonly calon: number
    readonly oleh: number
    readonly hanya: number
  }[]
}

type Jalan = {
  readonly detik: number
  /** Seconds of the processor, all threads together. */
  readonly prosesor: number
  readonly rss: number
  readonly ringkas: Ringkas
}

export type Hasil = Jalan & { readonly f1: number; readonly f1Gugus: number }

/** The truth of a set: for each id its person (ids are row numbers), and how many true pairs there are. */
type Kebenaran = { readonly orang: Int32Array; readonly pasang: number }

async function* barisDari(csv: string): AsyncGenerator<string> {
  const baris = createInterface({ input: createReadStream(csv) })[Symbol.asyncIterator]()
  await baris.next()
  for (;;) {
    const { value, done } = await baris.next()
    if (done) return
    yield value
  }
}

/** Pairs within groups of these sizes. */
const pasangan = (banyak: Int32Array): number => banyak.reduce((s, n) => s + (n * (n - 1)) / 2, 0)

async function kebenaran(csv: string, rekaman: number): Promise<Kebenaran> {
  const orang = new Int32Array(rekaman + 1).fill(-1)
  const banyak = new Int32Array(rekaman + 1)
  for await (const baris of barisDari(csv)) {
    const satu = Number(baris.slice(baris.lastIndexOf(',') + 1))
    orang[Number(baris.slice(0, baris.indexOf(',')))] = satu
    banyak[satu] = (banyak[satu] ?? 0) + 1
  }
  return { orang, pasang: pasangan(banyak) }
}

const clockTick = 100

/** Runs the command in a process of its own, its highest memory and its processor time watched. */
async function jalankan(csv: readonly string[], folder: string, model: string): Promise<Jalan> {
  const mulai = performance.now()
  const siks = path.join(import.meta.dirname, '..', 'src', 'cli', 'siks.ts')
  const ke = ['--out', path.join(folder, 'pasang.csv'), '--gugus', path.join(folder, 'gugus.csv')]
  const anak = spawn(
    process.execPath,
    [siks, '--json', 'padanan', ...csv, '--model', model, ...ke],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let keluar = ''
  anak.stdout.on('data', (teks: Buffer) => {
    keluar += teks.toString()
  })
  let rss = 0
  let prosesor = 0
  const lihat = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${anak.pid}/status`, 'utf8')
      rss = Math.max(rss, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
      const stat = readFileSync(`/proc/${anak.pid}/stat`, 'utf8')
      const [user = 0, system = 0] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number)
      prosesor = Math.max(prosesor, (user + system) / clockTick)
    } catch {
      // It has ended.
    }
  }, 50)
  const [kode] = await once(anak, 'close')
  clearInterval(lihat)
  if (kode !== 0) throw new Error(`siks padanan ended with ${kode}`)
  const detik = (performance.now() - mulai) / 1000
  return { detik, prosesor, rss, ringkas: JSON.parse(keluar) as Ringkas }
}

/** Pairwise quality of the pairs at the default threshold, and of the clusters. */
async function mutu(
  folder: string,
  { orang, pasang }: Kebenaran,
): Promise<{ f1: number; f1Gugus: number }> {
  let benar = 0
  let semua = 0
  for await (const baris of barisDari(path.join(folder, 'pasang.csv'))) {
    const [a, b, bobot] = baris.split(',').map(Number)
    if ((bobot as number) < 0) continue
    semua++
    if (orang[a as number] === orang[b as number]) benar++
  }
  const anggota = new Int32Array(orang.length)
  const bersama = new Map<number, number>()
  let benarGugus = 0
  for await (const baris of barisDari(path.join(folder, 'gugus.csv'))) {
    const [id, akar] = baris.split(',').map(Number) as [number, number]
    anggota[akar] = (anggota[akar] as number) + 1
    const kunci = akar * orang.length + (orang[id] as number)
    const tadi = bersama.get(kunci) ?? 0
    benarGugus += tadi
    bersama.set(kunci, tadi + 1)
  }
  return {
    f1: (2 * benar) / (semua + pasang),
    f1Gugus: (2 * benarGugus) / (pasangan(anggota) + pasang),
  }
}

/** One set matched so many times; the time is the median. */
export async function ukurSatu(
  folder: string,
  set: Omit<SetPadanan, 'keluar'>,
  model: string,
  kali: number,
): Promise<Hasil> {
  const csv = path.join(folder, 'orang.csv')
  await tulisSet({ ...set, keluar: csv })
  const benar = await kebenaran(csv, set.baris)
  const jalan: Jalan[] = []
  for (let i = 0; i < kali; i++) jalan.push(await jalankan([csv], folder, model))
  return {
    detik: median(jalan.map((j) => j.detik)),
    prosesor: median(jalan.map((j) => j.prosesor)),
    rss: Math.max(...jalan.map((j) => j.rss)),
    ringkas: jalan[0]?.ringkas ?? { calon: 0, perAturan: [] },
    ...(await mutu(folder, benar)),
  }
}

/** P3KE against the registry: the same people as two files of together `baris` records. Clusters are not judged here. */
export async function ukurDua(folder: string, baris: number, model: string): Promise<Hasil> {
  const csv = path.join(folder, 'orang.csv')
  await tulisSet({ baris, seed: 1, sumber: ['p3ke', 'dtks'], keluar: csv })
  const berkas = ['p3ke', 'dtks'].map((s) => path.join(folder, `${s}.csv`))
  const tulis = await Promise.all(berkas.map((satu) => open(satu, 'w')))
  const isi: [string[], string[]] = [[], []]
  const kosongkan = (s: 0 | 1) => tulis[s]?.write(isi[s].splice(0).join(''))
  const judul = 'id,sumber,nik,nomor_kk,nama,tanggal_lahir,jenis_kelamin,alamat,wilayah,orang\n'
  for (const s of [0, 1] as const) isi[s].push(judul)
  const ada = [new Set<number>(), new Set<number>()] as const
  for await (const b of barisDari(csv)) {
    const s = b.split(',', 2)[1] === 'p3ke' ? 0 : 1
    isi[s].push(`${b}\n`)
    ada[s].add(Number(b.slice(b.lastIndexOf(',') + 1)))
    if (isi[s].length > 10_000) await kosongkan(s)
  }
  for (const s of [0, 1] as const) {
    await kosongkan(s)
    await tulis[s]?.close()
  }
  const jalan = await jalankan(berkas, folder, model)
  const { orang } = await kebenaran(csv, baris)
  return {
    ...jalan,
    ...(await mutu(folder, { orang, pasang: [...ada[0]].filter((o) => ada[1].has(o)).length })),
  }
}
