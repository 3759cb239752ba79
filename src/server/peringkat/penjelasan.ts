/** Explains one family's rank from what was frozen: the facts, the policy text and the words of that day. */
import { type Kysely, sql } from 'kysely'
import type { z } from 'zod'
import type { peringkatPenjelasan } from '#contract/peringkat-keluarga.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Fakta } from '#domain/kebijakan/bahasa.ts'
import { evaluateNilai } from '#domain/kebijakan/evaluasi.ts'
import { factInWords, itemsInWords, summaryInWords } from '#domain/peringkat/kata.ts'
import { writeSlip } from '#domain/peringkat/lembar.ts'
import { itemsOf, type ModelSiap } from '#domain/peringkat/model.ts'
import { type Hasil, scoreKeluarga } from '#domain/peringkat/nilai.ts'
import { judulPeriode } from '#domain/peringkat/periode.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Cakupan, type Tingkat, tingkatOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { boundModel, type RondeRow, roundById, roundOut } from './daftar.ts'
import { factsOfModel } from './mulai.ts'
import { columns, type HasilRow, rowOut } from './urutan.ts'

export type Penjelasan = z.input<(typeof peringkatPenjelasan)['output']>
export type Ditanya = {
  readonly id: string
  readonly kab: number
  readonly keluarga: string
  readonly kuota?: number | undefined
  readonly tingkat?: Tingkat | undefined
}

type Beku = { row: HasilRow; fakta: Fakta; seri: number; jenis_wilayah: string }

/** The frozen row of a family, if it was ranked and lies in the area. */
async function frozen(
  tx: Kysely<DB>,
  area: Cakupan,
  rondeId: string,
  { kab, keluarga }: Ditanya,
  names: readonly string[],
): Promise<Beku | null> {
  type Row = HasilRow & { seri: number; jenis_wilayah: string } & Record<string, number | null>
  const facts = sql.join(names.map((n) => sql`f.${sql.ref(n)}`))
  const found = await sql<Row>`select ${columns}, w.jenis as jenis_wilayah, ${facts},
      (select count(*)::integer from peringkat_hasil s where s.kab = h.kab and s.ronde_id = h.ronde_id
        and s.kunci = h.kunci and s.wilayah = h.wilayah and ${inArea(area, 's')}) as seri
    from peringkat_hasil h
    join fakta_keluarga f on f.kab = h.kab and f.keluarga_id = h.keluarga_id and f.ronde_id = h.ronde_id and f.wilayah = h.wilayah
    join keluarga k on k.kab = h.kab and k.id = h.keluarga_id join wilayah w on w.kode = h.wilayah
    where h.kab = ${kab} and h.ronde_id = ${rondeId} and h.keluarga_id = ${keluarga}
      and ${inArea(area, 'h')}`.execute(tx)
  const [row] = found.rows
  if (row === undefined) return null
  const fakta = Object.fromEntries(names.map((n) => [n, row[n] ?? null]))
  return { row, fakta, seri: row.seri, jenis_wilayah: row.jenis_wilayah }
}

/** Everything that is said about one family in one ranking. */
export async function explain(
  tx: Kysely<DB>,
  area: Cakupan,
  asked: Ditanya,
): Promise<Result<Penjelasan, Problem>> {
  const ronde = await roundById(tx, area, asked.id)
  if (ronde === null) return err(problem('tidak.ada'))
  if (ronde.status !== 'selesai') return err(problem('peringkat.belum_selesai'))
  const { siap, fakta: names } = await boundModel(tx, ronde)
  const beku = await frozen(tx, area, ronde.id, asked, names)
  if (beku === null) return err(problem('tidak.ada'))
  const hasil = scoreKeluarga(siap, beku.fakta)
  const said = {
    ronde: roundOut(ronde),
    keluarga: rowOut(beku.row, itemsOf(siap.model).length),
    urutanCelah: siap.model.urutan_celah.label,
    butir: [...itemsInWords(siap, hasil, ronde.kamus, beku.fakta)],
    pemecahSeri: tiesInWords(siap, beku.fakta),
    seri: beku.seri,
    sebelum: await before(tx, area, ronde, asked, { siap, names, fakta: beku.fakta }),
    garis: distance(beku.row, asked, tingkatOf(ronde.wilayah)),
    luar: await outside(tx, asked),
  }
  return ok({ ...said, lembar: slip(ronde, siap, beku, hasil, said) })
}

function tiesInWords({ model, parameter }: ModelSiap, fakta: Fakta): Penjelasan['pemecahSeri'] {
  return model.pemecah_seri.map((p) => {
    const { nilai } = evaluateNilai(p.nilai, { fakta, parameter })
    const tenths = p.kode === 'luas'
    const text = nilai === null ? null : tenths ? (nilai / 10).toFixed(1) : String(nilai)
    const unit = tenths ? ' m²' : ''
    return {
      label: p.label,
      nilai:
        text === null ? null : { id: `${text.replace('.', ',')}${unit}`, en: `${text}${unit}` },
    }
  })
}

type Kini = { siap: ModelSiap; names: readonly string[]; fakta: Fakta }

/** The ranking before, where this family stood in it, and which facts changed since. */
async function before(
  tx: Kysely<DB>,
  area: Cakupan,
  ronde: RondeRow,
  asked: Ditanya,
  { siap, names, fakta }: Kini,
): Promise<Penjelasan['sebelum']> {
  const earlier = ronde.sebelum_id === null ? null : await roundById(tx, area, ronde.sebelum_id)
  const then = earlier === null ? null : await frozen(tx, area, earlier.id, asked, names)
  if (earlier === null || then === null) return null
  const { row } = then
  const changed = factsOfModel(siap.model).filter(
    (f) => (then.fakta[f] ?? null) !== (fakta[f] ?? null),
  )
  const jumlah = itemsOf(siap.model).length
  return {
    ronde: roundOut(earlier),
    poin: row.poin,
    ringkas: summaryInWords({
      terpenuhi: row.terpenuhi,
      terjawab: row.terjawab,
      jumlah,
      poin: row.poin,
    }),
    desil: row.desil,
    peringkat: row[`peringkat_${tingkatOf(earlier.wilayah)}`],
    berubah: changed.map((f) => ({
      fakta: f,
      label: ronde.kamus[f]?.label ?? { id: f, en: f },
      dulu: factInWords(ronde.kamus[f], then.fakta[f] ?? null),
      kini: factInWords(ronde.kamus[f], fakta[f] ?? null),
    })),
  }
}

function distance(row: HasilRow, { kuota, tingkat }: Ditanya, whole: Tingkat): Penjelasan['garis'] {
  if (kuota === undefined) return null
  const level = tingkat ?? whole
  const peringkat = row[`peringkat_${level}`]
  const jarak = peringkat === null ? null : kuota - peringkat
  return { kuota, tingkat: level, peringkat, jarak, dalam: jarak === null ? null : jarak >= 0 }
}

async function outside(tx: Kysely<DB>, { kab, keluarga }: Ditanya): Promise<Penjelasan['luar']> {
  const found = await sql<
    Penjelasan['luar'][number]
  >`select sumber, jenis, nilai, tanggal from peringkat_luar
    where kab = ${kab} and keluarga_id = ${keluarga} order by tanggal desc, id desc`.execute(tx)
  return found.rows
}

type Terkata = Pick<Penjelasan, 'keluarga' | 'butir' | 'seri' | 'sebelum' | 'garis'>

function slip(
  ronde: RondeRow,
  { model }: ModelSiap,
  beku: Beku,
  hasil: Hasil,
  said: Terkata,
): Penjelasan['lembar'] {
  const { row, jenis_wilayah } = beku
  const village = `${jenis_wilayah.charAt(0).toUpperCase()}${jenis_wilayah.slice(1)} ${row.nama_wilayah}`
  return [
    ...writeSlip({
      judulRonde: judulPeriode(ronde.periode),
      namaModel: model.label,
      namaKepala: row.nama_kepala,
      tempat: row.rt === null ? village : `RT ${row.rt}, ${village}`,
      acuan: ronde.acuan,
      hasil,
      garisMiskin: model.garis_miskin ?? null,
      desil: row.desil,
      peringkat: row[`peringkat_${tingkatOf(ronde.wilayah)}`],
      dariKeluarga: ronde.keluarga ?? 0,
      kelayakan: said.keluarga.kelayakan,
      butir: said.butir,
      seri: said.seri,
      berubah: said.sebelum?.berubah ?? [],
      garis: said.garis,
    }),
  ]
}
