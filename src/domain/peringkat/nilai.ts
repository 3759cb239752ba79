/** Scores one family by a model: every item, the bounds that gaps leave open, and the sort key. */
import type { Fakta } from '#domain/kebijakan/bahasa.ts'
import { evaluateNilai, evaluateSyarat, type Jejak } from '#domain/kebijakan/evaluasi.ts'
import { skorMaks, sortKey, tieOf } from './kunci.ts'
import type { AturanCelah, ModelBobot, ModelIndikator, ModelSiap } from './model.ts'

/** One item: met or not (or its points), null where unanswered; and the tree of what it saw. */
export type Butir = {
  readonly kode: string
  readonly terpenuhi: boolean | null
  readonly poin: number | null
  readonly jejak: Jejak
}

/** 1 poor even in the best case, 2 the bounds straddle the line, 3 not poor even in the worst case. */
export type KodeMiskin = 1 | 2 | 3

export type Hasil = {
  readonly butir: readonly Butir[]
  /** Indicators met; null for a model that adds points. */
  readonly terpenuhi: number | null
  readonly terjawab: number
  readonly jumlah: number
  readonly poin: number
  readonly batasBawah: number
  readonly batasAtas: number
  readonly miskin: KodeMiskin | null
  readonly bitTerpenuhi: number
  readonly bitTerjawab: number
  readonly kunci: number
  /** Where the family would stand if every gap were answered in the way that ranks it highest. */
  readonly kunciTerbaik: number
  readonly kunciTerburuk: number
}

/** Scores a family. Same inputs, same result: nothing else is read. */
export function scoreKeluarga(siap: ModelSiap, fakta: Fakta): Hasil {
  const { model, parameter } = siap
  const part = model.jenis === 'indikator' ? count(model, siap, fakta) : add(model, siap, fakta)
  const tie = tieOf(model.pemecah_seri, fakta, parameter)
  const kelayakan = fakta.kelayakan ?? null
  const { skor, skorTerbaik, skorTerburuk, ...rest } = part
  return {
    ...rest,
    kunci: sortKey(kelayakan, skor, tie),
    kunciTerbaik: sortKey(kelayakan, skorTerbaik, tie),
    kunciTerburuk: sortKey(kelayakan, skorTerburuk, tie),
  }
}

const bits = (flags: readonly boolean[]): number =>
  flags.reduce((sum, on, i) => sum + (on ? 2 ** i : 0), 0)

function count(model: ModelIndikator, { parameter }: ModelSiap, fakta: Fakta) {
  const butir = model.indikator.map((i): Butir => {
    const jejak = evaluateSyarat(i.syarat, { fakta, parameter })
    const poin = jejak.nilai === null ? null : Number(jejak.nilai)
    return { kode: i.kode, terpenuhi: jejak.nilai, poin, jejak }
  })
  const jumlah = butir.length
  const terpenuhi = butir.filter((b) => b.terpenuhi === true).length
  const terjawab = butir.filter((b) => b.terpenuhi !== null).length
  const most = terpenuhi + jumlah - terjawab
  const rule = model.urutan_celah.aturan
  const line = model.garis_miskin
  const miskin: KodeMiskin = terpenuhi >= line ? 1 : most >= line ? 2 : 3
  return {
    butir,
    terpenuhi,
    terjawab,
    jumlah,
    poin: terpenuhi,
    batasBawah: terpenuhi,
    batasAtas: most,
    miskin,
    bitTerpenuhi: bits(butir.map((b) => b.terpenuhi === true)),
    bitTerjawab: bits(butir.map((b) => b.terpenuhi !== null)),
    skor: scoreOf(rule, terpenuhi, terjawab, jumlah),
    skorTerbaik: scoreOf(rule, most, jumlah, jumlah),
    skorTerburuk: scoreOf(rule, terpenuhi, jumlah, jumlah),
  }
}

/**
 * The score of a count, the poorest smallest. `titik_tengah`: the middle of the bounds, then the
 * count met. `bagian_terjawab`: the share met among the answered, then the count, then the upper
 * bound; nothing answered stands in the middle. `batas_bawah`: the count met, then the upper bound.
 */
export function scoreOf(rule: AturanCelah, met: number, answered: number, all: number): number {
  const most = met + all - answered
  if (rule === 'titik_tengah') return skorMaks - ((met + most) * 32 + met)
  if (rule === 'batas_bawah') return skorMaks - (met * 32 + most)
  const share = answered === 0 ? 5000 : Math.trunc((met * 10_000) / answered)
  return skorMaks - ((share * 32 + met) * 32 + most)
}

function add(model: ModelBobot, { parameter }: ModelSiap, fakta: Fakta) {
  const butir = model.komponen.map((k): Butir => {
    const jejak = evaluateNilai(k.nilai, { fakta, parameter })
    return { kode: k.kode, terpenuhi: null, poin: jejak.nilai, jejak }
  })
  const total = (of: 'terendah' | 'tertinggi' | 'dipakai'): number =>
    model.komponen.reduce((sum, k, i) => sum + (butir[i]?.poin ?? k.kosong[of]), model.konstanta)
  const [poin, low, high] = [total('dipakai'), total('terendah'), total('tertinggi')]
  const line = model.garis_miskin
  const miskin: KodeMiskin | null =
    line === undefined ? null : high <= line ? 1 : low <= line ? 2 : 3
  return {
    butir,
    terpenuhi: null,
    terjawab: butir.filter((b) => b.poin !== null).length,
    jumlah: butir.length,
    poin,
    batasBawah: low,
    batasAtas: high,
    miskin,
    bitTerpenuhi: 0,
    bitTerjawab: bits(butir.map((b) => b.poin !== null)),
    skor: poin,
    skorTerbaik: low,
    skorTerburuk: high,
  }
}
