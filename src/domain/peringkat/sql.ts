/** Writes a model as named CTEs that score a whole region; equal to `scoreKeluarga`, family by family. */
import { type LingkupSql, nilaiToSql, syaratToSql } from '#domain/kebijakan/sql.ts'
import { satuSkor, skorMaks, sortKeyToSql, tieToSql } from './kunci.ts'
import type { AturanCelah, ModelBobot, ModelIndikator, ModelSiap } from './model.ts'

/** Bits of one item in the packed number: met low, answered high. */
const bitTerjawab = 31
const rendah = 2 ** bitTerjawab - 1

export const kolomNilai = [
  'kab',
  'keluarga_id',
  'wilayah',
  'rt',
  'kelayakan',
  'jumlah_anggota',
  'terpenuhi',
  'terjawab',
  'poin',
  'batas_bawah',
  'batas_atas',
  'miskin',
  'bit_terpenuhi',
  'bit_terjawab',
  'kunci',
  'kunci_terbaik',
  'kunci_terburuk',
] as const

/** Columns that a score is written under, whatever the model. */
const siapa = 'kab, keluarga_id, wilayah, rt, kelayakan, jumlah_anggota'

/** CTEs to stand between the narrow rows with their key and `nilai`, and what they add to it. */
export type Sisipan = {
  /** The last of them; it keeps every column of `berkunci`. */
  readonly nama: string
  readonly ctes: string
  readonly kolom: readonly string[]
}

/**
 * The CTEs `butir`, `hitung`, `berkunci`, `nilai`, to stand after a CTE or table `fakta` that has
 * the facts and kab, keluarga_id, wilayah, rt; `nilai` has the columns of `kolomNilai`. What sorts
 * all families goes between the last two: up to `berkunci` a row is as narrow as it can be.
 */
export function modelToSql(siap: ModelSiap, fakta: ReadonlySet<string>, sisipan?: Sisipan): string {
  const { model, parameter } = siap
  const l: LingkupSql = { alias: 'f', fakta, parameter }
  const parts = model.jenis === 'indikator' ? countSql(model, l) : addSql(model, l)
  const tie = `(kunci & ${satuSkor - 1})`
  const own = kolomNilai.filter((k) => k.startsWith('bit_') || k === 'terjawab' || k === 'kunci')
  // OFFSET 0 keeps the planner from pulling the rules up and computing them once per use.
  return `butir as (
  select f.kab, f.keluarga_id, f.wilayah, f.rt, f.kelayakan, f.jumlah_anggota,
    ${tieToSql(model.pemecah_seri, l)} as seri,
    ${parts.butir}
  from fakta f offset 0
), hitung as (
  select ${siapa}, seri,
    ${parts.hitung}
  from butir offset 0
), berkunci as (
  select ${siapa}, ${parts.simpan}, ${sortKeyToSql('kelayakan', parts.skor, 'seri')} as kunci
  from hitung
)${sisipan === undefined ? '' : `, ${sisipan.ctes}`}, nilai as (
  select ${siapa}, ${own.join(', ')}, ${parts.nilai},
    ${sortKeyToSql('kelayakan', parts.terbaik, tie)} as kunci_terbaik,
    ${sortKeyToSql('kelayakan', parts.terburuk, tie)} as kunci_terburuk
    ${(sisipan?.kolom ?? []).map((k) => `, ${k}`).join('')}
  from ${sisipan?.nama ?? 'berkunci'}
)`
}

type Bagian = {
  butir: string
  hitung: string
  /** What `nilai` needs of `hitung`; the rest is computed again from it. */
  simpan: string
  nilai: string
  skor: string
  terbaik: string
  terburuk: string
}

function countSql(model: ModelIndikator, l: LingkupSql): Bagian {
  const packed = model.indikator.map((item, i) => {
    const answered = 2 ** (i + bitTerjawab)
    return `(case ${syaratToSql(item.syarat, l)} when true then ${answered + 2 ** i} when false then ${answered} else 0 end)`
  })
  const all = model.indikator.length
  const most = `(terpenuhi + ${all} - terjawab)`
  const line = model.garis_miskin
  const rule = model.urutan_celah.aturan
  return {
    butir: `${packed.join('\n    + ')} as bit`,
    hitung: `(bit & ${rendah})::integer as bit_terpenuhi, (bit >> ${bitTerjawab})::integer as bit_terjawab,
    bit_count((bit & ${rendah})::integer::bit(32))::smallint as terpenuhi,
    bit_count((bit >> ${bitTerjawab})::integer::bit(32))::smallint as terjawab`,
    simpan: 'bit_terpenuhi, bit_terjawab, terpenuhi, terjawab',
    nilai: `terpenuhi, terpenuhi::integer as poin, terpenuhi::integer as batas_bawah,
    ${most}::integer as batas_atas,
    (case when terpenuhi >= ${line} then 1 when ${most} >= ${line} then 2 else 3 end)::smallint as miskin`,
    skor: scoreSql(rule, 'terpenuhi', 'terjawab', all),
    terbaik: scoreSql(rule, most, `${all}`, all),
    terburuk: scoreSql(rule, 'terpenuhi', `${all}`, all),
  }
}

/** `scoreOf` in SQL. */
export function scoreSql(rule: AturanCelah, met: string, answered: string, all: number): string {
  const most = `(${met} + ${all} - ${answered})`
  if (rule === 'titik_tengah') return `${skorMaks} - ((${met} + ${most}) * 32 + ${met})`
  if (rule === 'batas_bawah') return `${skorMaks} - (${met} * 32 + ${most})`
  const share = `coalesce((${met} * 10000) / nullif(${answered}, 0), 5000)`
  return `${skorMaks} - ((${share} * 32 + ${met}) * 32 + ${most})`
}

/** Bits of one term in the packed number: answered low, then how many, then the points. */
const bitJumlah = 31
const bitPoin = bitJumlah + 5
/** Unanswered terms are looked up this many at a time. */
const sekaligus = 7

function addSql(model: ModelBobot, l: LingkupSql): Bagian {
  const { komponen, konstanta } = model
  const packed = komponen.map(({ nilai }, i) => {
    const once = { kali: 2n ** BigInt(bitPoin), tambah: 2n ** BigInt(bitJumlah) + 2n ** BigInt(i) }
    return `coalesce(${nilaiToSql(nilai, l, once)}, 0)`
  })
  const total = (of: 'terendah' | 'tertinggi' | 'dipakai'): string =>
    [`${konstanta} + (bit >> ${bitPoin})`, ...unanswered(komponen.map((k) => k.kosong[of]))].join(
      ' + ',
    )
  const line = model.garis_miskin
  const poor =
    line === undefined
      ? 'null'
      : `case when batas_atas <= ${line} then 1 when batas_bawah <= ${line} then 2 else 3 end`
  return {
    butir: `${packed.join('\n    + ')} as bit`,
    hitung: `(${total('dipakai')})::integer as poin, (${total('terendah')})::integer as batas_bawah,
    (${total('tertinggi')})::integer as batas_atas, (bit & ${rendah})::integer as bit_terjawab,
    ((bit >> ${bitJumlah}) & 31)::smallint as terjawab`,
    simpan: 'poin, batas_bawah, batas_atas, 0 as bit_terpenuhi, bit_terjawab, terjawab',
    nilai: `null::smallint as terpenuhi, poin, batas_bawah, batas_atas, (${poor})::smallint as miskin`,
    skor: 'poin',
    terbaik: 'batas_bawah',
    terburuk: 'batas_atas',
  }
}

/** What the unanswered terms count as, one look-up in a list of sums for each few of them. */
function unanswered(values: readonly number[]): readonly string[] {
  const starts = values.flatMap((_, i) => (i % sekaligus === 0 ? [i] : []))
  return starts.map((start) => {
    const few = values.slice(start, start + sekaligus)
    const sums = Array.from({ length: 2 ** few.length }, (_, answered) =>
      few.reduce((sum, v, i) => (answered & (2 ** i) ? sum : sum + v), 0),
    )
    return `('{${sums.join(',')}}'::integer[])[((bit >> ${start}) & ${sums.length - 1})::integer + 1]`
  })
}
