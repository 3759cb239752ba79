/** Rows of a list as visits to be made: previewed row by row, then assigned in one statement. */
import { sql } from 'kysely'
import { integrasiPratinjauTugas, integrasiTugaskan } from '#contract/integrasi.ts'
import type { Input } from '#contract/operation.ts'
import { peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { type BarisTugas, bagiTugas, type HasilTugas } from '#domain/integrasi/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { type Petugas, petugasDi } from '#server/kunjungan/petugas.ts'
import { type TugasKunjungan, tulisPenugasan } from '#server/kunjungan/tugaskan.ts'
import { kinAmong } from '#server/pengguna/petugas/kerabat.ts'
import { barisIntegrasi } from './daftar.ts'

type Sudah = { keluarga_id: string; nama: string; sampai: string }
type Rencana = {
  /** People of the registry whose names are shown. */
  readonly dilihat: readonly { jenis: 'individu'; id: string; wilayah: number }[]
  readonly petugas: readonly Petugas[]
  readonly tugas: readonly (TugasKunjungan & { wilayah: number })[]
  readonly hasil: readonly {
    kab: number
    id: string
    nama: string
    hasil: HasilTugas
    petugas: { nama: string; sampai: string } | null
  }[]
}

/** Visits that these families have before them already; the families are held until the end of the transaction. */
async function sudahDitugaskan(
  ctx: Context,
  keluarga: readonly { kab: number; id: string }[],
  kunci: boolean,
): Promise<ReadonlyMap<string, Sudah>> {
  const kab = keluarga.map((k) => k.kab)
  const id = keluarga.map((k) => k.id)
  if (kunci)
    await sql`select 1 from keluarga k join unnest(${kab}::smallint[], ${id}::uuid[]) as d(kab, id) on k.kab = d.kab and k.id = d.id
      order by k.kab, k.id for update of k`.execute(ctx.tx)
  const found = await sql<Sudah>`
    select t.keluarga_id, coalesce(p.nama, '') as nama, t.sampai::text as sampai from unnest(${kab}::smallint[], ${id}::uuid[]) as d(kab, id)
    join penugasan_kunjungan t on t.kab = d.kab and t.keluarga_id = d.id and t.selesai_pada is null
    left join pengguna p on p.id = t.petugas_id`.execute(ctx.tx)
  return new Map(found.rows.map((r) => [r.keluarga_id, r]))
}

/** Which of the chosen officers are kin of which families. */
async function kerabatDari(
  ctx: Context,
  petugas: readonly string[],
  keluarga: readonly { kab: number; id: string }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ring = await ringOf(ctx.dataFolder)
  const kerabat = new Map<string, Set<string>>()
  for (const id of petugas)
    for (const k of (await kinAmong(ctx.tx, ring, id, keluarga)).keys())
      kerabat.set(k, (kerabat.get(k) ?? new Set()).add(id))
  return kerabat
}

async function rencana(
  ctx: Context,
  input: Input<typeof integrasiPratinjauTugas>,
  kunci = false,
): Promise<Result<Rencana, Problem>> {
  if (input.sampai !== null && input.sampai < ctx.today)
    return err(problem('isian.salah', { kolom: 'sampai' }))
  const ids = input.orang.map((o) => o.id)
  const rows = await barisIntegrasi(
    ctx,
    input.jenis,
    undefined,
    sql`d.id = any (${ids}::uuid[])`,
    ids.length,
  )
  const keluarga = rows.flatMap((r) => (r.keluarga_id ? [{ kab: r.kab, id: r.keluarga_id }] : []))
  const sudah = await sudahDitugaskan(ctx, keluarga, kunci)
  const desa = new Map<number, readonly Petugas[]>()
  for (const r of rows)
    if (!desa.has(r.wilayah)) desa.set(r.wilayah, await petugasDi(ctx.tx, r.wilayah, ctx.today))
  const semua = new Map([...desa.values()].flat().map((p) => [p.id, p]))
  if (input.petugas.some((id) => !semua.has(id)))
    return err(problem('kunjungan.petugas_tidak_dikenal'))
  const kerabat = await kerabatDari(ctx, input.petugas, keluarga)
  const baris = rows.map(
    (r): BarisTugas => ({
      kab: r.kab,
      id: r.id,
      nama: r.nama,
      wilayah: r.wilayah,
      rt: r.rt,
      keluarga: r.keluarga_id,
      sudah: sudah.get(r.keluarga_id ?? '') ?? null,
      kerabat: kerabat.get(r.keluarga_id ?? '') ?? new Set(),
    }),
  )
  const dipilih = new Set(input.petugas)
  const bagian = bagiTugas(baris, (wilayah) =>
    (desa.get(wilayah) ?? []).map((p) => p.id).filter((id) => dipilih.has(id)),
  )
  const menurutId = new Map(baris.map((b) => [b.id, b]))
  return ok({
    dilihat: baris.flatMap((b) =>
      b.keluarga ? [{ jenis: 'individu' as const, id: b.id, wilayah: b.wilayah }] : [],
    ),
    petugas: [...semua.values()],
    tugas: baris.flatMap((b) => {
      const petugas_id = bagian.get(b.id)?.petugas
      return petugas_id && b.keluarga
        ? [{ kab: b.kab, keluarga_id: b.keluarga, petugas_id, wilayah: b.wilayah }]
        : []
    }),
    hasil: input.orang.map(({ kab, id }) => {
      const b = menurutId.get(id)
      const h = bagian.get(id)
      const baru = h?.petugas ? semua.get(h.petugas)?.nama : undefined
      return {
        kab,
        id,
        nama: b?.nama ?? '',
        hasil: h?.hasil ?? 'tidak_ada',
        petugas:
          baru !== undefined ? { nama: baru, sampai: input.sampai ?? '' } : (b?.sudah ?? null),
      }
    }),
  })
}

const ringkas = ({ petugas, tugas, hasil }: Rencana) => ({
  petugas: petugas.map((p) => ({ id: p.id, nama: p.nama, peran: peran[p.peran].label })),
  jumlah: tugas.length,
  hasil: [...hasil],
})

const preview = handle(integrasiPratinjauTugas, async (ctx, input) => {
  const r = await rencana(ctx, input)
  if (!r.ok) return r
  ctx.lihat(r.value.dilihat, undefined, { jumlah: r.value.hasil.length })
  return ok(ringkas(r.value))
})

const assign = handle(integrasiTugaskan, async (ctx, { jumlah, sampai, ...input }) => {
  const r = await rencana(ctx, { ...input, sampai }, true)
  if (!r.ok) return r
  const { tugas } = r.value
  if (tugas.length !== jumlah) return err(problem('kunjungan.jumlah_berubah'))
  await tulisPenugasan(ctx, tugas, sampai)
  ctx.lihat(
    tugas.map((t) => ({ jenis: 'keluarga' as const, id: t.keluarga_id, wilayah: t.wilayah })),
    { sebelum: null, sesudah: { daftar: input.jenis, jumlah: tugas.length, sampai } },
  )
  return ok(ringkas(r.value))
})

export const tugasHandlers = [preview, assign]
