/** SQL of the import pages: imports, findings, held rows; each in the reader's area. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import type { Pengguna } from '#server/http/context.ts'
import type { CatatanBerkas, LembarDikenal } from './baca-berkas.ts'

export type BarisImpor = {
  kab: number
  id: string
  nama_berkas: string
  ukuran: number
  wilayah: number
  nama_wilayah: string
  format: string | null
  sidik: string
  tanggal_data: string | null
  status: 'diunggah' | 'dibaca' | 'digabung' | 'selesai' | 'ditolak' | 'gagal'
  masalah: { code: string; detail?: object } | null
  judul_kolom: Record<string, LembarDikenal> | null
  catatan_berkas: CatatanBerkas[]
  jumlah_baris: number | null
  diterima: number
  ditandai: number
  ditahan: number
  tidak_berubah: number
  ringkasan: Record<string, number>
  pekerjaan_id: string | null
  pengunggah: string | null
  dibuat_pada: string
  selesai_pada: string | null
}

/** A job that a bug ended leaves the import where it stood: then the import has failed. */
const columns = sql<BarisImpor>`i.kab, i.id, i.nama_berkas, i.ukuran, i.wilayah, coalesce(w.nama, '') as nama_wilayah, i.format, i.sidik, i.tanggal_data,
  case when p.status = 'gagal' and i.status in ('diunggah', 'dibaca', 'digabung') then 'gagal' else i.status end as status,
  coalesce(i.masalah, case when p.status = 'gagal' then p.masalah end) as masalah,
  i.judul_kolom, i.catatan_berkas, i.jumlah_baris, i.diterima, i.ditandai, i.ditahan, i.tidak_berubah, i.ringkasan, i.pekerjaan_id,
  u.nama as pengunggah, to_json(i.dibuat_pada)#>>'{}' as dibuat_pada, to_json(i.selesai_pada)#>>'{}' as selesai_pada`
const joins = sql`from impor i left join wilayah w on w.kode = i.wilayah left join pengguna u on u.id = i.pengguna_id
  left join pekerjaan p on p.id = i.pekerjaan_id`

export async function imports(
  tx: Kysely<DB>,
  setelah: string | null,
  batas: number,
): Promise<BarisImpor[]> {
  const found = await sql<BarisImpor>`select ${columns} ${joins}
    where ${setelah}::uuid is null or i.id < ${setelah}::uuid order by i.id desc limit ${batas}`.execute(
    tx,
  )
  return found.rows
}

export async function importById(tx: Kysely<DB>, id: string): Promise<BarisImpor | undefined> {
  const found = await sql<BarisImpor>`select ${columns} ${joins} where i.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** An earlier import of the same bytes for the same area that was not refused. */
export async function sameFile(tx: Kysely<DB>, kab: number, wilayah: number, sidik: string) {
  const found = await sql<{
    id: string
    pekerjaan_id: string | null
  }>`select i.id, i.pekerjaan_id from impor i
    where i.kab = ${kab} and i.wilayah = ${wilayah} and i.sidik = ${sidik} and i.status not in ('ditolak', 'gagal')
      and not exists (select from pekerjaan p where p.id = i.pekerjaan_id and p.status in ('gagal', 'dibatalkan'))
    order by i.id desc limit 1`.execute(tx)
  return found.rows[0]
}

export type ImporBaru = {
  kab: number
  wilayah: number
  namaBerkas: string
  sidik: string
  ukuran: number
  tanggalData: string | null
  penggunaId: string | null
}

export async function insertImport(tx: Kysely<DB>, b: ImporBaru): Promise<string> {
  const made = await sql<{
    id: string
  }>`insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, tanggal_data, pengguna_id)
    values (${b.kab}, ${b.wilayah}, ${b.namaBerkas}, ${b.sidik}, ${b.ukuran}, ${b.tanggalData}, ${b.penggunaId}) returning id`.execute(
    tx,
  )
  const id = made.rows[0]?.id
  if (!id) throw new Error('The import was not written')
  return id
}

export async function setJob(
  tx: Kysely<DB>,
  kab: number,
  id: string,
  pekerjaanId: string,
): Promise<void> {
  await sql`update impor set pekerjaan_id = ${pekerjaanId} where kab = ${kab} and id = ${id}`.execute(
    tx,
  )
}

export async function causes(tx: Kysely<DB>, { kab, id }: { kab: number; id: string }) {
  const found = await sql<{
    kode: string
    tingkat: 'salah' | 'perlu_dicek' | 'catatan'
    jumlah: number
  }>`
    select t.kode, t.tingkat, count(*)::int as jumlah from impor_temuan t
    where t.kab = ${kab} and t.impor_id = ${id} and ${current} group by 1, 2 order by 3 desc`.execute(
    tx,
  )
  return found.rows
}

/** A mended row takes its old findings out of sight. */
const current = sql<boolean>`not exists (select from rekaman_sumber m where m.kab = t.kab and m.id = t.rekaman_id and m.status = 'diganti')`

export type BarisTemuan = {
  lembar: number
  baris: number
  urutan: number
  kolom: string | null
  nilai: string | null
  tingkat: 'salah' | 'perlu_dicek' | 'catatan'
  kode: string
  rincian: Record<string, unknown> | null
  rekaman_id: string | null
  kab: number
  keluarga_id: string | null
  kab_keluarga: number | null
}

export type Halaman = {
  tingkat?: string | undefined
  kode?: string | undefined
  setelah: readonly number[]
  batas: number
}

export async function findings(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
  h: Halaman,
): Promise<BarisTemuan[]> {
  const [lembar = 0, baris = 0, urutan = 0] = h.setelah
  const found =
    await sql<BarisTemuan>`select t.lembar, t.baris, t.urutan, t.kolom, t.nilai, t.tingkat, t.kode, t.rincian, t.rekaman_id, t.kab, t.keluarga_id,
      (t.wilayah / 1000000)::int as kab_keluarga
    from impor_temuan t where t.kab = ${kab} and t.impor_id = ${id} and (t.lembar, t.baris, t.urutan) > (${lembar}, ${baris}, ${urutan})
      and (${h.tingkat ?? null}::text is null or t.tingkat = ${h.tingkat ?? null}) and (${h.kode ?? null}::text is null or t.kode = ${h.kode ?? null})
      and ${current}
    order by t.lembar, t.baris, t.urutan limit ${h.batas}`.execute(tx)
  return found.rows
}

export type BarisDitahan = { id: string; kab: number; lembar: number; baris: number; isi: string[] }

export async function heldRows(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
  setelah: readonly number[],
  batas: number,
): Promise<BarisDitahan[]> {
  const [lembar = 0, baris = 0] = setelah
  const found = await sql<BarisDitahan>`select id, kab, lembar, baris, isi from rekaman_sumber
    where kab = ${kab} and impor_id = ${id} and status = 'ditahan' and (lembar, baris) > (${lembar}, ${baris})
    order by lembar, baris limit ${batas}`.execute(tx)
  return found.rows
}

/** Those of the named rows that are still held; nobody else mends them until the transaction ends. */
export async function heldById(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
  ids: readonly string[],
): Promise<BarisDitahan[]> {
  const found = await sql<BarisDitahan>`select id, kab, lembar, baris, isi from rekaman_sumber
    where kab = ${kab} and impor_id = ${id} and status = 'ditahan' and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  )
  return found.rows
}

/** All held rows of an import. */
export async function heldIds(
  tx: Kysely<DB>,
  { kab, id }: { kab: number; id: string },
): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from rekaman_sumber
    where kab = ${kab} and impor_id = ${id} and status = 'ditahan' order by id`.execute(tx)
  return found.rows.map((r) => r.id)
}

export async function findingsOf(
  tx: Kysely<DB>,
  kab: number,
  rekamanIds: readonly string[],
): Promise<BarisTemuan[]> {
  const found = await sql<BarisTemuan>`select t.*, null::int as kab_keluarga from impor_temuan t
    where t.kab = ${kab} and t.rekaman_id = any(${rekamanIds}::uuid[]) order by t.tingkat desc, t.urutan`.execute(
    tx,
  )
  return found.rows
}

/** Keeps the row as it came and puts an edited copy in its place. */
export async function replaceHeld(
  tx: Kysely<DB>,
  kab: number,
  id: string,
  isi: readonly string[],
  oleh: Pick<Pengguna, 'id' | 'peran'>,
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into rekaman_sumber (kab, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, hash, isi, status, asal_id, wilayah, rt)
    select kab, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, decode(md5(array_to_string(${isi}::text[], E'\\x1f')), 'hex'), ${isi}::text[], 'ditahan', id, wilayah, rt
    from rekaman_sumber where kab = ${kab} and id = ${id} and status = 'ditahan' returning id`.execute(
    tx,
  )
  await sql`update rekaman_sumber set status = 'diganti', diganti_oleh = ${oleh.id}, diganti_peran = ${oleh.peran}, diganti_pada = now()
    where kab = ${kab} and id = ${id}`.execute(tx)
  return made.rows[0]?.id ?? ''
}
