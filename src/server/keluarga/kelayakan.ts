/** Records a finding of eligibility: append-only history, the current status on the family, the roll-up. */
import { type Kysely, sql } from 'kysely'
import { keluargaNilaiKelayakan } from '#contract/keluarga.ts'
import { type Problem, type ProblemCode, problem, versiBerubah } from '#contract/problems.ts'
import {
  berkasKelayakanSchema,
  labelKelayakan,
  type MasalahPenilaian,
  nilaiKelayakan,
  type Penilaian,
  type StatusKelayakan,
} from '#domain/keluarga/kelayakan.ts'
import { err, ok } from '#domain/result.ts'
import { bidangBeda } from '#domain/versi/benturan.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context, Pengguna } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { type Ditulis, pengubahOf } from '#server/versi/pengubah.ts'
import { type FamilyId, type FamilyRow, familyRow } from './satu.ts'

const { masa_berlaku_bulan } = readPolicy('parameter/kelayakan.yaml', berkasKelayakanSchema).nilai

const refusal: Record<Exclude<MasalahPenilaian, 'versi_berubah'>, ProblemCode> = {
  tanggal_mendatang: 'kelayakan.tanggal_mendatang',
  tanggal_mundur: 'kelayakan.tanggal_mundur',
}

type Finding = Ditulis & { readonly tanggal: string; readonly dasar: string }

/**
 * The family and its newest finding, held until the end of the transaction: who comes second waits
 * here, and reads what the first wrote. The three travel together, in this order.
 */
async function held(ctx: Context, family: FamilyId) {
  const [, row, newest] = await Promise.all([
    sql`select 1 from keluarga where kab = ${family.kab} and id = ${family.id} for update`.execute(
      ctx.tx,
    ),
    familyRow(ctx.tx, ctx.cakupan, family),
    newestFinding(ctx.tx, family),
  ])
  return row ? { row, newest } : null
}

async function newestFinding(tx: Kysely<DB>, family: FamilyId): Promise<Finding | null> {
  const found = await sql<Finding>`
    select tanggal, dasar, pengguna_id, peran, dibuat_pada as pada from kelayakan
    where kab = ${family.kab} and keluarga_id = ${family.id} order by tanggal desc, id desc limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

/** What was sent beside what stands; a family that an import changed shows its own time alone. */
async function conflict(
  ctx: Context,
  row: FamilyRow,
  asked: Penilaian,
  newest: Finding | null,
): Promise<Problem> {
  const byHand = newest?.pada && newest.pada.getTime() >= row.diubah_pada.getTime()
  const ditulis = byHand ? newest : { pengguna_id: null, peran: null, pada: row.diubah_pada }
  ctx.lihat([{ jenis: 'keluarga', id: row.id, wilayah: row.wilayah }])
  return versiBerubah({
    id: row.id,
    judul: { id: 'Kelayakan keluarga', en: 'Eligibility of the family' },
    versi: row.versi,
    oleh: await pengubahOf(ctx.tx, ctx.cakupan, ditulis),
    bidang: bidangBeda([
      {
        kolom: 'status',
        label: { id: 'Hasil penilaian', en: 'Finding' },
        dikirim: labelKelayakan[asked.status],
        kini: labelKelayakan[row.kelayakan as StatusKelayakan],
      },
      {
        kolom: 'dasar',
        label: { id: 'Dasar', en: 'Ground' },
        dikirim: asked.dasar,
        kini: newest?.dasar ?? null,
      },
      {
        kolom: 'tanggal',
        label: { id: 'Tanggal', en: 'Day' },
        dikirim: asked.tanggal,
        kini: newest?.tanggal ?? null,
      },
    ]),
  })
}

type Decided = Omit<Penilaian, 'versi'> & { readonly berlakuSampai: string | null }
type Dinilai = Pick<FamilyRow, 'kab' | 'id' | 'wilayah' | 'rt'>

/** Writes a decided finding: history, the status on the family, the count of its RT. */
export async function tulisPenilaian(
  tx: Kysely<DB>,
  row: Dinilai,
  d: Decided,
  oleh: Pick<Pengguna, 'id' | 'peran'>,
  sumber: 'penilaian' | 'kunjungan',
): Promise<void> {
  await Promise.all([
    sql`insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, sumber, pengguna_id, peran)
      values (${row.kab}, ${row.id}, ${row.wilayah}, ${row.rt}, ${d.status}, ${d.dasar}, ${d.tanggal}, ${d.berlakuSampai}, ${sumber}, ${oleh.id}, ${oleh.peran})`.execute(
      tx,
    ),
    sql`update keluarga set kelayakan = ${d.status}, kelayakan_sampai = ${d.berlakuSampai}, versi = versi + 1, diubah_pada = now()
      where kab = ${row.kab} and id = ${row.id}`.execute(tx),
    sql`update rekap_rt set diubah_pada = now(), tidak_layak = (
        select count(*) from keluarga k where k.kab = ${row.kab} and k.wilayah = ${row.wilayah} and coalesce(k.rt, 0) = coalesce(${row.rt}::smallint, 0)
          and k.status = 'aktif' and k.kelayakan = 'tidak_layak')
      where kab = ${row.kab} and wilayah = ${row.wilayah} and rt = coalesce(${row.rt}::smallint, 0)`.execute(
      tx,
    ),
  ])
}

export const assess = handle(keluargaNilaiKelayakan, async (ctx, { kab, id, ...asked }) => {
  const found = await held(ctx, { kab, id })
  if (!found) return err(problem('tidak.ada'))
  const { row, newest } = found
  const decided = nilaiKelayakan(
    { versi: row.versi, tanggalTerbaru: newest?.tanggal ?? null },
    asked,
    ctx.today,
    masa_berlaku_bulan,
  )
  if (!decided.ok)
    return err(
      decided.error === 'versi_berubah'
        ? await conflict(ctx, row, asked, newest)
        : problem(refusal[decided.error]),
    )
  await tulisPenilaian(ctx.tx, row, decided.value, ctx.pengguna, 'penilaian')
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }], {
    sebelum: { kelayakan: row.kelayakan, kelayakan_sampai: row.kelayakan_sampai },
    sesudah: {
      kelayakan: asked.status,
      kelayakan_sampai: decided.value.berlakuSampai,
      dasar: asked.dasar,
    },
  })
  return ok({
    status: asked.status,
    berlakuSampai: decided.value.berlakuSampai,
    versi: row.versi + 1,
  })
})
