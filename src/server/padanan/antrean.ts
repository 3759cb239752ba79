/** The queue of pairs: most at stake first, then the heaviest, page by page. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { padananAntrean, statusPasangan } from '#contract/padanan-pasangan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { bertemu } from './daftar.ts'

export type PasanganRow = {
  readonly kab: number
  readonly id: string
  readonly jalan: string
  readonly bagian: number
  readonly wilayah: number
  readonly namaWilayah: string
  readonly kiriKab: number
  readonly kiriId: string
  readonly kiriJenis: 'individu' | 'orang_sumber'
  readonly kananKab: number
  readonly kananId: string
  readonly kananJenis: 'individu' | 'orang_sumber'
  readonly bobot: number
  readonly peluang: number
  readonly tingkat: number[]
  readonly padan: boolean
  readonly taruhan: number
  readonly gugus: string | null
  readonly status: (typeof statusPasangan)[number]
  readonly versi: number
}

type Saringan = z.output<(typeof padananAntrean)['input']>

/** Columns of a pair `p` of run `j`. */
export const kolomPasangan = sql.raw(`p.kab, p.id, p.jalan_id as jalan, p.bagian, p.wilayah,
  (select w.nama from wilayah w where w.kode = p.wilayah) as "namaWilayah",
  p.kiri_kab as "kiriKab", p.kiri_id as "kiriId", p.kiri_jenis as "kiriJenis", p.kanan_kab as "kananKab", p.kanan_id as "kananId",
  p.kanan_jenis as "kananJenis", p.bobot, p.peluang, p.tingkat, p.bobot >= j.ambang_padan as padan, p.taruhan, p.gugus, p.status, p.versi`)

/** What a pair is to who asks for it, without its records. */
export const pasanganOut = (p: PasanganRow) => ({
  kab: p.kab,
  id: p.id,
  jalan: p.jalan,
  wilayah: p.wilayah,
  namaWilayah: p.namaWilayah,
  bobot: p.bobot,
  peluang: p.peluang,
  taruhan: p.taruhan,
  padan: p.padan,
  gugus: p.gugus,
  status: p.status,
  versi: p.versi,
})

export const rujukan = (p: PasanganRow) =>
  [
    { kab: p.kiriKab, id: p.kiriId, jenis: p.kiriJenis },
    { kab: p.kananKab, id: p.kananId, jenis: p.kananJenis },
  ] as const

export type Tempat = { readonly taruhan: number; readonly bobot: number; readonly id: string }

export const tulisTempat = (p: Tempat): string => `${p.taruhan}.${p.id}.${p.bobot}`

export function bacaTempat(teks: string): Tempat | null {
  const cocok = /^([0-2])\.([0-9a-f-]{36})\.(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(teks)
  return cocok?.[2] && cocok[3]
    ? { taruhan: Number(cocok[1]), id: cocok[2], bobot: Number(cocok[3]) }
    : null
}

function syarat(area: Cakupan, f: Saringan): RawBuilder<boolean> {
  const golongan =
    f.golongan === undefined
      ? sql`true`
      : f.golongan === 'padan'
        ? sql`p.bobot >= j.ambang_padan`
        : sql`p.bobot < j.ambang_padan`
  return sql`p.status = ${sql.lit(f.status)} and ${inArea(area, 'p', null)}
    and (${f.jalan ?? null}::uuid is null or p.jalan_id = ${f.jalan ?? null})
    and (${f.jenis ?? null}::text is null or j.jenis = ${f.jenis ?? null})
    and (${f.sumber ?? null}::text is null or j.sumber = ${f.sumber ?? null}) and ${golongan}`
}

/** The partitions whose pairs may lie in the area: those of parts of runs that meet it. */
const partisi = (area: Cakupan) =>
  sql`(select distinct b.kab from padanan_bagian b where b.jenis = 'dalam' and ${bertemu(area, 'b')}) k`

/** One page of the queue: each partition gives its first by its index, and these are merged. */
export async function bacaAntrean(
  tx: Kysely<DB>,
  area: Cakupan,
  f: Saringan,
  setelah: Tempat | null,
): Promise<PasanganRow[]> {
  const sesudah = setelah
    ? sql`(p.taruhan < ${setelah.taruhan} or (p.taruhan = ${setelah.taruhan} and (p.bobot < ${setelah.bobot}::real
        or (p.bobot = ${setelah.bobot}::real and p.id > ${setelah.id}))))`
    : sql`true`
  const found = await sql<PasanganRow>`
    select x.* from ${partisi(area)} cross join lateral (
      select ${kolomPasangan} from padanan_pasangan p join padanan_jalan j on j.id = p.jalan_id
      where p.kab = k.kab and ${syarat(area, f)} and ${sesudah}
      order by p.taruhan desc, p.bobot desc, p.id limit ${f.batas + 1}) x
    order by x.taruhan desc, x.bobot desc, x.id limit ${f.batas + 1}`.execute(tx)
  return found.rows
}

/** Pairs that are counted at most. */
export const terhitung = 1000

export async function hitungAntrean(tx: Kysely<DB>, area: Cakupan, f: Saringan): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${partisi(area)} join padanan_pasangan p on p.kab = k.kab
      join padanan_jalan j on j.id = p.jalan_id where ${syarat(area, f)} limit ${terhitung}) x`.execute(
    tx,
  )
  return found.rows[0]?.n ?? 0
}
