/** Reads of the register of papers. */
import { type Kysely, sql } from 'kysely'
import { namaJenis } from '#domain/dokumen/jenis.ts'
import type { Label } from '#domain/label.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type DokumenTerbuka = {
  jenis: Label
  nomor: string
  tanggal: string
  sidik: string
  status: 'berlaku' | 'dicabut' | 'diganti'
  statusPada: string | null
  /** Of minutes: SHA-256 over the decisions, and the last day on which they hold. */
  meterai: string | null
  berlakuSampai: string | null
  /** The meeting whose decisions it binds, to look whether they still are what was signed. */
  rapat: { kab: number; id: string; wilayah: number } | null
}

const kodeLengkap = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
/** Belongs to no paper: what is no code at all costs the same question as one that is. */
const kodeKosong = '00000000-0000-0000-0000-000000000000'

/** What anybody may know who holds the code; null alike for an unknown and an impossible one. */
export async function dokumenTerbuka(tx: Kysely<DB>, kode: string): Promise<DokumenTerbuka | null> {
  const dicari = kodeLengkap.test(kode) ? kode : kodeKosong
  const found = await sql<Omit<DokumenTerbuka, 'jenis'> & { jenis: string }>`
    select jenis, nomor, tanggal::text, sidik, status, to_json(status_pada)#>>'{}' as "statusPada", meterai, berlaku_sampai::text as "berlakuSampai",
      case when meterai is not null then json_build_object('kab', kab, 'id', musyawarah_id, 'wilayah', wilayah) end as rapat
    from dokumen_terbuka(${dicari}::uuid)`.execute(tx)
  const row = found.rows[0]
  return row ? { ...row, jenis: namaJenis(row.jenis) } : null
}

export const dokumenRow = (tx: Kysely<DB>, c: Cakupan, kab: number, id: string) =>
  tx
    .selectFrom('dokumen as d')
    .select(['jenis', 'nomor', 'wilayah', 'keluarga_id', 'berkas_id', 'status'])
    .where('kab', '=', kab)
    .where('id', '=', id)
    .where(inArea(c, 'd'))
    .executeTakeFirst()

/** Papers of the area, newest first, one page. */
export async function dokumenDaftar(
  tx: Kysely<DB>,
  c: Cakupan,
  setelah: string | null,
  batas: number,
) {
  const found = await sql<
    Omit<DokumenTerbuka, 'jenis' | 'meterai' | 'berlakuSampai' | 'rapat'> & {
      kab: number
      id: string
      jenis: string
      penerbit: string | null
    }
  >`
    select d.kab, d.id, d.jenis, d.nomor, d.tanggal::text, d.sidik, d.status, to_json(d.status_pada)#>>'{}' as "statusPada",
      (select p.nama from pengguna p where p.id = d.pengguna_id and exists (
        select from penugasan t where t.pengguna_id = p.id and t.wilayah >= ${c.lo} and t.wilayah < ${c.hi})) as penerbit
    from dokumen d where ${inArea(c, 'd')} and (${setelah}::uuid is null or d.id < ${setelah}::uuid)
    order by d.id desc limit ${batas}`.execute(tx)
  return found.rows.map((row) => ({ ...row, jenis: namaJenis(row.jenis) }))
}
