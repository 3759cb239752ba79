/** From what was typed to an assignment that can be decided on: the region exists, the families are there. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { tugasBaru } from '#contract/pengguna.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { areaOf, hariSesudah } from '#domain/pengguna/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import type { Tx } from './alat.ts'
import type { TugasSiap } from './buat.ts'

export type TugasDiminta = z.output<typeof tugasBaru>

type Siap = { readonly tugas: TugasSiap; readonly tempat: string }

/** The households of assigned families; null when one of them is not in the area of the assignment. */
async function rutaOf(tx: Tx, asked: TugasDiminta): Promise<string[] | null> {
  const ids = [...new Set(asked.keluarga ?? [])]
  const { lo, hi } = areaOf({ ...asked, keluarga: null })
  const found = await sql<{ id: string; ruta_id: string }>`
    select id, ruta_id from keluarga where id = any (${ids}::uuid[]) and wilayah >= ${lo} and wilayah < ${hi}
      and kab >= ${Math.floor(lo / 1e6)} and kab <= ${Math.floor((hi - 1) / 1e6)}`.execute(tx)
  if (found.rows.length !== ids.length) return null
  // In one order, whatever the plan: a list of ids tells nothing of other rows.
  return [...new Set(found.rows.map((row) => row.ruta_id))].toSorted()
}

/** @returns the assignment in the form of the database, or why it cannot be one */
export async function siapkanTugas(
  ctx: Context,
  asked: TugasDiminta,
): Promise<Result<Siap, Problem>> {
  const region = await ctx.tx
    .selectFrom('wilayah')
    .select('nama')
    .where('kode', '=', asked.wilayah)
    .executeTakeFirst()
  if (!region) return err(problem('isian.salah', { kolom: 'wilayah' }))
  const ruta = asked.keluarga ? await rutaOf(ctx.tx, asked) : null
  if (asked.keluarga && !ruta) return err(problem('pengguna.keluarga_tidak'))
  const tugas: TugasSiap = {
    peran: asked.peran,
    jenis: asked.jenis,
    wilayah: asked.wilayah,
    rt: asked.rt ? [...new Set(asked.rt)].sort((a, b) => a - b) : null,
    keluarga: asked.keluarga ? [...new Set(asked.keluarga)] : null,
    ruta,
    dari: asked.dari,
    sampai: asked.hariTerakhir === null ? null : hariSesudah(asked.hariTerakhir),
    suratNomor: asked.suratNomor,
    suratTanggal: asked.suratTanggal,
  }
  return ok({ tugas, tempat: region.nama })
}

/** The same role in the same area, held or proposed for an overlapping time. */
export async function tugasGanda(tx: Tx, penggunaId: string, t: TugasSiap): Promise<boolean> {
  const found = await sql<{ ada: boolean }>`
    select exists (select from penugasan where pengguna_id = ${penggunaId} and peran = ${t.peran} and wilayah = ${t.wilayah}
        and (sampai is null or sampai > ${t.dari}::date) and (${t.sampai}::date is null or dari < ${t.sampai}::date) and sampai is distinct from dari
        and rt is not distinct from ${t.rt}::smallint[] and keluarga is not distinct from ${t.keluarga}::uuid[])
      or (${t.peran} = 'administrator' and exists (select from usulan_administrator
        where pengguna_id = ${penggunaId} and wilayah = ${t.wilayah} and status = 'menunggu')) as ada`.execute(
    tx,
  )
  return found.rows[0]?.ada === true
}
