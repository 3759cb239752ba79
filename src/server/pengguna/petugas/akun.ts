/** Links to an account (invite again, reset), its own numbers, and what one's own account shows of them. */
import { sql } from 'kysely'
import { penggunaIdentitasSaya } from '#contract/pengguna.ts'
import {
  penggunaGantiIdentitas,
  penggunaMulaiReset,
  penggunaTautan,
  penggunaUndangUlang,
} from '#contract/pengguna-tugas.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { putuskanTautan } from '#domain/pengguna/beri.ts'
import { belumBerakhir } from '#domain/pengguna/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { makeInvitation, startReset, type Tautan } from '../undangan.ts'
import { pelakuOf, type Tx, tolak } from './alat.ts'
import { bacaIdentitas, gantiIdentitas, identitasSaya } from './identitas.ts'
import { catatPerubahan } from './riwayat.ts'
import { simpanTautan, tautanTerbuka } from './tautan.ts'
import { type Akun, akunById, type TugasRow, tugasOf } from './tugas-kueri.ts'

export type Dipegang = { readonly akun: Akun; readonly tugas: readonly TugasRow[] }

/** Whether the officer also works outside the area: one bit. */
export async function tugasDiLuar(tx: Tx, id: string, today: string): Promise<boolean> {
  const found = await sql<{ ada: boolean }>`
    select tugas_di_luar(${id}::uuid, ${today}::date) as ada`.execute(tx)
  return found.rows[0]?.ada === true
}

/** Whether somebody proposed this officer as administrator and nobody has decided yet. */
async function diusulkan(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from usulan_administrator where pengguna_id = ${id} and status = 'menunggu' limit 1`.execute(
    tx,
  )
  return found.rows.length > 0
}

/** The live account over whose every role the actor has power, so that a link to it may be held. */
export async function pegang(ctx: Context, id: string): Promise<Result<Dipegang, Problem>> {
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  if (akun.nonaktifPada) return err(problem('pengguna.nonaktif'))
  const tugas = await tugasOf(ctx.tx, [id])
  const putusan = putuskanTautan(pelakuOf(ctx), id, tugas, ctx.today)
  if (!putusan.ok) return tolak(putusan.error)
  if (await diusulkan(ctx.tx, id)) return tolak('perlu_atasan')
  if (await tugasDiLuar(ctx.tx, id, ctx.today)) return err(problem('pengguna.tugas_di_luar'))
  return ok({ akun, tugas })
}

/** The area in which a change of the account is noted: that of its newest assignment. */
export const tempatCatatan = (ctx: Context, tugas: readonly TugasRow[]): number =>
  (tugas.find((t) => belumBerakhir(t, ctx.today)) ?? tugas[0])?.wilayah ?? ctx.pengguna.wilayah

async function berikanTautan(
  ctx: Context,
  operasi: string,
  jenis: 'undangan' | 'reset',
  { akun, tugas }: Dipegang,
  tautan: Tautan,
  alasan: string | null,
) {
  const ring = await ringOf(ctx.dataFolder)
  await simpanTautan(ctx.tx, ring, jenis, [{ penggunaId: akun.id, tautan }], ctx.pengguna.id)
  await catatPerubahan(ctx, operasi, {
    penggunaId: akun.id,
    wilayah: tempatCatatan(ctx, tugas),
    sesudah: { tautan: jenis, berlakuSampai: tautan.berakhirPada },
    alasan,
  })
  return ok({ berlakuSampai: tautan.berakhirPada })
}

export const undangUlang = handle(penggunaUndangUlang, async (ctx, { id }) => {
  const held = await pegang(ctx, id)
  if (!held.ok) return held
  if (!held.value.akun.diundang) return err(problem('pengguna.sudah_masuk'))
  const tautan = await makeInvitation(ctx.tx, id, ctx.pengguna.id)
  return berikanTautan(ctx, penggunaUndangUlang.id, 'undangan', held.value, tautan, null)
})

export const mulaiReset = handle(penggunaMulaiReset, async (ctx, { id, alasan }) => {
  const held = await pegang(ctx, id)
  if (!held.ok) return held
  if (held.value.akun.diundang) return err(problem('pengguna.belum_masuk'))
  const tautan = await startReset(ctx.tx, id, ctx.pengguna.id)
  return berikanTautan(ctx, penggunaMulaiReset.id, 'reset', held.value, tautan, alasan)
})

export const tautan = handle(penggunaTautan, async (ctx, { id }) => {
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const [open] = await tautanTerbuka(ctx.tx, ring, ctx.pengguna.id, { penggunaId: id })
  if (!open || akun.nonaktifPada) return err(problem('pengguna.tanpa_tautan'))
  ctx.lihat([{ jenis: 'pengguna', id }])
  const { jenis, alamat, berakhirPada } = open
  return ok({ jenis, alamat, berlakuSampai: berakhirPada.toISOString() })
})

export const gantiNomor = handle(penggunaGantiIdentitas, async (ctx, { id, alasan, ...asked }) => {
  const held = await pegang(ctx, id)
  if (!held.ok) return held
  const identitas = bacaIdentitas(asked)
  if (!identitas.ok) return identitas
  const ring = await ringOf(ctx.dataFolder)
  const baru = { ...identitas.value, penggunaId: id }
  if (!(await gantiIdentitas(ctx.tx, ring, baru, ctx.pengguna.id)))
    return err(problem('pengguna.nik_dipakai'))
  await catatPerubahan(ctx, penggunaGantiIdentitas.id, {
    penggunaId: id,
    wilayah: tempatCatatan(ctx, held.value.tugas),
    sesudah: { identitas: 'diganti' },
    alasan,
  })
  return ok({ id })
})

export const nomorSaya = handle(penggunaIdentitasSaya, async (ctx) =>
  ok(await identitasSaya(ctx.tx, await ringOf(ctx.dataFolder), ctx.pengguna.id)),
)
