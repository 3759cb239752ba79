/** Merges batch after batch, each in one transaction that also marks it done: a killed merge goes on. */
import type { PoolClient } from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import type { Bagian } from './bagian.ts'
import * as baru from './baru.ts'
import * as berubah from './berubah.ts'
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
  readonly client: PoolClient
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
    baru.tambahKata(b),
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

/** Merges all batches that are not merged yet. */
export async function gabung(a: AlatGabung): Promise<void> {
  const { client, bagian } = a
  const { rows } = await client.query<Batch & { selesai: boolean }>(
    `select * from ${bagian.p}_w_batch order by ditahan, batch`,
  )
  const total = rows.reduce((sum, r) => sum + r.jumlah, 0)
  let done = rows.filter((r) => r.selesai).reduce((sum, r) => sum + r.jumlah, 0)
  let batches = rows.filter((r) => r.selesai).length
  for (const row of rows) {
    if (row.selesai) continue
    if (a.signal.aborted) throw new Error('stopped')
    a.progress(done, total)
    await mergeOne(a, row)
    done += row.jumlah
    a.setelahBatch?.(++batches)
  }
  a.progress(total, total)
}

async function mergeOne({ client, cakupan, bagian }: AlatGabung, row: Batch): Promise<void> {
  const b: Bagian = { ...bagian, batch: row.batch, dari: row.dari, sampai: row.sampai }
  const statements = row.ditahan
    ? sumber.tambahDitahan(b)
    : [...statementsOf(b, row.ada_lama), summary(b)]
  await client.query(`begin; ${scopeStatements(cakupan)}; ${SETTINGS}`)
  try {
    for (const statement of statements) await client.query(statement)
    await client.query(
      `update ${b.p}_w_batch set selesai = true where ditahan = ${row.ditahan} and batch = ${row.batch}`,
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
