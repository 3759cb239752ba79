/** The letterhead of an office: as it was set, otherwise made of the names of the regions. */
import { type Kysely, sql } from 'kysely'
import { jabatanBawaan, kopBawaan, tempatBawaan, type WilayahKop } from '#domain/dokumen/kop.ts'
import type { KopSurat, Penanda } from '#domain/dokumen/surat.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import { isiBerkas } from '#server/berkas/simpan.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { regionPath } from '#server/wilayah/queries.ts'

export type Kop = {
  readonly wilayah: number
  readonly kantor: WilayahKop
  readonly baris: readonly string[]
  readonly alamat: string | null
  readonly telepon: string | null
  readonly tempat: string
  readonly logoId: string | null
  readonly penanda: readonly Penanda[]
  /** 0 while nobody has set one. */
  readonly versi: number
}

type Baris = {
  baris: string[]
  alamat: string | null
  telepon: string | null
  tempat: string
  logo_id: string | null
  penanda: Penanda[]
  versi: number
}

/** @returns null where there is no such region */
export async function kopOf(tx: Kysely<DB>, wilayah: number): Promise<Kop | null> {
  const [jalur, found] = await Promise.all([
    regionPath(tx, wilayah),
    sql<Baris>`select baris, alamat, telepon, tempat, logo_id, penanda, versi from kop_surat
      where kab = ${kabOf(wilayah)} and wilayah = ${wilayah}`.execute(tx),
  ])
  const kantor = jalur?.at(-1)
  if (!jalur || !kantor) return null
  const row = found.rows[0]
  if (row) return { wilayah, kantor, ...row, logoId: row.logo_id }
  return {
    wilayah,
    kantor,
    baris: kopBawaan(jalur),
    alamat: null,
    telepon: null,
    tempat: tempatBawaan(jalur),
    logoId: null,
    penanda: [{ jabatan: jabatanBawaan(kantor), nama: '', nip: null, pangkat: null }],
    versi: 0,
  }
}

/** The letterhead as a paper carries it, with the arms opened. */
export async function kopSurat(tx: Kysely<DB>, ring: KeyRing, kop: Kop): Promise<KopSurat> {
  const { baris, alamat, telepon, logoId, wilayah } = kop
  const logo = logoId
    ? await isiBerkas(tx, ring, { kab: kabOf(wilayah), id: logoId, bagian: 'kecil' })
    : null
  return { baris, alamat, telepon, logo }
}
