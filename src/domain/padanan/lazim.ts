/** The most common values of a table by their hashes, kept so that other tables can be weighed by them. */
import type { Frekuensi } from './frekuensi.ts'
import { lebarRingkas } from './kata.ts'
import { lajurDari, type Tabel } from './tabel.ts'

/** Counts of the commonest values and words: hash, count, hash, count …; all others count as `sisa`. */
export type Lazim = {
  readonly banyak: number
  readonly nilai: readonly number[]
  readonly sisaNilai: number
  readonly kata: readonly number[] | null
  readonly sisaKata: number
}

/** The `terbanyak` commonest values of a column; a value that occurs once is not kept. */
export function lazimDari(tabel: Tabel, kolom: string, f: Frekuensi, terbanyak = 2000): Lazim {
  const nilai = teratas(isiNilai(tabel, kolom, f), terbanyak)
  const kata = f.kata ? teratas(isiKata(tabel, kolom, f.kata), terbanyak) : null
  return {
    banyak: f.banyak,
    nilai: nilai.isi,
    sisaNilai: nilai.sisa,
    kata: kata?.isi ?? null,
    sisaKata: kata?.sisa ?? 1,
  }
}

/** The same counts for the values of another table. */
export function frekuensiLazim(tabel: Tabel, kolom: string, lazim: Lazim): Frekuensi {
  const hitungNilai = petaDari(lazim.nilai)
  const asal = { nilai: new Int32Array(0), kata: null, banyak: lazim.banyak }
  const nomor = isiNilai(tabel, kolom, asal)
  const nilai = new Int32Array(1 + nomor.reduce((n, v) => Math.max(n, v.nomor), 0))
  for (const v of nomor) nilai[v.nomor] = hitungNilai.get(v.hash) ?? lazim.sisaNilai
  const lajur = lajurDari(tabel, kolom)
  if (lajur.jenis !== 'kata' || lazim.kata === null)
    return { banyak: lazim.banyak, nilai, kata: null }
  const hitungKata = petaDari(lazim.kata)
  const { hash } = lajur.kata.kata
  const kata = Int32Array.from(hash, (h) => hitungKata.get(h) ?? lazim.sisaKata)
  return { banyak: lazim.banyak, nilai, kata }
}

type Terhitung = { readonly nomor: number; readonly hash: number; readonly n: number }

/** Each distinct value: its number in the counts, a hash of its contents, its count. */
function isiNilai(tabel: Tabel, kolom: string, f: Frekuensi): Terhitung[] {
  const lajur = lajurDari(tabel, kolom)
  const hasil = new Map<number, Terhitung>()
  if (lajur.jenis === 'kata') {
    const { banyak, ringkas, himpunanHash } = lajur.kata
    for (let id = 1; id <= banyak; id++) {
      const nomor = ringkas[id * lebarRingkas] as number
      hasil.set(nomor, { nomor, hash: himpunanHash[id] as number, n: f.nilai[nomor] ?? 0 })
    }
  } else if (lajur.jenis === 'kode') {
    for (let id = 1; id <= lajur.nilai.banyak; id++)
      hasil.set(id, { nomor: id, hash: lajur.nilai.hash[id] as number, n: f.nilai[id] ?? 0 })
  }
  return [...hasil.values()]
}

function isiKata(tabel: Tabel, kolom: string, kata: Int32Array): Terhitung[] {
  const lajur = lajurDari(tabel, kolom)
  if (lajur.jenis !== 'kata') return []
  const { hash } = lajur.kata.kata
  return Array.from(kata, (n, nomor) => ({ nomor, hash: hash[nomor] ?? 0, n })).slice(1)
}

/** Those that occur most; those left out count as the least of them, or as one where all are kept. */
function teratas(isi: readonly Terhitung[], terbanyak: number): { isi: number[]; sisa: number } {
  const urut = isi.filter((v) => v.n > 1).sort((a, b) => b.n - a.n || a.hash - b.hash)
  const ambil = urut.slice(0, terbanyak)
  return {
    isi: ambil.flatMap(({ hash, n }) => [hash, n]),
    sisa: urut.length > ambil.length ? (ambil.at(-1)?.n ?? 1) : 1,
  }
}

/** Counts that stay the same are laid out for look-up once. */
const peta = new WeakMap<readonly number[], ReadonlyMap<number, number>>()

function petaDari(isi: readonly number[]): ReadonlyMap<number, number> {
  const tahu = peta.get(isi)
  if (tahu) return tahu
  const baru = new Map<number, number>()
  for (let i = 0; i < isi.length; i += 2) baru.set(isi[i] as number, isi[i + 1] as number)
  peta.set(isi, baru)
  return baru
}
