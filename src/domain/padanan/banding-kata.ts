/** How two runs of words agree: names in another order, with words missing, nearly the same. */
import type { Dekat } from './kata.ts'
import type { LajurKata } from './tabel.ts'

type Uji = (a: number, b: number) => boolean

/** How two runs of words agree; each holds when the one before does not. */
const kataSama = 0
const kataSebagian = 1
const kataMirip = 2
const kataSatu = 3
const kataBeda = 4

/** The test of a column of words; null when it does not know the name. */
export function ujiKata(
  lajur: LajurKata,
  nama: string,
  batas: number,
  dekat: () => Dekat,
): Uji | null {
  const { nilai } = lajur
  switch (nama) {
    case 'sama':
      return (a, b) => nilai[a] === nilai[b]
    case 'urutan': {
      const kunci = tanpaUrutan(lajur)
      const rapat = tanpaSpasi(lajur)
      return (a, b) => {
        const x = nilai[a] as number
        const y = nilai[b] as number
        return kunci[x] === kunci[y] || rapat[x] === rapat[y]
      }
    }
    case 'sebagian':
    case 'mirip':
    case 'satu_kata': {
      const batasKelas =
        nama === 'sebagian' ? kataSebagian : nama === 'mirip' ? kataMirip : kataSatu
      const kelas = kelasKata(lajur, dekat())
      return (a, b) => kelas(nilai[a] as number, nilai[b] as number) <= batasKelas
    }
    case 'bagian_kata':
      return bagianKata(lajur, batas)
    default:
      return null
  }
}

/** For each run of words the number of its set, whatever the order. */
export function tanpaUrutan({ urutan }: LajurKata): Int32Array {
  const { kata, mulai, banyak } = urutan
  const hasil = new Int32Array(banyak + 1)
  const nomor = new Map<string, number>()
  for (let id = 1; id <= banyak; id++) {
    const teks = [...kata.subarray(mulai[id], mulai[id + 1])].sort((a, b) => a - b).join(' ')
    const tahu = nomor.get(teks) ?? nomor.size + 1
    nomor.set(teks, tahu)
    hasil[id] = tahu
  }
  return hasil
}

/** For each run of words the number of its letters written together. */
function tanpaSpasi({ urutan, kata: kamus }: LajurKata): Int32Array {
  const { kata, mulai, banyak } = urutan
  const hasil = new Int32Array(banyak + 1)
  const nomor = new Map<string, number>()
  for (let id = 1; id <= banyak; id++) {
    let teks = ''
    for (let i = mulai[id] as number; i < (mulai[id + 1] as number); i++)
      teks += kamus.teks(kata[i] as number)
    const tahu = nomor.get(teks) ?? nomor.size + 1
    nomor.set(teks, tahu)
    hasil[id] = tahu
  }
  return hasil
}

/** The class of two runs of words; remembers the pair asked last, for the levels ask one after another. */
function kelasKata({ urutan }: LajurKata, dekat: Dekat): (x: number, y: number) => number {
  const { kata, mulai } = urutan
  let xTadi = -1
  let yTadi = -1
  let tadi = 0
  const hitung = (x: number, y: number): number => {
    if (x === y) return kataSama
    const nx = (mulai[x + 1] as number) - (mulai[x] as number)
    const ny = (mulai[y + 1] as number) - (mulai[y] as number)
    const [p, q] = nx < ny || (nx === ny && x < y) ? [x, y] : [y, x]
    const p0 = mulai[p] as number
    const p1 = mulai[p + 1] as number
    const q0 = mulai[q] as number
    const q1 = mulai[q + 1] as number
    let terpakai = 0
    let tepat = 0
    let hampir = 0
    for (let i = p0; i < p1; i++) {
      for (let j = q0; j < q1; j++) {
        if ((terpakai & (1 << (j - q0))) === 0 && kata[i] === kata[j]) {
          terpakai |= 1 << (j - q0)
          tepat |= 1 << (i - p0)
          break
        }
      }
    }
    for (let i = p0; i < p1; i++) {
      if ((tepat & (1 << (i - p0))) !== 0) continue
      for (let j = q0; j < q1; j++) {
        if (
          (terpakai & (1 << (j - q0))) === 0 &&
          dekat.dekat(kata[i] as number, kata[j] as number)
        ) {
          terpakai |= 1 << (j - q0)
          hampir++
          break
        }
      }
    }
    const banyakTepat = hitungBit(tepat)
    if (banyakTepat === p1 - p0) return kataSebagian
    if (banyakTepat + hampir === p1 - p0) return kataMirip
    return banyakTepat > 0 ? kataSatu : kataBeda
  }
  return (x, y) => {
    if (x !== xTadi || y !== yTadi) {
      tadi = hitung(x, y)
      xTadi = x
      yTadi = y
    }
    return tadi
  }
}

const hitungBit = (n: number): number => {
  let banyak = 0
  for (let sisa = n; sisa !== 0; sisa &= sisa - 1) banyak++
  return banyak
}

/** Shared words over all words of the longer, at least `batas`. */
function bagianKata({ nilai, urutan }: LajurKata, batas: number): Uji {
  const { kata, mulai } = urutan
  return (a, b) => {
    const x = nilai[a] as number
    const y = nilai[b] as number
    if (x === y) return true
    const x0 = mulai[x] as number
    const x1 = mulai[x + 1] as number
    const y0 = mulai[y] as number
    const y1 = mulai[y + 1] as number
    let sama = 0
    for (let i = x0; i < x1; i++)
      for (let j = y0; j < y1; j++)
        if (kata[i] === kata[j]) {
          sama++
          break
        }
    return sama >= batas * Math.max(x1 - x0, y1 - y0)
  }
}
