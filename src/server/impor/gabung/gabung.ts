/** Merges batch after batch, each in one transaction that also marks it done: a killed merge goes on. */
import type { Pool, PoolClient } from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { isPeringkatLuar, sumberOf } from '../peta.ts'
import type { Bagian } from './bagian.ts'
import * as baru from './baru.ts'
import * as berubah from './berubah.ts'
import { peringkatStatements } from './luar.ts'
import { orangSumberStatements } from './orang-sumber.ts'
import * as sumber from './sumber.ts'

type Batch = {
  readonly ditahan: boolean
  readonly batch: number
  readonly dari: number
  readonly sampai: number
  readonly jumlah: number
  readonly ada_lama: boolean
}

export type AlatGabung = {
  readonly pool: Pool
  readonly cakupan: Cakupan
  readonly bagian: Omit<Bagian, 'batch' | 'dari' | 'sampai'>
  readonly progress: (baris: number, jumlah: number) => void
  readonly signal: AbortSignal
  /** Called after each committed batch; tests end the process here. */
  readonly setelahBatch?: (selesai: number) => void
}

/** Memory for sorts and hashes of one statement, and no waiting for the disk at each of many commits. */
const SETTINGS = `set local work_mem = '96MB'; set local jit = off; set local synchronous_commit = off`

/** What one batch does, in the order that the foreign keys ask for. */
function statementsOf(b: Bagian, known: boolean): string[] {
  const add = [
    baru.tambahRuta(b),
    baru.tambahKeluarga(b),
    baru.tambahIndividu(b),
    ...(known
      ? [...berubah.ubahRuta(b), ...berubah.ubahKeluarga(b), ...berubah.ubahIndividu(b)]
      : []),
    baru.tambahKeanggotaan(b),
    baru.tambahNik(b),
    baru.tambahSurveiRuta(b),
    baru.tambahSurveiKeluarga(b),
    baru.tambahSurveiIndividu(b),
    ...(known
      ? [...berubah.ubahSurvei(b), ...berubah.hitungUlang(b), ...sumber.akhiriPenerimaan(b)]
      : []),
    ...sumber.tambahPenerimaan(b),
    sumber.tambahPeringkat(b),
    sumber.tambahRekaman(b),
    sumber.tambahTemuan(b),
  ]
  return add.filter((statement) => statement !== '')
}

/** What the batch added, into the summary of the import: it survives a crash with the batch. */
const summary = (b: Bagian): string => `
  update impor set status = 'digabung', ringkasan = ringkasan || jsonb_build_object(
    'ruta_baru', coalesce((ringkasan ->> 'ruta_baru')::int, 0) + (select count(*) from ${b.p}_w_ruta where batch = ${b.batch} and baru),
    'keluarga_baru', coalesce((ringkasan ->> 'keluarga_baru')::int, 0) + (select count(*) from ${b.p}_w_keluarga where batch = ${b.batch} and baru),
    'individu_baru', coalesce((ringkasan ->> 'individu_baru')::int, 0) + (select count(*) from ${b.p}_w_baris where batch = ${b.batch} and baru),
    'baris_berubah', coalesce((ringkasan ->> 'baris_berubah')::int, 0) + (select count(*) from ${b.p}_w_baris where batch = ${b.batch} and not baru and not sama and not baris_baru))
  where kab = ${b.kab} and id = '${b.imporId}'`

/** Batches merged at once: batches hold different households, so they do not meet. */
const SEJAJAR = 2

/**
 * Merges all batches that are not merged yet. Those that only add run two at a time; those that
 * touch what the registry knows run one after the other, for two may touch the same family.
 */
export async function gabung(a: AlatGabung): Promise<void> {
  const { rows } = await a.pool.query<Batch & { selesai: boolean }>(
    `select * from ${a.bagian.p}_w_batch order by ditahan, batch`,
  )
  const total = rows.reduce((sum, r) => sum + r.jumlah, 0)
  const open = rows.filter((r) => !r.selesai)
  let done = total - open.reduce((sum, r) => sum + r.jumlah, 0)
  let batches = rows.length - open.length
  const work = async (queue: Batch[]) => {
    const client = await a.pool.connect()
    try {
      for (let row = queue.shift(); row; row = queue.shift()) {
        if (a.signal.aborted) throw new Error('stopped')
        a.progress(done, total)
        await mergeOne(client, a, row)
        done += row.jumlah
        a.setelahBatch?.(++batches)
      }
    } catch (error) {
      // The other worker ends with its batch; what is left is merged when the job runs again.
      queue.length = 0
      throw error
    } finally {
      client.release()
    }
  }
  const adding = open.filter((r) => !r.ada_lama)
  const ended = await Promise.allSettled(Array.from({ length: SEJAJAR }, () => work(adding)))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  await work(open.filter((r) => r.ada_lama))
  a.progress(total, total)
}

/** What a batch does that leaves the registry alone; null where it feeds the registry. */
function besideRegistry(b: Bagian): string[] | null {
  if (isPeringkatLuar(b.kelompok)) return peringkatStatements(b)
  const s = sumberOf(b.kelompok)
  return s === null ? null : orangSumberStatements(b, s)
}

async function mergeOne(
  client: PoolClient,
  { cakupan, bagian }: AlatGabung,
  row: Batch,
): Promise<void> {
  const b: Bagian = { ...bagian, batch: row.batch, dari: row.dari, sampai: row.sampai }
  const luar = besideRegistry(b)
  const statements = row.ditahan
    ? sumber.tambahDitahan(b)
    : (luar ?? [...statementsOf(b, row.ada_lama), summary(b)])
  // Words of names are shared by all batches: in a transaction of their own they make none wait.
  if (!row.ditahan && luar === null) await inScopeOf(client, cakupan, [baru.tambahKata(b)])
  const mine = `ditahan = ${row.ditahan} and batch = ${row.batch}`
  const end = `update ${b.p}_w_batch set selesai = true where ${mine}`
  await inScopeOf(client, cakupan, [...statements, end], {
    lock: `select pg_advisory_xact_lock(hashtext('${b.p}'), ${row.batch})`,
    done: `select selesai as sudah from ${b.p}_w_batch where ${mine}`,
  })
}

/**
 * Runs statements in one transaction, unless `guard` finds them done once the lock is held: the
 * server may still be ending what a killed process began.
 */
async function inScopeOf(
  client: PoolClient,
  cakupan: Cakupan,
  statements: readonly string[],
  guard?: { readonly lock: string; readonly done: string },
): Promise<void> {
  await client.query(`begin; ${scopeStatements(cakupan)}; ${SETTINGS}`)
  try {
    if (guard) await client.query(guard.lock)
    const done = guard ? await client.query<{ sudah: boolean }>(guard.done) : null
    if (!done?.rows[0]?.sudah) for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
