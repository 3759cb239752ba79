/** The import as a job: read, check, lay out, merge, count. Run again after a crash, it goes on or starts over. */
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import type { FileProblem } from '#domain/impor/berkas.ts'
import type { AlatPenilai } from '#domain/impor/penilai-alat.ts'
import type { Peta } from '#domain/impor/peta.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { loadAcuan } from './acuan.ts'
import { bacaBerkas, shapeOf } from './baca-berkas.ts'
import { bagianOf } from './gabung/bagian.ts'
import { gabung } from './gabung/gabung.ts'
import { isPeringkatLuar, loadMaps, sumberOf } from './peta.ts'
import { selesaikan } from './selesai.ts'
import { susunLuar } from './staging/luar.ts'
import { susunOrangSumber } from './staging/orang-sumber.ts'
import * as periksa from './staging/periksa.ts'
import { type Konteks, PER_BATCH, susun } from './staging/susun.ts'
import { awalan, type Bentuk, dropStaging } from './staging/tabel.ts'

export type Impor = {
  readonly kab: number
  readonly id: string
  readonly wilayah: number
  readonly sidik: string
  readonly status: string
  readonly format: string | null
  readonly tanggal_data: string | null
}

export type AlatImpor = {
  readonly pool: Pool
  readonly dataFolder: string
  readonly cakupan: Cakupan
  /** Today, 'YYYY-MM-DD'. */
  readonly hariIni: string
  readonly progress: (tahap: string, maju?: number, jumlah?: number) => void
  readonly signal: AbortSignal
  readonly setelahBatch?: (selesai: number) => void
  /** Households per batch of the merge. */
  readonly perBatch?: number
}

/** Where the bytes of a file lie, by their hash. */
export const berkasPath = (dataFolder: string, sidik: string): string =>
  join(dataFolder, 'berkas', sidik.slice(0, 2), sidik)

/** Runs statements in one transaction of the sender's area. */
export async function dalamWilayah<T>(
  pool: Pool,
  cakupan: Cakupan,
  work: (c: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`begin; ${scopeStatements(cakupan)}`)
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function imporById(a: AlatImpor, kab: number, id: string): Promise<Impor | null> {
  const { rows } = await dalamWilayah(a.pool, a.cakupan, (c) =>
    c.query<Impor>(
      'select kab, id, wilayah, sidik, status, format, tanggal_data from impor where kab = $1 and id = $2',
      [kab, id],
    ),
  )
  return rows[0] ?? null
}

/** What the judge needs. */
export async function alatPenilai(
  a: AlatImpor,
  imporId: string,
  tanggal: string,
): Promise<AlatPenilai> {
  const acuan = await loadAcuan(a.pool, a.cakupan, imporId)
  return {
    kamus: loadDictionary(),
    buku: loadCodeLists(),
    wilayah: acuan.wilayah,
    cakupan: a.cakupan,
    hariIni: a.hariIni,
    urutanTanggal: acuan.urutanTanggal,
    pengetahuan: { kecamatan: acuan.kecamatan, tanggalData: tanggal, tanggalDiduga: false },
  }
}

export type HasilImpor = {
  readonly baris: number
  readonly diterima: number
  readonly ditandai: number
  readonly ditahan: number
}

/** Runs an import from wherever it stands. */
export async function jalankan(
  a: AlatImpor,
  kab: number,
  id: string,
): Promise<Result<HasilImpor, FileProblem | null>> {
  const impor = await imporById(a, kab, id)
  if (!impor) return err(null)
  if (impor.status === 'selesai' || impor.status === 'ditolak') {
    // Ended before: what a crash between the last commit and the sweeping left is swept now.
    const client = await a.pool.connect()
    await dropStaging(client, id).finally(() => client.release())
    return err(null)
  }
  if (impor.status === 'digabung' && impor.format && (await stagingStands(a.pool, id))) {
    const petas = loadMaps().filter((p) => p.kelompok === impor.format)
    const tanggal = impor.tanggal_data ?? a.hariIni
    const bentuk = await shapeOf(a.pool, petas, await alatPenilai(a, id, tanggal))
    return ok(await gabungDanTutup(a, impor, petas, bentuk, tanggal))
  }
  return mulai(a, impor)
}

/** The staging tables are unlogged: they survive a crash of ours, not one of the database. */
async function stagingStands(pool: Pool, id: string): Promise<boolean> {
  const p = awalan(id)
  const known = await pool.query<{ ada: boolean }>(
    `select to_regclass('${p}_w_batch') is not null as ada`,
  )
  if (!known.rows[0]?.ada) return false
  const { rows } = await pool.query(`select 1 from ${p}_w_batch limit 1`)
  return rows.length > 0
}

async function mulai(a: AlatImpor, impor: Impor): Promise<Result<HasilImpor, FileProblem>> {
  a.progress('membaca', 0)
  await setImpor(a, impor, "status = 'dibaca'", [])
  const guess = impor.tanggal_data ?? a.hariIni
  const read = await bacaBerkas(berkasPath(a.dataFolder, impor.sidik), {
    pool: a.pool,
    imporId: impor.id,
    alat: await alatPenilai(a, impor.id, guess),
    tanggalData: impor.tanggal_data,
    progress: (baris) => a.progress('membaca', baris),
    signal: a.signal,
  })
  if (!read.ok) {
    await setImpor(a, impor, "status = 'ditolak', masalah = $3::jsonb, selesai_pada = now()", [
      JSON.stringify(read.error),
    ])
    return read
  }
  const { petas, bentuk, lembar, catatan, jumlahBaris, kelompok, tanggal, tanggalData } = read.value
  await setImpor(
    a,
    impor,
    'format = $3, judul_kolom = $4::jsonb, catatan_berkas = $5::jsonb, jumlah_baris = $6, tanggal_data = $7',
    [kelompok, JSON.stringify(lembar), JSON.stringify(catatan), jumlahBaris, tanggalData ?? guess],
  )
  a.progress('memeriksa', 0, jumlahBaris)
  await lay(a, impor, { bentuk, kelompok, tanggal: tanggalData ?? guess }, tanggal)
  return ok(await gabungDanTutup(a, impor, petas, bentuk, tanggalData ?? guess))
}

/** Dates in both orders within one file, and not as a slip of the pen: then it must be asked. */
export const mixedDates = (d: { ragu: number; bulan: number; hari: number }): boolean =>
  d.ragu > 0 && d.bulan >= 3 && d.bulan >= 0.05 * (d.bulan + d.hari)

/** Lays the rows out and checks them, in one transaction. */
export async function lay(
  a: AlatImpor,
  impor: Pick<Impor, 'id' | 'kab'>,
  file: { bentuk: Bentuk; kelompok: string; tanggal: string; ulang?: boolean },
  dates: { ragu: number; bulan: number; hari: number },
): Promise<void> {
  await dalamWilayah(a.pool, a.cakupan, async (client) => {
    await client.query(
      `set local work_mem = '192MB'; set local maintenance_work_mem = '192MB'; set local jit = off`,
    )
    const k: Konteks = {
      client,
      imporId: impor.id,
      kab: impor.kab,
      ulang: false,
      perBatch: a.perBatch ?? PER_BATCH,
      ...file,
    }
    const periksaTanggal = async (x: Konteks) => {
      if (mixedDates(dates)) await periksa.tahanTanggal(x)
      else if (dates.ragu > 0 && dates.hari < 3) await periksa.tandaiTanggal(x)
    }
    if (isPeringkatLuar(k.kelompok)) return susunLuar(k, periksaTanggal)
    if (sumberOf(k.kelompok) !== null) return susunOrangSumber(k, periksaTanggal)
    await susun(k, {
      sebelum: async (x) => {
        await periksa.periksaKunci(x)
        await periksaTanggal(x)
      },
      antara: periksa.periksaRuta,
      sesudah: periksa.periksaHubungan,
    })
  })
}

async function setImpor(
  a: AlatImpor,
  impor: Impor,
  set: string,
  values: readonly unknown[],
): Promise<void> {
  await dalamWilayah(a.pool, a.cakupan, (c) =>
    c.query(`update impor set ${set} where kab = $1 and id = $2`, [impor.kab, impor.id, ...values]),
  )
}

async function gabungDanTutup(
  a: AlatImpor,
  impor: Impor,
  petas: readonly Peta[],
  bentuk: Bentuk,
  tanggal: string,
): Promise<HasilImpor> {
  const bagian = bagianOf(impor, petas, bentuk, tanggal)
  await gabung({
    pool: a.pool,
    cakupan: a.cakupan,
    bagian,
    signal: a.signal,
    progress: (maju, jumlah) => a.progress('menggabung', maju, jumlah),
    ...(a.setelahBatch ? { setelahBatch: a.setelahBatch } : {}),
  })
  a.progress('menghitung')
  const client = await a.pool.connect()
  try {
    return await selesaikan(client, a.cakupan, bagian)
  } finally {
    client.release()
  }
}

/** Marks an import that a bug ended, and sweeps its staging; what was merged stays, with its sources. */
export async function gagalkan(a: AlatImpor, kab: number, id: string): Promise<void> {
  await dalamWilayah(a.pool, a.cakupan, async (c) => {
    await c.query(
      `update impor set status = 'gagal', selesai_pada = now() where kab = $1 and id = $2 and status <> 'selesai'`,
      [kab, id],
    )
    await dropStaging(c, id)
  })
}
