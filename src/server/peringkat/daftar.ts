/** Reads of rankings themselves: the list, one, and the policy that each was computed by. */
import { type Kysely, sql } from 'kysely'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { rondeSchema } from '#contract/peringkat.ts'
import { berkasFaktaSchema, type KamusFakta, rangesOf } from '#domain/keluarga/fakta.ts'
import { type ModelSiap, modelSchema, prepareModel } from '#domain/peringkat/model.ts'
import { judulPeriode } from '#domain/peringkat/periode.ts'
import { narrowed, narrowTo } from '#domain/wilayah/cakupan.ts'
import { type Cakupan, tingkatOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

/** Totals frozen with a ranking (see `summarySql`). */
export type Ringkasan = {
  miskin: number
  layak: number
  belum_dinilai: number
  tidak_layak: number
  seri_terbesar: number
  dalam_seri: number
  desil: Record<string, number>
  terpenuhi: Record<string, number>
}

export type RondeRow = {
  id: string
  model: string
  kebijakan_hash: string
  fakta_hash: string
  isi: string
  wilayah: number
  nama_wilayah: string
  lo: number
  hi: number
  periode: string
  acuan: string
  status: 'disiapkan' | 'selesai' | 'gagal'
  sebelum_id: string | null
  pekerjaan_id: string | null
  oleh: string | null
  keluarga: number | null
  bercelah: number | null
  melintasi: number | null
  ringkasan: Partial<Ringkasan>
  kamus: KamusFakta
  dibuat_pada: Date
  dibekukan_pada: Date | null
}

/** A ranking whose job ended without it has failed, whatever its row still says. */
const select = sql`select r.*, b.isi,
    case when r.status = 'disiapkan' and j.status in ('gagal', 'dibatalkan') then 'gagal' else r.status end as status, w.nama as nama_wilayah, p.nama as oleh
  from peringkat_ronde r join kebijakan b on b.hash = r.kebijakan_hash
  join wilayah w on w.kode = r.wilayah left join pengguna p on p.id = r.pengguna_id
  left join pekerjaan j on j.id = r.pekerjaan_id`

export type Saringan = {
  readonly wilayah?: number | undefined
  readonly model?: string | undefined
}

/** Rankings that touch the area, newest first. */
export async function listRounds(tx: Kysely<DB>, area: Cakupan, f: Saringan): Promise<RondeRow[]> {
  const found = await sql<RondeRow>`${select}
    where r.lo < ${area.hi} and r.hi > ${area.lo}
      and (${f.wilayah ?? null}::bigint is null or r.wilayah = ${f.wilayah ?? null})
      and (${f.model ?? null}::text is null or r.model = ${f.model ?? null})
    order by r.dibuat_pada desc limit 100`.execute(tx)
  return found.rows
}

export async function roundById(
  tx: Kysely<DB>,
  area: Cakupan,
  id: string,
): Promise<RondeRow | null> {
  const found = await sql<RondeRow>`${select}
    where r.id = ${id} and r.lo < ${area.hi} and r.hi > ${area.lo}`.execute(tx)
  return found.rows[0] ?? null
}

/** A ranking as the contract shows it. */
export function roundOut(r: RondeRow): z.input<typeof rondeSchema> {
  return {
    id: r.id,
    judul: judulPeriode(r.periode),
    model: r.model,
    namaModel: parsedModel(r).label,
    wilayah: r.wilayah,
    namaWilayah: r.nama_wilayah,
    tingkat: tingkatOf(r.wilayah),
    periode: r.periode,
    acuan: r.acuan,
    status: r.status,
    pekerjaanId: r.pekerjaan_id,
    oleh: r.oleh,
    keluarga: r.keluarga,
    bercelah: r.bercelah,
    melintasi: r.melintasi,
    dibuatPada: r.dibuat_pada.toISOString(),
    dibekukanPada: r.dibekukan_pada?.toISOString() ?? null,
    sidikKebijakan: r.kebijakan_hash.slice(0, 12),
  }
}

const models = new Map<string, ModelSiap['model']>()

/** The model as it was bound; a text never changes under its hash, so it is parsed once. */
export function parsedModel({
  kebijakan_hash,
  isi,
}: Pick<RondeRow, 'kebijakan_hash' | 'isi'>): ModelSiap['model'] {
  const known = models.get(kebijakan_hash)
  if (known !== undefined) return known
  const model = modelSchema.parse(parse(isi))
  models.set(kebijakan_hash, model)
  return model
}

/** The model of a ranking, ready to score its frozen facts again; and the names of those facts. */
export async function boundModel(
  tx: Kysely<DB>,
  r: Pick<RondeRow, 'kebijakan_hash' | 'isi' | 'fakta_hash' | 'acuan'>,
): Promise<{ siap: ModelSiap; fakta: readonly string[] }> {
  const found = await sql<{
    isi: string
  }>`select isi from kebijakan where hash = ${r.fakta_hash}`.execute(tx)
  const ranges = rangesOf(berkasFaktaSchema.parse(parse(found.rows[0]?.isi ?? '')))
  return { siap: prepareModel(parsedModel(r), ranges, r.acuan), fakta: [...ranges.keys()] }
}

/** The reader's area cut to a ranking's, and to a region where one is asked for. */
export function areaWithin(
  own: Cakupan,
  ronde: { lo: number; hi: number },
  wilayah: Wilayah | undefined,
): Cakupan {
  return narrowed(narrowTo(own, ronde), wilayah)
}
