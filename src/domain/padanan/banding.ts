/** Compares two rows level by level, as the model declares: the one function behind kernel, page and test. */
import type { Banding, ModelPadanan } from './model.ts'
import { type Lajur, lajurDari, type Tabel } from './tabel.ts'
import {
  type Ditanya,
  tanggalTahu,
  type UjiLajur,
  ujiAngka,
  ujiNomor,
  ujiTanggal,
} from './uji-angka.ts'
import { ujiKata, ujiKode } from './uji-kata.ts'

/** How many answers a comparison has: its levels, none of them, nothing can be said. */
export const banyakJawab = (b: Banding): number => b.tingkat.length + 2

/** How the answers of all comparisons make one number, and back; below 2^53. */
export type Sandi = {
  readonly kali: readonly number[]
  readonly jawab: readonly number[]
  readonly banyak: number
}

export function sandiDari(model: ModelPadanan): Sandi {
  const jawab = model.banding.map(banyakJawab)
  const kali: number[] = []
  let banyak = 1
  for (const n of jawab) {
    kali.push(banyak)
    banyak *= n
  }
  return { kali, jawab, banyak }
}

/** The answer of comparison `ke`: 0 is the first level declared. */
export const jawabDari = (sandi: Sandi, kode: number, ke: number): number =>
  Math.floor(kode / (sandi.kali[ke] as number)) % (sandi.jawab[ke] as number)

/** The comparison vector of two rows as one number, given the numbers of the rows. */
export type Pembanding = (a: number, b: number) => number

/** The conditions that a model asks of each of its columns, each once. */
export function ditanyaDari(model: ModelPadanan): Map<string, Ditanya[]> {
  const hasil = new Map<string, Ditanya[]>()
  for (const { tingkat } of model.banding) {
    for (const { syarat } of tingkat) {
      for (const teks of typeof syarat === 'string' ? [syarat] : syarat) {
        const { kolom, nama, batas } = uraiSyarat(teks)
        const daftar = hasil.get(kolom) ?? []
        hasil.set(kolom, daftar)
        if (!daftar.some((d) => d.nama === nama && d.batas === batas))
          daftar.push({ nama, batas, bit: 2 << daftar.length })
      }
    }
  }
  return hasil
}

function uraiSyarat(teks: string): { kolom: string; nama: string; batas: number } {
  const [kolom = '', nama = '', batas] = teks.split(' ')
  return { kolom, nama, batas: Number(batas ?? 0) }
}

const dikenal: Readonly<Record<Exclude<Lajur['jenis'], 'tanggal'>, readonly string[]>> = {
  nomor: ['sama', 'satu_salah'],
  kode: ['sama', 'awal', 'mirip', 'satu_salah'],
  angka: ['sama', 'selisih', 'nisbah'],
  kata: ['sama', 'urutan', 'sebagian', 'mirip', 'satu_kata', 'satu_mirip', 'bagian_kata', 'huruf'],
}

function ujiDari(
  sel: Int32Array,
  lajur: Lajur,
  kolom: string,
  ditanya: readonly Ditanya[],
): UjiLajur {
  for (const { nama } of ditanya)
    if (lajur.jenis === 'tanggal' ? !tanggalTahu(nama) : !dikenal[lajur.jenis].includes(nama))
      throw new RangeError(`a column of kind ${lajur.jenis} cannot be asked "${nama}": ${kolom}`)
  switch (lajur.jenis) {
    case 'nomor':
      return ujiNomor(sel, lajur.di, ditanya)
    case 'tanggal':
      return ujiTanggal(sel, lajur.di, ditanya)
    case 'kode':
      return ujiKode(sel, lajur, ditanya)
    case 'angka':
      return ujiAngka(sel, lajur, ditanya)
    case 'kata':
      return ujiKata(sel, lajur.di, lajur.kata, ditanya)
  }
}

/** Bits of a comparison's columns laid side by side, at most so many: a table of all of them is made. */
const bitTerbanyak = 20

type Rencana = {
  /** Columns of the comparison by their place among all, and how far their bits are moved. */
  readonly kolom: readonly number[]
  readonly geser: readonly number[]
  /** For all bits together: the answer times its place in the code. */
  readonly nilai: Float64Array | Int32Array
}

/** The comparisons of a model over a table. Throws RangeError on a condition that its column does not know. */
export function pembandingDari(model: ModelPadanan, tabel: Tabel): Pembanding {
  const ditanya = ditanyaDari(model)
  const kolom = [...new Set(model.banding.flatMap((b) => [...b.kolom, ...kolomSyarat(b)]))]
  const uji = kolom.map((nama) =>
    ujiDari(tabel.sel, lajurDari(tabel, nama), nama, ditanya.get(nama) ?? []),
  )
  const sandi = sandiDari(model)
  const rencana = model.banding.map((b, k) => rencanaDari(b, kolom, ditanya, sandi, k))
  const topeng = new Int32Array(kolom.length)
  const { lebar } = tabel
  return (a, b) => {
    const x = a * lebar
    const y = b * lebar
    for (let i = 0; i < uji.length; i++) topeng[i] = (uji[i] as UjiLajur)(x, y)
    let kode = 0
    for (let k = 0; k < rencana.length; k++) {
      const r = rencana[k] as Rencana
      let di = 0
      for (let i = 0; i < r.kolom.length; i++)
        di |= (topeng[r.kolom[i] as number] as number) << (r.geser[i] as number)
      kode += r.nilai[di] as number
    }
    return kode
  }
}

const kolomSyarat = (b: Banding): string[] =>
  b.tingkat.flatMap((t) =>
    (typeof t.syarat === 'string' ? [t.syarat] : t.syarat).map((s) => uraiSyarat(s).kolom),
  )

function rencanaDari(
  b: Banding,
  semua: readonly string[],
  ditanya: ReadonlyMap<string, readonly Ditanya[]>,
  sandi: Sandi,
  k: number,
): Rencana {
  const pakai = [...new Set([...b.kolom, ...kolomSyarat(b)])]
  const geser: number[] = []
  let bit = 0
  for (const nama of pakai) {
    geser.push(bit)
    bit += (ditanya.get(nama)?.length ?? 0) + 1
  }
  if (bit > bitTerbanyak)
    throw new RangeError(
      `comparison ${b.nama} asks more than ${bitTerbanyak} things of its columns`,
    )
  const letak = (nama: string): number => geser[pakai.indexOf(nama)] as number
  // A column that only stands in conditions does not decide whether something can be said.
  const ada = b.kolom.map((nama) => 1 << letak(nama))
  const perlu = b.tingkat.map((t) =>
    (typeof t.syarat === 'string' ? [t.syarat] : t.syarat).reduce((m, teks) => {
      const { kolom, nama, batas } = uraiSyarat(teks)
      const d = ditanya.get(kolom)?.find((x) => x.nama === nama && x.batas === batas)
      return m | ((d?.bit ?? 0) << letak(kolom))
    }, 0),
  )
  const kali = sandi.kali[k] as number
  const nilai = sandi.banyak > 2 ** 31 ? new Float64Array(1 << bit) : new Int32Array(1 << bit)
  for (let m = 0; m < nilai.length; m++) {
    const level = perlu.findIndex((p) => (m & p) === p)
    const tahu = ada.some((a) => (m & a) !== 0)
    nilai[m] = kali * (!tahu ? b.tingkat.length + 1 : level < 0 ? b.tingkat.length : level)
  }
  return { kolom: pakai.map((nama) => semua.indexOf(nama)), geser, nilai }
}
