/** The world of the twin test: two kab/kota in two provinces, imported, ranked, with quotas and a frozen list. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buatContoh } from '#bench/generator/contoh.ts'
import { type Cakupan, cakupanOf, kabOf } from '#domain/wilayah/kode.ts'
import { kyselyOf, type Pools } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { berkasPath, jalankan } from '#server/impor/jalankan.ts'
import { susunLiga } from '#server/kunjungan/liga.ts'
import { mulaiJalan } from '#server/padanan/mulai.ts'
import { jalankanPemadanan } from '#server/padanan/pekerjaan.ts'
import { startRound } from '#server/peringkat/mulai.ts'
import { runRound } from '#server/peringkat/ronde.ts'

/** One village in one kecamatan, kab/kota and province: the areas that people hold here. */
export const tempat = {
  desa: 6474011006,
  rt: [1, 2],
  kecamatan: 6474010000,
  kabkota: 6474000000,
  provinsi: 6400000000,
  lain: 3523000000,
} as const

export const hariIni = '2018-07-24'

export type Keluarga = { readonly kab: number; readonly id: string; readonly ruta: string }
export type Dunia = {
  /** Families of the village that the field officer was assigned. */
  readonly tugas: readonly Keluarga[]
  /** A person of the first of them. */
  readonly orang: { readonly kab: number; readonly id: string }
  /** Two members of one family about which nothing is open. */
  readonly kembar: readonly { readonly kab: number; readonly id: string }[]
  readonly rondeId: readonly string[]
  readonly kuotaId: string
}

/** Fills a database that holds the regions alone; all people are made up by the generator. */
export async function buatDunia(database: Pools, folder: string): Promise<Dunia> {
  const { migrator: admin } = database
  await admin.query(`insert into pengaturan values ('hari_ini', to_jsonb($1::text))`, [hariIni])
  await imporKota(database, folder, tempat.kabkota, 110)
  await imporKota(database, folder, tempat.lain, 40)
  await ratakan(database)
  const rondeId = [
    await peringkat(database, tempat.kabkota, '2018-T2'),
    await peringkat(database, tempat.lain, '2018-T3'),
    await peringkat(database, tempat.desa, '2018-T3'),
    await peringkat(database, 0, '2018-T3'),
    await peringkat(database, tempat.kabkota, '2018-T3'),
  ]
  await tambahan(database)
  await usulan(database)
  await musyawarah(database)
  await calonRapat(database)
  await pemberitahuan(database)
  await pindah(database)
  await bencana(database)
  await gabung(database)
  await sumberLain(database)
  await padanan(database)
  const kuotaId = await kuota(database)
  await susunLiga(kyselyOf(database.job), { now: new Date(), today: hariIni })
  const tugas = await admin.query<Keluarga>(
    `select kab, id, ruta_id as ruta from keluarga where wilayah = $1 and rt = 2 order by id limit 3`,
    [tempat.desa],
  )
  const orang = await admin.query<Dunia['orang']>(
    `select kab, id from individu where keluarga_id = $1 order by id limit 1`,
    [tugas.rows[0]?.id],
  )
  const kembar = await admin.query<Dunia['orang']>(
    `select i.kab, i.id from individu i where (i.kab, i.keluarga_id) = (${tenang}) order by i.hubungan, i.id limit 2`,
  )
  if (kembar.rows.length < 2) throw new Error('No family of this village is free to be merged')
  return {
    tugas: tugas.rows,
    orang: orang.rows[0] ?? { kab: 0, id: '' },
    kembar: kembar.rows,
    rondeId,
    kuotaId,
  }
}

/** Writes a file as the offices have it and imports it like an upload of an officer of the kab/kota. */
async function imporKota(
  { migrator: admin, job }: Pools,
  folder: string,
  wilayah: number,
  keluarga: number,
): Promise<void> {
  const keluar = join(folder, String(wilayah))
  const made = await buatContoh({
    wilayah: String(kabOf(wilayah)),
    keluar,
    keluarga,
    format: 'pbdt-csv',
  })
  if (!made.ok) throw new Error(made.error)
  const path = made.value.berkas[0]?.path[0] ?? ''
  rusak(path)
  const sidik = createHash('sha256').update(readFileSync(path)).digest('hex')
  const target = berkasPath(folder, sidik)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(path, target)
  const kab = kabOf(wilayah)
  const { rows } = await admin.query<{ id: string }>(
    `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, tanggal_data) values ($1, $2, $3, $4, 1, '2018-06-30') returning id`,
    [kab, wilayah, `pbdt-${kab}.csv`, sidik],
  )
  const alat = {
    pool: job,
    dataFolder: folder,
    cakupan: cakupanOf(wilayah) as Cakupan,
    hariIni: '2018-07-02',
    progress: () => {},
    signal: new AbortController().signal,
  }
  const result = await jalankan(alat, kab, rows[0]?.id ?? '')
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
}

/** Two rows that an import must hold back: one without a name, one of a village that does not exist. */
function rusak(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n')
  for (const [line, column, value] of [
    [2, 79, ''],
    [9, 8, 'ANTAH BERANTAH'],
  ] as const) {
    const cells = (lines[line] ?? '').split(',')
    cells[column] = value
    lines[line] = cells.join(',')
  }
  writeFileSync(path, lines.join('\n'))
}

/** Spreads the families over five RT per village, some without, so that RT split every village. */
async function ratakan({ migrator: admin }: Pools): Promise<void> {
  const nomor = `(('x' || right(md5(RUTA::text), 4))::bit(16)::int % 6)`
  const rt = (ruta: string) => `nullif(${nomor.replace('RUTA', ruta)}, 0)`
  await admin.query(`
    update keluarga set wilayah = ${tempat.desa} where wilayah between ${tempat.kecamatan} and ${tempat.kecamatan + 9999} and right(ruta_id::text, 1) < '8';
    update keluarga set rt = ${rt('ruta_id')};
    update ruta r set rt = k.rt, wilayah = k.wilayah from keluarga k where k.kab = r.kab and k.ruta_id = r.id;
    update individu i set rt = k.rt, wilayah = k.wilayah from keluarga k where k.kab = i.kab and k.id = i.keluarga_id;
    update survei_ruta s set rt = r.rt, wilayah = r.wilayah from ruta r where r.kab = s.kab and r.id = s.ruta_id;`)
  const anak = await admin.query<{ nama: string }>(
    `select t.relname as nama from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'rt' join pg_attribute k on k.attrelid = t.oid and k.attname = 'keluarga_id'
     where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and not t.relispartition and t.relname not in ('keluarga', 'individu', 'ruta', 'survei_ruta')`,
  )
  for (const { nama } of anak.rows)
    await admin.query(
      `update ${nama} x set rt = k.rt, wilayah = k.wilayah from keluarga k where k.kab = x.kab and k.id = x.keluarga_id`,
    )
  await admin.query(`
    delete from rekap_rt; delete from rekap_penerimaan;
    insert into rekap_rt (kab, wilayah, rt, ruta, keluarga, individu) select kab, wilayah, coalesce(rt, 0), count(distinct ruta_id), count(*), sum(jumlah_anggota)
      from keluarga where status = 'aktif' group by 1, 2, 3;
    insert into rekap_penerimaan (kab, wilayah, rt, program, keluarga) select kab, wilayah, coalesce(rt, 0), program, count(*)
      from penerimaan where sampai is null group by 1, 2, 3, 4;`)
}

async function peringkat(database: Pools, wilayah: number, periode: string): Promise<string> {
  const cakupan = cakupanOf(wilayah)
  const started = await inScope(kyselyOf(database.job), cakupan, (tx) =>
    startRound(tx, {
      model: 'bps-14-indikator',
      wilayah,
      periode,
      acuan: '2018-07-01',
      penggunaId: null,
    }),
  )
  if (!started.ok) throw new Error(started.error.code)
  const done = await runRound({ pool: database.job, progress: () => {} }, cakupan, started.value)
  if (!done.ok) throw new Error(done.error.code)
  return started.value
}

/** What no import brings: families equal at the line of the quota, ranks made elsewhere, jobs, questions that a file left open. */
async function tambahan({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    update peringkat_hasil h set kunci = s.kunci, kunci_terbaik = s.kunci, kunci_terburuk = s.kunci
      from (select ronde_id, kunci from peringkat_hasil where peringkat_kabkota = 68) s where h.ronde_id = s.ronde_id and h.peringkat_kabkota between 68 and 73;
    insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal)
      select kab, id, wilayah, rt, 'DTSEN', 'desil', 1 + get_byte(uuid_send(id), 15) % 10, '2018-05-01' from keluarga;
    insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, sumber)
      select kab, id, wilayah, rt, 'layak', 'Kunjungan', '2018-02-01', 'kunjungan' from keluarga where right(id::text, 1) < '5';
    insert into pengurus (kab, keluarga_id, wilayah, rt, individu_id, dari, sumber)
      select k.kab, k.id, k.wilayah, k.rt, i.id, '2018-01-01', 'uji' from keluarga k join individu i on i.kab = k.kab and i.keluarga_id = k.id
      where i.hubungan = 1 and right(k.id::text, 1) < '5' on conflict do nothing;
    update individu set nik = null, alasan_tanpa_nik = '1' where right(id::text, 1) = '0';
    insert into pekerjaan (jenis, judul, status, lo, hi, hasil)
      select 'impor.unggah', 'Impor berkas ' || kode, 'selesai', kode, kode + 1, '{"n": 1}'::jsonb from wilayah where kode in (${tempat.desa}, 6474011004, 3523012001);
    insert into pekerjaan (jenis, judul, status, lo, hi) values
      ('peringkat.jalankan', 'Bontang', 'berjalan', 6474000000, 6475000000), ('peringkat.jalankan', 'Tuban', 'antre', 3523000000, 3524000000);`)
}

/** Proposals in several states about a part of the families, and new families beside them. */
async function usulan({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, keluarga_id, nama, nama_cari, isi, pengusul_peran, status_hari)
      select kab, 'US-' || right(id::text, 12), 'usulan', 'tidak_layak', '2018-2019',
        (array['diajukan', 'dilengkapi', 'diketahui', 'difinalkan', 'diverifikasi', 'disahkan', 'ditarik', 'dikembalikan'])[1 + get_byte(uuid_send(id), 15) % 8],
        wilayah, wilayah, rt, id, nama_kepala, nama_kepala_cari, '{"alasan": "uji kembar"}', 'operator_desa', '2018-07-01' from keluarga where right(id::text, 1) < '8';
    insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, nama, nama_cari, isi, pengusul_peran, status_hari)
      select distinct on (wilayah, rt) kab, 'US-B-' || right(id::text, 12), 'usulan', 'keluarga_baru', '2018-2019', 'diajukan', wilayah, wilayah, rt, 'BARU', 'BARU',
        '{"alasan": "uji kembar"}'::jsonb, 'operator_desa', '2018-07-01'::date from keluarga order by wilayah, rt, id;
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, peran, hari)
      select kab, id, wilayah, rt, keluarga_id, 'ajukan', 'draf', status, 'operator_desa', '2018-07-01' from usulan;
    update usulan set diajukan_hari = '2018-07-01', tahanan = case when right(id::text, 1) < '6' then 'pengurangan_rt_60' end;
    insert into pengaman_catatan (kab, usulan_id, wilayah, rt, keluarga_id, aturan, aksi, pola, peran)
      select kab, id, wilayah, rt, keluarga_id, tahanan, 'tahan', '{"jumlah": 9, "batas": 8, "jendela": 60}'::jsonb, 'operator_desa' from usulan where tahanan is not null;
    insert into usulan (kab, nomor, jalur, jenis, rezim, status, periode, wilayah, wilayah_tercatat, rt, nama, nama_cari, isi, pengusul_peran, status_hari)
      select distinct on (wilayah) kab, 'US-K-' || right(id::text, 12), 'usulan', 'keluarga_baru', '2018-2019', 'diperiksa', '2018-07', wilayah, wilayah, rt,
        'SAH', 'SAH', '{"alasan": "uji kembar"}'::jsonb, 'operator_desa', '2018-07-01'::date from keluarga order by wilayah, id;`)
}

/** A disaster in the kab/kota and one in the other province, with families in every village. */
async function bencana({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    with p as (insert into pengguna (nama) values ('Petugas bencana') returning id)
    insert into keadaan_khusus (wilayah, lo, hi, jenis, nama, surat_tenggat, dari, sampai, melepas_pengaman, pengguna_id, dibuat_pada)
      select w, w, w + 1000000, 'banjir', 'Banjir', '2018-07-31'::date, '2018-07-01'::date, '2018-12-01'::date, false, p.id, '2018-07-01'::timestamptz
      from p, unnest(array[${tempat.kabkota}, ${tempat.lain}]::bigint[]) w;
    insert into pemekaran (wilayah, lo, hi, nama, surat_nomor, surat_tanggal, berlaku, wilayah_baru, berakhir, pengguna_id, dibuat_pada, status, disetujui_pada)
      select w, w, w + 1000000, s.nama, 'Perda 2/2018', '2018-07-01', s.berlaku, '[]', '{}', p.id, '2018-07-01', s.status, s.pada
      from pengguna p, unnest(array[${tempat.kabkota}, ${tempat.lain}]::bigint[]) w, (values ('Pemekaran uji', '2018-09-01'::date, 'rancangan', null),
        ('Pemekaran disetujui', '2018-07-01', 'disetujui', '2018-07-02'::timestamptz)) as s(nama, berlaku, status, pada) where p.nama = 'Petugas bencana';
    insert into keadaan_khusus_keluarga (kab, id, keadaan_id, wilayah, rt, nama, nama_cari, jiwa, keluarga_id, pengguna_id, dibuat_pada)
      select k.kab, gen_random_uuid(), s.id, k.wilayah, k.rt, k.nama_kepala, k.nama_kepala_cari, 3, k.id, s.pengguna_id, '2018-07-02'
      from keluarga k join keadaan_khusus s on k.wilayah >= s.lo and k.wilayah < s.hi where k.rt is not null and right(k.id::text, 1) < '6'`)
}

/** A family of the village with three members and more, about which nothing is open. */
const tenang = `select k.kab, k.id from keluarga k where k.wilayah = ${tempat.desa} and k.jumlah_anggota > 2
  and not exists (select from usulan u where u.kab = k.kab and u.keluarga_id = k.id)
  and not exists (select from permintaan_pindah p where p.kab = k.kab and p.keluarga_id = k.id)
  and not exists (select from pemberitahuan n where n.kab = k.kab and n.keluarga_id = k.id)
  and not exists (select from gabung g join individu i on i.kab = g.kab and i.id = g.ke_id where i.kab = k.kab and i.keluarga_id = k.id)
  order by k.id limit 1`

/** In every village a merge that waits and one that was carried out, each of two members of a family. */
async function gabung({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    with p as (insert into pengguna (nama) values ('Petugas padanan') returning id),
    t as (insert into penugasan (pengguna_id, peran, wilayah, dari) select id, 'pusdatin', 0, '2018-01-01' from p)
    insert into gabung (kab, arah, jenis, wilayah, ke_id, dari_kab, dari_id, alasan, perlu, status, pengusul_id, pengusul_peran, dibuat_pada, selesai_pada)
      select i.kab, 'gabung', 'individu', i.wilayah, i.ke, i.kab, i.dari, 'uji kembar', 1, s.status, p.id, 'pengisi_data', '2018-07-02'::timestamptz,
        case s.status when 'dilaksanakan' then '2018-07-03'::timestamptz end
      from (select distinct on (wilayah) kab, wilayah, (array_agg(id order by hubungan, id))[1] as ke, (array_agg(id order by hubungan, id))[2] as dari
        from individu group by kab, wilayah, keluarga_id having count(*) > 2 order by wilayah, keluarga_id) i,
        (values ('diajukan'), ('dilaksanakan')) as s(status), p;
    insert into gabung_langkah (kab, gabung_id, wilayah, aksi, alasan, pengguna_id, peran, pada)
      select kab, id, wilayah, 'ajukan', alasan, pengusul_id, pengusul_peran, dibuat_pada from gabung`)
}

/** People as P3KE and Dukcapil know them, by another name or family card, one of every village unregistered, with their status and the differences that wait. */
async function sumberLain({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    insert into orang_sumber (kab, sumber, kunci, impor_id, rekaman_id, lembar, baris, wilayah, rt, nik, nama, nama_cari, jenis_kelamin, tanggal_lahir, hubungan, desil, berlaku, kunci_keluarga, hash)
      select kab, s.sumber, s.sumber || id, gen_random_uuid(), gen_random_uuid(), 1, 1, wilayah, rt, nik, nama || ' X', nama_cari || ' X', jenis_kelamin, tanggal_lahir, hubungan,
        1 + get_byte(uuid_send(id), 14) % 10, '2018-05-01', keluarga_id::text, '\\x00'
      from individu, (values ('p3ke', '5'), ('dukcapil', 'a')) s(sumber, batas) where right(id::text, 1) < s.batas;
    insert into orang_sumber (kab, sumber, kunci, impor_id, rekaman_id, lembar, baris, wilayah, rt, nama, nama_cari, jenis_kelamin, tanggal_lahir, hubungan, desil, berlaku, hash)
      select distinct on (wilayah) kab, 'p3ke', 'belum ' || wilayah, gen_random_uuid(), gen_random_uuid(), 1, 2, wilayah, rt, 'ORANG BELUM TERDAFTAR', 'ORANG BELUM TERDAFTAR', 1, '1971-03-04',
        1, 1, '2018-05-01', '\\x00' from keluarga order by wilayah, id;
    insert into keadaan_dukcapil (kab, individu_id, keluarga_id, wilayah, rt, keadaan, beda, tanggal)
      select kab, id, keluarga_id, wilayah, rt, (array['PADAN', 'MENINGGAL', 'TIDAK_PADAN_NO_KK'])[1 + get_byte(uuid_send(id), 15) % 3], '{}', '2018-04-01'
      from individu where right(id::text, 1) < 'c';
    insert into beda_sumber (kab, individu_id, keluarga_id, wilayah, rt, bidang, dipercaya, nilai, nilai_semua, taruhan)
      select kab, id, keluarga_id, wilayah, rt, 'nama', 'dukcapil', nama || ' X', jsonb_build_object('registri', jsonb_build_object('nilai', nama, 'tanggal', '2018-01-01'),
        'dukcapil', jsonb_build_object('nilai', nama || ' X', 'tanggal', '2018-05-01')), 10 + get_byte(uuid_send(id), 15) % 5
      from individu where right(id::text, 1) < '6';
    with p as (insert into pengguna (nama) values ('Petugas sumber') returning id),
    t as (insert into penugasan (pengguna_id, peran, wilayah, dari) select id, 'pusdatin', 0, '2018-01-01' from p)
    insert into beda_sumber (kab, individu_id, keluarga_id, wilayah, rt, bidang, dipercaya, nilai, nilai_semua, taruhan, status, putusan, alasan, pengguna_id, diputus_pada)
      select i.kab, i.id, i.keluarga_id, i.wilayah, i.rt, 'tempat_lahir', 'dukcapil', 'BONTANG', jsonb_build_object('dukcapil', jsonb_build_object('nilai', 'BONTANG', 'tanggal', '2018-05-01')),
        5, 'diputus', 'dukcapil', 'KTP-el asli dilihat', p.id, '2018-06-01'
      from individu i, p where right(i.id::text, 1) between '6' and 'a';`)
}

/** The nation matched once, and pairs that wait in every village, besides those that were found. */
async function padanan(database: Pools): Promise<void> {
  const { job, migrator: admin } = database
  const db = kyselyOf(job)
  const cakupan = cakupanOf(0)
  const begun = await inScope(db, cakupan, (tx) =>
    mulaiJalan(tx, {
      jenis: 'kembar',
      sumber: null,
      cara: 'penuh',
      model: 'orang',
      wilayah: 0,
      penggunaId: null,
    }),
  )
  if (!begun.ok) throw new Error(begun.error.code)
  const signal = new AbortController().signal
  const done = await jalankanPemadanan(
    { db, pool: job, cakupan, progress: () => {}, signal },
    begun.value,
  )
  if (!done.ok) throw new Error(done.error.code)
  await admin.query(
    `insert into padanan_pasangan (kab, jalan_id, bagian, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis,
        bobot, peluang, tingkat, gugus, taruhan)
      select a.kab, $1, b.nomor, a.wilayah, a.kab, least(a.id, a.lain), 'individu', a.kab, greatest(a.id, a.lain), 'individu', 3, 0.9,
        '{5,2,1,0,2}', a.id, 1
      from (select kab, id, wilayah, lead(id) over (partition by kab, wilayah order by id) as lain,
          row_number() over (partition by kab, wilayah order by id) as n from individu where status = 'aktif') a
        join padanan_bagian b on b.jalan_id = $1 and b.kab = a.kab and b.jenis = 'dalam'
      where a.lain is not null and a.n <= 12`,
    [begun.value],
  )
  // That a person of the area has a record elsewhere is what `padanan.luar` tells, and its own test looks at.
  await admin.query('delete from padanan_pasangan where wilayah % 100000000 = 0')
}

/** Requests to move about a part of the families, some with the origin and some with the level above both. */
async function pindah({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    insert into permintaan_pindah (kab, id, wilayah, rt, keluarga_id, tujuan_kab, tujuan_wilayah, nomor, bentuk, tanggal, orang, status, pemutus, batas, dibuat_pada)
      select kab, gen_random_uuid(), wilayah, rt, id, kab, case when kab = 6474 then 6474011004 else wilayah end, 'US-P-' || right(id::text, 12), 'seluruh_keluarga',
        '2018-07-01', '{}', case when right(id::text, 1) < '4' then 'menunggu' else 'naik' end,
        (array['kecamatan', 'kabkota', 'provinsi', 'pusat'])[1 + get_byte(uuid_send(id), 15) % 4], '2018-07-30', '2018-07-20'
      from keluarga where right(id::text, 1) < 'a'`)
}

/** New families that wait for a meeting, enough for the story of each role. */
async function calonRapat({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, nama, nama_cari, isi, pengusul_peran, status_hari)
      select distinct on (k.wilayah, n) k.kab, 'US-C-' || k.wilayah || '-' || n, 'usulan', 'keluarga_baru', '2018-2019', 'diketahui', k.wilayah, k.wilayah, 1,
        'CALON ' || n, 'CALON ' || n, '{"alasan": "uji kembar"}'::jsonb, 'operator_desa', '2018-07-01'::date
      from keluarga k cross join generate_series(1, 12) n order by k.wilayah, n, k.id`)
}

/** A meeting in the village, in the village next to it, and in the other province: one open, one signed. */
async function musyawarah({ migrator: admin }: Pools): Promise<void> {
  await admin.query(`
    insert into musyawarah (kab, wilayah, jenis, rezim, tanggal, tempat)
      select distinct kab, wilayah, 'muskel', '2018-2019', '2018-07-20'::date, 'Aula' from usulan;
    insert into musyawarah (kab, wilayah, jenis, status, rezim, tanggal, tempat, nomor, tahun, sidik, sidik_baris, berlaku_sampai, ditandatangani_pada)
      select distinct kab, wilayah, 'muskel', 'ditandatangani', '2018-2019', '2018-07-10'::date, 'Aula', '400.9/1', 2018, repeat('0', 64), '{}'::text[],
        '2019-01-10'::date, '2018-07-10'::timestamptz from usulan;
    insert into musyawarah_agenda (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan)
      select u.kab, m.id, u.id, u.wilayah, u.rt, u.keluarga_id, row_number() over (partition by m.id order by u.id) from musyawarah m
      join usulan u on u.wilayah = m.wilayah and u.status = case m.status when 'disiapkan' then 'diketahui' else 'difinalkan' end
      where get_byte(uuid_send(u.id), 14) % 2 = 0;
    insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, putusan, pada, diterima_pada, peran)
      select kab, gen_random_uuid(), musyawarah_id, usulan_id, wilayah, rt, keluarga_id, 'setuju', '2018-07-20', '2018-07-20', 'operator_desa' from musyawarah_agenda;
    insert into musyawarah_meterai (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan, jenis, nama, putusan, dasar)
      select a.kab, a.musyawarah_id, a.usulan_id, a.wilayah, a.rt, a.keluarga_id, a.urutan, 'tidak_layak', 'X', 'setuju', 'uji' from musyawarah_agenda a
      join musyawarah m on m.id = a.musyawarah_id and m.status = 'ditandatangani';
    update usulan u set meterai_id = s.musyawarah_id from musyawarah_meterai s where s.usulan_id = u.id;
    insert into musyawarah_hadir (kab, id, musyawarah_id, wilayah, urutan, nama, unsur)
      select kab, gen_random_uuid(), id, wilayah, 1, 'WATI', 'lurah' from musyawarah;
    insert into musyawarah_tanda (kab, musyawarah_id, wilayah, urutan, nama, sebagai, goresan)
      select kab, id, wilayah, 1, 'WATI', 'Lurah', 'M1,1L2,2' from musyawarah where status = 'ditandatangani';`)
}

/** Notices of village and kab/kota offices, at least one a village, printed, and against some of them an open objection. */
async function pemberitahuan({ migrator: admin }: Pools): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(
    `insert into pengguna (nama) values ('Pemberi tahu') returning id`,
  )
  const siapa = rows[0]?.id
  await admin.query(
    `insert into penugasan (pengguna_id, peran, wilayah, dari) values ($1, 'pusdatin', 0, '2018-01-01')`,
    [siapa],
  )
  await admin.query(`
    create temporary table beri as select u.kab, uuidv7_siks() as id, u.wilayah, u.rt, u.keluarga_id, u.id as usulan_id, u.nama,
        case when get_byte(uuid_send(u.id), 15) % 2 = 0 then u.wilayah else u.kab * 1000000::bigint end as kantor,
        uuidv7_siks() as berkas_id, uuidv7_siks() as dokumen_id
      from usulan u where u.jenis = 'tidak_layak' and u.status in ('diketahui', 'difinalkan')
        or u.id in (select distinct on (wilayah) id from usulan where keluarga_id is not null order by wilayah, id);
    insert into berkas (kab, id, wilayah, rt, keluarga_id, guna, jenis, ukuran, sidik, sidik_kiriman)
      select kab, berkas_id, kantor, rt, keluarga_id, 'dokumen', 'application/pdf', 1, repeat('0', 64), encode(sha256(id::text::bytea), 'hex') from beri;
    insert into dokumen (kab, id, kode, wilayah, rt, keluarga_id, jenis, nomor, tanggal, sidik, berkas_id)
      select kab, dokumen_id, gen_random_uuid(), kantor, rt, keluarga_id, 'pemberitahuan', 'PBT-' || right(id::text, 12), '2018-07-20', repeat('0', 64), berkas_id from beri;
    insert into pemberitahuan (kab, id, wilayah, rt, keluarga_id, kantor, sebab, usulan_id, nama_kepala, alasan, dasar, tanggal, keberatan_sampai,
        status_pada, nomor, dokumen_id, pengguna_id, dibuat_pada)
      select kab, id, wilayah, rt, keluarga_id, kantor, 'tidak_layak', usulan_id, nama, 'uji kembar', 'uji kembar', '2018-07-20', '2018-08-03',
        '2018-07-20', 'PBT-' || right(id::text, 12), dokumen_id, '${siapa}', '2018-07-20' from beri;
    insert into keberatan (kab, pemberitahuan_id, wilayah, rt, keluarga_id, pemohon, hubungan, alasan, tanggal, tenggat, diterima_oleh, diterima_pada)
      select kab, id, wilayah, rt, keluarga_id, 'WARGA', 'kepala keluarga', 'uji kembar', '2018-07-21', '2018-07-22', '${siapa}', '2018-07-21'
      from beri where get_byte(uuid_send(usulan_id), 14) % 2 = 0;
    insert into rekap_nihil (kab, wilayah, rt, periode, sarana, pengguna_id, peran, pada)
      select distinct kab, wilayah, rt, '2018-05', 'kertas', '${siapa}'::uuid, 'operator_desa', '2018-05-31'::timestamptz from beri where rt is not null;
    insert into rekap_bulanan (kab, wilayah, periode, isi, nihil, dokumen_id, ditandatangani_oleh, ditandatangani_pada)
      select distinct on (kab, wilayah) kab, wilayah, '2018-05', '{"rt": []}'::jsonb, true, dokumen_id, '${siapa}'::uuid, '2018-05-31'::timestamptz from beri;
    drop table beri;`)
}

async function kuota({ migrator: admin }: Pools): Promise<string> {
  const made = await admin.query<{ id: string }>(
    `insert into kuota (program, wilayah, lo, hi, dari, sampai, jumlah, sumber) values
      ('rastra', 6474000000, 6474000000, 6475000000, '2018-07-01', '2018-08-01', 70, 'uji'),
      ('rastra', 3523000000, 3523000000, 3524000000, '2018-07-01', '2018-08-01', 12, 'uji'),
      ('rastra', ${tempat.desa}, ${tempat.desa}, ${tempat.desa + 1}, '2018-07-01', '2018-08-01', 8, 'uji'),
      ('rastra', 6474011004, 6474011004, 6474011005, '2018-07-01', '2018-08-01', 5, 'uji') returning id`,
  )
  return made.rows[0]?.id ?? ''
}
