/** Officers as the log shows them: by name within the reader's area, with their offices. */
import { type Kysely, sql } from 'kysely'
import { kantorOf } from '#domain/jejak/kantor.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { peranKata } from './kata.ts'
import { tempatOf } from './nama.ts'

type Tugas = {
  peran: string
  jenis: 'definitif' | 'plt' | 'plh'
  wilayah: number
  dari: string
  sampai: string | null
}

/** Assignments within the area, newest first. */
async function tugasOf(tx: Kysely<DB>, c: Cakupan, id: string): Promise<Tugas[]> {
  const found = await sql<Tugas>`
    select peran, jenis, wilayah, dari::text, sampai::text from penugasan
    where pengguna_id = ${id} and wilayah >= ${c.lo} and wilayah < ${c.hi} order by dari desc, id desc limit 50`.execute(
    tx,
  )
  return found.rows
}

const berlabel = (kode: string) => peranKata(kode) ?? { id: kode, en: kode }

/**
 * One officer with the assignments of the area; null for whoever never worked there.
 * @param dikenal the log of the area names them already
 */
export async function petugasOf(tx: Kysely<DB>, c: Cakupan, id: string, dikenal: boolean) {
  const tugas = await tugasOf(tx, c, id)
  if (tugas.length === 0 && !dikenal) return null
  const found = await sql<{ nama: string }>`select nama from pengguna where id = ${id}`.execute(tx)
  const nama = found.rows[0]?.nama
  if (nama === undefined) return null
  const tempat = await tempatOf(
    tx,
    tugas.map((t) => t.wilayah),
  )
  return {
    id,
    nama,
    tugas: tugas.map(({ wilayah, peran, ...t }) => ({
      ...t,
      peran: berlabel(peran),
      kantor: kantorOf(peran, tempat.get(wilayah) ?? null),
    })),
  }
}

/** Officers of the area whose name holds the words, or the one of an id; at most twenty. */
export async function cariPetugas(
  tx: Kysely<DB>,
  c: Cakupan,
  { q, id }: { q?: string | undefined; id?: string | undefined },
) {
  const pola = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`
  const found = await sql<{ id: string; nama: string; peran: string; wilayah: number }>`
    select distinct on (p.nama, p.id) p.id, p.nama, t.peran, t.wilayah
    from penugasan t join pengguna p on p.id = t.pengguna_id
    where t.wilayah >= ${c.lo} and t.wilayah < ${c.hi}
      and ${id === undefined ? sql`p.nama ilike ${pola}` : sql`p.id = ${id}`}
    order by p.nama, p.id, t.dari desc limit 20`.execute(tx)
  const tempat = await tempatOf(
    tx,
    found.rows.map((row) => row.wilayah),
  )
  return found.rows.map((row) => ({
    id: row.id,
    nama: row.nama,
    peran: berlabel(row.peran),
    kantor: kantorOf(row.peran, tempat.get(row.wilayah) ?? null),
  }))
}
