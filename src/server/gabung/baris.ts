/** Proposals to merge and unmerge as the database has them, inside the reader's area. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Gabungan } from '#domain/gabung/gabungkan.ts'
import type { PasanganOrang } from '#domain/gabung/keluarga.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type BarisGabung = {
  readonly kab: number
  readonly id: string
  readonly arah: 'gabung' | 'pisah'
  readonly jenis: 'individu' | 'keluarga'
  readonly wilayah: number
  readonly nama_wilayah: string
  readonly ke_id: string
  readonly dari_kab: number
  readonly dari_id: string
  readonly nama_ke: string | null
  readonly nama_dari: string | null
  readonly orang: readonly PasanganOrang[]
  readonly ambil: readonly string[]
  readonly asal_id: string | null
  readonly pasangan_kab: number | null
  readonly pasangan_id: string | null
  readonly alasan: string
  readonly perlu: number
  readonly setuju: readonly string[]
  readonly status: 'diajukan' | 'dilaksanakan' | 'ditolak' | 'dibatalkan'
  readonly dipisah_pada: Date | null
  readonly pengusul_id: string
  readonly pengusul: string
  readonly versi: number
  readonly dibuat_pada: Date
}

const nama = (kab: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`case g.jenis
  when 'individu' then (select i.nama from individu i where i.kab = ${kab} and i.id = ${id})
  else (select k.nama_kepala from keluarga k where k.kab = ${kab} and k.id = ${id}) end`

/** Columns of {@link BarisGabung}. */
const kolom = sql`g.kab, g.id, g.arah, g.jenis, g.wilayah, coalesce(w.nama, 'Indonesia') as nama_wilayah, g.ke_id, g.dari_kab, g.dari_id,
  ${nama(sql`g.kab`, sql`g.ke_id`)} as nama_ke, ${nama(sql`g.dari_kab`, sql`g.dari_id`)} as nama_dari, g.orang, g.ambil, g.asal_id,
  g.pasangan_kab, g.pasangan_id, g.alasan, g.perlu, g.status, g.dipisah_pada, g.pengusul_id, p.nama as pengusul, g.versi, g.dibuat_pada,
  array(select l.pengguna_id::text from gabung_langkah l where l.kab = g.kab and l.gabung_id = g.id and l.aksi = 'setuju') as setuju`
const dari = sql`gabung g join pengguna p on p.id = g.pengusul_id left join wilayah w on w.kode = g.wilayah`

/** Newest first. */
export async function daftarGabung(
  tx: Kysely<DB>,
  c: Cakupan,
  syarat: RawBuilder<unknown>,
  batas: number,
): Promise<readonly BarisGabung[]> {
  const found = await sql<BarisGabung>`select ${kolom} from ${dari}
    where ${inArea(c, 'g', null)} and ${syarat} order by g.id desc limit ${batas}`.execute(tx)
  return found.rows
}

/** @param kunci holds it until the transaction ends */
export async function satuGabung(
  tx: Kysely<DB>,
  c: Cakupan,
  kab: number,
  id: string,
  kunci = false,
): Promise<BarisGabung | undefined> {
  if (kunci)
    await sql`select 1 from gabung g where g.kab = ${kab} and g.id = ${id} and ${inArea(c, 'g', null)} for update`.execute(
      tx,
    )
  const [row] = await daftarGabung(tx, c, sql`g.kab = ${kab} and g.id = ${id}`, 1)
  return row
}

/** The merge that a proposal speaks of, on a day. */
export const gabunganOf = (g: BarisGabung, hari: string): Gabungan => ({
  jenis: g.jenis,
  ke: { kab: g.kab, id: g.ke_id },
  dari: { kab: g.dari_kab, id: g.dari_id },
  orang: g.orang,
  ambil: g.ambil,
  hari,
})
