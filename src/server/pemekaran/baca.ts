/** Reads a table of regions from a file, and holds rows against the regions and families of today. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { type BarisPembagian, bacaBaris, kepalaPembagian, selOf } from '#domain/pemekaran/baris.ts'
import { type Rencana, susun, type WilayahKini } from '#domain/pemekaran/rencana.ts'
import type { SalahPembagian } from '#domain/pemekaran/salah.ts'
import type { SelPembagian } from '#domain/pemekaran/sel.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf, tingkat, type Wilayah, wilayahAt } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { bacaLembar } from '#server/impor/baca/lembar.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import type { Pilihan } from './tujuan.ts'

const TERBANYAK = 5000

export async function bacaBerkas({
  unggahan,
}: Context): Promise<Result<readonly SelPembagian[], Problem>> {
  if (!unggahan) return err(problem('berkas.kosong'))
  const lembar = await bacaLembar(unggahan.path, kepalaPembagian, TERBANYAK)
  if (!lembar.ok)
    return err(
      'maks' in lembar.error
        ? problem('pemekaran.terlalu_banyak', lembar.error)
        : problem('pemekaran.berkas_ditolak', lembar.error),
    )
  return ok(lembar.value.baris.map((row) => selOf(row.cells, lembar.value.tempat)))
}

/** The regions that hold today, in every kab/kota that is touched. */
async function wilayahKini(
  ctx: Pick<Context, 'tx'>,
  kode: readonly Wilayah[],
): Promise<ReadonlyMap<Wilayah, WilayahKini>> {
  const kab = [...new Set(kode.map((k) => wilayahAt(k, 'kabkota')))]
  const found = await sql<WilayahKini>`select kode, nama, jenis from wilayah
    where berlaku_sampai is null and kode - kode % 1000000 = any (${kab}::bigint[])`.execute(ctx.tx)
  return new Map(found.rows.map((w) => [w.kode, w]))
}

/** The smallest region that holds all of these. */
export function pelingkup(kode: readonly Wilayah[]): Wilayah {
  const [first = 0] = kode
  const level = tingkat
    .toReversed()
    .find((t) => kode.every((k) => wilayahAt(k, t) === wilayahAt(first, t)))
  return wilayahAt(first, level ?? 'nasional')
}

type Bernama = Pilihan & { readonly nomor_kk: string; readonly rt: number | null }

/** The families that rows name by their card. */
async function cariKeluarga(
  ctx: Context,
  rows: readonly BarisPembagian[],
): Promise<readonly Bernama[]> {
  if (rows.length === 0) return []
  const found = await sql<
    Omit<Bernama, 'ke' | 'rtKe'>
  >`select k.kab, k.id, k.wilayah as dari, k.rt, k.nomor_kk from keluarga k
    where k.nomor_kk = any (${rows.map((b) => b.nomorKk ?? '')}::text[]) and k.wilayah = any (${rows.map((b) => b.dari ?? 0)}::bigint[])
      and ${inArea(ctx.cakupan, 'k', 'id')}`.execute(ctx.tx)
  return rows.flatMap((b) =>
    found.rows
      .filter(
        (k) => k.nomor_kk === b.nomorKk && k.dari === b.dari && (b.rt === null || b.rt === k.rt),
      )
      .map((k) => ({ ...k, ke: b.ke, rtKe: b.rtKe })),
  )
}

export type Disusun = {
  readonly rencana: Rencana
  readonly pilihan: readonly Pilihan[]
  readonly salah: ReadonlyMap<number, SalahPembagian>
  readonly kini: ReadonlyMap<Wilayah, WilayahKini>
  /** All codes that the table touches. */
  readonly tersentuh: readonly Wilayah[]
}

/** The plan of a table, with what stands against its rows. */
export async function susunTabel(ctx: Context, tabel: readonly SelPembagian[]): Promise<Disusun> {
  const salah = new Map<number, SalahPembagian>()
  const rows = tabel.flatMap((s, i) => {
    const b = bacaBaris(s, i + 1)
    if (!b.ok) salah.set(i + 1, b.error)
    return b.ok ? [b.value] : []
  })
  const disebut = rows.flatMap((b) => (b.dari === null ? [b.ke] : [b.dari, b.ke]))
  const kini = await wilayahKini(ctx, disebut)
  const tersusun = susun(rows, kini, ctx.cakupan)
  for (const [baris, s] of tersusun.salah) salah.set(baris, s)
  const bernama = tersusun.rencana.keluarga
  const pilihan = await cariKeluarga(ctx, bernama)
  for (const b of bernama)
    if (!pilihan.some((k) => k.nomor_kk === b.nomorKk && k.dari === b.dari) && !salah.has(b.baris))
      salah.set(b.baris, 'kk_tidak_ada')
  const satu = new Map(pilihan.map((k) => [k.id, k]))
  return { rencana: tersusun.rencana, pilihan: [...satu.values()], salah, kini, tersentuh: disebut }
}

export const areaOf = (tersentuh: readonly Wilayah[]) => {
  const wilayah = pelingkup(tersentuh)
  return { wilayah, ...cakupanOf(wilayah) }
}
