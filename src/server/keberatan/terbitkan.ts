/** Issues notices: who is told, from which day the loss holds; the letters are printed by a job. */
import { sql } from 'kysely'
import { pemberitahuanPratinjau, pemberitahuanTerbitkan } from '#contract/keberatan.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'
import { type Calon, calonDiberitahu } from './calon.ts'
import { hariKeberatan } from './kebijakan.ts'

/** Letters that one command issues: an evening's work for a printer, and for those who deliver them. */
const TERBANYAK = 2000

function perWilayah(rows: readonly Calon[]) {
  const groups = Map.groupBy(rows, (r) => r.wilayah)
  return [...groups].map(([wilayah, those]) => ({
    wilayah,
    nama: those[0]?.nama_wilayah ?? String(wilayah),
    jumlah: those.length,
  }))
}

const pratinjau = handle(pemberitahuanPratinjau, async (ctx, input) => {
  const found = await calonDiberitahu(ctx, input)
  if (!found.ok) return found
  return ok({
    jumlah: found.value.length,
    wilayah: perWilayah(found.value),
    ...hariKeberatan(ctx.today),
    terbanyak: TERBANYAK,
  })
})

const terbitkan = handle(pemberitahuanTerbitkan, async (ctx, input) => {
  // Two who issue at once wait for one another; the second finds nobody left.
  await sql`select pg_advisory_xact_lock(hashtext('pemberitahuan'), hashtext(${input.daftar ?? input.sebab}))`.execute(
    ctx.tx,
  )
  const found = await calonDiberitahu(ctx, input)
  if (!found.ok) return found
  const jumlah = found.value.length
  if (jumlah !== input.jumlah) return err(problem('pemberitahuan.jumlah_berubah', { jumlah }))
  const rows = found.value.slice(0, TERBANYAK)
  const { keberatanSampai } = hariKeberatan(ctx.today)
  const kantor = ctx.pengguna.wilayah
  await sql`
    insert into pemberitahuan (kab, wilayah, rt, keluarga_id, kantor, sebab, daftar_id, usulan_id, program, nama_kepala, alamat, alasan, dasar,
      tanggal, keberatan_sampai, penanda, status_pada, pengguna_id, dibuat_pada)
    select kab, wilayah, rt, keluarga_id, ${kantor}, ${input.sebab}, daftar_id, usulan_id, program, nama_kepala, alamat, alasan, dasar,
      ${ctx.today}::date, ${keberatanSampai}::date, ${input.penanda}, ${ctx.now}, ${ctx.pengguna.id}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(kab smallint, wilayah bigint, rt smallint, keluarga_id uuid, daftar_id uuid,
      usulan_id uuid, program text, nama_kepala text, alamat text, alasan text, dasar text)`.execute(
    ctx.tx,
  )
  const pekerjaan = await ctx.enqueue('pemberitahuan.cetak', 'Surat pemberitahuan', { kantor })
  ctx.lihat(
    rows.map((r) => ({ jenis: 'keluarga' as const, id: r.keluarga_id, wilayah: r.wilayah })),
    {
      sebelum: null,
      sesudah: { sebab: input.sebab, daftar: input.daftar ?? null, keberatanSampai },
    },
  )
  return ok({ jumlah: rows.length, keberatanSampai, pekerjaan })
})

export const terbitkanHandlers = [pratinjau, terbitkan]
