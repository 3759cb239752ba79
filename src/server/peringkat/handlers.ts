/** Rankings: start one, list them, look into one, by rank, explained, compared. */

import { penentu } from '#contract/peran.ts'
import {
  peringkatDaftar,
  peringkatKeluarga,
  peringkatModel,
  peringkatMulai,
  peringkatSatu,
} from '#contract/peringkat.ts'
import {
  peringkatBanding,
  peringkatLuar,
  peringkatPenjelasan,
} from '#contract/peringkat-keluarga.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { itemsOf } from '#domain/peringkat/model.ts'
import { judulPeriode } from '#domain/peringkat/periode.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { regionExists } from '#server/kuota/queries.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import * as banding from './banding.ts'
import {
  areaWithin,
  listRounds,
  parsedModel,
  type RondeRow,
  roundById,
  roundOut,
} from './daftar.ts'
import { loadModels } from './model.ts'
import { startRound } from './mulai.ts'
import { explain } from './penjelasan.ts'
import { countsBelow, countsOfRound } from './ringkas.ts'
import { listByRank, readPlace, rowOut, writePlace } from './urutan.ts'

const model = handle(peringkatModel, async () =>
  ok({
    model: loadModels().map(({ nilai: m }) => ({
      kode: m.kode,
      jenis: m.jenis,
      label: m.label,
      penjelasan: m.penjelasan,
      sumber: m.sumber,
      garisMiskin: m.garis_miskin ?? null,
      urutanCelah: { label: m.urutan_celah.label, alasan: m.urutan_celah.alasan },
      pemecahSeri: m.pemecah_seri.map((p) => p.label),
      butir: itemsOf(m).map(({ nomor, kode, label }) => ({ nomor, kode, label })),
    })),
  }),
)

const daftar = handle(peringkatDaftar, async (ctx, input) => {
  const rows = await listRounds(ctx.tx, ctx.cakupan, input)
  return ok({ ronde: rows.map(roundOut), bolehMemulai: penentu.includes(ctx.pengguna.peran) })
})

const mulai = handle(peringkatMulai, async (ctx, input) => {
  const asked = cakupanOf(input.wilayah)
  if (asked.lo < ctx.cakupan.lo || asked.hi > ctx.cakupan.hi) return err(problem('tidak.ada'))
  if (!(await regionExists(ctx.tx, input.wilayah))) return err(problem('tidak.ada'))
  const started = await startRound(ctx.tx, {
    ...input,
    acuan: input.acuan ?? ctx.today,
    penggunaId: ctx.pengguna.id,
  })
  if (!started.ok) return started
  const { nama } = await regionBrief(ctx.tx, input.wilayah)
  const judul = `${judulPeriode(input.periode).id} – ${nama}`
  const pekerjaan = await ctx.enqueue('peringkat.jalankan', judul, { rondeId: started.value })
  await ctx.tx
    .updateTable('peringkat_ronde')
    .set({ pekerjaan_id: pekerjaan })
    .where('id', '=', started.value)
    .execute()
  ctx.lihat([{ jenis: 'ronde', id: started.value, wilayah: input.wilayah }], {
    sebelum: null,
    sesudah: { ...input, acuan: input.acuan ?? ctx.today },
  })
  return ok({ ronde: started.value, pekerjaan })
})

/** A finished ranking of the reader's area. */
async function finished(ctx: Context, id: string): Promise<Result<RondeRow, Problem>> {
  const ronde = await roundById(ctx.tx, ctx.cakupan, id)
  if (ronde === null) return err(problem('tidak.ada'))
  return ronde.status === 'selesai' ? ok(ronde) : err(problem('peringkat.belum_selesai'))
}

const satu = handle(peringkatSatu, async (ctx, input) => {
  const found = await finished(ctx, input.id)
  if (!found.ok) return found
  const r = found.value
  const m = parsedModel(r)
  const whole = ctx.cakupan.lo <= r.lo && ctx.cakupan.hi >= r.hi
  const wilayah = input.wilayah ?? (whole ? r.wilayah : ctx.pengguna.wilayah)
  const area = areaWithin(ctx.cakupan, r, wilayah)
  const earlier = r.sebelum_id === null ? null : await roundById(ctx.tx, ctx.cakupan, r.sebelum_id)
  const { ringkasan: s } = r
  return ok({
    ...roundOut(r),
    sebelum: earlier === null ? null : { id: earlier.id, judul: judulPeriode(earlier.periode) },
    jumlahButir: itemsOf(m).length,
    garisMiskin: m.garis_miskin ?? null,
    urutanCelah: m.urutan_celah.label,
    pemecahSeri: m.pemecah_seri.map((p) => p.label),
    seluruh: {
      keluarga: r.keluarga ?? 0,
      bercelah: r.bercelah ?? 0,
      melintasi: r.melintasi ?? 0,
      miskin: s.miskin ?? 0,
      kelayakan: {
        layak: s.layak ?? 0,
        belum_dinilai: s.belum_dinilai ?? 0,
        tidak_layak: s.tidak_layak ?? 0,
      },
      seriTerbesar: s.seri_terbesar ?? 0,
      dalamSeri: s.dalam_seri ?? 0,
      perDesil: s.desil ?? {},
      perTerpenuhi: s.terpenuhi ?? {},
    },
    bagian: {
      wilayah,
      namaWilayah: (await regionBrief(ctx.tx, wilayah)).nama,
      ...(await countsOfRound(ctx.tx, area, r.id)),
      bawahan: [...(await countsBelow(ctx.tx, area, r.id, wilayah))],
    },
  })
})

const keluarga = handle(peringkatKeluarga, async (ctx, input) => {
  const found = await finished(ctx, input.id)
  if (!found.ok) return found
  const after = input.setelah === undefined ? null : readPlace(input.setelah)
  if (input.setelah !== undefined && after === null)
    return err(problem('isian.salah', { kolom: 'setelah' }))
  const area = areaWithin(ctx.cakupan, found.value, input.wilayah)
  const rows = await listByRank(ctx.tx, area, input.id, input, after, input.batas + 1)
  const page = rows.slice(0, input.batas)
  const last = page.at(-1)
  const jumlah = itemsOf(parsedModel(found.value)).length
  ctx.lihat(page.map((r) => ({ jenis: 'keluarga', id: r.keluarga_id, wilayah: r.wilayah })))
  return ok({
    keluarga: page.map((r) => rowOut(r, jumlah)),
    berikutnya: rows.length > page.length && last ? writePlace(last) : null,
  })
})

const penjelasan = handle(peringkatPenjelasan, async (ctx, input) => {
  const said = await explain(ctx.tx, ctx.cakupan, input)
  if (said.ok) ctx.lihat([{ jenis: 'keluarga', id: input.keluarga }])
  return said
})

const bandingkan = handle(peringkatBanding, async (ctx, input) => {
  const [kini, lawan] = [await finished(ctx, input.id), await finished(ctx, input.lawan)]
  if (!kini.ok) return kini
  if (!lawan.ok) return lawan
  const after = input.setelah === undefined ? null : banding.readPlace(input.setelah)
  if (input.setelah !== undefined && after === null)
    return err(problem('isian.salah', { kolom: 'setelah' }))
  const area = areaWithin(ctx.cakupan, kini.value, input.wilayah)
  const rounds = { kini: input.id, lawan: input.lawan }
  const rows = await banding.listMoves(ctx.tx, area, rounds, input.arah, after, input.batas + 1)
  const page = rows.slice(0, input.batas)
  const last = page.at(-1)
  ctx.lihat(page.map((r) => ({ jenis: 'keluarga', id: r.keluarga, wilayah: r.wilayah })))
  return ok({
    kini: roundOut(kini.value),
    lawan: roundOut(lawan.value),
    matriks: await banding.decileMatrix(ctx.tx, area, rounds.kini, rounds.lawan),
    keluarga: page,
    berikutnya: rows.length > page.length && last ? banding.writePlace(last) : null,
  })
})

const luar = handle(peringkatLuar, async (ctx, input) => {
  const found = await finished(ctx, input.id)
  if (!found.ok) return found
  const after = input.setelah ?? null
  if (after !== null && !/^[0-9a-f-]{36}$/.test(after))
    return err(problem('isian.salah', { kolom: 'setelah' }))
  const area = areaWithin(ctx.cakupan, found.value, input.wilayah)
  const rows = await banding.listOutside(
    ctx.tx,
    area,
    input.id,
    input.sumber,
    after,
    input.batas + 1,
  )
  const page = rows.slice(0, input.batas)
  ctx.lihat(page.map((r) => ({ jenis: 'keluarga', id: r.keluarga, wilayah: r.wilayah })))
  return ok({
    keluarga: page,
    berikutnya: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
  })
})

export const peringkatHandlers = [
  model,
  daftar,
  mulai,
  satu,
  keluarga,
  penjelasan,
  bandingkan,
  luar,
]
