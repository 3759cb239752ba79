/** Downloads of a frozen list and of a preview, as workbooks. */
import * as kontrak from '#contract/kuota-daftar.ts'
import { bolehIdentitas } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { keadaanOf, keadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { labelAturan } from '#domain/kuota/istilah.ts'
import { diLuarSk, kataDiLuarSk } from '#domain/kuota/sk.ts'
import { err, ok } from '#domain/result.ts'
import { defaultZone } from '#server/clock.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { listRows } from './daftar.ts'
import { familySeen, headOf } from './daftar-handlers.ts'
import { itemsOfRound, maskedUnless, reasonOf } from './kata.ts'
import { decisionRows } from './keputusan.ts'
import { programLabel } from './program.ts'
import { prepare, simulate } from './simulasi.ts'
import { type BarisUnduh, listWorkbook } from './unduh.ts'

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
      alasan: [
        reasonOf(r, head.garis, head.indikator).kalimat.id,
        ...(diLuarSk(r) ? [`${kataDiLuarSk.id}.`] : []),
        ...(r.pemberitahuan
          ? [`${keadaanPemberitahuan[keadaanOf(r.pemberitahuan, ctx.today)].id}.`]
          : []),
      ].join(' '),
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

export const unduhHandlers = [download, preview]
