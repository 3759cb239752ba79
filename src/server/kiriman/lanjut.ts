/** What follows on a batch: the number of its letter, the signed scan, and handing it over. */
import { sql } from 'kysely'
import { kirimanKirim, kirimanNomori, kirimanPindaian } from '#contract/kiriman.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { type BarisUsulan, dariUsulan, denganMeterai, kolomUsulan } from '#server/usulan/baris.ts'
import { lihatUsulan, nilaiLangkah, ringkas, tulisLangkah } from '#server/usulan/langkah.ts'
import { ringkasPeriode } from '#server/usulan/periode.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kebijakanPusat } from './kebijakan.ts'
import { barisKiriman, type KirimanRow, kirimanRow, kunciKiriman } from './queries.ts'
import { terbitkanPengesahan } from './surat.ts'

type Dipilih = { readonly kab: number; readonly id: string; readonly versi: number }

/** The batch, held, if it is still as the sender saw it. */
async function dipegang(ctx: Context, d: Dipilih): Promise<Result<KirimanRow, Problem>> {
  await kunciKiriman(ctx.tx, d.kab, d.id)
  const row = await kirimanRow(ctx.tx, ctx.cakupan, d)
  if (!row) return err(problem('tidak.ada'))
  return row.versi === d.versi ? ok(row) : err(problem('kiriman.berubah'))
}

const nomori = handle(kirimanNomori, async (ctx, input) => {
  const held = await dipegang(ctx, input)
  if (!held.ok) return held
  const row = held.value
  if (row.surat_nomor !== null) return err(problem('kiriman.sudah_bernomor'))
  const baris = await barisKiriman(ctx.tx, ctx.cakupan, row)
  const surat = await terbitkanPengesahan(ctx, {
    kab: row.kab,
    wilayah: row.wilayah,
    kiriman: row.nomor,
    nomor: input.suratNomor,
    tanggal: row.surat_tanggal,
    periode: row.periode,
    penanda: input.penanda,
    sidik: row.sidik,
    menggantikan: { kab: row.kab, id: row.dokumen_id },
    baris: baris.map((b) => ({ ...b, namaWilayah: b.nama_wilayah })),
  })
  if (!surat.ok) return surat
  await sql`update kiriman set surat_nomor = ${input.suratNomor}, surat_tenggat = null, dokumen_id = ${surat.value.id},
    versi = versi + 1, diubah_pada = ${ctx.now} where kab = ${row.kab} and id = ${row.id}`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'dokumen', id: surat.value.id, wilayah: row.wilayah }], {
    sebelum: { surat: null },
    sesudah: { kiriman: row.nomor, surat: input.suratNomor },
  })
  return ok({ versi: row.versi + 1, dokumenId: surat.value.id })
})

const pindaian = handle(kirimanPindaian, async (ctx, input) => {
  const held = await dipegang(ctx, input)
  if (!held.ok) return held
  const row = held.value
  const file =
    await sql`select 1 from berkas b where b.kab = ${row.kab} and b.id = ${input.berkas} and b.wilayah = ${row.wilayah}
    and b.guna = 'surat' and b.keluarga_id is null and ${inArea(ctx.cakupan, 'b')}`.execute(ctx.tx)
  if (file.rows.length === 0) return err(problem('kiriman.bukan_pindaian'))
  await sql`update kiriman set pindaian_id = ${input.berkas}, versi = versi + 1, diubah_pada = ${ctx.now}
    where kab = ${row.kab} and id = ${row.id}`.execute(ctx.tx)
  ctx.lihat(
    [
      { jenis: 'berkas', id: input.berkas, wilayah: row.wilayah },
      { jenis: 'dokumen', id: row.dokumen_id, wilayah: row.wilayah },
    ],
    { sebelum: { pindaian: row.pindaian_id }, sesudah: { pindaian: input.berkas } },
  )
  return ok({ versi: row.versi + 1 })
})

/** The centre as the tables of steps know it; the person who conveys stands in the details of the step. */
export const pusat = { pelaku: 'pusdatin', id: null } as const

const kirim = handle(kirimanKirim, async (ctx, input) => {
  if (!kebijakanPusat.pusat_di_luar) return err(problem('kiriman.pusat_di_dalam'))
  const held = await dipegang(ctx, input)
  if (!held.ok) return held
  const row = held.value
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where u.kab = ${row.kab} and u.id in (select usulan_id from kiriman_usulan where kab = ${row.kab} and kiriman_id = ${row.id})
      and u.status in ('disahkan', 'diperiksa') and ${inArea(ctx.cakupan, 'u')} order by u.id for update of u`.execute(
    ctx.tx,
  )
  const rows = (await denganMeterai(ctx, found.rows)).map((r) => ({ ...r, dilihat: null }))
  const { maju, tertahan } = nilaiLangkah(rows, 'tarik', pusat, null, ctx.today)
  const periode = await ringkasPeriode(ctx, maju)
  await tulisLangkah(ctx, maju, pusat, null, {
    sarana: 'berkas',
    kiriman: row.nomor,
    penyampai: ctx.pengguna.id,
  })
  await sql`update kiriman set dikirim_pada = coalesce(dikirim_pada, ${ctx.now}), dikirim_oleh = coalesce(dikirim_oleh, ${ctx.pengguna.id}),
    versi = versi + 1, diubah_pada = ${ctx.now} where kab = ${row.kab} and id = ${row.id}`.execute(
    ctx.tx,
  )
  lihatUsulan(
    ctx,
    maju.map((m) => m.row),
    { aksi: 'tarik', ke: maju[0]?.ke ?? null, kiriman: row.nomor },
  )
  return ok({ ...ringkas(rows.length, maju.length, tertahan, periode), versi: row.versi + 1 })
})

export const lanjut = [nomori, pindaian, kirim]
