/** Notices with their objections as the database has them, inside the reader's area. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { KeadaanPemberitahuan, SebabPemberitahuan } from '#domain/keberatan/keadaan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type BarisPemberitahuan = {
  kab: number
  id: string
  keluarga_id: string
  nama_kepala: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  kantor: number
  sebab: SebabPemberitahuan
  program: string | null
  daftar_id: string | null
  usulan_id: string | null
  alasan: string
  dasar: string
  nomor: string | null
  tanggal: string
  keberatan_sampai: string
  status: 'berjalan' | 'berlaku' | 'batal'
  status_sebab: string | null
  pengguna_id: string
  keberatan_id: string | null
  pemohon: string | null
  hubungan: string | null
  keberatan_alasan: string | null
  berkas_id: string | null
  keberatan_tanggal: string | null
  tenggat: string | null
  diterima_oleh: string | null
  penerima: string | null
  keberatan_dokumen: string | null
  keberatan_status: 'terbuka' | 'dikabulkan' | 'ditolak' | null
  pemutus: string | null
  diputus_pada: Date | null
  diputus_cadangan: boolean | null
  putusan_alasan: string | null
}

const dari = sql`pemberitahuan n left join keberatan b on b.kab = n.kab and b.pemberitahuan_id = n.id`
const kolom = sql`n.kab, n.id, n.keluarga_id, n.nama_kepala, n.wilayah, coalesce(w.nama, n.wilayah::text) as nama_wilayah, n.rt, n.kantor,
  n.sebab, n.program, n.daftar_id, n.usulan_id, n.alasan, n.dasar, n.nomor, n.tanggal::text, n.keberatan_sampai::text, n.status, n.status_sebab,
  n.pengguna_id, b.id as keberatan_id, b.pemohon, b.hubungan, b.alasan as keberatan_alasan, b.berkas_id, b.tanggal::text as keberatan_tanggal,
  b.tenggat::text, b.diterima_oleh, p.nama as penerima, b.dokumen_id as keberatan_dokumen, b.status as keberatan_status,
  q.nama as pemutus, b.diputus_pada, b.diputus_cadangan, b.putusan_alasan`
const sambung = sql`left join wilayah w on w.kode = n.wilayah
  left join pengguna p on p.id = b.diterima_oleh left join pengguna q on q.id = b.diputus_oleh`

/** The states as conditions over `n` and `b`; the same as `keadaanOf`. */
const syarat = (k: KeadaanPemberitahuan, today: string): RawBuilder<boolean> => {
  const berjalan = sql`n.status = 'berjalan' and b.status is distinct from 'terbuka'`
  const kata: Record<KeadaanPemberitahuan, RawBuilder<boolean>> = {
    menunggu: sql`${berjalan} and n.keberatan_sampai >= ${today}::date`,
    selesai: sql`${berjalan} and n.keberatan_sampai < ${today}::date`,
    keberatan: sql`n.status = 'berjalan' and b.status = 'terbuka'`,
    berlaku: sql`n.status = 'berlaku'`,
    dikabulkan: sql`n.status = 'batal' and n.status_sebab = 'keberatan_dikabulkan'`,
    batal: sql`n.status = 'batal' and n.status_sebab <> 'keberatan_dikabulkan'`,
  }
  return kata[k]
}

export type SaringanPemberitahuan = {
  readonly area: Cakupan
  readonly today: string
  readonly keadaan?: KeadaanPemberitahuan | undefined
  readonly daftar?: string | undefined
  readonly keluarga?: string | undefined
}

const saring = (f: SaringanPemberitahuan): RawBuilder<boolean> =>
  sql.join(
    [
      inArea(f.area, 'n'),
      ...(f.daftar ? [sql`n.daftar_id = ${f.daftar}`] : []),
      ...(f.keluarga ? [sql`n.keluarga_id = ${f.keluarga}`] : []),
    ],
    sql` and `,
  )

/** Newest first, after the one named. */
export async function daftarPemberitahuan(
  tx: Kysely<DB>,
  f: SaringanPemberitahuan,
  setelah: string | null,
  batas: number,
): Promise<readonly BarisPemberitahuan[]> {
  const keadaan = f.keadaan ? syarat(f.keadaan, f.today) : sql`true`
  const found = await sql<BarisPemberitahuan>`select ${kolom} from ${dari} ${sambung}
    where ${saring(f)} and ${keadaan} and (${setelah}::uuid is null or n.id < ${setelah}::uuid) order by n.id desc limit ${batas}`.execute(
    tx,
  )
  return found.rows
}

/** One notice by its id or that of its objection, held until the transaction ends. */
export async function dipegang(
  tx: Kysely<DB>,
  c: Cakupan,
  kab: number,
  siapa: { readonly pemberitahuan: string } | { readonly keberatan: string },
): Promise<BarisPemberitahuan | undefined> {
  const ini =
    'pemberitahuan' in siapa ? sql`n.id = ${siapa.pemberitahuan}` : sql`b.id = ${siapa.keberatan}`
  await sql`select 1 from pemberitahuan k where k.kab = ${kab} and k.id in (select n.id from ${dari} where n.kab = ${kab} and ${ini})
    and ${inArea(c, 'k')} for update`.execute(tx)
  const found = await sql<BarisPemberitahuan>`select ${kolom} from ${dari} ${sambung}
    where n.kab = ${kab} and ${ini} and ${inArea(c, 'n')}`.execute(tx)
  return found.rows[0]
}

export async function hitungPemberitahuan(tx: Kysely<DB>, f: SaringanPemberitahuan) {
  const banyak = (k: KeadaanPemberitahuan) =>
    sql`(count(*) filter (where ${syarat(k, f.today)}))::int`
  const found = await sql<{
    menunggu: number
    keberatan: number
    terlambat: number
    selesai: number
    berlaku: number
    dikabulkan: number
    batal: number
    belumTercetak: number
  }>`select ${banyak('menunggu')} as menunggu, ${banyak('keberatan')} as keberatan,
      (count(*) filter (where b.status = 'terbuka' and b.tenggat < ${f.today}::date))::int as terlambat, ${banyak('selesai')} as selesai,
      ${banyak('berlaku')} as berlaku, ${banyak('dikabulkan')} as dikabulkan, ${banyak('batal')} as batal,
      (count(*) filter (where n.dokumen_id is null and n.status = 'berjalan'))::int as "belumTercetak"
    from ${dari} where ${saring(f)}`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Error('A count has one row')
  return row
}
