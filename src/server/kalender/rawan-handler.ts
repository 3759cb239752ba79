/** Recording an election, correcting it, calling it off. */
import { kalenderRawanCatat } from '#contract/kalender.ts'
import { problem, versiBerubah } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import { cakupanOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { regionPath } from '#server/wilayah/queries.ts'
import { rawanKebijakan } from './kebijakan.ts'
import {
  type Digantikan,
  electionById,
  electionHolds,
  insertElection,
  type PenggantiRawan,
} from './rawan.ts'

/** The entry was corrected by somebody else meanwhile. */
async function rawanConflict(
  ctx: Context,
  dikirim: { readonly hari: string; readonly sumber: string; readonly batal: boolean },
  lama: Digantikan,
  kini: PenggantiRawan,
) {
  const keadaan = (batal: boolean) =>
    batal ? { id: 'dibatalkan', en: 'called off' } : { id: 'berlaku', en: 'holds' }
  return versiBerubah({
    id: kini.id,
    judul: { id: `Pemilihan di ${lama.nama_wilayah}`, en: `Election in ${lama.nama_wilayah}` },
    versi: kini.id,
    oleh: await pengubahOf(ctx.tx, ctx.cakupan, kini),
    bidang: [
      {
        kolom: 'hari',
        label: { id: 'Hari pemilihan', en: 'Election day' },
        dikirim: dikirim.hari,
        kini: kini.hari,
      },
      {
        kolom: 'batal',
        label: { id: 'Keadaan', en: 'State' },
        dikirim: keadaan(dikirim.batal),
        kini: keadaan(kini.batal),
      },
      {
        kolom: 'sumber',
        label: { id: 'Sumber', en: 'Source' },
        dikirim: dikirim.sumber,
        kini: kini.sumber,
      },
    ],
  })
}

export const catatRawan = handle(kalenderRawanCatat, async (ctx, input) => {
  const { wilayah, menggantikan, batal } = input
  if (!covers(ctx.cakupan, cakupanOf(wilayah))) return err(problem('kalender.luar_wilayah'))
  if (!(await regionPath(ctx.tx, wilayah))) return err(problem('tidak.ada'))
  const jenis = rawanKebijakan().jenis.find((j) => j.kode === input.jenis)
  if (!jenis?.tingkat.includes(tingkatOf(wilayah))) return err(problem('kalender.rawan_tingkat'))
  const lama = menggantikan === null ? null : await electionById(ctx.tx, menggantikan)
  if (menggantikan !== null && (lama?.wilayah !== wilayah || lama.jenis !== input.jenis))
    return err(problem('tidak.ada'))
  if (lama?.pengganti) return err(await rawanConflict(ctx, input, lama, lama.pengganti))
  if ((lama === null) !== (input.alasan === undefined) || (batal && lama === null))
    return err(problem('isian.salah', { kolom: lama ? 'alasan' : 'menggantikan' }))
  if (!batal && (await electionHolds(ctx.tx, input))) return err(problem('kalender.rawan_ada'))
  const alasan = input.alasan ?? null
  const id = await insertElection(ctx.tx, {
    ...input,
    alasan,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
    pada: ctx.now,
  })
  ctx.lihat(
    [{ jenis: 'kalender', id, wilayah }],
    {
      sebelum: lama && { jenis: lama.jenis, hari: lama.hari, sumber: lama.sumber },
      sesudah: { jenis: input.jenis, hari: input.hari, sumber: input.sumber, batal },
    },
    alasan === null ? {} : { alasan },
  )
  return ok({ id })
})
