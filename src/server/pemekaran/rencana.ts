/** Plans of regions: read a table, preview, keep. */
import { sql } from 'kysely'
import { pemekaranBaca, pemekaranPeriksa, pemekaranSimpan } from '#contract/pemekaran.ts'
import { problem } from '#contract/problems.ts'
import { salahPembagian } from '#domain/pemekaran/salah.ts'
import { err, ok } from '#domain/result.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { areaOf, bacaBerkas, type Disusun, susunTabel } from './baca.ts'
import { pratinjauOf } from './pratinjau.ts'

const read = handle(pemekaranBaca, async (ctx) => {
  const rows = await bacaBerkas(ctx)
  return rows.ok ? ok({ baris: [...rows.value] }) : rows
})

const keluargaOf = ({ pilihan }: Disusun) =>
  pilihan.map((k) => ({ jenis: 'keluarga' as const, id: k.id, wilayah: k.dari }))

const preview = handle(pemekaranPeriksa, async (ctx, { tabel }) => {
  const d = await susunTabel(ctx, tabel)
  ctx.lihat(keluargaOf(d))
  const isi = { ...d.rencana, pilihan: d.pilihan }
  return ok({
    salah: [...d.salah]
      .sort(([a], [b]) => a - b)
      .map(([baris, s]) => ({ baris, sebab: salahPembagian[s] })),
    ...(await pratinjauOf(ctx.tx, isi, ctx.today)),
  })
})

async function tulisTempat(ctx: Context, id: string, d: Disusun): Promise<void> {
  const { tempat } = d.rencana
  await sql`insert into pemekaran_tempat (pemekaran_id, dari, rt, ke, rt_ke)
    select ${id}, t.* from unnest(${tempat.map((t) => t.dari)}::bigint[], ${tempat.map((t) => t.rt)}::smallint[],
      ${tempat.map((t) => t.ke)}::bigint[], ${tempat.map((t) => t.rtKe)}::smallint[]) t`.execute(
    ctx.tx,
  )
  const { pilihan } = d
  await sql`insert into pemekaran_keluarga (kab, pemekaran_id, keluarga_id, wilayah, rt, dari, rt_dari, ke, rt_ke, dipilih)
    select k.kab, ${id}, k.id, k.wilayah, k.rt, k.wilayah, k.rt, p.ke, p.rt_ke, true
    from unnest(${pilihan.map((p) => p.kab)}::smallint[], ${pilihan.map((p) => p.id)}::uuid[], ${pilihan.map((p) => p.ke)}::bigint[],
      ${pilihan.map((p) => p.rtKe)}::smallint[]) as p(kab, id, ke, rt_ke) join keluarga k on k.kab = p.kab and k.id = p.id`.execute(
    ctx.tx,
  )
}

const save = handle(pemekaranSimpan, async (ctx, p) => {
  const d = await susunTabel(ctx, p.tabel)
  if (d.salah.size > 0) return err(problem('pemekaran.ada_salah', { jumlah: d.salah.size }))
  const area = areaOf(d.tersentuh)
  // Whoever sees only some families of a village changes no region.
  if (!covers(ctx.cakupan, area)) return err(problem('izin.kurang'))
  const made = await sql<{ id: string }>`
    insert into pemekaran (wilayah, lo, hi, nama, surat_nomor, surat_tanggal, berlaku, wilayah_baru, berakhir, pengguna_id, dibuat_pada)
    values (${area.wilayah}, ${area.lo}, ${area.hi}, ${p.nama}, ${p.suratNomor}, ${p.suratTanggal}::date, ${p.berlaku}::date,
      ${JSON.stringify(d.rencana.wilayah)}::jsonb, ${d.rencana.berakhir}::bigint[], ${ctx.pengguna.id}, ${ctx.now}) returning id`.execute(
    ctx.tx,
  )
  const id = made.rows[0]?.id ?? ''
  await tulisTempat(ctx, id, d)
  const { tabel: _, ...kepala } = p
  ctx.lihat(keluargaOf(d), {
    sebelum: null,
    sesudah: { pemekaran: id, ...kepala, ...d.rencana, keluarga: d.pilihan.length },
  })
  return ok({ id })
})

export const rencanaHandlers = [read, preview, save]
