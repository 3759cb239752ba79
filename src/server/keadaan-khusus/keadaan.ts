/** Opens a special state by decree, gives its number later, ends it by date; lists them. */
import { sql } from 'kysely'
import {
  keadaanKhususBuka,
  keadaanKhususDaftar,
  keadaanKhususUbah,
} from '#contract/keadaan-khusus.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { type BarisKhusus, khususOf, kolomKhusus } from './baris.ts'
import { kebijakanKhusus, lamaHari, tenggatNomor } from './kebijakan.ts'

const list = handle(keadaanKhususDaftar, async (ctx) => {
  const found = await sql<BarisKhusus>`select ${kolomKhusus} from keadaan_khusus s
    where s.lo < ${ctx.cakupan.hi} and s.hi > ${ctx.cakupan.lo} order by s.sampai desc, s.id desc limit 200`.execute(
    ctx.tx,
  )
  return ok({
    keadaan: found.rows.map((r) => khususOf(r, ctx.today)),
    jenis: kebijakanKhusus.jenis,
    lamaTerpanjang: kebijakanKhusus.lama_terpanjang_hari,
    nomorMenyusul: kebijakanKhusus.nomor_menyusul_hari,
  })
})

/** What stands against these days. */
function masaSalah(dari: string, sampai: string): Problem | null {
  if (sampai < dari) return problem('keadaan_khusus.tanggal_terbalik')
  const { lama_terpanjang_hari: hari } = kebijakanKhusus
  return lamaHari(dari, sampai) > hari ? problem('keadaan_khusus.terlalu_lama', { hari }) : null
}

const open = handle(keadaanKhususBuka, async (ctx, k) => {
  const area = cakupanOf(k.wilayah)
  if (!covers(ctx.cakupan, area)) return err(problem('keadaan_khusus.luar_wilayah'))
  if (!kebijakanKhusus.jenis.some((j) => j.kode === k.jenis))
    return err(problem('keadaan_khusus.jenis_tidak_dikenal'))
  const salah = masaSalah(k.dari, k.sampai)
  if (salah) return err(salah)
  const ada = await sql`select 1 from wilayah where kode = ${k.wilayah}`.execute(ctx.tx)
  if (ada.rows.length === 0) return err(problem('keadaan_khusus.luar_wilayah'))
  const nomor = k.suratNomor ?? null
  const made = await sql<{ id: string }>`
    insert into keadaan_khusus (wilayah, lo, hi, jenis, nama, surat_nomor, surat_tanggal, surat_tenggat, dari, sampai, melepas_pengaman, pengguna_id, dibuat_pada)
    values (${k.wilayah}, ${area.lo}, ${area.hi}, ${k.jenis}, ${k.nama}, ${nomor}, ${nomor === null ? null : (k.suratTanggal ?? ctx.today)}::date,
      ${nomor === null ? tenggatNomor(ctx.today) : null}::date, ${k.dari}::date, ${k.sampai}::date, ${k.melepasPengaman}, ${ctx.pengguna.id}, ${ctx.now})
    returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id ?? ''
  ctx.lihat([], { sebelum: null, sesudah: { keadaanKhusus: id, ...k } })
  return ok({ id })
})

const change = handle(keadaanKhususUbah, async (ctx, k) => {
  const found = await sql<BarisKhusus>`select ${kolomKhusus} from keadaan_khusus s
    where s.id = ${k.id} and s.lo >= ${ctx.cakupan.lo} and s.hi <= ${ctx.cakupan.hi} for update of s`.execute(
    ctx.tx,
  )
  const [r] = found.rows
  if (!r) return err(problem('tidak.ada'))
  if (r.versi !== k.versi) return err(problem('keadaan_khusus.berubah'))
  const sampai = k.sampai ?? r.sampai
  const salah = masaSalah(r.dari, sampai)
  if (salah) return err(salah)
  const nomor = k.suratNomor ?? r.surat_nomor
  const tanggal = nomor === null ? null : (k.suratTanggal ?? r.surat_tanggal ?? ctx.today)
  await sql`update keadaan_khusus set surat_nomor = ${nomor}, surat_tanggal = ${tanggal}::date, sampai = ${sampai}::date, versi = versi + 1
    where id = ${k.id}`.execute(ctx.tx)
  ctx.lihat([], {
    sebelum: { keadaanKhusus: r.id, suratNomor: r.surat_nomor, sampai: r.sampai },
    sesudah: { keadaanKhusus: r.id, suratNomor: nomor, sampai },
  })
  return ok({ versi: r.versi + 1 })
})

export const keadaanHandlers = [list, open, change]
