/** Writes about a quota: set it, split it, decide its ties; each on the version that its sender saw. */
import * as kontrak from '#contract/kuota.ts'
import { problem } from '#contract/problems.ts'
import { isSeri } from '#domain/kuota/potong.ts'
import { err, ok } from '#domain/result.ts'
import { bergeser } from '#domain/versi/benturan.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { quotaConflict, splitConflict } from './benturan.ts'
import { tieConflict } from './benturan-seri.ts'
import { insertSplit, latestSplit } from './pembagian.ts'
import { loadPrograms } from './program.ts'
import * as q from './queries.ts'
import { holdLine, insertDecision } from './seri.ts'
import { cut, prepare } from './simulasi.ts'

const set = handle(kontrak.kuotaTetapkan, async (ctx, input) => {
  if (!loadPrograms().some((p) => p.kode === input.program))
    return err(problem('kuota.program_tidak_dikenal', { program: input.program }))
  if (!covers(ctx.cakupan, cakupanOf(input.wilayah))) return err(problem('kuota.luar_wilayah'))
  if (!(await q.regionExists(ctx.tx, input.wilayah))) return err(problem('tidak.ada'))
  if (input.sampai !== null && input.sampai <= input.dari)
    return err(problem('isian.salah', { kolom: 'sampai' }))
  const before = await q.latestVersion(ctx.tx, input)
  if (bergeser(input.versi, before?.versi ?? 0))
    return err(await quotaConflict(ctx.tx, ctx.cakupan, input, before))
  if (before && !input.alasan) return err(problem('kuota.perlu_alasan', { versi: before.versi }))
  const alasan = before ? (input.alasan ?? null) : null
  const made = await q.insertQuota(
    ctx.tx,
    { ...input, alasan, penggunaId: ctx.pengguna.id, peran: ctx.pengguna.peran, pada: ctx.now },
    before,
  )
  const { alasan: _, dasar, ...rest } = input
  ctx.lihat(
    [{ jenis: 'kuota', id: made.id, wilayah: input.wilayah }],
    {
      sebelum: before && {
        versi: before.versi,
        jumlah: before.jumlah,
        sampai: before.sampai,
        dasar: { nomor: before.dasar_nomor },
        sumber: before.sumber,
      },
      sesudah: { ...rest, dasar, versi: made.versi },
    },
    alasan === null ? {} : { alasan },
  )
  return ok(made)
})

const decideTies = handle(kontrak.kuotaPutuskanSeri, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  await holdLine(ctx.tx, siap.value.kuota.id, input.kelompok)
  const { garis } = await cut(ctx.tx, siap.value.skenario)
  const line = garis.find((g) => g.kelompok === input.kelompok)
  if (!line || !isSeri(line) || line.kunci !== input.kunci) return err(problem('kuota.berubah'))
  if (bergeser(input.putusan, line.putusan)) return err(await tieConflict(ctx, input, line.putusan))
  const choice = {
    masuk: input.masuk,
    alasan: input.alasan,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
    pada: ctx.now,
  }
  const id = await insertDecision(ctx.tx, siap.value.skenario, line, choice)
  if (!id) return err(problem('kuota.putusan_tidak_sesuai', { sisa: line.sisa, sama: line.sama }))
  const chosen = input.masuk.map((m) => ({ jenis: 'keluarga' as const, id: m.id }))
  const { kuota } = siap.value
  ctx.lihat(
    [{ jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah }, ...chosen],
    {
      sebelum: { seri: line.sama, sisa: line.sisa, masuk: null },
      sesudah: {
        seri: line.sama,
        sisa: line.sisa,
        masuk: input.masuk.map((m) => m.id),
        putusan: id,
      },
    },
    { alasan: input.alasan },
  )
  return ok({ id })
})

const split = handle(kontrak.kuotaBagi, async (ctx, input) => {
  const kuota = await q.quotaById(ctx.tx, ctx.cakupan, input.id)
  if (!kuota) return err(problem('tidak.ada'))
  if (!covers(ctx.cakupan, kuota)) return err(problem('kuota.luar_wilayah'))
  const given = input.bagian.reduce((sum, b) => sum + b.jumlah, 0)
  const codes = new Set(input.bagian.map((b) => b.wilayah))
  const strange = [...codes].some((kode) => kode < kuota.lo || kode >= kuota.hi)
  if (strange || codes.size !== input.bagian.length)
    return err(problem('isian.salah', { kolom: 'bagian' }))
  if (given !== kuota.jumlah)
    return err(problem('kuota.pembagian_tidak_pas', { sisa: kuota.jumlah - given }))
  const { metode, bagian, alasan } = input
  const before = await latestSplit(ctx.tx, kuota.id)
  const versi = before?.versi ?? 0
  if (bergeser(input.versi, versi))
    return err(await splitConflict(ctx.tx, ctx.cakupan, input, before))
  const { id: penggunaId, peran } = ctx.pengguna
  const made = await insertSplit(ctx.tx, kuota, {
    metode,
    bagian,
    alasan,
    versi,
    penggunaId,
    peran,
    pada: ctx.now,
  })
  ctx.lihat(
    [{ jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah }],
    {
      sebelum: before && { metode: before.metode, bagian: before.bagian, versi },
      sesudah: { metode, bagian, versi: made.versi },
    },
    { alasan },
  )
  return ok(made)
})

export const tulisHandlers = [set, decideTies, split]
