/** Frozen lists over HTTP: freeze, read, recompute the hash, download; and the download of a preview. */
import { sql } from 'kysely'
import * as kontrak from '#contract/kuota-daftar.ts'
import { bolehIdentitas, penentu } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { keadaanOf } from '#domain/keberatan/keadaan.ts'
import { lineSentence } from '#domain/kuota/ringkasan.ts'
import { diLuarSk } from '#domain/kuota/sk.ts'
import { err, ok } from '#domain/result.ts'
import { covers, narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { freeze } from './beku.ts'
import { type MuatanBeku, perluPekerjaan } from './beku-pekerjaan.ts'
import {
  type BarisDaftar,
  type KepalaDaftar,
  listCounts,
  listHeads,
  listRows,
  recomputeHash,
} from './daftar.ts'
import { maskedUnless, reasonOf } from './kata.ts'
import { programLabel } from './program.ts'
import { type PilihanMasuk, prepare, type Siap } from './simulasi.ts'

/** Many families: a job freezes them, and refuses then what has changed meanwhile. */
async function antrekan(
  ctx: Context,
  { kuota }: Siap,
  { id, ronde, aturan, tidakLayakKeluar, metode }: PilihanMasuk,
  perintah: Omit<MuatanBeku['perintah'], 'pada'>,
) {
  const pekerjaan = await ctx.enqueue(
    'kuota.bekukan',
    `Daftar ${programLabel(kuota.program).id} – ${kuota.nama_wilayah}`,
    {
      pilihan: { id, ronde, aturan, tidakLayakKeluar, metode },
      perintah: { ...perintah, pada: ctx.now.toISOString() },
    } satisfies MuatanBeku,
  )
  ctx.lihat([{ jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah }], {
    sebelum: perintah.menggantikan && { daftar: perintah.menggantikan },
    sesudah: { pekerjaan },
  })
  return ok({ pekerjaan })
}

const freezing = handle(kontrak.kuotaBekukan, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  const perintah = {
    sidik: input.sidik,
    menggantikan: input.menggantikan,
    alasan: input.alasan ?? null,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
  }
  if (await perluPekerjaan(ctx.tx, siap.value)) return antrekan(ctx, siap.value, input, perintah)
  const made = await freeze(ctx.tx, siap.value, { ...perintah, pada: ctx.now })
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
  sk:
    d.sk_nomor === null || d.sk_pada === null
      ? null
      : {
          nomor: d.sk_nomor,
          tanggal: d.sk_tanggal ?? '',
          penerbit: d.sk_penerbit ?? '',
          oleh: d.sk_oleh,
          pada: d.sk_pada.toISOString(),
        },
})

const heads = handle(kontrak.kuotaDaftarBeku, async (ctx, { kuota }) =>
  ok({ daftar: (await listHeads(ctx.tx, ctx.cakupan, { kuota })).map(headShown) }),
)

export const headOf = async (ctx: Context, id: string): Promise<KepalaDaftar | null> =>
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
    bolehMenetapkan:
      penentu.includes(ctx.pengguna.peran) &&
      covers(ctx.cakupan, head) &&
      !head.digantikan &&
      head.sk_nomor === null,
  })
})

const rows = handle(kontrak.kuotaDaftarBekuBaris, async (ctx, input) => {
  const head = await headOf(ctx, input.id)
  if (!head) return err(problem('tidak.ada'))
  const area = narrowed(ctx.cakupan, input.wilayah)
  const { keputusan, diLuarSk: luar, setelah, batas } = input
  const saringan = { keputusan, diLuarSk: luar, area, setelah, batas: batas + 1 }
  const page = await listRows(ctx.tx, input.id, saringan)
  const shown = page.slice(0, batas)
  ctx.lihat([{ jenis: 'daftar', id: input.id, wilayah: head.wilayah }, ...shown.map(familySeen)])
  return ok({
    baris: shown.map((r) => listRowShown(r, head, ctx.today)),
    berikutnya: page.length > shown.length ? (shown.at(-1)?.nomor ?? null) : null,
  })
})

/** A row of a frozen list, for the log. */
export const familySeen = (r: BarisDaftar) => ({
  jenis: 'keluarga' as const,
  id: r.keluarga_id,
  wilayah: r.wilayah,
})

const listRowShown = (r: BarisDaftar, head: KepalaDaftar, today: string) => ({
  pemberitahuan: r.pemberitahuan && keadaanOf(r.pemberitahuan, today),
  diLuarSk: diLuarSk(r),
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

const publish = handle(kontrak.kuotaTerbitkan, async (ctx, input) => {
  const head = await headOf(ctx, input.id)
  if (!head) return err(problem('tidak.ada'))
  if (!covers(ctx.cakupan, head)) return err(problem('kuota.luar_wilayah'))
  if (head.digantikan || head.hash !== input.hash) return err(problem('kuota.bukan_yang_berlaku'))
  if (input.tanggal > ctx.today) return err(problem('isian.salah', { kolom: 'tanggal' }))
  const made = await sql`
    insert into daftar_penetapan (daftar_id, lo, hi, sk_nomor, sk_tanggal, sk_penerbit, pengguna_id, peran, dibuat_pada)
    values (${head.id}, ${head.lo}, ${head.hi}, ${input.nomor}, ${input.tanggal}, ${input.penerbit}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})
    on conflict (daftar_id) do nothing returning id`.execute(ctx.tx)
  if (made.rows.length === 0) return err(problem('kuota.sudah_ditetapkan'))
  const { nomor, tanggal, penerbit } = input
  ctx.lihat([{ jenis: 'daftar', id: head.id, wilayah: head.wilayah }], {
    sebelum: { sk: null },
    sesudah: { sk: nomor, tanggal, penerbit },
  })
  return ok({ id: head.id })
})

export const daftarHandlers = [freezing, heads, one, rows, publish, verify]
