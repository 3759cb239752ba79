/** Frozen lists over HTTP: freeze, read, recompute the hash, download; and the download of a preview. */
import * as kontrak from '#contract/kuota-daftar.ts'
import { bolehIdentitas } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { labelAturan } from '#domain/kuota/istilah.ts'
import { lineSentence } from '#domain/kuota/ringkasan.ts'
import { err, ok } from '#domain/result.ts'
import { covers, narrowed } from '#domain/wilayah/cakupan.ts'
import { defaultZone } from '#server/clock.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { freeze } from './beku.ts'
import {
  type BarisDaftar,
  type KepalaDaftar,
  listCounts,
  listHeads,
  listRows,
  recomputeHash,
} from './daftar.ts'
import { itemsOfRound, maskedUnless, reasonOf } from './kata.ts'
import { decisionRows } from './keputusan.ts'
import { programLabel } from './program.ts'
import { prepare, simulate } from './simulasi.ts'
import { type BarisUnduh, listWorkbook } from './unduh.ts'

const freezing = handle(kontrak.kuotaBekukan, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  const made = await freeze(ctx.tx, siap.value, {
    sidik: input.sidik,
    menggantikan: input.menggantikan,
    alasan: input.alasan ?? null,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
    pada: ctx.now,
  })
  if (made.ok) {
    const { id, versi, hash, jumlahBaris } = made.value
    const { wilayah } = siap.value.kuota
    const subjek = [
      { jenis: 'daftar' as const, id, wilayah },
      { jenis: 'kuota' as const, id: input.id, wilayah },
    ]
    ctx.lihat(
      subjek,
      {
        sebelum: input.menggantikan && { daftar: input.menggantikan },
        sesudah: { daftar: id, versi, hash, jumlahBaris },
      },
      input.alasan === undefined ? {} : { alasan: input.alasan },
    )
    return ok({ id, versi, hash, jumlahBaris })
  }
  return made
})

const headShown = (d: KepalaDaftar) => ({
  id: d.id,
  kuotaId: d.kuota_id,
  versi: d.versi,
  digantikan: d.digantikan,
  menggantikan: d.menggantikan,
  alasan: d.alasan,
  program: d.program,
  namaProgram: programLabel(d.program),
  wilayah: d.wilayah,
  namaWilayah: d.nama_wilayah,
  dari: d.dari,
  sampai: d.sampai,
  kuota: d.jumlah,
  dasar: { nomor: d.dasar_nomor, tanggal: d.dasar_tanggal, penerbit: d.dasar_penerbit },
  ronde: { id: d.ronde_id, model: d.pilihan.model, periode: d.pilihan.periode },
  aturan: d.pilihan.aturan,
  tidakLayakKeluar: d.pilihan.tidakLayakKeluar,
  metode: d.pilihan.metode,
  ringkasan: d.ringkasan,
  jumlahBaris: d.jumlah_baris,
  hash: d.hash,
  dibekukanOleh: d.oleh ?? '',
  dibekukanPada: d.dibuat_pada.toISOString(),
})

const heads = handle(kontrak.kuotaDaftarBeku, async (ctx, { kuota }) =>
  ok({ daftar: (await listHeads(ctx.tx, ctx.cakupan, { kuota })).map(headShown) }),
)

const headOf = async (ctx: Context, id: string): Promise<KepalaDaftar | null> =>
  (await listHeads(ctx.tx, ctx.cakupan, { id }))[0] ?? null

const one = handle(kontrak.kuotaDaftarBekuSatu, async (ctx, { id }) => {
  const head = await headOf(ctx, id)
  if (!head) return err(problem('tidak.ada'))
  return ok({
    ...headShown(head),
    garis: head.garis.map((g) => ({
      kelompok: g.kelompok,
      nama: g.nama,
      kalimat: lineSentence(g),
    })),
    wilayah: await listCounts(ctx.tx, id, ctx.cakupan),
    lengkap: covers(ctx.cakupan, head),
    bolehIdentitas: bolehIdentitas.includes(ctx.pengguna.peran),
  })
})

const rows = handle(kontrak.kuotaDaftarBekuBaris, async (ctx, input) => {
  const head = await headOf(ctx, input.id)
  if (!head) return err(problem('tidak.ada'))
  const area = narrowed(ctx.cakupan, input.wilayah)
  const { keputusan, setelah, batas } = input
  const page = await listRows(ctx.tx, input.id, { keputusan, area, setelah, batas: batas + 1 })
  const shown = page.slice(0, batas)
  ctx.lihat([{ jenis: 'daftar', id: input.id, wilayah: head.wilayah }, ...shown.map(familySeen)])
  return ok({
    baris: shown.map((r) => listRowShown(r, head)),
    berikutnya: page.length > shown.length ? (shown.at(-1)?.nomor ?? null) : null,
  })
})

/** A row of a frozen list, for the log. */
const familySeen = (r: BarisDaftar) => ({
  jenis: 'keluarga' as const,
  id: r.keluarga_id,
  wilayah: r.wilayah,
})

const listRowShown = (r: BarisDaftar, head: KepalaDaftar) => ({
  nomor: r.nomor,
  kab: r.kab,
  keluargaId: r.keluarga_id,
  namaKepala: r.nama_kepala,
  nomorKk: maskedUnless(false, r.nomor_kk),
  wilayah: r.wilayah,
  namaWilayah: r.nama_wilayah,
  rt: r.rt,
  alamat: r.alamat,
  peringkat: r.peringkat,
  terpenuhi: r.terpenuhi,
  terjawab: r.terjawab,
  keputusan: r.keputusan,
  alasan: reasonOf(r, head.garis, head.indikator),
})

const verify = handle(kontrak.kuotaPeriksa, async (ctx, { id }) => {
  const head = await headOf(ctx, id)
  if (!head) return err(problem('tidak.ada'))
  if (!covers(ctx.cakupan, head)) return err(problem('kuota.luar_wilayah'))
  return ok(await recomputeHash(ctx.tx, head))
})

const mayOpen = (ctx: Context, identitas: boolean): boolean =>
  identitas && bolehIdentitas.includes(ctx.pengguna.peran)

const period = (d: { dari: string; sampai: string | null }): string =>
  d.sampai ? `${d.dari} sampai sebelum ${d.sampai}` : `sejak ${d.dari}`

const download = handle(kontrak.kuotaUnduh, async (ctx, { id, tujuan, identitas }) => {
  const head = await headOf(ctx, id)
  if (!head) return err(problem('tidak.ada'))
  const open = mayOpen(ctx, identitas)
  const found = await listRows(ctx.tx, id, { area: ctx.cakupan, setelah: 0, batas: null })
  // Everybody in the file is named, so that each person's history tells of it.
  ctx.lihat(
    [{ jenis: 'daftar', id, wilayah: head.wilayah }, ...found.map(familySeen)],
    { tujuan, identitas: open, jumlahBaris: found.length },
    { alasan: tujuan },
  )
  const lines = found.map(
    (r): BarisUnduh => ({
      nomor: r.nomor,
      namaKepala: r.nama_kepala,
      nomorKk: maskedUnless(open, r.nomor_kk),
      nikKepala: maskedUnless(open, r.nik_kepala),
      rt: r.rt,
      alamat: r.alamat,
      kelurahan: r.nama_wilayah,
      peringkat: r.peringkat,
      terpenuhi: r.terpenuhi,
      terjawab: r.terjawab,
      keputusan: r.keputusan,
      alasan: reasonOf(r, head.garis, head.indikator).kalimat.id,
    }),
  )
  const state = head.digantikan ? ' (SUDAH DIGANTIKAN versi yang lebih baru)' : ''
  const stream = listWorkbook(lines, {
    judul: [
      `${programLabel(head.program).id}, ${head.nama_wilayah}, ${period(head)}`,
      `Daftar beku versi ${head.versi}${state}. Kuota ${head.jumlah.toLocaleString('id-ID')}. ${labelAturan[head.pilihan.aturan].id}.`,
    ],
    tujuan,
    pengguna: ctx.pengguna,
    pada: ctx.now,
    zona: defaultZone,
    kaki: [
      `SHA-256 daftar: ${head.hash}`,
      `${found.length.toLocaleString('id-ID')} dari ${head.jumlah_baris.toLocaleString('id-ID')} baris (wilayah kerja pengunduh)`,
    ],
  })
  return ok(
    new Unduhan(`daftar-${head.program}-${head.wilayah}-v${head.versi}.xlsx`, xlsxType, stream),
  )
})

const preview = handle(kontrak.kuotaUnduhPratinjau, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  const { kuota, ronde, skenario } = siap.value
  const simulasi = await simulate(ctx.tx, siap.value)
  const butir = await itemsOfRound(ctx.tx, ronde.kebijakan_hash)
  const found = await decisionRows(ctx.tx, simulasi, {}, null)
  const { tujuan } = input
  ctx.lihat(
    [
      { jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah },
      ...found.map((r) => ({ jenis: 'keluarga' as const, id: r.id, wilayah: r.wilayah })),
    ],
    { tujuan, jumlahBaris: found.length },
    { alasan: tujuan },
  )
  const lines = found.map(
    (r, i): BarisUnduh => ({
      nomor: i + 1,
      namaKepala: r.nama_kepala,
      nomorKk: maskedUnless(false, r.nomor_kk),
      nikKepala: null,
      rt: r.rt,
      alamat: r.alamat,
      kelurahan: r.nama_wilayah,
      peringkat: r.peringkat,
      terpenuhi: r.terpenuhi,
      terjawab: r.terjawab,
      keputusan: r.keputusan,
      alasan: reasonOf(r, simulasi.garis, butir).kalimat.id,
    }),
  )
  const stream = listWorkbook(lines, {
    judul: [
      'PRATINJAU: bukan daftar penetapan',
      `${programLabel(kuota.program).id}, ${kuota.nama_wilayah}, ${period(kuota)}. Kuota ${kuota.jumlah.toLocaleString('id-ID')}. ${labelAturan[skenario.aturan].id}.`,
    ],
    tujuan,
    pengguna: ctx.pengguna,
    pada: ctx.now,
    zona: defaultZone,
    kaki: ['PRATINJAU: belum dibekukan, belum ada hash daftar'],
  })
  return ok(new Unduhan(`pratinjau-${kuota.program}-${kuota.wilayah}.xlsx`, xlsxType, stream))
})

export const daftarHandlers = [freezing, heads, one, rows, verify, download, preview]
