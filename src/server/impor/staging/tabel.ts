/** The unlogged tables of one import: what was read, before it is merged. */
import type { PoolClient } from 'pg'
import type { TempatNilai } from '#domain/impor/wadah.ts'

/** Columns of the values read, with their SQL types. */
export type KolomNilai = {
  readonly nama: string
  readonly unit: TempatNilai['unit']
  readonly tipe: string
}

export type Bentuk = {
  readonly ruta: readonly KolomNilai[]
  readonly anggota: readonly KolomNilai[]
}

const identitas: Readonly<Record<string, string>> = {
  jumlah_anggota: 'smallint',
  jumlah_keluarga: 'smallint',
  persentil: 'smallint',
  lintang: 'double precision',
  bujur: 'double precision',
  umur: 'smallint',
  hubungan: 'smallint',
  hubungan_ruta: 'smallint',
  jenis_kelamin: 'smallint',
  tanggal_lahir: 'date',
  nilai_luar: 'integer',
  tanggal_luar: 'date',
  tanggal_diduga: 'smallint',
  pekerjaan: 'smallint',
}

/** The prefix of an import's tables. */
export const awalan = (imporId: string): string => `staging.i${imporId.replaceAll('-', '')}`

/** All tables that an import may leave behind. */
const semua = [
  'baris',
  'ruta',
  'temuan',
  'tahan',
  'tanda',
  'lama_ruta',
  'lama_baris',
  'cocok',
  'letak',
  'terkait',
  'w_ruta',
  'w_keluarga',
  'w_baris',
  'w_batch',
]

/** Types of the survey columns, from the registry itself. */
export async function surveyTypes(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ nama: string; tipe: string }>(
    `select table_name || '.' || column_name as nama, data_type as tipe from information_schema.columns
     where table_schema = 'public' and table_name in ('survei_ruta', 'survei_keluarga', 'survei_individu')`,
  )
  return new Map(rows.map((r) => [r.nama, r.tipe]))
}

/** The columns for a vessel's places; a variable that has no survey column is left out by the caller. */
export function columnsOf(
  tempat: readonly TempatNilai[],
  types: ReadonlyMap<string, string>,
): KolomNilai[] {
  return tempat.map(({ nama, unit }) => {
    if (unit === 'identitas') return { nama, unit, tipe: identitas[nama] ?? 'text' }
    const tipe = types.get(`survei_${unit}.${nama}`)
    if (tipe === undefined) throw new Error(`survei_${unit} has no column ${nama}`)
    return { nama, unit, tipe }
  })
}

const list = (kolom: readonly KolomNilai[]): string =>
  kolom.map((k) => `, ${k.nama} ${k.tipe}`).join('')

/** Drops what is left of an earlier run. */
export async function dropStaging(client: PoolClient, imporId: string): Promise<void> {
  const prefix = awalan(imporId)
  await client.query(`drop table if exists ${semua.map((t) => `${prefix}_${t}`).join(', ')}`)
}

/** Makes the tables that take what is read. */
export async function createStaging(
  client: PoolClient,
  imporId: string,
  bentuk: Bentuk,
): Promise<void> {
  const prefix = awalan(imporId)
  await dropStaging(client, imporId)
  await client.query(`
    create unlogged table ${prefix}_baris (
      n integer, lembar smallint, baris integer, peran smallint, format text,
      kunci_ruta text, kunci_keluarga text, kunci_anggota text, tahan smallint, urutan_tanggal smallint,
      wilayah bigint, rt smallint, asal uuid, isi text ${list(bentuk.anggota)});
    create unlogged table ${prefix}_ruta (
      n integer, kunci_ruta text, wilayah bigint, rt smallint, rw smallint ${list(bentuk.ruta)});
    create unlogged table ${prefix}_temuan (n integer, kolom text, nilai text, tingkat text, kode text, rincian jsonb);
    create unlogged table ${prefix}_tahan (n integer);
  `)
}
