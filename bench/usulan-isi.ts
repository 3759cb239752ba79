/** Fills open proposals beside 1,000,000 people, and the batches of 1,000 villages on the evening of the cut-off. */
import type { BenchDatabase } from './database.ts'
import { meteraikanSemua } from './usulan-meterai.ts'

const isi = `jsonb_build_object('alasan', 'Kehilangan pekerjaan', 'alamat', 'Jalan Contoh', 'jawabanRuta', jsonb_build_object('lantai', 8),
  'anggota', jsonb_build_array(jsonb_build_object('nama', 'KEPALA ' || n, 'hubungan', 1, 'jenisKelamin', 1, 'nik', '99' || lpad(n::text, 14, '0'))))`

const kolom = `kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, nama, nama_cari, isi, pengusul_peran, status_hari, diajukan_hari,
  kunjungan_pada`

/** One row of `keluarga_baru`; `n`, `kab`, `wilayah`, `status` come from the query around it. */
const baris = `kab, 'US-BENCH-' || n, 'usulan', 'keluarga_baru', '2018-2019', status, wilayah, wilayah, 1 + n % 30, 'KEPALA ' || n, 'KEPALA ' || n,
  ${isi}, 'operator_desa', '2018-07-01', '2018-07-01', '2018-07-05'`

/** `jumlah` open proposals over the states, in the five kab/kota that hold people. */
export async function isiTerbuka(database: BenchDatabase, jumlah: number): Promise<void> {
  await database.pools.migrator.query(
    `with desa as (select row_number() over (order by wilayah) as d, kab, wilayah from (select distinct kab, wilayah from keluarga) x),
      n as (select count(*) as banyak from desa)
     insert into usulan (${kolom})
     select ${baris} from (
       select g as n, desa.kab, desa.wilayah,
         (array['diajukan', 'dilengkapi', 'diketahui', 'diumumkan', 'difinalkan', 'disahkan', 'diperiksa', 'dikembalikan'])[1 + g % 8] as status
       from generate_series(1, $1::int) g cross join n join desa on desa.d = 1 + g % n.banyak) x`,
    [jumlah],
  )
  await meteraikanSemua(database)
}

/** `jumlah` verified proposals of one kab/kota, to be endorsed. */
export async function isiSiapSah(
  database: BenchDatabase,
  kab: number,
  jumlah: number,
): Promise<void> {
  await database.pools.migrator.query(
    `insert into usulan (${kolom})
     select ${baris} from (
       select 1000000 + g as n, $1::smallint as kab, $1::bigint * 1000000 + 11001 + g % 15 as wilayah, 'diverifikasi' as status
       from generate_series(1, $2::int) g) x`,
    [kab, jumlah],
  )
  await meteraikanSemua(database)
}

/** Villages that hold nothing yet, each with `perDesa` posted proposals that its operator will finalise. */
export async function isiMalam(
  database: BenchDatabase,
  desa: number,
  perDesa: number,
): Promise<readonly number[]> {
  const { rows } = await database.pools.migrator.query<{ kode: number }>(
    `select kode from wilayah where tingkat = 'desa' and kode / 100000000 in (33, 35) order by kode limit $1`,
    [desa],
  )
  const kode = rows.map((r) => Number(r.kode))
  await database.pools.migrator.query(
    `insert into usulan (${kolom})
     select ${baris} from (
       select 2000000 + row_number() over () as n, (w / 1000000)::smallint as kab, w as wilayah, 'diumumkan' as status
       from unnest($1::bigint[]) w cross join generate_series(1, $2::int)) x`,
    [kode, perDesa],
  )
  await meteraikanSemua(database)
  return kode
}
