/**
 * Who is compared with a typed record, found by indexes alone: people of the area who share a number with it;
 * who share the day of birth in its kab/kota or nearly the year in its village, and the sound of a word of the
 * name; who bear the name in its village. None of it grows with the registry, only with a village and a day.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import { BunyiNama } from '#domain/padanan/bunyi-nama.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import type { Sel } from '#domain/padanan/nilai.ts'
import { type Cakupan, cakupanOf, wilayahAt } from '#domain/wilayah/kode.ts'
import { tested } from '#server/db/planned-once.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kolomRegistri } from './kolom.ts'

/** What is looked up by: a record as typed. */
export type Dicari = {
  readonly nama: string
  readonly nik?: string | undefined
  readonly nomorKk?: string | undefined
  readonly tanggalLahir?: string | undefined
  readonly wilayah: number
}

/** Somebody whom an index found; compared in any case where `nama` is null, otherwise when it sounds alike. */
export type CalonKasar = { readonly kab: number; readonly id: string; readonly nama: string | null }

export type BarisCalon = Sel & {
  readonly kab: number
  readonly id: string
  readonly keluarga_id: string
}

/** Most that one rule brings: of a first of January there may be many. */
const perAturan = 2000
/** Most people of a village that are looked through for a word of the name, where no birth is typed. */
const seDesa = 20_000

/** Day and month exchanged; null where that is no other day. */
function tertukar(tanggal: string): string | null {
  const [tahun, bulan, hari] = tanggal.split('-')
  return hari !== bulan && Number(hari) <= 12 ? `${tahun}-${hari}-${bulan}` : null
}

/** A name of at most four words in every order; of more, as it stands and begun with its last word. */
export function urutanNama(nama: string): string[] {
  const kata = nama.split(' ')
  if (kata.length > 4) return [nama, [kata.at(-1), ...kata.slice(0, -1)].join(' ')]
  let hasil: string[][] = [[]]
  for (const satu of kata)
    hasil = hasil.flatMap((h) =>
      Array.from({ length: h.length + 1 }, (_, i) => h.toSpliced(i, 0, satu)),
    )
  return [...new Set(hasil.map((h) => h.join(' ')))]
}

/** The queries that find candidates, each for one rule, of the same text whatever is typed. */
function aturan(area: Cakupan, k: Dicari): RawBuilder<unknown>[] {
  const di = tested(inArea(area, 'i'))
  const orang = (nama: RawBuilder<unknown>) =>
    sql`select i.kab, i.id, ${nama} as nama from individu i where i.status = 'aktif' and ${di}`
  const apaPun = orang(sql`null::text`)
  const terdengar = orang(sql`i.nama_cari`)
  const nama = foldName(k.nama)
  const hasil = [
    sql`${apaPun} and i.nik = ${k.nik ?? null}::text`,
    sql`select i.kab, i.id, null::text as nama from keluarga f join individu i on i.kab = f.kab and i.keluarga_id = f.id
      where f.nomor_kk = ${k.nomorKk ?? null}::text and ${tested(inArea(area, 'f', 'id'))} and i.status = 'aktif' and ${di}`,
    sql`${apaPun} and i.wilayah = ${k.wilayah} and i.nama_cari = any (${urutanNama(nama)}::text[])`,
    sql`${terdengar} and i.wilayah = ${k.wilayah} and i.tanggal_lahir is null`,
  ]
  if (k.tanggalLahir === undefined) {
    hasil.push(sql`select x.kab, x.id, null::text as nama from (select i.kab, i.id, i.nama_cari from individu i where i.status = 'aktif' and ${di}
      and i.wilayah = ${k.wilayah} limit ${seDesa}) x where string_to_array(x.nama_cari, ' ') && ${nama.split(' ')}::text[]`)
    return hasil
  }
  const { lo, hi } = cakupanOf(wilayahAt(k.wilayah, 'kabkota'))
  const hari = [k.tanggalLahir, tertukar(k.tanggalLahir)].filter((h) => h !== null)
  const tahun = Number(k.tanggalLahir.slice(0, 4))
  hasil.push(
    sql`${terdengar} and i.wilayah = any (array(select w.kode from wilayah w where w.kode >= ${lo} and w.kode < ${hi} and w.tingkat = 'desa'))
      and i.tanggal_lahir = any (${hari}::date[])`,
    sql`${orang(sql`case when i.tanggal_lahir = any (${hari}::date[]) then null else i.nama_cari end`)} and i.wilayah = ${k.wilayah}
      and i.tanggal_lahir >= ${`${tahun - 1}-01-01`}::date and i.tanggal_lahir < ${`${tahun + 2}-01-01`}::date`,
  )
  return hasil
}

/** Everybody whom one of the rules finds; some twice. */
export async function calonKasar(
  tx: Kysely<DB>,
  area: Cakupan,
  k: Dicari,
): Promise<readonly CalonKasar[]> {
  const bagian = aturan(area, k).map((q) => sql`(${q} limit ${perAturan})`)
  return (await sql<CalonKasar>`${sql.join(bagian, sql` union all `)}`.execute(tx)).rows
}

const bunyiModel = new WeakMap<ModelPadanan, BunyiNama>()

function bunyiDari(model: ModelPadanan): BunyiNama {
  const tahu = bunyiModel.get(model)
  if (tahu) return tahu
  const kamus = model.kolom.find((kolom) => kolom.nama === 'nama')?.kamus ?? ''
  const baru = new BunyiNama(model.kamus[kamus] ?? { buang: [], setara: [], ejaan: [] })
  bunyiModel.set(model, baru)
  return baru
}

/** Each of them once: those found by what they share for sure, and those whose name sounds alike. */
export function saring(
  model: ModelPadanan,
  nama: string,
  kasar: readonly CalonKasar[],
): ReadonlyMap<string, CalonKasar> {
  const bunyi = bunyiDari(model)
  const dicari = new Set(bunyi.dari(foldName(nama)))
  const hasil = new Map<string, CalonKasar>()
  for (const c of kasar)
    if (!hasil.has(c.id) && (c.nama === null || bunyi.bersama(dicari, c.nama))) hasil.set(c.id, c)
  return hasil
}

const kolom = sql.raw(
  Object.entries(kolomRegistri)
    .map(([nama, dari]) => `${dari}::text as ${nama}`)
    .join(', '),
)

/** What a model may compare of people. */
export async function bacaCalon(
  tx: Kysely<DB>,
  area: Cakupan,
  calon: readonly CalonKasar[],
): Promise<readonly BarisCalon[]> {
  if (calon.length === 0) return []
  const found = await sql<BarisCalon>`
    select i.kab, i.id, i.keluarga_id, ${kolom}
    from unnest(${calon.map((c) => c.kab)}::smallint[], ${calon.map((c) => c.id)}::uuid[]) as c(kab, id)
      join individu i on i.kab = c.kab and i.id = c.id join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where ${inArea(area, 'i')}`.execute(tx)
  return found.rows
}
