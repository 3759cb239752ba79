/** Takes an objection in at the counter: once per notice, within its days, with a receipt to take home. */
import { sql } from 'kysely'
import { keberatanAjukan } from '#contract/keberatan.ts'
import { problem } from '#contract/problems.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { bolehBerkeberatan } from '#domain/keberatan/keadaan.ts'
import { err, ok } from '#domain/result.ts'
import { terbitkanTandaTerima } from '#server/dokumen/tanda-terima.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { tenggatPutus } from './kebijakan.ts'
import { dipegang } from './queries.ts'
import { faktaPemberitahuan } from './tampil.ts'

/** Evidence is of this family, or it is none. */
async function adaBukti(ctx: Context, kab: number, berkas: string, keluarga: string) {
  const found = await sql`select 1 from berkas f where f.kab = ${kab} and f.id = ${berkas}
    and f.keluarga_id = ${keluarga} and ${inArea(ctx.cakupan, 'f')}`.execute(ctx.tx)
  return found.rows.length > 0
}

export const ajukan = handle(keberatanAjukan, async (ctx, input) => {
  const n = await dipegang(ctx.tx, ctx.cakupan, input.kab, { pemberitahuan: input.pemberitahuan })
  if (!n) return err(problem('tidak.ada'))
  if (!bolehBerkeberatan(faktaPemberitahuan(n), ctx.today)) return err(problem('keberatan.lewat'))
  if (input.berkas && !(await adaBukti(ctx, n.kab, input.berkas, n.keluarga_id)))
    return err(problem('tidak.ada'))
  const tenggat = tenggatPutus(ctx.today)
  const kantor = ctx.pengguna.wilayah
  const terima = await terbitkanTandaTerima(ctx, {
    tempat: { kab: n.kab, wilayah: kantor, rt: n.rt, keluargaId: n.keluarga_id },
    judul: 'Tanda terima keberatan',
    rincian: [
      ['Keluarga', n.nama_kepala],
      ['Diajukan oleh', `${input.pemohon} (${input.hubungan})`],
      ['Atas surat', n.nomor ?? `pemberitahuan tanggal ${tanggalSurat(n.tanggal)}`],
      ['Diterima', tanggalSurat(ctx.today)],
      ['Diputus paling lambat', tanggalSurat(tenggat)],
    ],
    penutup:
      'Selama keberatan ini belum diputus, hak keluarga tidak berubah. Keberatan diputus oleh orang yang tidak ikut memutuskan sebelumnya. Putusannya dapat ditanyakan di loket ini.',
  })
  if (!terima.ok) return terima
  const made = await sql<{ id: string }>`
    insert into keberatan (kab, pemberitahuan_id, wilayah, rt, keluarga_id, pemohon, hubungan, alasan, berkas_id, tanggal, tenggat,
      diterima_oleh, diterima_pada, dokumen_id)
    values (${n.kab}, ${n.id}, ${n.wilayah}, ${n.rt}, ${n.keluarga_id}, ${input.pemohon}, ${input.hubungan}, ${input.alasan},
      ${input.berkas ?? null}, ${ctx.today}, ${tenggat}, ${ctx.pengguna.id}, ${ctx.now}, ${terima.value.id})
    returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id ?? ''
  ctx.lihat(
    [
      { jenis: 'keluarga', id: n.keluarga_id, wilayah: n.wilayah },
      { jenis: 'dokumen', id: terima.value.id, wilayah: kantor },
    ],
    { sebelum: { keberatan: null }, sesudah: { keberatan: 'terbuka', tenggat } },
  )
  return ok({
    kab: n.kab,
    id,
    tenggat,
    nomor: terima.value.nomor,
    dokumenId: terima.value.id,
  })
})
