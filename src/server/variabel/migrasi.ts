/**
 * Writes the migration of the survey tables from the dictionary, so that no column is typed twice.
 * Run as a script it prints `db/migrations/0003-survei.sql`.
 */
import {
  type JenisVariabel,
  type Kamus,
  surveyColumns,
  type Unit,
  type Variabel,
} from '#domain/variabel/kamus.ts'

/** The column type of each kind of variable. */
export const sqlType: Record<JenisVariabel, string> = {
  kode: 'smallint',
  ya_tidak: 'smallint',
  jumlah_bit: 'smallint',
  bilangan: 'smallint',
  luas: 'integer',
  rupiah: 'bigint',
  tanggal: 'date',
  teks: 'text',
}

const subject: Record<Unit, string> = {
  ruta: 'household: housing, assets, services',
  keluarga: 'family: circumstances, programmes',
  individu: 'person: schooling, work, health',
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

function comment(table: string, column: string, text: string): string {
  return `comment on column ${table}.${column} is ${quote(text)};`
}

/** The comment of a variable's column: its label in both languages and its number in Regsosek. */
export function describeColumn(v: Variabel): string {
  const number = v.nomor === undefined ? '' : ` (Regsosek ${v.nomor})`
  return `${v.label.id} – ${v.label.en}${number}`
}

function tableOf(of: Unit, columns: readonly Variabel[]): string {
  const table = `survei_${of}`
  const own = `${of}_id`
  const family = of === 'keluarga' ? [] : [`  keluarga_id uuid${of === 'ruta' ? '' : ' not null'},`]
  const lines = [
    `create table ${table} (`,
    '  kab smallint not null,',
    '  id uuid not null default uuidv7_siks(),',
    `  ${own} uuid not null,`,
    ...family,
    '  wilayah bigint not null,',
    '  rt smallint,',
    '  tanggal date not null,',
    '  sumber text not null,',
    '  perekam uuid,',
    '  rekaman_id uuid,',
    '  sah boolean not null default true,',
    '  dibuat_pada timestamptz not null default now(),',
    ...columns.map((v) => `  ${v.nama} ${sqlType[v.jenis]},`),
    '  primary key (kab, id),',
    `  foreign key (kab, ${own}) references ${of} (kab, id)`,
    ');',
    `create index ${table}_terbaru on ${table} (kab, ${own}, tanggal desc, id desc);`,
    `call lindungi_wilayah('${table}', 'select, insert', 'select, insert');`,
    `comment on table ${table} is 'Answers about a ${subject[of]}; the newest valid row is current (distributed by kab, append-only)';`,
    comment(table, 'kab', 'Partition'),
    comment(table, 'id', 'Identity'),
    comment(table, own, 'Whose answers'),
    ...(of === 'keluarga' ? [] : [comment(table, 'keluarga_id', 'Family at the time')]),
    comment(table, 'wilayah', 'Village'),
    comment(table, 'rt', 'Rukun tetangga'),
    comment(table, 'tanggal', 'Day the answers speak of'),
    comment(table, 'sumber', 'Where they come from: format of the file, visit, counter'),
    comment(table, 'perekam', 'Officer who recorded them'),
    comment(table, 'rekaman_id', 'Source row'),
    comment(table, 'sah', 'False: recorded but not valid, never current'),
    comment(table, 'dibuat_pada', 'Entered at'),
    ...columns.map((v) => comment(table, v.nama, describeColumn(v))),
  ]
  return lines.join('\n')
}

/** The whole text of the migration: three append-only tables, a column for every variable. */
export function surveyMigration(kamus: Kamus): string {
  const head =
    '-- Answers of surveys, append-only. Generated from policy/variabel: node src/server/variabel/migrasi.ts'
  const tables = (['ruta', 'keluarga', 'individu'] as const).map((u) =>
    tableOf(u, surveyColumns(kamus, u)),
  )
  return `${[head, ...tables].join('\n\n')}\n`
}

if (import.meta.main) {
  const { loadDictionary } = await import('#server/kebijakan/muat.ts')
  process.stdout.write(surveyMigration(loadDictionary()))
}
