/** Records a finding of eligibility: append-only history, the current status on the family, the roll-up. */
import { type Kysely, sql } from 'kysely'
import { keluargaNilaiKelayakan } from '#contract/keluarga.ts'
import { type ProblemCode, problem } from '#contract/problems.ts'
import {
  berkasKelayakanSchema,
  type MasalahPenilaian,
  nilaiKelayakan,
  type Penilaian,
} from '#domain/keluarga/kelayakan.ts'
import { err, ok } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { handle } from '#server/http/handle.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { type FamilyRow, familyRow } from './satu.ts'

const { masa_berlaku_bulan } = readPolicy('parameter/kelayakan.yaml', berkasKelayakanSchema).nilai

const refusal: Record<MasalahPenilaian, ProblemCode> = {
  versi_berubah: 'versi.berubah',
  tanggal_mendatang: 'kelayakan.tanggal_mendatang',
  tanggal_mundur: 'kelayakan.tanggal_mundur',
}

/** Day of the newest finding; the row of the family is held until the end of the transaction. */
async function newestFinding(tx: Kysely<DB>, row: FamilyRow): Promise<string | null> {
  await sql`select 1 from keluarga where kab = ${row.kab} and id = ${row.id} for update`.execute(tx)
  const found = await sql<{ tanggal: string | null }>`
    select max(tanggal) as tanggal from kelayakan where kab = ${row.kab} and keluarga_id = ${row.id}`.execute(
    tx,
  )
  return found.rows[0]?.tanggal ?? null
}

type Decided = Penilaian & { readonly berlakuSampai: string | null }

async function write(
  tx: Kysely<DB>,
  row: FamilyRow,
  d: Decided,
  penggunaId: string,
): Promise<void> {
  await sql`insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, sumber, pengguna_id)
    values (${row.kab}, ${row.id}, ${row.wilayah}, ${row.rt}, ${d.status}, ${d.dasar}, ${d.tanggal}, ${d.berlakuSampai}, 'penilaian', ${penggunaId})`.execute(
    tx,
  )
  await sql`update keluarga set kelayakan = ${d.status}, kelayakan_sampai = ${d.berlakuSampai}, versi = versi + 1, diubah_pada = now()
    where kab = ${row.kab} and id = ${row.id}`.execute(tx)
  await sql`update rekap_rt set diubah_pada = now(), tidak_layak = (
      select count(*) from keluarga k where k.kab = ${row.kab} and k.wilayah = ${row.wilayah} and coalesce(k.rt, 0) = coalesce(${row.rt}::smallint, 0)
        and k.status = 'aktif' and k.kelayakan = 'tidak_layak')
    where kab = ${row.kab} and wilayah = ${row.wilayah} and rt = coalesce(${row.rt}::smallint, 0)`.execute(
    tx,
  )
}

export const assess = handle(keluargaNilaiKelayakan, async (ctx, { kab, id, ...asked }) => {
  const seen = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!seen) return err(problem('tidak.ada'))
  const tanggalTerbaru = await newestFinding(ctx.tx, seen)
  const row = (await familyRow(ctx.tx, ctx.cakupan, { kab, id })) ?? seen
  const decided = nilaiKelayakan(
    { versi: row.versi, tanggalTerbaru },
    asked,
    ctx.today,
    masa_berlaku_bulan,
  )
  if (!decided.ok) return err(problem(refusal[decided.error]))
  await write(ctx.tx, row, decided.value, ctx.pengguna.id)
  ctx.lihat([{ jenis: 'keluarga', id }], {
    kelayakan: { lama: row.kelayakan, baru: asked.status },
    dasar: asked.dasar,
  })
  return ok({
    status: asked.status,
    berlakuSampai: decided.value.berlakuSampai,
    versi: row.versi + 1,
  })
})
