/** SQL of the questions that imports leave open, and of the rows that wait for their answers. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import type { Pengguna } from '#server/http/context.ts'

export type BarisPertanyaan = {
  id: string
  jenis: 'wilayah' | 'urutan_tanggal'
  nilai: string
  jumlah_baris: number
  pilihan: unknown
  jawaban: string | null
  pengguna_id: string | null
  peran: string | null
  pada: Date | null
}

export async function questions(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
): Promise<BarisPertanyaan[]> {
  const found = await sql<BarisPertanyaan>`select id, jenis, nilai, jumlah_baris, pilihan, jawaban,
      dijawab_oleh as pengguna_id, dijawab_peran as peran, dijawab_pada as pada from impor_pertanyaan
    where kab = ${kab} and impor_id = ${id} order by jawaban is not null, jumlah_baris desc, nilai`.execute(
    tx,
  )
  return found.rows
}

/** Holds the questions of an import until the transaction ends: a second answer waits for the first. */
export async function holdQuestions(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
): Promise<void> {
  await sql`select 1 from impor_pertanyaan where kab = ${kab} and impor_id = ${id} order by id for update`.execute(
    tx,
  )
}

export async function answer(
  tx: Kysely<DB>,
  kab: number,
  imporId: string,
  id: string,
  nilai: string,
  oleh: Pick<Pengguna, 'id' | 'peran'>,
): Promise<boolean> {
  const done =
    await sql`update impor_pertanyaan set jawaban = ${nilai}, dijawab_oleh = ${oleh.id}, dijawab_peran = ${oleh.peran}, dijawab_pada = now()
    where kab = ${kab} and impor_id = ${imporId} and id = ${id}`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Held rows that wait for an answer of this kind. */
export async function waitingRows(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
): Promise<string[]> {
  const found = await sql<{ id: string }>`select r.id from rekaman_sumber r
    where r.kab = ${kab} and r.impor_id = ${id} and r.status = 'ditahan' and exists (
      select from impor_temuan t where t.kab = r.kab and t.rekaman_id = r.id
        and t.kode in ('wilayah_belum_dikenal', 'tanggal_menunggu_jawaban', 'ruta_ditangguhkan', 'ruta_tidak_ada'))`.execute(
    tx,
  )
  return found.rows.map((r) => r.id)
}

export async function villagesOf(tx: Kysely<DB>, lo: number, hi: number) {
  const found = await sql<{ kode: number; nama: string; kecamatan: string }>`
    select d.kode, d.nama, k.nama as kecamatan from wilayah d join wilayah k on k.kode = d.induk
    where d.tingkat = 'desa' and d.kode >= ${lo} and d.kode < ${hi} order by d.kode limit 2000`.execute(
    tx,
  )
  return found.rows
}
