/** Shows batches, and proves one: its hash is computed again from what it binds. */
import { kirimanDaftar, kirimanSatu } from '#contract/kiriman.ts'
import { problem } from '#contract/problems.ts'
import { nomorPalingLambat } from '#domain/kiriman/kebijakan.ts'
import { err, ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'
import { sidikKiriman } from './buat.ts'
import { kebijakanPusat } from './kebijakan.ts'
import {
  barisKiriman,
  daftarKiriman,
  type KirimanRow,
  kirimanRow,
  siapPerPeriode,
} from './queries.ts'

const kepalaOf = (k: KirimanRow, today: string) => ({
  kab: k.kab,
  id: k.id,
  wilayah: k.wilayah,
  namaWilayah: k.nama_wilayah,
  nomor: k.nomor,
  periode: k.periode,
  jumlah: k.jumlah,
  keadaan: {
    diterima: k.diterima,
    ditolak: k.ditolak,
    dikembalikan: k.dikembalikan,
    berjalan: k.berjalan,
  },
  sidik: k.sidik,
  surat: {
    nomor: k.surat_nomor,
    tanggal: k.surat_tanggal,
    tenggat: k.surat_tenggat,
    terlambat: k.surat_tenggat !== null && k.surat_tenggat < today,
    dokumenId: k.dokumen_id,
    pindaianId: k.pindaian_id,
  },
  dikirimPada: k.dikirim_pada?.toISOString() ?? null,
  versi: k.versi,
})

export const daftar = handle(kirimanDaftar, async (ctx, { setelah, batas }) => {
  const [rows, siap] = await Promise.all([
    daftarKiriman(ctx.tx, ctx.cakupan, setelah ?? null, batas + 1),
    siapPerPeriode(ctx.tx, ctx.cakupan),
  ])
  const kiriman = rows.slice(0, batas).map((k) => kepalaOf(k, ctx.today))
  return ok({
    kiriman,
    berikutnya: rows.length > batas ? (kiriman.at(-1)?.id ?? null) : null,
    siap,
    terbanyak: kebijakanPusat.kiriman_terbanyak,
    nomorPalingLambat: nomorPalingLambat(ctx.today, kebijakanPusat.nomor_menyusul_hari),
    pusatDiLuar: kebijakanPusat.pusat_di_luar,
  })
})

export const satu = handle(kirimanSatu, async (ctx, input) => {
  const row = await kirimanRow(ctx.tx, ctx.cakupan, input)
  if (!row) return err(problem('tidak.ada'))
  const baris = await barisKiriman(ctx.tx, ctx.cakupan, input)
  ctx.lihat([
    { jenis: 'dokumen', id: row.dokumen_id, wilayah: row.wilayah },
    ...baris.map((b) => ({ jenis: 'usulan' as const, id: b.usulan_id, wilayah: b.wilayah })),
  ])
  return ok({
    ...kepalaOf(row, ctx.today),
    pembuat: row.pembuat,
    sidikHitung: sidikKiriman(row, baris),
    baris: baris.map(({ usulan_id, nama_wilayah, wilayah: _, ...b }) => ({
      ...b,
      usulanId: usulan_id,
      namaWilayah: nama_wilayah,
    })),
  })
})
