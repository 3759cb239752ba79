/** Helpers of the import tests: regions loaded, a file stored and imported as an officer of an area. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Cakupan, cakupanOf, kabOf } from '#domain/wilayah/kode.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { type AlatImpor, berkasPath, dalamWilayah, jalankan } from './jalankan.ts'

export type BekalUji = TestDatabase & {
  readonly folder: string
  alat(wilayah?: number): AlatImpor
  /** Stores a file as an upload of an officer of `wilayah`. */
  simpan(
    path: string,
    wilayah?: number,
    tanggal?: string | null,
  ): Promise<{ kab: number; id: string }>
  impor(path: string, wilayah?: number, tanggal?: string | null): Promise<string>
  hitung(table: string, where?: string): Promise<number>
}

const BONTANG = 6474000000

/** A migrated database with the regions and a data folder. */
export async function bekalUji(): Promise<BekalUji> {
  const database = await testDatabase({ regions: true })
  const folder = mkdtempSync(join(tmpdir(), 'siks-impor-'))
  const alat = (wilayah = BONTANG): AlatImpor => ({
    pool: database.job,
    dataFolder: folder,
    cakupan: cakupanOf(wilayah),
    hariIni: '2018-07-02',
    progress: () => {},
    signal: new AbortController().signal,
  })
  const simpan: BekalUji['simpan'] = async (path, wilayah = BONTANG, tanggal = null) => {
    const sidik = createHash('sha256').update(readFileSync(path)).digest('hex')
    const target = berkasPath(folder, sidik)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(path, target)
    const kab = kabOf(wilayah)
    const { rows } = await dalamWilayah(database.job, cakupanOf(wilayah) as Cakupan, (c) =>
      c.query<{ id: string }>(
        `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, tanggal_data) values ($1, $2, $3, $4, $5, $6) returning id`,
        [kab, wilayah, path, sidik, 1, tanggal],
      ),
    )
    return { kab, id: rows[0]?.id ?? '' }
  }
  return {
    ...database,
    folder,
    alat,
    simpan,
    impor: async (path, wilayah = BONTANG, tanggal = null) => {
      const { kab, id } = await simpan(path, wilayah, tanggal)
      const result = await jalankan(alat(wilayah), kab, id)
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
      return id
    },
    hitung: async (table, where = 'true') => {
      const { rows } = await database.admin.query<{ n: number }>(
        `select count(*)::int as n from ${table} where ${where}`,
      )
      return rows[0]?.n ?? -1
    },
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
