/** What judging a file needs to know from the database: regions and the answers already given. */
import type pg from 'pg'
import type { UrutanTanggal } from '#domain/impor/tanggal.ts'
import { type BarisWilayah, PetaWilayah } from '#domain/impor/wilayah-peta.ts'
import { type Cakupan, kabOf } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'

export type Acuan = {
  readonly wilayah: PetaWilayah
  /** Codes PPKKCC that exist. */
  readonly kecamatan: ReadonlySet<number>
  readonly urutanTanggal: UrutanTanggal | null
}

/** Reads the regions and all answers of the sender's area; those of this file go before older ones. */
export async function loadAcuan(pool: pg.Pool, cakupan: Cakupan, imporId: string): Promise<Acuan> {
  const client = await pool.connect()
  try {
    await client.query(`begin; ${scopeStatements(cakupan)}`)
    const rows = await client.query<BarisWilayah>(
      'select kode, tingkat, nama, kode_bps from wilayah where berlaku_sampai is null',
    )
    const answers = await client.query<{
      jenis: string
      nilai: string
      jawaban: string
      ini: boolean
    }>(
      `select jenis, nilai, jawaban, impor_id = $1 as ini from impor_pertanyaan
       where jawaban is not null order by impor_id = $1, dijawab_pada`,
      [imporId],
    )
    await client.query('commit')
    const regions = answers.rows.filter((a) => a.jenis === 'wilayah')
    const jawaban = new Map(regions.map((a) => [a.nilai, Number(a.jawaban)]))
    const order = answers.rows.find((a) => a.jenis === 'urutan_tanggal' && a.ini)?.jawaban
    const single = kabOf(cakupan.lo) === kabOf(cakupan.hi - 1)
    return {
      wilayah: new PetaWilayah(rows.rows, jawaban, single ? kabOf(cakupan.lo) * 1e6 : null),
      kecamatan: new Set(
        rows.rows.filter((r) => r.tingkat === 'kecamatan').map((r) => r.kode / 1e4),
      ),
      urutanTanggal: order === 'bulan_dulu' || order === 'hari_dulu' ? order : null,
    }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
