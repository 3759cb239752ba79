/** Reading the log; each of these readings is an entry of the log itself. */
import { sql } from 'kysely'
import { jejakCatatan, jejakDilihat, jejakPetugas } from '#contract/jejak.ts'
import { problem } from '#contract/problems.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { kantorOf, namaTempat } from '#domain/jejak/kantor.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { familyRow, memberRows } from '#server/keluarga/satu.ts'
import { type BarisEntri, type Catatan, entriCatatan, entriMenurut } from './baca.ts'
import { cariHandlers } from './cari.ts'
import { BARIS_DILIHAT, dilihatOleh, jamLog, orangOf, tindakanWarga } from './dilihat.ts'
import { entriKata, peranKata, tujuanKata } from './kata.ts'
import { tempatOf } from './nama.ts'
import { jenisOperasi, operasiBerjenis } from './operasi.ts'
import { petugasOf } from './petugas.ts'

/** A page of what was read with one entry more, and where the next begins. */
async function halaman(ctx: Context, baris: readonly BarisEntri[], batas: number) {
  const page = baris.slice(0, batas)
  const { entri, tampil } = await entriKata(ctx, page)
  return { entri, tampil, berikutnya: baris.length > batas ? (page.at(-1)?.id ?? null) : null }
}

const tulisSaja = (ya: boolean, alias: 'e' | 's') =>
  ya
    ? [sql`not ${sql.ref(`${alias}.operasi`)} = any (${operasiBerjenis('baca', 'akun')}::text[])`]
    : []

/** The records that a page is about, with their region; null outside the area. */
async function catatanOf(
  { tx, cakupan }: Context,
  jenis: 'keluarga' | 'individu',
  id: { kab: number; id: string },
): Promise<{ catatan: Catatan[]; wilayah: number } | null> {
  if (jenis === 'individu') {
    const orang = await orangOf(tx, cakupan, id)
    return orang ? { catatan: [{ jenis, id: orang.id }], wilayah: orang.wilayah } : null
  }
  const row = await familyRow(tx, cakupan, id)
  if (!row) return null
  const anggota = (await memberRows(tx, row)).map((m) => ({ jenis: 'individu', id: m.id }))
  return { catatan: [{ jenis, id: row.id }, ...anggota], wilayah: row.wilayah }
}

const catatan = handle(jejakCatatan, async (ctx, { jenis, kab, id, hanyaTulis, ...h }) => {
  const about = await catatanOf(ctx, jenis, { kab, id })
  if (!about) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis, id, wilayah: about.wilayah }])
  const syarat = tulisSaja(hanyaTulis, 's')
  const baris = await entriCatatan(ctx.tx, ctx.cakupan, about.catatan, syarat, h)
  const { entri, berikutnya } = await halaman(ctx, baris, h.batas)
  return ok({ entri, berikutnya })
})

const petugas = handle(jejakPetugas, async (ctx, { id, hanyaTulis, ...h }) => {
  const { lo, hi } = ctx.cakupan
  const syarat = [
    sql`e.pengguna_id = ${id} and e.wilayah >= ${lo} and e.wilayah < ${hi}`,
    ...tulisSaja(hanyaTulis, 'e'),
  ]
  const baris = await entriMenurut(ctx.tx, ctx.cakupan, syarat, h)
  const orang = await petugasOf(ctx.tx, ctx.cakupan, id, baris.length > 0)
  if (!orang) return err(problem('tidak.ada'))
  const { entri, berikutnya, tampil } = await halaman(ctx, baris, h.batas)
  ctx.lihat([{ jenis: 'pengguna', id }, ...tampil])
  return ok({ petugas: orang, entri, berikutnya })
})

const dilihat = handle(jejakDilihat, async (ctx, { kab, id, dari, sampai }) => {
  const orang = await orangOf(ctx.tx, ctx.cakupan, { kab, id })
  if (!orang) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'individu', id, wilayah: orang.wilayah }])
  const baris = await dilihatOleh(ctx.tx, ctx.cakupan, orang, { dari, sampai })
  const { wilayah, peran } = ctx.pengguna
  const tempat = await tempatOf(ctx.tx, [wilayah, orang.wilayah, ...baris.map((b) => b.wilayah)])
  const desa = tempat.get(orang.wilayah)
  const namaDesa = desa ? namaTempat(desa) : '–'
  return ok({
    nama: orang.nama,
    nik: orang.nik === null ? null : maskNik(orang.nik),
    namaKepala: orang.nama_kepala,
    keluarga: { kab: orang.kab, id: orang.keluarga_id },
    wilayah: { id: namaDesa, en: namaDesa },
    kantorPenjawab: kantorOf(peran, tempat.get(wilayah) ?? null),
    dibuatPada: (await jamLog(ctx.tx)).toISOString(),
    dari: dari ?? null,
    sampai: sampai ?? null,
    baris: baris.slice(0, BARIS_DILIHAT).map((b) => ({
      tanggal: b.tanggal,
      kantor: kantorOf(b.pengguna ? b.peran : null, tempat.get(b.wilayah) ?? null),
      peran: peranKata(b.peran),
      jenis: b.jenis_penugasan,
      tindakan: tindakanWarga(b.operasi),
      ubah: jenisOperasi(b.operasi) === 'tulis',
      tujuan: tujuanKata(b.tujuan),
      kali: b.kali,
    })),
    terpotong: baris.length > BARIS_DILIHAT,
  })
})

export const jejakHandlers = [catatan, petugas, dilihat, ...cariHandlers]
