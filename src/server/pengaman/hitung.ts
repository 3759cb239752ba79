/** Counts, for proposals about to take a step, what the rules count together, and finds the patterns. */
import { type RawBuilder, sql } from 'kysely'
import { rawanPada } from '#domain/kalender/rawan.ts'
import { zonaWilayah } from '#domain/kalender/zona.ts'
import {
  type AturanPengaman,
  batasPengaman,
  jenisDihitung,
  malamHari,
  type PerPengaman,
} from '#domain/pengaman/aturan.ts'
import type { Aksi } from '#domain/usulan/alur.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { kalenderKebijakan, rawanKebijakan } from '#server/kalender/kebijakan.ts'
import { readElections } from '#server/kalender/rawan.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { aturanPengaman } from './kebijakan.ts'

export type Dinilai = {
  readonly kab: number
  readonly id: string
  readonly jenis: JenisUsulan
  readonly wilayah: number
  readonly rt: number | null
  readonly pengusul_id: string | null
}

/** What a rule found: how many there are, how many there may be. */
export type Pola = {
  readonly aturan: AturanPengaman
  readonly jumlah: number
  readonly batas: number
  readonly rawan: boolean
}

/** The steps at which something is counted, and per what. */
const diLangkah: Partial<Record<Aksi, readonly PerPengaman[]>> = {
  ajukan: ['desa', 'rt', 'pengusul', 'telepon', 'bukti'],
  finalkan: ['desa', 'rt', 'pengusul', 'telepon', 'bukti'],
  kirim_ulang: ['desa', 'rt', 'pengusul', 'telepon', 'bukti'],
  verifikasi: ['pemverifikasi'],
}

/** One telephone or photograph for the same family twice is no pattern: families are counted there. */
const yangDihitung = (per: PerPengaman): RawBuilder<string> =>
  per === 'telepon' || per === 'bukti' ? sql`coalesce(u.keluarga_id, u.id)::text` : sql`u.id::text`

/** The key of a rule over table `u`; what has no key is not counted. */
const kunciSql: Record<PerPengaman, RawBuilder<string | null>> = {
  desa: sql`u.wilayah::text`,
  rt: sql`u.wilayah::text || '/' || coalesce(u.rt, 0)::text`,
  pengusul: sql`u.pengusul_id::text`,
  pemverifikasi: sql`u.pemverifikasi_id::text`,
  telepon: sql`nullif(regexp_replace(regexp_replace(coalesce(u.isi ->> 'telepon', ''), '[^0-9]', '', 'g'), '^62', '0'), '')`,
  bukti: sql`b.berkas`,
}

const sumberSql = (per: PerPengaman): RawBuilder<unknown> =>
  per === 'bukti'
    ? sql`usulan u cross join lateral jsonb_array_elements_text(coalesce(u.isi -> 'berkas', '[]')) as b(berkas)`
    : sql`usulan u`

/** Proposal `u` was sent at night, by the clock of the office. */
const dikirimMalam = (malam: NonNullable<AturanPengaman['malam']>, wilayah: number) => {
  const jam = Array.from({ length: 24 }, (_, n) => n).filter((n) => malamHari(malam, n))
  return sql`exists (select from usulan_riwayat r where r.kab = u.kab and r.usulan_id = u.id and r.aksi = 'ajukan'
    and extract(hour from r.pada at time zone ${zonaWilayah(kalenderKebijakan().zona, wilayah).iana}) = any (${jam}::int[]))`
}

type Hitungan = { id: string; jumlah: number; wilayah: number }

/**
 * For each proposal of the batch the number of those in its window that share its key, itself and
 * the others of the batch among them; a proposal that was not yet submitted counts from today.
 */
async function hitung(
  ctx: Kerja,
  a: AturanPengaman,
  rows: readonly Dinilai[],
): Promise<readonly Hitungan[]> {
  const jenis = jenisDihitung(a)
  const those = rows.filter((r) => jenis.includes(r.jenis))
  if (those.length === 0) return []
  // The step that is being taken is not yet written: its person is who asks.
  const kunci = a.per === 'pemverifikasi' ? sql`${ctx.pengguna.id}::text` : kunciSql[a.per]
  const jam = a.malam ? sql`and ${dikirimMalam(a.malam, those[0]?.wilayah ?? 0)}` : sql``
  const found = await sql<Hitungan>`
    with batch as (
      select u.kab, u.id, u.wilayah, ${yangDihitung(a.per)} as satu, ${kunci} as kunci from ${sumberSql(a.per)}
      where (u.kab, u.id) in (select * from unnest(${those.map((r) => r.kab)}::smallint[], ${those.map((r) => r.id)}::uuid[]))),
    kunci as (select distinct kunci from batch where kunci is not null),
    semua as (
      select ${kunciSql[a.per]} as kunci, ${yangDihitung(a.per)} as satu from ${sumberSql(a.per)}
      where u.jenis = any (${jenis}::text[]) and u.status not in ('draf', 'dibatalkan', 'kedaluwarsa')
        and u.diajukan_hari > ${ctx.today}::date - ${a.jendela_hari}::int and ${kunciSql[a.per]} in (select kunci from kunci) ${jam}
      union select kunci, satu from batch where kunci is not null),
    n as (select kunci, count(distinct satu)::int as jumlah from semua group by 1)
    select b.id, b.wilayah, max(n.jumlah)::int as jumlah from batch b join n using (kunci) group by 1, 2`.execute(
    ctx.tx,
  )
  return found.rows
}

/** Families registered in each village of the batch. */
async function keluargaPerDesa(
  ctx: Kerja,
  rows: readonly Dinilai[],
): Promise<ReadonlyMap<number, number>> {
  const desa = [...new Set(rows.map((r) => r.wilayah))]
  const found = await sql<{ wilayah: number; n: number }>`
    select wilayah, sum(keluarga)::int as n from rekap_rt where wilayah = any (${desa}::bigint[]) group by 1`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((r) => [r.wilayah, r.n]))
}

const jamKantor = (now: Date, wilayah: number): number =>
  Math.floor(
    ((now.getTime() / 60_000 + zonaWilayah(kalenderKebijakan().zona, wilayah).menit) / 60) % 24,
  )

/** A rule about the night looks only at what is sent at night. */
const berlakuKini = (a: AturanPengaman, now: Date, wilayah: number): boolean =>
  !a.malam || malamHari(a.malam, jamKantor(now, wilayah))

/** The first pattern in which each proposal stands, by its id; rules are asked in the order of policy. */
export async function cariPola(
  ctx: Kerja,
  aksi: Aksi,
  rows: readonly Dinilai[],
): Promise<ReadonlyMap<string, Pola>> {
  const per = diLangkah[aksi]
  const [first] = rows
  if (!per || !first) return new Map()
  const [keluarga, pemilihan] = [
    await keluargaPerDesa(ctx, rows),
    await readElections(ctx.tx, { lo: 0, hi: 1e10 }),
  ]
  const found = new Map<string, Pola>()
  for (const aturan of aturanPengaman) {
    if (!per.includes(aturan.per) || !berlakuKini(aturan, ctx.now, first.wilayah)) continue
    for (const h of await hitung(ctx, aturan, rows)) {
      const rawan = rawanPada(rawanKebijakan(), pemilihan, h.wilayah, ctx.today).length > 0
      const batas = batasPengaman(aturan, keluarga.get(h.wilayah) ?? 0, rawan)
      if (h.jumlah > batas && !found.has(h.id))
        found.set(h.id, { aturan, jumlah: h.jumlah, batas, rawan })
    }
  }
  return found
}
