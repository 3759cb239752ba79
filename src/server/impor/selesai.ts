/** Ends an import: roll-ups, questions, the count of rows, and the staging tables away. */
import type { PoolClient } from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import type { Bagian } from './gabung/bagian.ts'
import { rekapStatements } from './gabung/rekap.ts'
import { isPeringkatLuar, sumberOf } from './peta.ts'
import { dropStaging } from './staging/tabel.ts'

type Hitungan = {
  baris: number
  diterima: number
  ditandai: number
  ditahan: number
  tidak_berubah: number
}

/** Rows by what became of them; every row of the file is in exactly one of the three. */
export async function hitung(client: PoolClient, p: string): Promise<Hitungan> {
  const { rows } = await client.query<Hitungan>(
    `select (select count(*) from ${p}_baris)::int as baris,
       count(*) filter (where t.n is null)::int as diterima, count(t.n)::int as ditandai,
       ((select count(*) from ${p}_baris) - count(*))::int as ditahan,
       count(*) filter (where w.sama and not w.dari_sini)::int as tidak_berubah
     from ${p}_w_baris w left join ${p}_tanda t on t.n = w.n`,
  )
  const [counted] = rows
  if (!counted) throw new Error('an aggregate without a row')
  return counted
}

type Tujuan = Omit<Bagian, 'batch' | 'dari' | 'sampai'>

/** Ranks made elsewhere, and people of other sources, change no count of the registry. */
const rekapOf = (b: Tujuan): string[] =>
  isPeringkatLuar(b.kelompok) || sumberOf(b.kelompok) !== null ? [] : rekapStatements(b)

/** What held rows wait for, asked once per distinct value. */
export const pertanyaanStatements = (b: Tujuan): string[] => [
  `insert into impor_pertanyaan (kab, impor_id, jenis, nilai, jumlah_baris, wilayah)
   select ${b.kab}, '${b.imporId}', 'wilayah', t.rincian ->> 'tulisan', count(*), ${b.wilayah}
   from ${b.p}_temuan t where t.kode = 'wilayah_belum_dikenal' group by t.rincian ->> 'tulisan'
   on conflict (kab, impor_id, jenis, nilai) do update set jumlah_baris = excluded.jumlah_baris`,
  `insert into impor_pertanyaan (kab, impor_id, jenis, nilai, jumlah_baris, pilihan, wilayah)
   select ${b.kab}, '${b.imporId}', 'urutan_tanggal', 'tanggal_lahir', count(*), '["hari_dulu", "bulan_dulu"]', ${b.wilayah}
   from ${b.p}_temuan t where t.kode = 'tanggal_menunggu_jawaban' having count(*) > 0
   on conflict (kab, impor_id, jenis, nilai) do update set jumlah_baris = excluded.jumlah_baris`,
]

/** The last transaction of an import. */
export async function selesaikan(
  client: PoolClient,
  cakupan: Cakupan,
  b: Tujuan,
): Promise<Hitungan> {
  await client.query(
    `begin; ${scopeStatements(cakupan)}; set local work_mem = '96MB'; set local jit = off`,
  )
  try {
    for (const statement of [...rekapOf(b), ...pertanyaanStatements(b)])
      await client.query(statement)
    const h = await hitung(client, b.p)
    await client.query(
      `update impor set status = 'selesai', selesai_pada = now(), jumlah_baris = $3, diterima = $4, ditandai = $5, ditahan = $6, tidak_berubah = $7
       where kab = $1 and id = $2`,
      [b.kab, b.imporId, h.baris, h.diterima, h.ditandai, h.ditahan, h.tidak_berubah],
    )
    await client.query('commit')
    await dropStaging(client, b.imporId)
    return h
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Ends a retry: rows that were mended give their place to the new ones, and the counts follow. */
export async function selesaikanUlang(
  client: PoolClient,
  cakupan: Cakupan,
  b: Tujuan,
): Promise<Hitungan> {
  await client.query(`begin; ${scopeStatements(cakupan)}; set local jit = off`)
  try {
    for (const statement of [...rekapOf(b), ...pertanyaanStatements(b)])
      await client.query(statement)
    const h = await hitung(client, b.p)
    await client.query(
      `update rekaman_sumber r set status = 'diganti' from ${b.p}_baris o
       where r.kab = ${b.kab} and r.id = o.asal and r.status = 'ditahan'`,
    )
    await client.query(
      `update impor set status = 'selesai', diterima = diterima + $3, ditandai = ditandai + $4, ditahan = ditahan - $3 - $4
       where kab = $1 and id = $2`,
      [b.kab, b.imporId, h.diterima, h.ditandai],
    )
    await client.query('commit')
    await dropStaging(client, b.imporId)
    return h
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
