/** Fills a registry with a linked set: every record of every source a person of its own, families as each source has them. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** The records of a CSV of `tulisSet`; the truth stays in the table `isi_orang` (id, orang). @returns how many */
export async function isiRegistri(admin: pg.Pool, csv: string): Promise<number> {
  await admin.query(`create table if not exists isi (id int, sumber text, nik text, nomor_kk text, nama text, tanggal_lahir date,
      jenis_kelamin text, alamat text, wilayah bigint, orang int);
    create table if not exists isi_orang (id uuid, orang int);
    truncate isi`)
  const client = await admin.connect()
  try {
    await pipeline(
      createReadStream(csv),
      client.query(copyFrom('copy isi from stdin (format csv, header)')),
    )
  } finally {
    client.release()
  }
  const made = await admin.query(`
    create table isi_keluarga as select uuidv7_siks() as ruta, uuidv7_siks() as id, (wilayah / 1000000)::smallint as kab, wilayah, sumber, nomor_kk, alamat,
        min(nama) as nama, count(*)::smallint as n from isi group by wilayah, sumber, nomor_kk, alamat;
    analyze isi_keluarga;
    insert into ruta (kab, id, wilayah, wilayah_tercatat, rt, nama_kepala, jumlah_anggota, alamat)
      select kab, ruta, wilayah, wilayah, 1, nama, n, alamat from isi_keluarga;
    insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, nomor_kk, alamat, jumlah_anggota)
      select kab, id, ruta, wilayah, wilayah, 1, nama, nama, nomor_kk, alamat, n from isi_keluarga;
    create table isi_individu as select uuidv7_siks() as id, f.kab, f.id as keluarga_id, f.ruta, i.* from (select id as nomor, nik, nama, tanggal_lahir,
        jenis_kelamin, wilayah, sumber, nomor_kk, alamat, orang from isi) i join isi_keluarga f
      on f.wilayah = i.wilayah and f.sumber = i.sumber and f.nomor_kk is not distinct from i.nomor_kk and f.alamat is not distinct from i.alamat;
    insert into individu (kab, id, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, nik, jenis_kelamin, tanggal_lahir)
      select kab, id, keluarga_id, ruta, wilayah, wilayah, 1, nama, upper(nama), nik, case jenis_kelamin when 'L' then 1 else 2 end, tanggal_lahir
      from isi_individu order by kab, wilayah, nomor;
    insert into isi_orang select id, orang from isi_individu;
    drop table isi_keluarga, isi_individu;
    select count(*)::int as n from isi`)
  const last = Array.isArray(made) ? made.at(-1) : made
  return Number(last?.rows[0]?.n ?? 0)
}

/** Pairs and clusters of a run held against the truth, pair by pair. */
export async function mutuJalan(
  admin: pg.Pool,
  jalan: string,
): Promise<{ f1: number; f1Gugus: number; pasangan: number }> {
  const { rows } = await admin.query<{
    benar: number
    padan: number
    semua: number
    gugus_benar: number
    gugus: number
  }>(
    `with p as (select kiri_id, kanan_id, gugus, bobot >= (select ambang_padan from padanan_jalan where id = $1) as padan
        from padanan_pasangan where jalan_id = $1),
      anggota as (select distinct gugus, id from p cross join lateral (values (kiri_id), (kanan_id)) v(id) where gugus is not null),
      isi as (select a.gugus, o.orang, count(*) as n from anggota a join isi_orang o on o.id = a.id group by 1, 2),
      per as (select gugus, sum(n) as n, sum(n * (n - 1) / 2) as benar from isi group by 1)
    select (select count(*) from p join isi_orang a on a.id = p.kiri_id join isi_orang b on b.id = p.kanan_id where p.padan and a.orang = b.orang)::float8 as benar,
      (select count(*) from p where padan)::float8 as padan,
      (select sum(n * (n - 1) / 2) from (select count(*) as n from isi_orang group by orang) x)::float8 as semua,
      (select sum(benar) from per)::float8 as gugus_benar, (select sum(n * (n - 1) / 2) from per)::float8 as gugus`,
    [jalan],
  )
  const r = rows[0]
  if (!r) throw new Error('a run without pairs')
  return {
    f1: (2 * r.benar) / (r.padan + r.semua),
    f1Gugus: (2 * r.gugus_benar) / (r.gugus + r.semua),
    pasangan: r.padan,
  }
}
