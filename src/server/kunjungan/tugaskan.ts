/** Assigns the families of a queue to officers in bulk: previewed, then written in one statement. */
import { sql } from 'kysely'
import { kunjunganPratinjau, kunjunganTugaskan } from '#contract/kunjungan.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { type Bagian, bagiKunjungan, type KeluargaBagi } from '#domain/kunjungan/bagi.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kinAmong } from '#server/pengguna/petugas/kerabat.ts'
import { type BarisAntrean, barisAntrean } from './antrean.ts'
import { petugasDi } from './petugas.ts'

/** The largest village has some thousands of families; more are not assigned at once. */
const TERBANYAK = 5000

type Dibagi = KeluargaBagi & BarisAntrean
type Rencana = {
  readonly bagian: readonly (Bagian<Dibagi> & { readonly nama: string })[]
  readonly jumlah: number
  readonly sudah: number
  readonly tersisa: number
}

async function rencana(
  ctx: Context,
  input: Input<typeof kunjunganPratinjau>,
): Promise<Result<Rencana, Problem>> {
  if (input.sampai < ctx.today) return err(problem('isian.salah', { kolom: 'sampai' }))
  const found = await barisAntrean(ctx, input, TERBANYAK)
  if (!found.ok) return found
  const ada = new Map((await petugasDi(ctx.tx, input.wilayah, ctx.today)).map((p) => [p.id, p]))
  const petugas = [...new Set(input.petugas)]
  if (petugas.some((id) => !ada.has(id))) return err(problem('kunjungan.petugas_tidak_dikenal'))
  // What an officer has already stays, unless it is to change hands.
  const rows = found.value.filter((k) => input.alihkan || k.petugas === null)
  const ring = await ringOf(ctx.dataFolder)
  const kerabat = new Map<string, Set<string>>()
  for (const id of petugas)
    for (const keluarga of (await kinAmong(ctx.tx, ring, id, rows)).keys())
      kerabat.set(keluarga, (kerabat.get(keluarga) ?? new Set()).add(id))
  const { bagian, tersisa } = bagiKunjungan<Dibagi>(
    rows.map((k) => ({ ...k, kerabat: kerabat.get(k.id) ?? new Set<string>() })),
    petugas,
  )
  return ok({
    bagian: bagian.map((b) => ({ ...b, nama: ada.get(b.petugas)?.nama ?? '' })),
    jumlah: rows.length - tersisa.length,
    sudah: found.value.length - rows.length,
    tersisa: tersisa.length,
  })
}

const ringkas = ({ bagian, ...r }: Rencana) => ({
  ...r,
  bagian: bagian.map((b) => ({
    petugas: b.petugas,
    nama: b.nama,
    jumlah: b.keluarga.length,
    rt: [...new Set(b.keluarga.map((k) => k.rt ?? 0))],
  })),
})

export const pratinjau = handle(kunjunganPratinjau, async (ctx, input) => {
  const r = await rencana(ctx, input)
  if (!r.ok) return r
  ctx.lihat([], undefined, { jumlah: r.value.jumlah })
  return ok(ringkas(r.value))
})

export type TugasKunjungan = {
  readonly kab: number
  readonly keluarga_id: string
  readonly petugas_id: string
}

/** Gives families to officers until a day; whoever had one of them has it no more. */
export async function tulisPenugasan(
  ctx: Context,
  tugas: readonly TugasKunjungan[],
  sampai: string,
): Promise<void> {
  const isi = JSON.stringify(tugas)
  await sql`
    with b as (select * from jsonb_to_recordset(${isi}::jsonb) as b(kab smallint, keluarga_id uuid, petugas_id uuid))
    update penugasan_kunjungan t set selesai_pada = ${ctx.today}::date from b
    where t.kab = b.kab and t.keluarga_id = b.keluarga_id and t.selesai_pada is null`.execute(
    ctx.tx,
  )
  await sql`
    with b as (select * from jsonb_to_recordset(${isi}::jsonb) as b(kab smallint, keluarga_id uuid, petugas_id uuid))
    insert into penugasan_kunjungan (kab, wilayah, rt, keluarga_id, petugas_id, dari, sampai, diberikan_oleh)
    select k.kab, k.wilayah, k.rt, k.id, b.petugas_id, ${ctx.today}, ${sampai}, ${ctx.pengguna.id}
    from b join keluarga k on k.kab = b.kab and k.id = b.keluarga_id`.execute(ctx.tx)
}

export const tugaskan = handle(kunjunganTugaskan, async (ctx, input) => {
  const r = await rencana(ctx, input)
  if (!r.ok) return r
  if (r.value.jumlah !== input.jumlah) return err(problem('kunjungan.jumlah_berubah'))
  const isi = r.value.bagian.flatMap((b) =>
    b.keluarga.map((k) => ({ kab: k.kab, keluarga_id: k.id, petugas_id: b.petugas })),
  )
  await tulisPenugasan(ctx, isi, input.sampai)
  ctx.lihat(
    isi.map((k) => ({ jenis: 'keluarga' as const, id: k.keluarga_id, wilayah: input.wilayah })),
    {
      sebelum: null,
      sesudah: { petugas: ringkas(r.value).bagian, sampai: input.sampai },
    },
  )
  return ok(ringkas(r.value))
})
