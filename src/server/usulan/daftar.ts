/** Lists of proposals: by desk, state, kind, place, name; paged by key, newest state last. */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { usulanDaftar, usulanRekap } from '#contract/usulan.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { ok } from '#domain/result.ts'
import { type Jalur, type JenisUsulan, jalurOf } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { mejaKerja } from '#domain/usulan/wewenang.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { milikPembaca, penindakOf } from './baris.ts'
import { peranKata } from './kata.ts'

type Saringan = z.output<typeof usulanDaftar.input>

/** Where a page ended. */
const kunci = /^([0-9a-f-]{36})$/

/** The states, by track, that are the reader's next work; what an RT head drafts is their own. */
function mejaSaya(ctx: Context): RawBuilder<unknown> {
  const oleh = penindakOf(ctx)
  const desk = oleh ? mejaKerja(oleh.pelaku) : []
  const parts = desk.map(({ jalur, status }) =>
    status === 'draf'
      ? sql`(u.jalur = ${jalur} and u.status = ${status} and u.pengusul_id = ${ctx.pengguna.id})`
      : sql`(u.jalur = ${jalur} and u.status = ${status})`,
  )
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

function syarat(ctx: Context, f: Saringan): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [
    milikPembaca(ctx),
    inArea(narrowed(ctx.cakupan, f.wilayah), 'u'),
  ]
  if (f.meja === 'saya') parts.push(mejaSaya(ctx))
  if (f.meja === 'kirim') parts.push(sql`u.pengusul_id = ${ctx.pengguna.id}`)
  // A draft belongs to who writes it, until it is sent.
  if (f.meja === 'semua')
    parts.push(sql`(u.status <> 'draf' or u.pengusul_id = ${ctx.pengguna.id})`)
  if (f.jalur) parts.push(sql`u.jalur = ${f.jalur}`)
  if (f.jenis) parts.push(sql`u.jenis = ${f.jenis}`)
  if (f.status && f.status.length > 0) parts.push(sql`u.status = any (${f.status}::text[])`)
  if (f.rt !== undefined) parts.push(sql`coalesce(u.rt, 0::smallint) = ${f.rt}`)
  if (f.periode) parts.push(sql`u.periode = ${f.periode}`)
  if (f.ditahan !== undefined)
    parts.push(f.ditahan ? sql`u.tahanan is not null` : sql`u.tahanan is null`)
  if (f.keluarga)
    parts.push(sql`(u.keluarga_id = ${f.keluarga} or u.hasil_keluarga_id = ${f.keluarga})`)
  if (f.q) {
    const kata = foldName(f.q)
      .split(' ')
      .filter((k) => k !== '')
    parts.push(
      sql`(u.nomor = ${f.q} or (${kata}::text[] <> '{}' and string_to_array(u.nama_cari, ' ') @> ${kata}::text[]))`,
    )
  }
  return sql.join(parts, sql` and `)
}

export type BarisDaftar = {
  kab: number
  id: string
  nomor: string
  jenis: JenisUsulan
  status: Keadaan
  nama: string
  wilayah: number
  namaWilayah: string
  rt: number | null
  keluargaId: string | null
  alasan: string | null
  pengusul_nama: string | null
  pengusul_peran: string | null
  periode: string | null
  ditahan: string | null
  naik: boolean
  dibuka: boolean
  status_pada: Date
  versi: number
}

export const kolomDaftar = sql`u.kab, u.id, u.nomor, u.jenis, u.status, u.nama, u.wilayah, coalesce(w.nama, u.wilayah::text) as "namaWilayah", u.rt,
  u.keluarga_id as "keluargaId", u.isi ->> 'alasan' as alasan, p.nama as pengusul_nama, u.pengusul_peran, u.periode, u.tahanan as ditahan,
  u.naik_pada is not null as naik, u.dibuka_pada is not null as dibuka, u.status_pada, u.versi`

export const barisOf = ({ pengusul_nama, pengusul_peran, status_pada, ...row }: BarisDaftar) => ({
  ...row,
  jalur: jalurOf(row.jenis),
  pengusul: { nama: pengusul_nama, peran: peranKata(pengusul_peran) },
  statusSejak: status_pada.toISOString(),
})

export const list = handle(usulanDaftar, async (ctx, f) => {
  const after = f.setelah && kunci.test(f.setelah) ? f.setelah : null
  const from = after ? sql`and u.id > ${after}::uuid` : sql``
  const found = await sql<BarisDaftar>`
    select ${kolomDaftar} from (select u.* from usulan u where ${syarat(ctx, f)} ${from} order by u.id limit ${f.batas + 1}) u
    left join wilayah w on w.kode = u.wilayah left join pengguna p on p.id = u.pengusul_id order by u.id`.execute(
    ctx.tx,
  )
  const rows = found.rows.slice(0, f.batas)
  ctx.lihat(rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })))
  const last = found.rows.length > f.batas ? rows.at(-1) : undefined
  return ok({ usulan: rows.map(barisOf), berikutnya: last?.id ?? null })
})

export const counts = handle(usulanRekap, async (ctx, { wilayah }) => {
  const area = sql`${milikPembaca(ctx)} and ${inArea(narrowed(ctx.cakupan, wilayah), 'u')}
    and (u.status <> 'draf' or u.pengusul_id = ${ctx.pengguna.id})`
  const found = await sql<{ jalur: Jalur; status: Keadaan; jumlah: number; ditahan: number }>`
    select jalur, status, count(*)::int as jumlah, count(tahanan)::int as ditahan from usulan u where ${area}
    group by 1, 2 order by 1, 2`.execute(ctx.tx)
  const oleh = penindakOf(ctx)
  const desk = new Set((oleh ? mejaKerja(oleh.pelaku) : []).map((m) => `${m.jalur} ${m.status}`))
  return ok({
    rekap: found.rows.map(({ jalur, status, jumlah }) => ({
      jalur,
      status,
      jumlah,
      punyaSaya: desk.has(`${jalur} ${status}`),
    })),
    ditahan: found.rows.reduce((sum, r) => sum + r.ditahan, 0),
  })
})
