/** Verifies the log as a fold over its seals: each step checks one batch, and the first fault ends it. */
import { err, ok, type Result } from '#domain/result.ts'
import { splitLine } from './bentuk.ts'
import { digits, type Ingatan, ingatan } from './ingatan.ts'
import type { Kerusakan, MacamKerusakan } from './kerusakan.ts'
import { type Hash, merkleRoot, sameBytes } from './merkle.ts'
import { datedBack, type EntriTercatat, periksaEntri, type Saat } from './periksa-entri.ts'
import {
  type Alat,
  naskahSegel,
  panjangRingkas,
  rantaiAwal,
  ringkasOf,
  type Segel,
  type TitikPeriksa,
} from './segel.ts'

/** How far the fold has come, with everything before it proven. */
export type Terperiksa = {
  readonly segel: number
  readonly nomor: number
  readonly rantai: Uint8Array
  readonly saat: readonly Saat[]
  /** What the last minutes said: kept for the whole of one verification. */
  readonly ingat: Ingatan
}

export const terperiksaAwal = (hash: Hash): Terperiksa => ({
  segel: 0,
  nomor: 0,
  rantai: rantaiAwal,
  saat: [],
  ingat: ingatan(hash),
})

/** More seals than any transaction lasts. */
const diingat = 4096

export type Langkah = {
  readonly segel: Segel
  readonly entri: readonly EntriTercatat[]
  /** What stands about this seal outside the database, if anything. */
  readonly luar: TitikPeriksa | null
}

/** One seal: its place in the chain, its entries, its root, its signature, and what was said outside. */
export function periksaSegel(
  alat: Alat,
  sejauh: Terperiksa,
  { segel, entri, luar }: Langkah,
): Result<Terperiksa, Kerusakan> {
  const { nomor, dari, jumlah } = segel
  if (nomor !== sejauh.segel + 1)
    return err({ macam: 'hapus', segel: sejauh.segel + 1, nomor: sejauh.nomor + 1, jejakId: null })
  const whole = (macam: MacamKerusakan) =>
    err<Kerusakan>({
      macam,
      segel: nomor,
      nomor: sejauh.nomor + 1,
      jejakId: null,
      hingga: dari + jumlah - 1,
    })
  if (dari !== sejauh.nomor + 1) return whole('segel')

  const checked = periksaEntri(alat.hash, segel, entri, sejauh.saat, sejauh.ingat)
  if (!checked.ok) return checked
  const seal = periksaKepala(alat, sejauh, segel, checked.value)
  const outside = luar === null || sameBytes(luar.rantai, segel.rantai)
  if (seal === null && outside) return ok(lanjut(sejauh, segel))

  // The seal itself is ours, but another one was written outside: the database was set back.
  const macam = seal ?? 'mundur'
  const named = luar && differing(luar, checked.value)
  const found = named === null ? undefined : entri[named]
  if (!found) return whole(macam)
  const isContent = macam === 'segel' ? 'ubah' : macam
  return err({ macam: isContent, segel: nomor, nomor: found.nomor, jejakId: found.jejakId })
}

/** What is wrong with the seal itself; null is nothing. */
function periksaKepala(
  alat: Alat,
  sejauh: Terperiksa,
  segel: Segel,
  sidik: readonly Uint8Array[],
): MacamKerusakan | null {
  const naskah = alat.utf8(naskahSegel(segel))
  const consistent =
    sameBytes(segel.sebelum, sejauh.rantai) &&
    sameBytes(segel.akar, merkleRoot(alat.hash, sidik)) &&
    sameBytes(segel.rantai, alat.hash(naskah))
  const signed = alat.sah(segel.kunci, naskah, segel.tandatangan)
  if (consistent) return signed ? null : 'tanpa_kunci'
  return 'segel'
}

/** The first entry of a batch that differs from what was written outside. */
function differing(luar: TitikPeriksa, sidik: readonly Uint8Array[]): number | null {
  const now = ringkasOf(sidik)
  const length = Math.max(now.length, luar.ringkas.length)
  for (let i = 0; i < length; i++)
    if (now[i] !== luar.ringkas[i]) return Math.floor(i / panjangRingkas)
  return null
}

function lanjut(sejauh: Terperiksa, segel: Segel): Terperiksa {
  const { lingkungan, batas, waktu } = segel
  const saat = [...sejauh.saat.slice(1 - diingat), { lingkungan, batas, waktu }]
  return {
    segel: segel.nomor,
    nomor: segel.dari + segel.jumlah - 1,
    rantai: segel.rantai,
    saat,
    ingat: sejauh.ingat,
  }
}

/** What is known when all seals of the database have been read. */
export type Akhir = {
  /** The last seal written outside; null when nothing was. */
  readonly luar: TitikPeriksa | null
  /** Where the sequencer says it has come to. */
  readonly posisi: { readonly segel: number; readonly nomor: number }
  /** The first number that no seal covers. */
  readonly lebih: { readonly nomor: number; readonly jejakId: number } | null
}

/** The end of the chain: nothing beyond the last seal, and nothing outside that the database lacks. */
export function periksaAkhir(sejauh: Terperiksa, akhir: Akhir): Kerusakan | null {
  const { luar, posisi, lebih } = akhir
  const missing = { segel: sejauh.segel + 1, nomor: sejauh.nomor + 1, jejakId: null }
  if (posisi.segel > sejauh.segel) return { macam: 'potong', ...missing, hingga: posisi.nomor }
  if (luar && luar.nomor > sejauh.segel)
    return { macam: 'mundur', ...missing, hingga: luar.dari + luar.jumlah - 1 }
  return lebih ? { macam: 'sisip', segel: null, ...lebih } : null
}

/** An entry without a number yet, and what is known of the database that counts transactions now. */
export type Menunggu = { readonly jejakId: number; readonly isi: Uint8Array }
export type Hitungan = { readonly lingkungan: string; readonly dasar: number | null }

/** An entry that waits for its number: newer than all that is sealed, or put in afterwards. */
export function periksaMenunggu(
  sejauh: Terperiksa,
  { jejakId, isi }: Menunggu,
  { lingkungan, dasar }: Hitungan,
): Kerusakan | null {
  const place = { segel: null, nomor: null, jejakId }
  const twin = sejauh.ingat.kembaran(isi, { nomor: null, jejakId })
  if (twin) return { macam: 'ganda', ...place, pasangan: twin }
  const transaksi = digits(splitLine(isi, 2).kolom[1])
  const passed = dasar !== null && transaksi < dasar
  return passed || datedBack(isi, lingkungan, sejauh.saat) ? { macam: 'sisip', ...place } : null
}
