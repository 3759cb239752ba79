/** Families that a disaster struck: entered quickly, struck out with a reason, linked to the registry later. */
import { sql } from 'kysely'
import {
  keadaanKhususCalon,
  keadaanKhususCatat,
  keadaanKhususCoret,
  keadaanKhususSatu,
  keadaanKhususTautkan,
} from '#contract/keadaan-khusus.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { inside, kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisKhusus, khususOf, kolomKhusus } from './baris.ts'

type Baris = {
  kab: number
  id: string
  keadaan_id: string
  wilayah: number
  namaWilayah: string
  rt: number
  nama: string
  jiwa: number
  keluargaId: string | null
  dicoret: string | null
  versi: number
}

/** Rows shown at once. */
const SEHALAMAN = 500

async function keadaanOf(ctx: Context, id: string): Promise<BarisKhusus | undefined> {
  const found = await sql<BarisKhusus>`select ${kolomKhusus} from keadaan_khusus s
    where s.id = ${id} and s.lo < ${ctx.cakupan.hi} and s.hi > ${ctx.cakupan.lo}`.execute(ctx.tx)
  return found.rows[0]
}

const one = handle(keadaanKhususSatu, async (ctx, { id, setelah }) => {
  const k = await keadaanOf(ctx, id)
  if (!k) return err(problem('tidak.ada'))
  const area = inArea(ctx.cakupan, 'x')
  const jumlah = await sql<{ keluarga: number; jiwa: number; tertaut: number }>`
    select count(*)::int as keluarga, coalesce(sum(x.jiwa), 0)::int as jiwa, count(x.keluarga_id)::int as tertaut
    from keadaan_khusus_keluarga x where x.keadaan_id = ${id} and x.dicoret is null and ${area}`.execute(
    ctx.tx,
  )
  const found = await sql<Baris>`
    select x.kab, x.id, x.wilayah, coalesce(w.nama, x.wilayah::text) as "namaWilayah", x.rt, x.nama, x.jiwa, x.keluarga_id as "keluargaId", x.dicoret, x.versi
    from keadaan_khusus_keluarga x left join wilayah w on w.kode = x.wilayah
    where x.keadaan_id = ${id} and ${area} and (${setelah ?? null}::uuid is null or x.id < ${setelah ?? null}) order by x.id desc limit ${SEHALAMAN + 1}`.execute(
    ctx.tx,
  )
  const rows = found.rows.slice(0, SEHALAMAN)
  ctx.lihat(
    rows.flatMap((r) =>
      r.keluargaId ? [{ jenis: 'keluarga' as const, id: r.keluargaId, wilayah: r.wilayah }] : [],
    ),
    undefined,
    { jumlah: rows.length },
  )
  const last = found.rows.length > SEHALAMAN ? rows.at(-1) : undefined
  return ok({
    keadaan: khususOf(k, ctx.today),
    jumlah: jumlah.rows[0] ?? { keluarga: 0, jiwa: 0, tertaut: 0 },
    keluarga: rows,
    berikutnya: last?.id ?? null,
  })
})

/** No cut-off and no meeting: while the state holds, what is entered is there. */
const enter = handle(keadaanKhususCatat, async (ctx, { keadaan, wilayah, keluarga }) => {
  const k = await keadaanOf(ctx, keadaan)
  if (!k) return err(problem('tidak.ada'))
  const tempat = tingkatOf(wilayah) === 'desa' && inside(wilayah, ctx.cakupan) && inside(wilayah, k)
  if (!tempat) return err(problem('keadaan_khusus.luar_wilayah'))
  if (!khususOf(k, ctx.today).berlaku) return err(problem('keadaan_khusus.tidak_berlaku'))
  const isi = keluarga.map((r) => ({ ...r, cari: foldName(r.nama) }))
  await sql`
    insert into keadaan_khusus_keluarga (kab, id, keadaan_id, wilayah, rt, nama, nama_cari, jiwa, pengguna_id, dibuat_pada)
    select ${kabOf(wilayah)}, r.id, ${keadaan}, ${wilayah}, r.rt, r.nama, r.cari, r.jiwa, ${ctx.pengguna.id}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as r(id uuid, rt smallint, nama text, cari text, jiwa smallint)
    on conflict (kab, id) do nothing`.execute(ctx.tx)
  ctx.lihat([], { sebelum: null, sesudah: { keadaanKhusus: keadaan, dicatat: keluarga.length } })
  return ok({ tercatat: keluarga.map((r) => r.id) })
})

/** A row as its sender saw it, held. */
async function barisOf(
  ctx: Context,
  d: { readonly kab: number; readonly id: string; readonly versi?: number },
): Promise<Result<Baris, Problem>> {
  const found =
    await sql<Baris>`select x.kab, x.id, x.keadaan_id, x.wilayah, x.rt, x.nama, x.jiwa, x.keluarga_id as "keluargaId", x.dicoret, x.versi
    from keadaan_khusus_keluarga x where x.kab = ${d.kab} and x.id = ${d.id} and ${inArea(ctx.cakupan, 'x')} for update`.execute(
      ctx.tx,
    )
  const [row] = found.rows
  if (!row) return err(problem('tidak.ada'))
  return d.versi !== undefined && row.versi !== d.versi
    ? err(problem('keadaan_khusus.berubah'))
    : ok(row)
}

const strike = handle(keadaanKhususCoret, async (ctx, d) => {
  const row = await barisOf(ctx, d)
  if (!row.ok) return row
  await sql`update keadaan_khusus_keluarga set dicoret = ${d.alasan}, versi = versi + 1 where kab = ${d.kab} and id = ${d.id}`.execute(
    ctx.tx,
  )
  ctx.lihat([], {
    sebelum: { baris: d.id, dicoret: row.value.dicoret },
    sesudah: { baris: d.id, dicoret: d.alasan },
  })
  return ok({ versi: row.value.versi + 1 })
})

/** Families of the same village, those with a word of the name first by RT. */
const candidates = handle(keadaanKhususCalon, async (ctx, d) => {
  const row = await barisOf(ctx, d)
  if (!row.ok) return row
  const { wilayah, rt, nama } = row.value
  const kata = foldName(nama)
    .split(' ')
    .filter((k) => k.length > 2)
  const found = await sql<{
    kab: number
    id: string
    namaKepala: string
    rt: number | null
    jumlahAnggota: number
  }>`
    select k.kab, k.id, k.nama_kepala as "namaKepala", k.rt, k.jumlah_anggota as "jumlahAnggota" from keluarga k
    where k.kab = ${d.kab} and k.wilayah = ${wilayah} and k.status = 'aktif' and ${inArea(ctx.cakupan, 'k', 'id')}
      and string_to_array(k.nama_kepala_cari, ' ') && ${kata}::text[]
    order by (k.rt is not distinct from ${rt}) desc, k.nama_kepala_cari, k.id limit 20`.execute(
    ctx.tx,
  )
  ctx.lihat(found.rows.map((k) => ({ jenis: 'keluarga' as const, id: k.id, wilayah })))
  return ok({ calon: found.rows })
})

const link = handle(keadaanKhususTautkan, async (ctx, d) => {
  const row = await barisOf(ctx, d)
  if (!row.ok) return row
  if (d.keluargaId !== null) {
    const ada = await sql`select 1 from keluarga k
      where k.kab = ${d.kab} and k.id = ${d.keluargaId} and k.status = 'aktif' and ${inArea(ctx.cakupan, 'k', 'id')}`.execute(
      ctx.tx,
    )
    if (ada.rows.length === 0) return err(problem('tidak.ada'))
  }
  await sql`update keadaan_khusus_keluarga set keluarga_id = ${d.keluargaId}, versi = versi + 1 where kab = ${d.kab} and id = ${d.id}`.execute(
    ctx.tx,
  )
  ctx.lihat(
    d.keluargaId ? [{ jenis: 'keluarga', id: d.keluargaId, wilayah: row.value.wilayah }] : [],
    {
      sebelum: { baris: d.id, keluarga: row.value.keluargaId },
      sesudah: { baris: d.id, keluarga: d.keluargaId },
    },
  )
  return ok({ versi: row.value.versi + 1 })
})

export const keluargaHandlers = [one, enter, strike, candidates, link]
