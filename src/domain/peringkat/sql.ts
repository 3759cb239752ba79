/** Writes a model as named CTEs that score a whole region; equal to `scoreKeluarga`, family by family. */
import { type LingkupSql, nilaiToSql, syaratToSql } from '#domain/kebijakan/sql.ts'
import { skorMaks, sortKeyToSql, tieToSql } from './kunci.ts'
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

/**
 * The CTEs `butir`, `hitung`, `nilai`, to stand after a CTE or table `fakta` that has the facts and
 * kab, keluarga_id, wilayah, rt; `nilai` has the columns of `kolomNilai`.
 */
export function modelToSql(siap: ModelSiap, fakta: ReadonlySet<string>): string {
  const { model, parameter } = siap
  const l: LingkupSql = { alias: 'f', fakta, parameter }
  const tie = tieToSql(model.pemecah_seri, l)
  const parts = model.jenis === 'indikator' ? countSql(model, l) : addSql(model, l)
  // OFFSET 0 keeps the planner from pulling the rules up and computing them once per use.
  return `butir as (
  select f.kab, f.keluarga_id, f.wilayah, f.rt, f.kelayakan, f.jumlah_anggota, ${tie} as seri,
    ${parts.butir}
  from fakta f offset 0
), hitung as (
  select kab, keluarga_id, wilayah, rt, kelayakan, jumlah_anggota, seri,
    ${parts.hitung}
  from butir offset 0
), nilai as (
  select kab, keluarga_id, wilayah, rt, kelayakan, jumlah_anggota,
    ${parts.nilai},
    ${sortKeyToSql('kelayakan', parts.skor, 'seri')} as kunci,
    ${sortKeyToSql('kelayakan', parts.terbaik, 'seri')} as kunci_terbaik,
    ${sortKeyToSql('kelayakan', parts.terburuk, 'seri')} as kunci_terburuk
  from hitung
)`
}

type Bagian = {
  butir: string
  hitung: string
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
    nilai: `terpenuhi, terjawab, terpenuhi::integer as poin, terpenuhi::integer as batas_bawah,
    ${most}::integer as batas_atas,
    (case when terpenuhi >= ${line} then 1 when ${most} >= ${line} then 2 else 3 end)::smallint as miskin,
    bit_terpenuhi, bit_terjawab`,
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

function addSql(model: ModelBobot, l: LingkupSql): Bagian {
  const name = (i: number): string => `v${i + 1}`
  const total = (of: 'terendah' | 'tertinggi' | 'dipakai'): string =>
    [
      `${model.konstanta}`,
      ...model.komponen.map((k, i) => `coalesce(${name(i)}, ${k.kosong[of]})`),
    ].join(' + ')
  const each = model.komponen.map((_, i) => i)
  const answered = each
    .map((i) => `(case when ${name(i)} is null then 0 else ${2 ** i} end)`)
    .join(' + ')
  const line = model.garis_miskin
  const poor =
    line === undefined
      ? 'null'
      : `case when batas_atas <= ${line} then 1 when batas_bawah <= ${line} then 2 else 3 end`
  return {
    butir: model.komponen.map((k, i) => `${nilaiToSql(k.nilai, l)} as ${name(i)}`).join(',\n    '),
    hitung: `(${total('dipakai')})::integer as poin, (${total('terendah')})::integer as batas_bawah,
    (${total('tertinggi')})::integer as batas_atas, (${answered})::integer as bit_terjawab`,
    nilai: `null::smallint as terpenuhi, bit_count(bit_terjawab::bit(32))::smallint as terjawab,
    poin, batas_bawah, batas_atas, (${poor})::smallint as miskin, 0 as bit_terpenuhi, bit_terjawab`,
    skor: 'poin',
    terbaik: 'batas_bawah',
    terburuk: 'batas_atas',
  }
}
