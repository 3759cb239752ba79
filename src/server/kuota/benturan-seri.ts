/** Two people decide about the same equals at a line: whom each would let in, side by side. */
import { type Kysely, sql } from 'kysely'
import { type Problem, versiBerubah } from '#contract/problems.ts'
import { bidangBeda } from '#domain/versi/benturan.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'
import { type Ditulis, pengubahOf } from '#server/versi/pengubah.ts'

type Family = { readonly kab: number; readonly id: string }
type Named = Family & { readonly nama: string; readonly wilayah: number }
type Sent = { readonly id: string; readonly masuk: readonly Family[]; readonly alasan: string }

/** Heads of the named families, inside the reader's area. */
async function headsOf(tx: Kysely<DB>, families: readonly Family[]): Promise<readonly Named[]> {
  const found = await sql<Named>`
    select k.kab, k.id, k.nama_kepala as nama, k.wilayah
    from unnest(${families.map((f) => f.kab)}::smallint[], ${families.map((f) => f.id)}::uuid[]) as f (kab, id)
      join keluarga k on k.kab = f.kab and k.id = f.id
    order by k.nama_kepala, k.id`.execute(tx)
  return found.rows
}

/** Somebody decided about these equals meanwhile. */
export async function tieConflict(
  ctx: Context,
  sent: Sent,
  putusan: string | null,
): Promise<Problem> {
  const found = await sql<Ditulis & { alasan: string }>`
    select alasan, pengguna_id, peran, dibuat_pada as pada from kuota_putusan where id = ${putusan}`.execute(
    ctx.tx,
  )
  const chosen = await sql<Family>`
    select kab, keluarga_id as id from kuota_putusan_baris where putusan_id = ${putusan} and masuk`.execute(
    ctx.tx,
  )
  const [now] = found.rows
  const ours = await headsOf(ctx.tx, sent.masuk)
  const theirs = await headsOf(ctx.tx, chosen.rows)
  ctx.lihat([...ours, ...theirs].map(({ id, wilayah }) => ({ jenis: 'keluarga', id, wilayah })))
  const names = (rows: readonly Named[]) => rows.map((row) => row.nama).join(', ') || null
  return versiBerubah({
    id: sent.id,
    judul: { id: 'Putusan keluarga yang sama di garis', en: 'Decision about equals at the line' },
    versi: putusan,
    oleh: await pengubahOf(
      ctx.tx,
      ctx.cakupan,
      now ?? { pengguna_id: null, peran: null, pada: null },
    ),
    bidang: bidangBeda([
      {
        kolom: 'masuk',
        label: { id: 'Keluarga yang masuk', en: 'Families that enter' },
        dikirim: names(ours),
        kini: names(theirs),
      },
      {
        kolom: 'alasan',
        label: { id: 'Alasan', en: 'Reason' },
        dikirim: sent.alasan,
        kini: now?.alasan ?? null,
      },
    ]),
  })
}
