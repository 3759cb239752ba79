/** One family: its rows as they stand in the registry, before they are put into words. */
import { type Kysely, sql } from 'kysely'
import { type Cakupan, tingkat, wilayahAt } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type FamilyId = { readonly kab: number; readonly id: string }

/** The family and its house; undefined outside the area. */
export const familyRow = (tx: Kysely<DB>, c: Cakupan, { kab, id }: FamilyId) =>
  tx
    .selectFrom('keluarga as k')
    .innerJoin('ruta as r', (join) =>
      join.onRef('r.kab', '=', 'k.kab').onRef('r.id', '=', 'k.ruta_id'),
    )
    .selectAll('k')
    .select([
      'r.sls',
      'r.lintang',
      'r.bujur',
      'r.jumlah_anggota as anggota_ruta',
      'r.survei_id as survei_ruta_id',
    ])
    .where('k.kab', '=', kab)
    .where('k.id', '=', id)
    .where(inArea(c, 'k', 'id'))
    .executeTakeFirst()

export type FamilyRow = NonNullable<Awaited<ReturnType<typeof familyRow>>>

export const memberRows = (tx: Kysely<DB>, { kab, id }: FamilyId) =>
  tx
    .selectFrom('individu')
    .selectAll()
    .where('kab', '=', kab)
    .where('keluarga_id', '=', id)
    .orderBy(sql`coalesce(urutan, 999)`)
    .orderBy('id')
    .execute()

/**
 * Records that were merged into this family and its members, through any number of merges: their history is
 * read together with it (docs/adr/0034).
 */
export async function mergedInto(
  tx: Kysely<DB>,
  { kab, id }: FamilyId,
): Promise<{
  keluarga: readonly FamilyId[]
  orang: readonly { id: string; nama: string }[]
}> {
  const keluarga = await sql<FamilyId>`
    with recursive r as (
      select ${kab}::smallint as kab, ${id}::uuid as id
      union select k.kab, k.id from keluarga k join r on k.digabung_id = r.id and k.digabung_kab = r.kab)
    select kab, id from r`.execute(tx)
  const orang = await sql<{ id: string; nama: string }>`
    with recursive r as (
      select i.kab, i.id, i.nama, false as ikut from individu i where i.kab = ${kab} and i.keluarga_id = ${id}
      union select i.kab, i.id, i.nama, true from individu i join r on i.digabung_kab = r.kab and i.digabung_id = r.id)
    select distinct id, nama from r where ikut`.execute(tx)
  return { keluarga: keluarga.rows, orang: orang.rows }
}

export type MemberRow = Awaited<ReturnType<typeof memberRows>>[number]

export const otherFamilies = (tx: Kysely<DB>, c: Cakupan, row: FamilyRow) =>
  tx
    .selectFrom('keluarga as k')
    .select(['id', 'kab', 'nama_kepala as namaKepala', 'jumlah_anggota as jumlahAnggota'])
    .where('kab', '=', row.kab)
    .where('ruta_id', '=', row.ruta_id)
    .where('id', '<>', row.id)
    .where('status', '=', 'aktif')
    .where(inArea(c, 'k', 'id'))
    .orderBy('urutan_ruta')
    .orderBy('id')
    .execute()

type SurveyTable = 'survei_ruta' | 'survei_keluarga' | 'survei_individu'
export type SurveyRow = Record<string, number | string | null> & {
  id: string
  tanggal: string
  sumber: string
}

/** Rows of answers by their ids, as plain columns. */
export async function surveyRows(
  tx: Kysely<DB>,
  table: SurveyTable,
  kab: number,
  ids: readonly (string | null)[],
): Promise<SurveyRow[]> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return []
  const found =
    await sql<SurveyRow>`select * from ${sql.table(table)} where kab = ${kab} and id = any (${wanted}::uuid[])`.execute(
      tx,
    )
  return found.rows
}

export const eligibilityRows = (tx: Kysely<DB>, { kab, id }: FamilyId) =>
  tx
    .selectFrom('kelayakan')
    .select(['status', 'dasar', 'tanggal', 'berlaku_sampai as berlakuSampai'])
    .where('kab', '=', kab)
    .where('keluarga_id', '=', id)
    .orderBy('tanggal', 'desc')
    .execute()

export const receiptRows = (tx: Kysely<DB>, { kab, id }: FamilyId) =>
  tx
    .selectFrom('penerimaan')
    .select(['program', 'dari', 'sampai', 'sumber'])
    .where('kab', '=', kab)
    .where('keluarga_id', '=', id)
    .orderBy('dari', 'desc')
    .execute()

/** Who holds the family's card now: a member, or a guardian from outside. */
export const cardHolder = (tx: Kysely<DB>, { kab, id }: FamilyId) =>
  tx
    .selectFrom('pengurus as p')
    .leftJoin('individu as i', (join) =>
      join.onRef('i.kab', '=', 'p.kab').onRef('i.id', '=', 'p.individu_id'),
    )
    .select(['p.individu_id as individuId', 'p.wali_hubungan as wali', 'p.dari'])
    .select(sql<string>`coalesce(i.nama, p.wali_nama, '')`.as('nama'))
    .where('p.kab', '=', kab)
    .where('p.keluarga_id', '=', id)
    .where('p.sampai', 'is', null)
    .executeTakeFirst()

export const outsideRanks = (tx: Kysely<DB>, { kab, id }: FamilyId) =>
  tx
    .selectFrom('peringkat_luar')
    .select(['sumber', 'jenis', 'nilai', 'tanggal'])
    .where('kab', '=', kab)
    .where('keluarga_id', '=', id)
    .orderBy('tanggal', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** `Kecamatan, Kota, Provinsi` of a village, from near to far. */
export async function regionLine(tx: Kysely<DB>, wilayah: number): Promise<string> {
  const codes = [...new Set(tingkat.slice(1, 4).map((level) => wilayahAt(wilayah, level)))]
  const rows = await tx
    .selectFrom('wilayah')
    .select(['nama'])
    .where('kode', 'in', codes)
    .orderBy('kode', 'desc')
    .execute()
  return rows.map((row) => row.nama).join(', ')
}

/** Where the family lives, where that is not what its card says. */
export async function residence(tx: Kysely<DB>, row: FamilyRow) {
  if (row.domisili_wilayah === null) return null
  const wilayah = Number(row.domisili_wilayah)
  const penanggung = Number(row.penanggung_wilayah ?? row.wilayah)
  const found = await tx
    .selectFrom('wilayah')
    .select(['kode', 'nama'])
    .where('kode', 'in', [wilayah, penanggung])
    .execute()
  const nama = new Map(found.map((w) => [Number(w.kode), w.nama]))
  return {
    alamat: row.domisili_alamat ?? '',
    namaWilayah: nama.get(wilayah) ?? '',
    penanggung: nama.get(penanggung) ?? '',
  }
}

/** Source rows that fed the family, newest first, and what changed in identity fields; of merged records too. */
export async function historyOf(
  tx: Kysely<DB>,
  { kab, id }: FamilyId,
  { keluarga, orang }: Awaited<ReturnType<typeof mergedInto>>,
) {
  const sumber = await sql<{
    impor: string
    berkas: string
    format: string
    baris: number
    status: string
    pada: string
    oleh: string | null
  }>`
    select r.impor_id as impor, coalesce(i.nama_berkas, '') as berkas, r.format, r.baris, r.status,
      coalesce(to_json(i.dibuat_pada)#>>'{}', '') as pada, p.nama as oleh
    from rekaman_sumber r left join impor i on i.id = r.impor_id left join pengguna p on p.id = i.pengguna_id
    where r.kab = ${kab} and r.keluarga_id = ${id} order by r.id desc limit 200`.execute(tx)
  const perubahan = await tx
    .selectFrom('perubahan')
    .select(['unit', 'subjek_id', 'kolom', 'lama', 'baru', 'tanggal', 'sumber'])
    .where((eb) =>
      eb.or([
        ...keluarga.map((k) => eb('kab', '=', k.kab).and('keluarga_id', '=', k.id)),
        ...(orang.length > 0
          ? [
              eb(
                'subjek_id',
                'in',
                orang.map((o) => o.id),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return { sumber: sumber.rows, perubahan }
}
