/**
 * The sort key of a family: one whole number, the smallest first in rank. Equal keys share a rank.
 *
 * 53 bits, so that it is a safe number in JavaScript and a bigint in SQL, most significant first:
 *
 *     kelayakan 2 | skor 26 | tanggungan 6 | rentan 5 | luas 14
 *     0 layak        0 is       63 − number    31 − number  tenths of m² per head
 *     1 belum_dinilai  poorest  of dependants  of disabled    of the household
 *     2 tidak_layak                            and elderly
 *
 * Nothing of time, id, name or region code is in it: families that are equal in all this stay
 * equal, and people decide between them.
 */
import type { Fakta, Nilai, NilaiParameter } from '#domain/kebijakan/bahasa.ts'
import { evaluateNilai } from '#domain/kebijakan/evaluasi.ts'
import { type LingkupSql, nilaiToSql } from '#domain/kebijakan/sql.ts'

export const bitKunci = { kelayakan: 2, skor: 26, tanggungan: 6, rentan: 5, luas: 14 } as const
const bitSeri = bitKunci.tanggungan + bitKunci.rentan + bitKunci.luas
const bitBawahStatus = bitKunci.skor + bitSeri

/** The largest score: a model's scores lie in 0..skorMaks, the smallest is the poorest. */
export const skorMaks = 2 ** bitKunci.skor - 1
/** One step of score, and of status, in the key. */
export const satuSkor = 2 ** bitSeri
const satuStatus = 2 ** bitBawahStatus

export type Kelayakan = 'layak' | 'belum_dinilai' | 'tidak_layak'
/** Codes of the fact `kelayakan`, in the order of the key. */
export const kodeKelayakan: Readonly<Record<Kelayakan, number>> = {
  layak: 1,
  belum_dinilai: 2,
  tidak_layak: 3,
}

/** One tie-breaker: what it counts, what an unknown counts as, and which end goes first. */
export type PemecahSeri = {
  readonly kode: 'tanggungan' | 'rentan' | 'luas'
  readonly nilai: Nilai
  readonly kosong: number
  readonly dahulu: 'besar' | 'kecil'
}

const limit = (p: PemecahSeri): number => 2 ** bitKunci[p.kode] - 1

/** The tie-breakers as one number below `satuSkor`. */
export function tieOf(
  seri: readonly PemecahSeri[],
  fakta: Fakta,
  parameter: NilaiParameter,
): number {
  return seri.reduce((key, p) => {
    const seen = evaluateNilai(p.nilai, { fakta, parameter }).nilai ?? p.kosong
    const held = Math.min(Math.max(seen, 0), limit(p))
    return key * 2 ** bitKunci[p.kode] + (p.dahulu === 'besar' ? limit(p) - held : held)
  }, 0)
}

/** The same in SQL, over a row of facts. */
export function tieToSql(seri: readonly PemecahSeri[], l: LingkupSql): string {
  return seri.reduce((key, p) => {
    const held = `least(greatest(coalesce(${nilaiToSql(p.nilai, l)}, ${p.kosong}), 0), ${limit(p)})`
    const part = p.dahulu === 'besar' ? `(${limit(p)} - ${held})` : held
    return key === '' ? part : `(${key} * ${2 ** bitKunci[p.kode]} + ${part})`
  }, '')
}

/** The key from the fact `kelayakan`, a score and the tie-breakers. An unknown status is not judged yet. */
export function sortKey(kelayakan: number | null, skor: number, tie: number): number {
  const status = (kelayakan ?? kodeKelayakan.belum_dinilai) - 1
  return status * satuStatus + skor * satuSkor + tie
}

/** The same in SQL, from SQL expressions of the three parts. */
export function sortKeyToSql(kelayakan: string, skor: string, tie: string): string {
  const status = `(coalesce(${kelayakan}, ${kodeKelayakan.belum_dinilai}) - 1)`
  return `(${status}::bigint * ${satuStatus} + (${skor})::bigint * ${satuSkor} + (${tie}))`
}

/** What a key is made of: for explanations and for checking. */
export function partsOf(kunci: number): { kelayakan: number; skor: number; tie: number } {
  return {
    kelayakan: Math.floor(kunci / satuStatus) + 1,
    skor: Math.floor(kunci / satuSkor) % (skorMaks + 1),
    tie: kunci % satuSkor,
  }
}
