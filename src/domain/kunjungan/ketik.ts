/** Fast entry: the rows of the form in the order they are typed, and what a typed text means. Pure. */
import type { Label } from '#domain/label.ts'
import type { JenisVariabel, Unit } from '#domain/variabel/kamus.ts'
import { applies, type Syarat } from '#domain/variabel/syarat.ts'

export type Nilai = number | string | null
type JawabanUnit = Readonly<Record<string, Nilai>>

/** A question as the browser has it. */
export type TanyaKetik = {
  readonly nama: string
  readonly nomor: string | null
  readonly label: Label
  readonly jenis: JenisVariabel
  readonly daftar: string | null
  readonly batas: { readonly min: number; readonly maks: number } | null
  readonly bila: Syarat | null
}

export type DaftarKetik = {
  readonly jenis: 'kode' | 'jumlah_bit'
  readonly pilihan: readonly {
    readonly kode: number
    readonly label: Label
    readonly tunggal: boolean
  }[]
}

export type BagianKetik = {
  readonly judul: Label
  readonly unit: Unit
  readonly variabel: readonly TanyaKetik[]
}

type Subjek = {
  readonly umur: number | null
  readonly jenisKelamin: number | null
  /** As recorded, and as typed now over it. */
  readonly lama: JawabanUnit
  readonly baru: JawabanUnit
}

export type BarisKetik = {
  readonly kunci: string
  readonly v: TanyaKetik
  readonly lama: Nilai | undefined
  readonly baru: Nilai | undefined
}

/** The questions of these sections that are to be asked, with what is typed so far taken into account. */
export function barisKetik(
  bagian: readonly BagianKetik[],
  unit: Unit,
  awalan: string,
  s: Subjek,
): readonly BarisKetik[] {
  const nilai = { ...s.lama, ...s.baru }
  return bagian
    .filter((b) => b.unit === unit)
    .flatMap((b) => b.variabel)
    .filter((v) =>
      applies(v.bila ? { bila: v.bila } : {}, {
        umur: s.umur,
        jenis_kelamin: s.jenisKelamin,
        nilai,
      }),
    )
    .map((v) => ({
      kunci: `${awalan}.${v.nama}`,
      v,
      lama: s.lama[v.nama],
      baru: v.nama in s.baru ? (s.baru[v.nama] ?? null) : undefined,
    }))
}

export type Ketikan =
  /** Nothing typed: what is recorded stays. */
  | { readonly apa: 'tetap' }
  | { readonly apa: 'nilai'; readonly nilai: Nilai }
  | { readonly apa: 'salah' }

const salah: Ketikan = { apa: 'salah' }

/** `8-7-1960`, `08/07/1960` and `1960-07-08` are one day; a day that does not exist is none. */
export function bacaTanggal(teks: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(teks)
  const dmy = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(teks)
  const [tahun, bulan, hari] = iso ? [iso[1], iso[2], iso[3]] : dmy ? [dmy[3], dmy[2], dmy[1]] : []
  if (!tahun || !bulan || !hari) return null
  const kata = `${tahun}-${bulan.padStart(2, '0')}-${hari.padStart(2, '0')}`
  const d = new Date(`${kata}T00:00:00Z`)
  return !Number.isNaN(d.getTime()) && d.toISOString().startsWith(kata) ? kata : null
}

function bacaBit(teks: string, daftar: DaftarKetik): Ketikan {
  const bagian = teks.split('+').map(Number)
  const mungkin = daftar.pilihan.filter((p) => !p.tunggal).reduce((s, p) => s | p.kode, 0)
  const [satu] = bagian
  if (bagian.length === 1 && daftar.pilihan.some((p) => p.tunggal && p.kode === satu))
    return { apa: 'nilai', nilai: satu ?? 0 }
  if (bagian.some((n) => !Number.isInteger(n) || n <= 0 || (n & ~mungkin) !== 0)) return salah
  return { apa: 'nilai', nilai: bagian.reduce((s, n) => s | n, 0) }
}

/**
 * What was typed into a question: a code, a number, several codes of a sum joined by `+`, a day, a
 * text. Empty keeps what is recorded; `-` takes the answer away.
 */
export function bacaKetikan(
  v: Pick<TanyaKetik, 'jenis' | 'batas'>,
  daftar: DaftarKetik | undefined,
  mentah: string,
): Ketikan {
  const teks = mentah.trim()
  if (teks === '') return { apa: 'tetap' }
  if (teks === '-') return { apa: 'nilai', nilai: null }
  if (v.jenis === 'teks') return { apa: 'nilai', nilai: teks.slice(0, 300) }
  if (v.jenis === 'tanggal') {
    const hari = bacaTanggal(teks)
    return hari ? { apa: 'nilai', nilai: hari } : salah
  }
  if (daftar?.jenis === 'jumlah_bit') return bacaBit(teks.replaceAll(' ', ''), daftar)
  const angka = daftar ? teks : teks.replaceAll('.', '')
  if (!/^\d{1,13}$/.test(angka)) return salah
  const n = Number(angka)
  if (daftar) return daftar.pilihan.some((p) => p.kode === n) ? { apa: 'nilai', nilai: n } : salah
  if (v.batas && (n < v.batas.min || n > v.batas.maks)) return salah
  return { apa: 'nilai', nilai: n }
}
