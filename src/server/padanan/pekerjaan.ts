/** The job of a run of matching: part after part in a thread; each is stored by itself, so it goes on where it stopped. */
import { availableParallelism } from 'node:os'
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { parameterLintas } from '#domain/padanan/parameter.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Job, JobContext, Jobs } from '#server/jobs/registry.ts'
import type { TugasBagian } from './kerja-bagian.ts'
import { kebijakanPemadanan, modelTerikat } from './model.ts'
import {
  type BagianJalan,
  bacaJalanKerja,
  bagianJalan,
  bobotSebelum,
  bobotTerbesar,
  type Jalan,
  susunBagian,
} from './rencana.ts'
import { Utas } from './utas.ts'

/** What of a job the run needs. */
export type Alat = Pick<JobContext, 'db' | 'pool' | 'cakupan' | 'progress' | 'signal'>

type Muatan = { readonly jalanId: string }

/** How often it is looked whether somebody has cancelled the run. */
const selang = 1000

const tetapkan = (tx: Kysely<DB>, id: string, status: string, dari: readonly string[]) =>
  sql`update padanan_jalan set status = ${status}, selesai_pada = case when ${status} = 'berjalan' then null else clock_timestamp() end
    where id = ${id} and status = any (${dari}::text[]) returning id`.execute(tx)

/** The weights with which a part is weighed; null: they are estimated from it. */
async function bobotUntuk(
  tx: Kysely<DB>,
  j: Jalan,
  b: BagianJalan,
  semua: readonly BagianJalan[],
): Promise<TugasBagian['bobot']> {
  const p = kebijakanPemadanan
  if (b.jenis === 'lintas') {
    const w = (await bobotTerbesar(tx, j.id)) ?? (await bobotSebelum(tx, j, b))
    if (!w) throw new Error('No part of this run has weights')
    const rekaman = semua.filter((x) => x.jenis === 'dalam').map((x) => x.rekaman)
    return { ...w, parameter: parameterLintas(w.parameter, p, w.rekaman, rekaman) }
  }
  if (j.sejak !== null) return bobotSebelum(tx, j, b)
  const besar = b.rekaman < p.taksir_tersedikit ? await bobotTerbesar(tx, j.id) : null
  return besar && besar.rekaman >= p.taksir_tersedikit ? besar : null
}

async function satuBagian(
  job: Alat,
  utas: Utas,
  j: Jalan,
  b: BagianJalan,
  semua: readonly BagianJalan[],
): Promise<void> {
  const model = await inScope(job.db, j, (tx) => modelTerikat(tx, j.hash))
  const bobot = await inScope(job.db, j, (tx) => bobotUntuk(tx, j, b, semua))
  const jumlah = semua.reduce((n, x) => n + x.rekaman, 0)
  const sudah = semua.filter((x) => x.status === 'selesai').reduce((n, x) => n + x.rekaman, 0)
  const tugas: TugasBagian = {
    jalanId: j.id,
    nomor: b.nomor,
    jenis: b.jenis,
    area: { lo: j.lo, hi: j.hi },
    rentang: { kab: b.kab, lo: b.lo, hi: b.hi },
    semua: semua.filter((x) => x.jenis === 'dalam').map(({ kab, lo, hi }) => ({ kab, lo, hi })),
    asal: { sumber: j.sumber, sejak: j.sejak },
    model,
    bobot,
    rekaman: b.rekaman,
    lazimTerbanyak: kebijakanPemadanan.lazim_terbanyak,
    pekerja: availableParallelism(),
  }
  const nama = b.jenis === 'lintas' ? `Lintas bagian ${b.nama}` : b.nama
  await utas.kerjakan(tugas, (tahap, n, dari) =>
    job.progress(
      `${nama}: ${tahap}`,
      Math.min(
        jumlah,
        sudah +
          (tahap === 'membaca'
            ? Math.min(n, b.rekaman) / 4
            : (b.rekaman * (1 + n / Math.max(1, dari))) / 2),
      ) | 0,
      jumlah,
    ),
  )
}

/** Ends the thread when the server stops or somebody cancels the run. */
function jaga(job: Alat, j: Jalan, utas: Utas): () => void {
  const akhiri = (): void => void utas.tutup()
  job.signal.addEventListener('abort', akhiri, { once: true })
  const lihat = setInterval(() => {
    inScope(job.db, j, (tx) => bacaJalanKerja(tx, j.id)).then(
      (kini) => {
        if (kini?.status === 'dibatalkan') akhiri()
      },
      // The database is asked again a second later.
      () => {},
    )
  }, selang)
  return () => {
    clearInterval(lihat)
    job.signal.removeEventListener('abort', akhiri)
  }
}

type Ringkasan = { readonly jalan: string; readonly bagian: number; readonly dibatalkan: boolean }

/** Runs all parts that are not stored yet. */
export async function jalankanPemadanan(
  job: Alat,
  jalanId: string,
): Promise<Result<Ringkasan, Problem>> {
  const j = await inScope(job.db, job.cakupan, (tx) => bacaJalanKerja(tx, jalanId))
  if (!j) return err(problem('tidak.ada'))
  const begun = await inScope(job.db, j, async (tx) => {
    const made = await tetapkan(tx, j.id, 'berjalan', ['antre', 'berjalan'])
    if (made.rows.length > 0) await susunBagian(tx, j)
    return made.rows.length > 0
  })
  const url = job.pool.options.connectionString
  if (!begun || url === undefined) return ok({ jalan: j.id, bagian: 0, dibatalkan: true })
  const utas = new Utas(url)
  const lepas = jaga(job, j, utas)
  const baca = () => inScope(job.db, j, (tx) => bagianJalan(tx, j.id))
  try {
    for (let semua = await baca(); ; semua = await baca()) {
      const [b] = semua.filter((x) => x.status === 'antre')
      if (!b) break
      await satuBagian(job, utas, j, b, semua)
      if ((await inScope(job.db, j, (tx) => bacaJalanKerja(tx, j.id)))?.status !== 'berjalan') break
    }
    const done = await inScope(job.db, j, (tx) => tetapkan(tx, j.id, 'selesai', ['berjalan']))
    const bagian = (await baca()).filter((b) => b.status === 'selesai').length
    return ok({ jalan: j.id, bagian, dibatalkan: done.rows.length === 0 })
  } catch (error) {
    // The server stops: the job is taken again. Cancelled: the thread was ended on purpose.
    if (job.signal.aborted) throw error
    const gagal = await inScope(job.db, j, (tx) => tetapkan(tx, j.id, 'gagal', ['berjalan']))
    if (gagal.rows.length > 0) throw error
    return ok({ jalan: j.id, bagian: 0, dibatalkan: true })
  } finally {
    lepas()
    await utas.tutup()
  }
}

const jalankan: Job = (job) => jalankanPemadanan(job, (job.muatan as Muatan).jalanId)

export const padananJobs: Jobs = { 'padanan.jalankan': jalankan }
