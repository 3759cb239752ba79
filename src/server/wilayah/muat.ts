/** Loads all provinces, kab/kota, kecamatan and villages from `idn-area-data` (ODbL) in one COPY. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { jenisOf } from '#domain/wilayah/jenis.ts'
import { parseKode, type Tingkat, tingkatOf, wilayahAt } from '#domain/wilayah/kode.ts'
import { foldRegion } from '#domain/wilayah/nama.ts'

/** Raised when the shape of the rows below changes, so that they are loaded again. */
const version = '4.0.1-1'

const above: Record<Tingkat, Tingkat> = {
  nasional: 'nasional',
  provinsi: 'nasional',
  kabkota: 'provinsi',
  kecamatan: 'kabkota',
  desa: 'kecamatan',
}

function line(code: string, name: string): string {
  const kode = parseKode(code)
  if (kode === null) throw new Error(`Region code ${code} of idn-area-data cannot be read`)
  const level = tingkatOf(kode)
  const induk = wilayahAt(kode, above[level])
  return `${kode}\t${level}\t${induk}\t${name.replaceAll('\t', ' ')}\t${foldRegion(name)}\t${jenisOf(kode, level)}\n`
}

/**
 * Makes the table `wilayah` hold the regions of the installed list; does nothing when it does.
 * Codes that the list no longer has stay, as history points at them; so does a name that a decree gave here.
 * @returns how many regions were loaded, 0 when they were there
 */
export async function loadRegions(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query(`begin; select pg_advisory_xact_lock(7264001)`)
    const known = await client.query(
      `select 1 from pengaturan where kunci = 'wilayah' and nilai = to_jsonb($1::text)`,
      [version],
    )
    const count = known.rowCount === 1 ? 0 : await replace(client)
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function replace(client: pg.PoolClient): Promise<number> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()])
  await client.query(
    'create temp table muat (kode bigint, tingkat text, induk bigint, nama text, nama_cari text, jenis text) on commit drop',
  )
  const lines = [
    `0\tnasional\t\\N\tIndonesia\tindonesia\tnegara\n`,
    ...levels.flat().map((r) => line(r.code, r.name)),
  ]
  await pipeline(Readable.from([lines.join('')]), client.query(copyFrom('copy muat from stdin')))
  const written =
    await client.query(`insert into wilayah (kode, tingkat, induk, nama, nama_cari, jenis)
    select kode, tingkat, induk, nama, nama_cari, jenis from muat order by kode
    on conflict (kode) do update set nama = excluded.nama, nama_cari = excluded.nama_cari, jenis = excluded.jenis
      where not exists (select from wilayah_lama l where l.kode = excluded.kode and l.sistem = 'nama')`)
  await client.query(
    `insert into pengaturan values ('wilayah', to_jsonb($1::text)) on conflict (kunci) do update set nilai = excluded.nilai`,
    [version],
  )
  await client.query('analyze wilayah')
  return written.rowCount ?? 0
}
