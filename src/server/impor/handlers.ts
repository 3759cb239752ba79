/** Imports over HTTP: upload, progress, findings, held rows, report, our workbook. */
import { dirname } from 'node:path'
import * as impor from '#contract/impor.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { kataCatatan, kataMasalah, kataTemuan, namaFormat } from './kata.ts'
import { laporanXlsx } from './laporan.ts'
import { perbaikanHandlers } from './perbaikan.ts'
import * as q from './queries.ts'
import { questions } from './queries-pertanyaan.ts'
import { keepFile } from './simpan.ts'
import { issuePrefix, templateWorkbook } from './templat/buku-kerja.ts'

const unggah = handle(impor.imporUnggah, async (ctx, { tanggalData }) => {
  const { unggahan, pengguna } = ctx
  if (!unggahan) return err(problem('berkas.kosong'))
  const kab = kabOf(pengguna.wilayah)
  const before = await q.sameFile(ctx.tx, kab, pengguna.wilayah, unggahan.sidik)
  if (before) return ok({ id: before.id, pekerjaanId: before.pekerjaan_id, sudahAda: true })
  // Uploads arrive in a folder of the data folder; the store of files lies beside it.
  await keepFile(unggahan, dirname(dirname(unggahan.path)))
  const id = await q.insertImport(ctx.tx, {
    kab,
    wilayah: pengguna.wilayah,
    namaBerkas: unggahan.nama,
    sidik: unggahan.sidik,
    ukuran: unggahan.ukuran,
    tanggalData: tanggalData ?? null,
    penggunaId: pengguna.id,
  })
  const pekerjaanId = await ctx.enqueue('impor.unggah', 'Impor berkas', {
    kab,
    imporId: id,
    hariIni: ctx.today,
  })
  await q.setJob(ctx.tx, kab, id, pekerjaanId)
  ctx.lihat([{ jenis: 'impor', id, wilayah: pengguna.wilayah }], {
    sebelum: null,
    sesudah: {
      berkas: unggahan.nama,
      ukuran: unggahan.ukuran,
      sidik: unggahan.sidik,
      tanggalData: tanggalData ?? null,
      wilayah: pengguna.wilayah,
    },
  })
  return ok({ id, pekerjaanId, sudahAda: false })
})

/** An import as the contract names its fields. */
function shown(r: q.BarisImpor) {
  return {
    id: r.id,
    namaBerkas: r.nama_berkas,
    ukuran: r.ukuran,
    wilayah: r.wilayah,
    namaWilayah: r.nama_wilayah,
    format: r.format,
    tanggalData: r.tanggal_data,
    status: r.status,
    masalah: kataMasalah(r.masalah),
    jumlahBaris: r.jumlah_baris,
    diterima: r.diterima,
    ditandai: r.ditandai,
    ditahan: r.ditahan,
    tidakBerubah: r.tidak_berubah,
    pekerjaanId: r.pekerjaan_id,
    pengunggah: r.pengunggah,
    dibuatPada: r.dibuat_pada,
    selesaiPada: r.selesai_pada,
  }
}

const daftar = handle(impor.imporDaftar, async (ctx, { setelah, batas }) => {
  const rows = await q.imports(ctx.tx, setelah ?? null, batas + 1)
  const page = rows.slice(0, batas)
  return ok({
    impor: page.map(shown),
    berikutnya: rows.length > batas ? (page.at(-1)?.id ?? null) : null,
  })
})

const satu = handle(impor.imporSatu, async (ctx, { id }) => {
  const row = await q.importById(ctx.tx, id)
  if (!row) return err(problem('tidak.ada'))
  const sebab = await q.causes(ctx.tx, row)
  const open = await questions(ctx.tx, row)
  return ok({
    ...shown(row),
    namaFormat: namaFormat(row.format),
    lembar: Object.entries(row.judul_kolom ?? {}).map(([nomor, l]) => ({
      nomor: Number(nomor),
      nama: l.nama,
      format: l.format,
      namaFormat: namaFormat(l.format) ?? { id: l.format, en: l.format },
    })),
    catatan: row.catatan_berkas.map(kataCatatan),
    ringkasan: row.ringkasan,
    sebab: sebab.map((s) => ({ ...s, ...kataTemuan(s.kode, null) })),
    pertanyaanTerbuka: open.filter((p) => p.jawaban === null).length,
  })
})

/** A key of a page: numbers joined by dots. */
const keyOf = (text: string | undefined): number[] =>
  (text ?? '').split('.').map(Number).filter(Number.isSafeInteger)

const temuanShown = (t: q.BarisTemuan) => ({
  kolom: t.kolom,
  nilai: t.nilai,
  tingkat: t.tingkat,
  kode: t.kode,
  ...kataTemuan(t.kode, t.rincian),
})

const sheetName = (row: q.BarisImpor, lembar: number): string =>
  row.judul_kolom?.[lembar]?.nama ?? String(lembar)

const temuan = handle(impor.imporTemuan, async (ctx, { id, tingkat, kode, setelah, batas }) => {
  const row = await q.importById(ctx.tx, id)
  if (!row) return err(problem('tidak.ada'))
  const found = await q.findings(ctx.tx, row, {
    tingkat,
    kode,
    setelah: keyOf(setelah),
    batas: batas + 1,
  })
  const page = found.slice(0, batas)
  const last = page.at(-1)
  ctx.lihat(
    page.flatMap((t) => (t.keluarga_id ? [{ jenis: 'keluarga' as const, id: t.keluarga_id }] : [])),
  )
  return ok({
    temuan: page.map((t) => ({
      ...temuanShown(t),
      lembar: sheetName(row, t.lembar),
      baris: t.baris,
      keluarga: t.keluarga_id && t.kab_keluarga ? { kab: t.kab_keluarga, id: t.keluarga_id } : null,
    })),
    berikutnya: found.length > batas && last ? `${last.lembar}.${last.baris}.${last.urutan}` : null,
  })
})

const baris = handle(impor.imporBaris, async (ctx, { id, setelah, batas }) => {
  const row = await q.importById(ctx.tx, id)
  if (!row) return err(problem('tidak.ada'))
  const rows = await q.heldRows(ctx.tx, row, keyOf(setelah), batas + 1)
  const page = rows.slice(0, batas)
  const last = page.at(-1)
  const found = await q.findingsOf(
    ctx.tx,
    row.kab,
    page.map((r) => r.id),
  )
  // Held rows are persons who are in no registry yet: the import stands for them.
  ctx.lihat([{ jenis: 'impor', id, wilayah: row.wilayah }], undefined, { jumlah: page.length })
  return ok({
    baris: page.map((r) => ({
      id: r.id,
      lembar: sheetName(row, r.lembar),
      baris: r.baris,
      sel: (row.judul_kolom?.[r.lembar]?.judul ?? []).map((judul, kolom) => ({
        kolom,
        judul,
        nilai: r.isi[kolom] ?? '',
      })),
      temuan: found.filter((t) => t.rekaman_id === r.id).map(temuanShown),
    })),
    berikutnya: rows.length > batas && last ? `${last.lembar}.${last.baris}` : null,
  })
})

const laporan = handle(impor.imporLaporan, async (ctx, { id }) => {
  const row = await q.importById(ctx.tx, id)
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'impor', id, wilayah: row.wilayah }], undefined, {
    jumlah: row.jumlah_baris ?? 0,
  })
  return ok(
    new Unduhan(`laporan-impor-${id.slice(-8)}.xlsx`, xlsxType, await laporanXlsx(ctx.tx, row)),
  )
})

const templat = handle(impor.imporTemplat, async () => {
  const kamus = { kamus: loadDictionary(), buku: loadCodeLists() }
  return ok(
    new Unduhan('buku-kerja-siks-ng.xlsx', xlsxType, await templateWorkbook(kamus, issuePrefix())),
  )
})

export const imporHandlers = [
  unggah,
  daftar,
  satu,
  temuan,
  baris,
  laporan,
  templat,
  ...perbaikanHandlers,
]
