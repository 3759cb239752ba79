/** The queue of a village: families with the reasons why they are to be visited, paged by RT and id. */
import { type RawBuilder, sql } from 'kysely'
import { kunjunganAntrean } from '#contract/kunjungan.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { type SebabAntrean, sebabAntrean } from '#domain/kunjungan/antrean.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { newestRound } from '#server/peringkat/terbaru.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { dariAntrean, syaratSebab } from './antrean-sql.ts'

export type Saringan = {
  readonly wilayah: number
  readonly rt?: number | undefined
  readonly sebab?: SebabAntrean | undefined
  readonly saya?: boolean
}

export type BarisAntrean = {
  readonly kab: number
  readonly id: string
  readonly namaKepala: string
  readonly alamat: string | null
  readonly wilayah: number
  readonly rt: number | null
  readonly jumlahAnggota: number
  readonly terakhir: string | null
  readonly tempo: string | null
  readonly sebab: SebabAntrean[]
  readonly petugas: { id: string; nama: string | null; sampai: string } | null
}

type Mentah = Omit<BarisAntrean, 'sebab' | 'petugas'> &
  Record<SebabAntrean, boolean> & {
    readonly petugas_id: string | null
    readonly petugas_nama: string | null
    readonly petugas_sampai: string | null
  }

/** Where a page ended: RT and family. */
const kunci = /^(\d{1,3})\.([0-9a-f-]{36})$/

/**
 * Families of one village in the order of RT and place; only those with a reason to be visited, or assigned.
 * @param setelah where the page before ended; a malformed one is refused
 */
export async function barisAntrean(
  ctx: Pick<Context, 'tx' | 'cakupan' | 'pengguna' | 'today'>,
  f: Saringan,
  batas: number,
  setelah?: string,
): Promise<Result<BarisAntrean[], Problem>> {
  if (tingkatOf(f.wilayah) !== 'desa') return err(problem('kunjungan.perlu_kelurahan'))
  const after = setelah === undefined ? null : kunci.exec(setelah)
  if (setelah !== undefined && !after) return err(problem('isian.salah', { kolom: 'setelah' }))
  const area = narrowed(ctx.cakupan, f.wilayah)
  const sebab = syaratSebab(ctx.today)
  const parts: RawBuilder<unknown>[] = [sql`k.status = 'aktif'`, inArea(area, 'k', 'id')]
  if (f.rt !== undefined) parts.push(sql`coalesce(k.rt, 0::smallint) = ${f.rt}::smallint`)
  parts.push(
    f.sebab
      ? sebab[f.sebab]
      : sql`(t.petugas_id is not null or ${sql.join(Object.values(sebab), sql` or `)})`,
  )
  if (f.saya) parts.push(sql`t.petugas_id = ${ctx.pengguna.id}`)
  if (after)
    parts.push(
      sql`(coalesce(k.rt, 0::smallint), k.id) > (${Number(after[1])}::smallint, ${after[2]}::uuid)`,
    )
  const kolom = sebabAntrean.map((s) => sql`${sebab[s]} as ${sql.ref(s)}`)
  const found = await sql<Mentah>`
    select k.kab, k.id, k.nama_kepala as "namaKepala", k.alamat, k.wilayah, k.rt, k.jumlah_anggota as "jumlahAnggota",
      k.kunjungan_terakhir::text as terakhir, k.kunjungan_tempo::text as tempo, ${sql.join(kolom)},
      t.petugas_id, p.nama as petugas_nama, t.sampai::text as petugas_sampai
    from ${dariAntrean(await newestRound(ctx.tx, area))} left join pengguna p on p.id = t.petugas_id
    where ${sql.join(parts, sql` and `)} order by coalesce(k.rt, 0::smallint), k.id limit ${batas}`.execute(
    ctx.tx,
  )
  return ok(found.rows.map(berkata))
}

function berkata({ petugas_id, petugas_nama, petugas_sampai, ...m }: Mentah): BarisAntrean {
  const { kab, id, namaKepala, alamat, wilayah, rt, jumlahAnggota, terakhir, tempo } = m
  return {
    kab,
    id,
    namaKepala,
    alamat,
    wilayah,
    rt,
    jumlahAnggota,
    terakhir,
    tempo,
    sebab: sebabAntrean.filter((s) => m[s]),
    petugas:
      petugas_id && petugas_sampai
        ? { id: petugas_id, nama: petugas_nama, sampai: petugas_sampai }
        : null,
  }
}

export const antrean = handle(kunjunganAntrean, async (ctx, { setelah, batas, ...f }) => {
  const found = await barisAntrean(ctx, f, batas + 1, setelah)
  if (!found.ok) return found
  const rows = found.value.slice(0, batas)
  ctx.lihat(rows.map(({ id, wilayah }) => ({ jenis: 'keluarga' as const, id, wilayah })))
  const last = found.value.length > batas ? rows.at(-1) : undefined
  return ok({
    keluarga: rows.map(({ wilayah: _, ...shown }) => shown),
    berikutnya: last ? `${last.rt ?? 0}.${last.id}` : null,
  })
})
