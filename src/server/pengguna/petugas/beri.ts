/** Inviting officers and giving assignments. */
import { sql } from 'kysely'
import { penggunaBeriTugas, penggunaUndang } from '#contract/pengguna-tugas.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { putuskanPemberian } from '#domain/pengguna/beri.ts'
import { normalTelepon } from '#domain/pengguna/telepon.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { akhiriSesi, batalkanTautan, pelakuOf, tolak } from './alat.ts'
import {
  buatOrang,
  buatPetugas,
  type PetugasBaru,
  type TugasSiap,
  teleponDipakai,
  tugasCatatan,
  tulisTugas,
} from './buat.ts'
import { bacaIdentitas, type Identitas, nikDipakai } from './identitas.ts'
import { siapkanTugas, type TugasDiminta, tugasGanda } from './siap.ts'
import { akunById } from './tugas-kueri.ts'
import { usulkan } from './usulan.ts'

type Diputuskan = {
  readonly cara: 'langsung' | 'usulan'
  readonly tugas: TugasSiap
  readonly tempat: string
}

/** Decides on an assignment for this person; nothing is written. */
async function putuskan(
  ctx: Context,
  penggunaId: string,
  asked: TugasDiminta,
): Promise<Result<Diputuskan, Problem>> {
  const siap = await siapkanTugas(ctx, asked)
  if (!siap.ok) return siap
  const putusan = putuskanPemberian(pelakuOf(ctx), { ...siap.value.tugas, penggunaId }, ctx.today)
  if (!putusan.ok) return tolak(putusan.error)
  return ok({ cara: putusan.value, ...siap.value })
}

/** The person as typed, with numbers that nobody else has. */
async function bacaOrang(
  ctx: Context,
  ring: KeyRing,
  asked: Identitas & { readonly telepon: string },
): Promise<Result<Identitas & { telepon: string }, Problem>> {
  const identitas = bacaIdentitas(asked)
  if (!identitas.ok) return identitas
  const telepon = normalTelepon(asked.telepon)
  if (telepon === null) return err(problem('pengguna.telepon_salah'))
  if ((await nikDipakai(ctx.tx, ring, [identitas.value.nik])).size > 0)
    return err(problem('pengguna.nik_dipakai'))
  if ((await teleponDipakai(ctx.tx, [telepon])).size > 0)
    return err(problem('pengguna.telepon_dipakai'))
  return ok({ ...identitas.value, telepon })
}

export const undang = handle(penggunaUndang, async (ctx, asked) => {
  const putusan = await putuskan(ctx, '', asked.tugas)
  if (!putusan.ok) return putusan
  const ring = await ringOf(ctx.dataFolder)
  const orang = await bacaOrang(ctx, ring, asked)
  if (!orang.ok) return orang
  const { cara, tugas, tempat } = putusan.value
  const baru: PetugasBaru = { ...orang.value, nama: asked.nama, tempat, tugas }
  const oleh = { operasi: penggunaUndang.id, penggunaId: ctx.pengguna.id }
  const made =
    cara === 'langsung'
      ? await buatPetugas(ctx.tx, ring, oleh, [baru])
      : await undangAdministrator(ctx, ring, baru)
  if (!made.ok) return made
  const dibuat = made.value[0]
  if (!dibuat) throw new Error('No officer was made')
  ctx.lihat([{ jenis: 'pengguna', id: dibuat.penggunaId, wilayah: tugas.wilayah }], {
    sebelum: null,
    sesudah: { nama: asked.nama, ...tugasCatatan(tugas) },
  })
  const { penggunaId: id, ...rest } = dibuat
  return ok({ penugasanId: null, usulanId: null, berlakuSampai: null, ...rest, id })
})

/** A new person who is only proposed: no role and no link before a second administrator has approved. */
async function undangAdministrator(ctx: Context, ring: KeyRing, baru: PetugasBaru) {
  const ids = await buatOrang(ctx.tx, ring, [baru], ctx.pengguna.id)
  if (!ids.ok) return ids
  const [penggunaId = ''] = ids.value
  const usulanId = await usulkan(ctx, penggunaUndang.id, penggunaId, baru.tugas)
  return ok([{ penggunaId, usulanId }])
}

export const beriTugas = handle(penggunaBeriTugas, async (ctx, { id, ...asked }) => {
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  if (akun.nonaktifPada) return err(problem('pengguna.nonaktif'))
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 10))`.execute(ctx.tx)
  const putusan = await putuskan(ctx, id, asked)
  if (!putusan.ok) return putusan
  const { cara, tugas } = putusan.value
  if (await tugasGanda(ctx.tx, id, tugas)) return err(problem('pengguna.tugas_ganda'))
  const operasi = penggunaBeriTugas.id
  const catatan = { sebelum: null, sesudah: tugasCatatan(tugas) }
  const subjek = { jenis: 'pengguna', id, wilayah: tugas.wilayah } as const
  if (cara === 'usulan') {
    const usulanId = await usulkan(ctx, operasi, id, tugas)
    ctx.lihat([subjek], catatan)
    return ok({ penugasanId: null, usulanId })
  }
  const oleh = { operasi, penggunaId: ctx.pengguna.id }
  const [penugasanId = ''] = await tulisTugas(ctx.tx, oleh, [{ penggunaId: id, tugas }])
  await akhiriSesi(ctx.tx, [id])
  await batalkanTautan(ctx.tx, id)
  ctx.lihat([subjek, { jenis: 'penugasan', id: penugasanId, wilayah: tugas.wilayah }], catatan)
  return ok({ penugasanId, usulanId: null })
})
