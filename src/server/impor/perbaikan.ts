/** Mending over HTTP: edited rows, questions and their answers; each ends in a new try as a job. */
import * as impor from '#contract/impor.ts'
import { problem } from '#contract/problems.ts'
import { samarkan } from '#domain/jejak/samar.ts'
import { err, ok } from '#domain/result.ts'
import { bergeser } from '#domain/versi/benturan.ts'
import { cakupanOf, inside } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { answerConflict, labelUrutan, rowConflict } from './benturan.ts'
import * as q from './queries.ts'
import * as p from './queries-pertanyaan.ts'

/** What was changed, by place; numbers of identity masked. */
type Ubahan = Record<string, string | null>

/** Queues a new try of the named rows. */
async function retry(
  ctx: Context,
  row: q.BarisImpor,
  rekaman: readonly string[],
  sebelum: Ubahan,
  sesudah: Ubahan,
) {
  const jumlah = rekaman.length
  ctx.lihat(
    [{ jenis: 'impor', id: row.id, wilayah: row.wilayah }],
    { sebelum, sesudah },
    { jumlah },
  )
  return ctx.enqueue('impor.ulang', 'Coba lagi baris yang ditangguhkan', {
    kab: row.kab,
    imporId: row.id,
    hariIni: ctx.today,
    rekaman,
  })
}

const perbaiki = handle(impor.imporPerbaiki, async (ctx, { id, baris: edits, semua }) => {
  const row = await q.importById(ctx.tx, id)
  if (row?.status !== 'selesai') return err(problem('tidak.ada'))
  const held = new Map(
    (
      await q.heldById(
        ctx.tx,
        row,
        edits.map((e) => e.id),
      )
    ).map((r) => [r.id, r]),
  )
  const lost = edits.filter((e) => e.sel.length > 0 && !held.has(e.id))
  if (lost.length > 0) return err(await rowConflict(ctx, row, lost))
  const rekaman: string[] = []
  const [sebelum, sesudah]: [Ubahan, Ubahan] = [{}, {}]
  for (const edit of edits) {
    const now = held.get(edit.id)
    if (!now) continue
    if (edit.sel.length === 0) {
      rekaman.push(now.id)
      continue
    }
    for (const { kolom, nilai } of edit.sel) {
      const judul = row.judul_kolom?.[now.lembar]?.judul[kolom] ?? String(kolom + 1)
      const tempat = `lembar ${now.lembar} baris ${now.baris}, ${judul}`
      sebelum[tempat] = samarkan(now.isi[kolom] ?? '')
      sesudah[tempat] = samarkan(nilai)
    }
    const width = Math.max(now.isi.length, ...edit.sel.map((s) => s.kolom + 1))
    const isi = Array.from(
      { length: width },
      (_, i) => edit.sel.find((s) => s.kolom === i)?.nilai ?? now.isi[i] ?? '',
    )
    rekaman.push(await q.replaceHeld(ctx.tx, row.kab, now.id, isi, ctx.pengguna))
  }
  const coba = semua ? await q.heldIds(ctx.tx, row) : rekaman
  if (coba.length === 0) return err(problem('tidak.ada'))
  return ok({ pekerjaanId: await retry(ctx, row, coba, sebelum, sesudah) })
})

const pertanyaan = handle(impor.imporPertanyaan, async (ctx, { id }) => {
  const row = await q.importById(ctx.tx, id)
  if (!row) return err(problem('tidak.ada'))
  const open = await p.questions(ctx.tx, row)
  const area = cakupanOf(row.wilayah)
  const villages = open.some((tanya) => tanya.jenis === 'wilayah')
    ? await p.villagesOf(ctx.tx, area.lo, area.hi)
    : []
  const regions = villages.map((v) => ({
    nilai: String(v.kode),
    label: { id: `${v.nama} (${v.kecamatan})`, en: `${v.nama} (${v.kecamatan})` },
  }))
  const orders = Object.entries(labelUrutan).map(([nilai, label]) => ({ nilai, label }))
  return ok({
    pertanyaan: open.map((tanya) => ({
      id: tanya.id,
      jenis: tanya.jenis,
      nilai: tanya.nilai,
      jumlahBaris: tanya.jumlah_baris,
      pilihan: tanya.jenis === 'wilayah' ? regions : orders,
      jawaban: tanya.jawaban,
    })),
  })
})

const jawab = handle(impor.imporJawab, async (ctx, { id, jawaban }) => {
  const row = await q.importById(ctx.tx, id)
  if (row?.status !== 'selesai') return err(problem('tidak.ada'))
  await p.holdQuestions(ctx.tx, row)
  const asked = new Map((await p.questions(ctx.tx, row)).map((tanya) => [tanya.id, tanya]))
  const lost = jawaban.filter(({ pertanyaanId, nilai, sebelum }) => {
    const now = asked.get(pertanyaanId)?.jawaban ?? null
    return bergeser(sebelum, now) && now !== nilai
  })
  if (lost.length > 0) return err(await answerConflict(ctx, row, lost, asked))
  const [sebelum, sesudah]: [Ubahan, Ubahan] = [{}, {}]
  for (const { pertanyaanId, nilai } of jawaban) {
    const tanya = asked.get(pertanyaanId)?.nilai ?? pertanyaanId
    sebelum[tanya] = asked.get(pertanyaanId)?.jawaban ?? null
    sesudah[tanya] = nilai
    const fits =
      asked.get(pertanyaanId)?.jenis === 'wilayah'
        ? /^\d{10}$/.test(nilai) && inside(Number(nilai), ctx.cakupan)
        : nilai === 'hari_dulu' || nilai === 'bulan_dulu'
    if (!fits) return err(problem('isian.salah', { kolom: 'nilai' }))
    await p.answer(ctx.tx, row.kab, id, pertanyaanId, nilai, ctx.pengguna)
  }
  const waiting = await p.waitingRows(ctx.tx, row)
  return ok({ pekerjaanId: await retry(ctx, row, waiting, sebelum, sesudah) })
})

export const perbaikanHandlers = [perbaiki, pertanyaan, jawab]
