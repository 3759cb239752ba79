/** Makes a twin: changes, removes and adds rows outside an area, in every table that the catalogue knows. */
import type pg from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'

/** What a twin differs in. */
export type Perbedaan = (admin: pg.Pool) => Promise<void>

/** Tables whose rows belong to no area: equal in both twins. Each with the reason. */
export const tanpaWilayah: Readonly<Record<string, string>> = {
  wilayah: 'regions are public',
  wilayah_lama: 'former codes are public',
  kebijakan: 'texts of policy are public',
  pengaturan: 'settings of the installation',
  migrasi: 'the version of the tables',
  liga_kunjungan: 'counts of whole kab/kota, open to all',
  jejak_nomor: 'numbers of the log, read by the verifier only',
  jejak_segel: 'seals of the log, read by the verifier only',
  jejak_posisi: 'how far the sequencer is',
}

/** Tables whose rows belong to persons who work here: changed for everybody who holds no part of the area. */
const milikPetugas: Readonly<Record<string, string>> = {
  pengguna: 'id',
  pengguna_identitas: 'pengguna_id',
  pengguna_kerabat: 'pengguna_id',
  pakta: 'pengguna_id',
  perintah: 'pengguna_id',
  undangan: 'pengguna_id',
  tautan_segel: 'pengguna_id',
}

type Kolom = { nama: string; jenis: string; bebas: boolean; dihitung: boolean }
type Tabel = { nama: string; kolom: Kolom[] }

/** Tables of the registry with their columns; `bebas`: in no key, so that it may be changed. */
async function tabelnya(admin: pg.Pool): Promise<Tabel[]> {
  const { rows } = await admin.query<Tabel>(`
    select c.relname as nama, json_agg(json_build_object('nama', a.attname, 'jenis', format_type(a.atttypid, null), 'dihitung', a.attgenerated <> '',
        'bebas', a.attgenerated = '' and a.attidentity = '' and not exists (select from pg_constraint k
          where k.conrelid = c.oid and k.contype in ('p', 'f', 'u', 'x') and a.attnum = any (k.conkey))
          and not exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey::smallint[])))) as kolom
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`)
  return rows
}

const daftar = (nilai: readonly (string | number)[]): string =>
  `array[${nilai.map((n) => (typeof n === 'number' ? n : `'${n}'`)).join(',')}]`

/** Rows of a table that lie outside an area, as SQL; null where the table has no area. */
export function diLuar({ nama, kolom }: Tabel, c: Cakupan): string | null {
  const ada = (k: string) => kolom.some((one) => one.nama === k)
  const sempit = c.rt !== undefined || c.keluarga !== undefined
  if (nama === 'nik_lokasi')
    return `individu_id in (select id from individu where ${diLuar({ nama: 'individu', kolom: [kolomOf('wilayah'), kolomOf('rt'), kolomOf('keluarga_id')] }, c)})`
  if (nama === 'jejak')
    return `not (${dalam('wilayah', c)}) and not coalesce(subjek_lo >= ${c.lo} and subjek_hi <= ${c.hi}, false)`
  if (nama === 'jejak_subjek')
    return `not (${dalam('wilayah', c)}) and not (${dalam('wilayah_pelaku', c)})`
  if (nama === 'pemekaran_tempat') return `not (${dalam('dari', c)})`
  if (nama === 'peringkat_ronde') return `lo >= ${c.hi} or hi <= ${c.lo}`
  if (nama === 'pekerjaan') return sempit ? 'true' : `not (lo >= ${c.lo} and hi <= ${c.hi})`
  if (ada('lo') && ada('hi')) return `lo >= ${c.hi} or hi <= ${c.lo}`
  const petugas = milikPetugas[nama]
  if (petugas)
    return `${petugas} not in (select pengguna_id from penugasan t where ${menyentuh('t', c)})`
  if (nama === 'penugasan') return `not (${menyentuh('penugasan', c)})`
  if (!ada('wilayah')) return null
  if (nama === 'ruta' || nama === 'survei_ruta') {
    const id = nama === 'ruta' ? 'id' : 'ruta_id'
    return `not (${dalam('wilayah', c)}${c.rt ? ` and coalesce(rt = any (${daftar(c.rt)}), false)` : ''}${c.ruta ? ` and ${id} = any (${daftar(c.ruta)}::uuid[])` : ''})`
  }
  const rt = c.rt
    ? ada('rt')
      ? ` and coalesce(rt = any (${daftar(c.rt)}), false)`
      : ' and false'
    : ''
  const keluarga = c.keluarga
    ? ada('keluarga_id')
      ? ` and coalesce(keluarga_id = any (${daftar(c.keluarga)}::uuid[]), false)`
      : ' and false'
    : ''
  return `not (${dalam('wilayah', c)}${rt}${keluarga})`
}

const kolomOf = (nama: string): Kolom => ({ nama, jenis: '', bebas: false, dihitung: false })
const dalam = (kolom: string, c: Cakupan): string => `${kolom} >= ${c.lo} and ${kolom} < ${c.hi}`
/** Assignments in the area, or in a region above that holds it. */
const menyentuh = (t: string, c: Cakupan): string =>
  `(${t}.wilayah >= ${c.lo} and ${t}.wilayah < ${c.hi} or ${t}.wilayah in (0, ${c.lo - (c.lo % 1e8)}, ${c.lo - (c.lo % 1e6)}, ${c.lo - (c.lo % 1e4)}))`

/** Another value of a column; null where it stays. */
function lain({ nama, jenis }: Kolom): string | null {
  if (['wilayah', 'wilayah_tercatat', 'kab', 'lo', 'hi', 'rt', 'kode'].includes(nama)) return null
  if (nama.endsWith('hash') || nama === 'sidik' || nama === 'jenis' || nama === 'status')
    return null
  if (nama === 'nik' || nama === 'nomor_kk') return `overlay(${nama} placing '77' from 13)`
  if (jenis === 'text') return `${nama} || ' LAIN'`
  if (jenis === 'smallint' || jenis === 'integer' || jenis === 'bigint') return `${nama} + 1`
  if (jenis === 'date') return `${nama} - 31`
  if (jenis === 'boolean') return `not ${nama}`
  return null
}

/** All rows outside `c` are other rows: a third is gone, the rest says something else, copies stand beside. */
export const luarBerbeda =
  (c: Cakupan): Perbedaan =>
  async (admin) => {
    const tabel = await tabelnya(admin)
    const luar = tabel.flatMap((t) => {
      const where = diLuar(t, c)
      return where === null ? [] : [{ ...t, where }]
    })
    const client = await admin.connect()
    try {
      await client.query(`set session_replication_role = replica`)
      // Decided before anything changes: what is outside is told by rows that are changed themselves.
      for (const { nama, where } of luar)
        await client.query(
          `create temporary table luar_${nama} as select ctid as baris, tableoid as bagian, row_number() over () as n from ${nama} where ${where}`,
        )
      for (const { nama, kolom } of luar) {
        const ubah = kolom.flatMap((k) => {
          const nilai = k.bebas ? lain(k) : null
          return nilai ? [`${k.nama} = ${nilai}`] : []
        })
        const pilih = (sisa: string) =>
          `(select baris from luar_${nama} l where l.bagian = x.tableoid and ${sisa})`
        await client.query(`delete from ${nama} x where ctid in ${pilih('n % 3 = 0')}`)
        if (kolom.some((k) => k.nama === 'id' && k.jenis === 'uuid')) {
          const isi = kolom.filter((k) => !k.dihitung)
          const nilai = isi.map((k) => (k.nama === 'id' ? 'gen_random_uuid()' : `x.${k.nama}`))
          await client.query(
            `insert into ${nama} (${isi.map((k) => k.nama).join(', ')}) select ${nilai.join(', ')} from ${nama} x where ctid in ${pilih('n % 3 = 1')} on conflict do nothing`,
          )
        }
        if (ubah.length > 0)
          await client.query(
            `update ${nama} x set ${ubah.join(', ')} where ctid in ${pilih('n % 3 > 0')}`,
          )
      }
      await client.query(
        `insert into kata_nama select kata || 'A' from kata_nama on conflict do nothing; insert into kata_nama select reverse(kata) from kata_nama on conflict do nothing`,
      )
    } finally {
      client.release(true)
    }
  }

/** Checks stand in the way of arbitrary rows; both twins do without them. */
export async function longgarkan(admin: pg.Pool): Promise<void> {
  await admin.query(`do $$
    declare k record;
    begin
      for k in select conrelid::regclass as tabel, conname from pg_constraint c join pg_class t on t.oid = c.conrelid
        where c.contype = 'c' and t.relnamespace = 'public'::regnamespace and not t.relispartition and c.conparentid = 0
      loop execute format('alter table %s drop constraint %I cascade', k.tabel, k.conname); end loop;
    end $$`)
}

/** Tables that neither have an area nor a reason to have none: the test fails on them. */
export async function tabelTakDikenal(admin: pg.Pool): Promise<string[]> {
  const c = { lo: 0, hi: 1 }
  return (await tabelnya(admin))
    .filter((t) => diLuar(t, c) === null && !(t.nama in tanpaWilayah) && t.nama !== 'kata_nama')
    .map((t) => t.nama)
}

/**
 * Tables of sensitive kinds (PMKS 16–19, children in trouble with the law, violence): invisible,
 * not merely masked, to those without need. None yet; a table named here is emptied in one twin.
 */
export const tabelSensitif: readonly string[] = []

/** The twins differ only in records of these tables. */
export const sensitifBerbeda =
  (tabel: readonly string[]): Perbedaan =>
  async (admin) => {
    for (const nama of tabel) await admin.query(`delete from ${nama}`)
  }
