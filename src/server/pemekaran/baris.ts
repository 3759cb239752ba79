/** Plans of regions as the database has them, and as the contract shows them. */
import { type Kysely, sql } from 'kysely'
import type { Tempat, WilayahBaru } from '#domain/pemekaran/rencana.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Isi } from './pratinjau.ts'
import type { Pilihan } from './tujuan.ts'

export type BarisPemekaran = {
  readonly id: string
  readonly nama: string
  readonly wilayah: number
  readonly nama_wilayah: string
  readonly lo: number
  readonly hi: number
  readonly surat_nomor: string
  readonly surat_tanggal: string
  readonly berlaku: string
  readonly status: 'rancangan' | 'disetujui' | 'berjalan' | 'selesai' | 'dibatalkan'
  readonly wilayah_baru: readonly WilayahBaru[]
  readonly berakhir: readonly number[]
  readonly pengguna_id: string
  readonly oleh: string | null
  readonly dibuat_pada: Date
  readonly dimulai_oleh: string | null
  readonly disetujui_pada: Date | null
  readonly pekerjaan_id: string | null
  readonly selesai_pada: Date | null
  readonly hasil: { keluarga: number; baris: number; petugas: number } | null
  readonly alasan_batal: string | null
  readonly versi: number
}

/** The name of an officer who holds a role inside the reader's area; the policy of `penugasan` knows which. */
const namaDi = (kolom: string) =>
  sql`(select o.nama from pengguna o where o.id = ${sql.ref(kolom)} and exists (select from penugasan t where t.pengguna_id = o.id))`

/** Columns of {@link BarisPemekaran}, with their tables. */
export const pemekaranSql = sql`r.id, r.nama, r.wilayah, coalesce(w.nama, r.wilayah::text) as nama_wilayah, r.lo, r.hi, r.surat_nomor, r.surat_tanggal,
  r.berlaku, r.status, r.wilayah_baru, r.berakhir, r.pengguna_id, ${namaDi('r.pengguna_id')} as oleh, r.dibuat_pada, ${namaDi('r.dimulai_oleh')} as dimulai_oleh, r.disetujui_pada, r.pekerjaan_id,
  r.selesai_pada, r.hasil, r.alasan_batal, r.versi
  from pemekaran r left join wilayah w on w.kode = r.wilayah`

export const rencanaOf = (r: BarisPemekaran) => ({
  id: r.id,
  nama: r.nama,
  wilayah: r.wilayah,
  namaWilayah: r.nama_wilayah,
  suratNomor: r.surat_nomor,
  suratTanggal: r.surat_tanggal,
  berlaku: r.berlaku,
  status: r.status,
  oleh: r.oleh,
  dibuatPada: r.dibuat_pada.toISOString(),
  disetujuiOleh: r.dimulai_oleh,
  disetujuiPada: r.disetujui_pada?.toISOString() ?? null,
  pekerjaanId: r.pekerjaan_id,
  selesaiPada: r.selesai_pada?.toISOString() ?? null,
  alasanBatal: r.alasan_batal,
  versi: r.versi,
})

/** What the plan says of places, and the families that it names. */
export async function isiOf(tx: Kysely<DB>, r: BarisPemekaran): Promise<Isi> {
  const tempat =
    await sql<Tempat>`select dari, rt, ke, rt_ke as "rtKe" from pemekaran_tempat where pemekaran_id = ${r.id} order by dari, rt`.execute(
      tx,
    )
  const pilihan =
    await sql<Pilihan>`select kab, keluarga_id as id, dari, ke, rt_ke as "rtKe" from pemekaran_keluarga
    where pemekaran_id = ${r.id} and dipilih order by kab, keluarga_id`.execute(tx)
  return {
    wilayah: r.wilayah_baru,
    berakhir: r.berakhir,
    tempat: tempat.rows,
    pilihan: pilihan.rows,
  }
}
