/** Who took part before an objection, and so may not decide it; and whether anybody else is free. */
import { type Kysely, sql } from 'kysely'
import { bolehMemutus, type TolakPutus } from '#domain/keberatan/putus.ts'
import type { Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kinAmong } from '#server/pengguna/petugas/kerabat.ts'
import { kebijakanKeberatan } from './kebijakan.ts'
import type { BarisPemberitahuan } from './queries.ts'

/**
 * Everybody who decided towards the loss, by objection: who froze and established the list, chose
 * among equals, moved the proposal or visited for it, issued the notice, and took the objection in.
 */
async function ikutSerta(
  tx: Kysely<DB>,
  rows: readonly BarisPemberitahuan[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await sql<{ id: string; orang: string }>`
    with n as (
      select n.kab, n.id, n.daftar_id, n.usulan_id, n.keluarga_id, n.pengguna_id, b.diterima_oleh
      from unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.id)}::uuid[]) as x(kab, id)
      join pemberitahuan n on n.kab = x.kab and n.id = x.id left join keberatan b on b.kab = n.kab and b.pemberitahuan_id = n.id)
    select id, pengguna_id::text as orang from n
    union select id, diterima_oleh::text from n where diterima_oleh is not null
    union select n.id, d.pengguna_id::text from n join daftar d on d.id = n.daftar_id where d.pengguna_id is not null
    union select n.id, t.pengguna_id::text from n join daftar_penetapan t on t.daftar_id = n.daftar_id
    union select n.id, s.pengguna_id::text from n join daftar_baris r on r.kab = n.kab and r.daftar_id = n.daftar_id and r.keluarga_id = n.keluarga_id
      join kuota_putusan s on s.id = r.putusan_id
    union select n.id, r.pengguna_id::text from n join usulan_riwayat r on r.kab = n.kab and r.usulan_id = n.usulan_id where r.pengguna_id is not null
    union select n.id, o.orang::text from n join usulan u on u.kab = n.kab and u.id = n.usulan_id join kunjungan v on v.kab = u.kab and v.id = u.kunjungan_id
      cross join lateral (values (v.petugas_id), (v.perekam)) as o(orang) where o.orang is not null`.execute(
    tx,
  )
  const all = new Map<string, Set<string>>()
  for (const { id, orang } of found.rows) all.set(id, (all.get(id) ?? new Set()).add(orang))
  return all
}

/** Persons who hold a deciding role at the office of the kab/kota today. */
async function pemutusKab(ctx: Context, kab: readonly number[]): Promise<Map<number, string[]>> {
  const found = await sql<{ kab: number; orang: string }>`
    select distinct (t.wilayah / 1000000)::int as kab, t.pengguna_id as orang from penugasan t
    where t.peran = any (${kebijakanKeberatan.pemutus}::text[]) and t.wilayah = any (${kab.map((k) => k * 1e6)}::bigint[])
      and t.dari <= ${ctx.today}::date and (t.sampai is null or t.sampai > ${ctx.today}::date)`.execute(
    ctx.tx,
  )
  const all = new Map<number, string[]>()
  for (const { kab: k, orang } of found.rows) all.set(k, [...(all.get(k) ?? []), orang])
  return all
}

/** By notice: whether the reader may decide its objection, as the fallback or not, or why not. */
export async function pemutusan(
  ctx: Context,
  rows: readonly BarisPemberitahuan[],
): Promise<ReadonlyMap<string, Result<{ readonly cadangan: boolean }, TolakPutus>>> {
  if (rows.length === 0) return new Map()
  const saya = ctx.pengguna
  const ikut = await ikutSerta(ctx.tx, rows)
  const pemutus = await pemutusKab(ctx, [...new Set(rows.map((r) => r.kab))])
  const keluarga = rows.map((r) => ({ kab: r.kab, id: r.keluarga_id }))
  const kerabat = await kinAmong(ctx.tx, await ringOf(ctx.dataFolder), saya.id, keluarga)
  return new Map(
    rows.map((r) => {
      const sudah = ikut.get(r.id) ?? new Set<string>()
      const lain = (pemutus.get(r.kab) ?? []).filter((p) => p !== saya.id && !sudah.has(p))
      const fakta = {
        peran: saya.peran,
        ikut: sudah.has(saya.id),
        kerabat: kerabat.has(r.keluarga_id),
        lain: lain.length,
        terlambat: r.tenggat !== null && r.tenggat < ctx.today,
      }
      return [r.id, bolehMemutus(fakta, kebijakanKeberatan)]
    }),
  )
}
