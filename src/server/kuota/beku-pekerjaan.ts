/** Freezing as long work: a list of many families is copied and hashed by a job that shows how far it is. */
import { type Kysely, sql } from 'kysely'
import type { Problem } from '#contract/problems.ts'
import { berkasPembekuanSchema, sebagaiPekerjaan } from '#domain/kuota/pembekuan.ts'
import { ok, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Job, Jobs } from '#server/jobs/registry.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { type Beku, freeze, type Pembekuan } from './beku.ts'
import { type PilihanMasuk, prepare, type Siap } from './simulasi.ts'

export const kebijakanPembekuan = readPolicy(
  'parameter/pembekuan.yaml',
  berkasPembekuanSchema,
).nilai

/** Whether there are so many families in the area of the quota that nobody should wait at the page. */
export async function perluPekerjaan(tx: Kysely<DB>, { kuota }: Siap): Promise<boolean> {
  const found = await sql<{ n: number }>`
    select coalesce(sum(keluarga), 0)::int as n from rekap_rt where wilayah >= ${kuota.lo} and wilayah < ${kuota.hi}`.execute(
    tx,
  )
  return sebagaiPekerjaan(found.rows[0]?.n ?? 0, kebijakanPembekuan.seketika_terbanyak)
}

export type MuatanBeku = {
  readonly pilihan: PilihanMasuk
  readonly perintah: Omit<Pembekuan, 'pada'> & { readonly pada: string }
}

/** Nothing in a job is lost by being told twice: the list that this very order made is its answer. */
async function sudahJadi(tx: Kysely<DB>, m: MuatanBeku): Promise<Beku | null> {
  const found = await sql<Beku>`
    select id, versi, hash, jumlah_baris as "jumlahBaris" from daftar
    where kuota_id = ${m.pilihan.id} and pengguna_id = ${m.perintah.penggunaId} and dibuat_pada = ${m.perintah.pada}::timestamptz`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

const jalankan: Job = async (job) => {
  const muatan = job.muatan as MuatanBeku
  job.progress('Menghitung garis', 0, 2)
  const made = await inScope(
    job.db,
    job.cakupan,
    async (tx): Promise<Result<Beku, Problem>> => {
      const lama = await sudahJadi(tx, muatan)
      if (lama) return ok(lama)
      const siap = await prepare(tx, job.cakupan, muatan.pilihan)
      if (!siap.ok) return siap
      job.progress('Menyalin dan menghitung hash', 1, 2)
      return freeze(tx, siap.value, {
        ...muatan.perintah,
        pada: new Date(muatan.perintah.pada),
      })
    },
    (result) => result.ok,
  )
  if (!made.ok) return made
  const { id: daftar, versi, hash, jumlahBaris } = made.value
  return ok({ daftar, versi, hash, jumlahBaris })
}

export const kuotaJobs: Jobs = { 'kuota.bekukan': jalankan }
