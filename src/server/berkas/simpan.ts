/** Keeps a file of evidence: its row, and its content sealed for that very row. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Guna } from '#domain/berkas/guna.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { KeyRing, Place } from '#server/kripto/segel.ts'

/** Whose it is: of a region, within it of an RT, within that of a family. */
export type Tempat = {
  readonly kab: number
  readonly wilayah: number
  readonly rt: number | null
  readonly keluargaId: string | null
}

export type BerkasBaru = {
  readonly tempat: Tempat
  readonly guna: Guna
  readonly jenis: 'image/jpeg' | 'application/pdf'
  readonly isi: Buffer
  /** A small copy of an image. */
  readonly kecil: Buffer | null
  readonly lebar: number | null
  readonly tinggi: number | null
  /** SHA-256 of the bytes as they were sent, hex. */
  readonly sidikKiriman: string
  readonly penggunaId: string
}

export type Bagian = 'isi' | 'kecil'

const tempatSegel = (kab: number, id: string, bagian: Bagian): Place => ({
  table: 'berkas_isi',
  column: 'isi_segel',
  row: `${kab}/${id}/${bagian}`,
})

/**
 * @returns the row that holds these bytes at this place: a new one, or the one that was there, also
 * when two send the same at once
 */
export async function simpanBerkas(
  tx: Kysely<DB>,
  ring: KeyRing,
  b: BerkasBaru,
): Promise<{ id: string; sidik: string; ukuran: number; sudahAda: boolean }> {
  const { kab, wilayah, rt, keluargaId } = b.tempat
  const sidik = createHash('sha256').update(b.isi).digest('hex')
  const made = await sql<{ id: string }>`
    insert into berkas (kab, wilayah, rt, keluarga_id, guna, jenis, ukuran, lebar, tinggi, sidik, sidik_kiriman, pengguna_id)
    values (${kab}, ${wilayah}, ${rt}, ${keluargaId}, ${b.guna}, ${b.jenis}, ${b.isi.length}, ${b.lebar}, ${b.tinggi}, ${sidik}, ${b.sidikKiriman}, ${b.penggunaId})
    on conflict do nothing returning id`.execute(tx)
  const id = made.rows[0]?.id
  if (id === undefined) {
    const before = await berkasSama(tx, b.tempat, b.guna, b.sidikKiriman)
    if (!before) throw new Error('A file was neither kept nor found')
    return { ...before, sudahAda: true }
  }
  const bagian: [Bagian, Buffer][] = [['isi', b.isi], ...kecilOf(b.kecil)]
  for (const [nama, bytes] of bagian) {
    const segel = ring.sealBytes(tempatSegel(kab, id, nama), bytes)
    await sql`insert into berkas_isi (kab, berkas_id, bagian, wilayah, rt, keluarga_id, isi_segel)
      values (${kab}, ${id}, ${nama}, ${wilayah}, ${rt}, ${keluargaId}, ${segel})`.execute(tx)
  }
  return { id, sidik, ukuran: b.isi.length, sudahAda: false }
}

const kecilOf = (kecil: Buffer | null): [Bagian, Buffer][] => (kecil ? [['kecil', kecil]] : [])

/** The file of the same bytes that was sent to the same place before. */
export async function berkasSama(
  tx: Kysely<DB>,
  { kab, wilayah, rt, keluargaId }: Tempat,
  guna: Guna,
  sidikKiriman: string,
): Promise<{ id: string; sidik: string; ukuran: number } | undefined> {
  const found = await sql<{ id: string; sidik: string; ukuran: number }>`
    select id, sidik, ukuran from berkas where kab = ${kab} and wilayah = ${wilayah} and rt is not distinct from ${rt}::smallint
      and keluarga_id is not distinct from ${keluargaId}::uuid and guna = ${guna} and sidik_kiriman = ${sidikKiriman}`.execute(
    tx,
  )
  return found.rows[0]
}

/** The content of a file, opened; null where it has no such part, or lies outside the area. */
export async function isiBerkas(
  tx: Kysely<DB>,
  ring: KeyRing,
  { kab, id, bagian }: { kab: number; id: string; bagian: Bagian },
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('berkas_isi')
    .select('isi_segel')
    .where('kab', '=', kab)
    .where('berkas_id', '=', id)
    .where('bagian', '=', bagian)
    .executeTakeFirst()
  return row ? ring.openBytes(tempatSegel(kab, id, bagian), row.isi_segel) : null
}
