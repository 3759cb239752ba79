/** New families: house, family, persons, membership and answers, all of a batch in one statement each. */
import { sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import type { AnggotaUsulan } from '#domain/usulan/isi.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'
import { tambahJawaban } from './keadaan.ts'

type KeluargaBaru = {
  readonly kab: number
  readonly usulan_id: string
  readonly keluarga_id: string
}

const orangOf = (r: BarisUsulan, a: AnggotaUsulan, urutan: number) => ({
  usulan_id: r.id,
  urutan,
  nama: a.nama ?? '',
  nama_cari: foldName(a.nama ?? ''),
  nik: a.nik ?? null,
  alasan_tanpa_nik: a.nik ? null : (a.alasanTanpaNik ?? null),
  jenis_kelamin: a.jenisKelamin ?? null,
  tempat_lahir: a.tempatLahir ?? null,
  tanggal_lahir: a.tanggalLahir ?? null,
  nama_ibu: a.namaIbu ?? null,
  hubungan: a.hubungan ?? null,
})

const rumahOf = (r: BarisUsulan) => {
  const isi = isiOf(r)
  const kepala = (isi.anggota ?? []).find((a) => a.hubungan === 1)?.nama ?? r.nama
  return {
    kab: r.kab,
    usulan_id: r.id,
    wilayah: r.wilayah,
    rt: r.rt,
    rw: isi.rw ?? null,
    alamat: isi.alamat ?? null,
    nomor_kk: isi.nomorKk ?? null,
    lintang: isi.lintang ?? null,
    bujur: isi.bujur ?? null,
    nama_kepala: kepala,
    nama_kepala_cari: foldName(kepala),
    jumlah: (isi.anggota ?? []).length,
  }
}

/** House, family, persons and membership; answers which family came of which proposal. */
async function daftarkan(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
): Promise<readonly KeluargaBaru[]> {
  const rumah = rows.map(rumahOf)
  const orang = rows.flatMap((r) => (isiOf(r).anggota ?? []).map((a, n) => orangOf(r, a, n + 1)))
  const made = await sql<KeluargaBaru>`
    with u as materialized (
      select u.*, uuidv7_siks() as ruta_id, uuidv7_siks() as keluarga_id from jsonb_to_recordset(${JSON.stringify(rumah)}::jsonb)
        as u(kab smallint, usulan_id uuid, wilayah bigint, rt smallint, rw smallint, alamat text, nomor_kk text, lintang double precision,
          bujur double precision, nama_kepala text, nama_kepala_cari text, jumlah smallint)),
    o as materialized (
      select u.kab, u.wilayah, u.rt, u.ruta_id, u.keluarga_id, uuidv7_siks() as id, o.* from jsonb_to_recordset(${JSON.stringify(orang)}::jsonb)
        as o(usulan_id uuid, urutan smallint, nama text, nama_cari text, nik text, alasan_tanpa_nik text, jenis_kelamin smallint,
          tempat_lahir text, tanggal_lahir date, nama_ibu text, hubungan smallint) join u using (usulan_id)),
    r as (insert into ruta (kab, id, wilayah, wilayah_tercatat, rt, rw, alamat, lintang, bujur, nama_kepala, keluarga_id, jumlah_anggota)
      select kab, ruta_id, wilayah, wilayah, rt, rw, alamat, lintang, bujur, nama_kepala, keluarga_id, jumlah from u),
    k as (insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, rw, nomor_kk, nama_kepala, nama_kepala_cari, alamat, jumlah_anggota, status_dari)
      select kab, keluarga_id, ruta_id, wilayah, wilayah, rt, rw, nomor_kk, nama_kepala, nama_kepala_cari, alamat, jumlah, ${ctx.today}::date from u),
    i as (insert into individu (kab, id, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, nik, alasan_tanpa_nik, jenis_kelamin,
        tempat_lahir, tanggal_lahir, nama_ibu, hubungan, urutan)
      select kab, id, keluarga_id, ruta_id, wilayah, wilayah, rt, nama, nama_cari, nik, alasan_tanpa_nik, jenis_kelamin,
        tempat_lahir, tanggal_lahir, nama_ibu, hubungan, urutan from o),
    m as (insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
      select kab, id, keluarga_id, wilayah, rt, ${ctx.today}::date, 'usulan' from o),
    n as (insert into nik_lokasi (nik, kab, individu_id) select nik, kab, id from o where nik is not null on conflict do nothing),
    w as (insert into kata_nama (kata) select distinct x.kata from o cross join lateral unnest(string_to_array(o.nama_cari, ' ')) as x(kata)
      where x.kata <> '' on conflict do nothing),
    h as (update usulan x set hasil_keluarga_id = u.keluarga_id from u where x.kab = u.kab and x.id = u.usulan_id)
    select kab, usulan_id, keluarga_id from u`.execute(ctx.tx)
  return made.rows
}

/** Persons of the new families in the order in which they were proposed, to hang their answers on. */
async function jawabanOrang(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
  made: readonly KeluargaBaru[],
) {
  const found = await sql<{ kab: number; id: string; keluarga_id: string; urutan: number }>`
    select i.kab, i.id, i.keluarga_id, i.urutan from individu i
    join unnest(${made.map((m) => m.kab)}::smallint[], ${made.map((m) => m.keluarga_id)}::uuid[]) as m(kab, id)
      on m.kab = i.kab and m.id = i.keluarga_id`.execute(ctx.tx)
  const usulan = new Map(made.map((m) => [m.keluarga_id, m.usulan_id]))
  const isi = new Map(rows.map((r) => [r.id, isiOf(r)]))
  return found.rows.map((i) => ({
    kab: i.kab,
    subjek: i.id,
    isi: isi.get(usulan.get(i.keluarga_id) ?? '')?.anggota?.[i.urutan - 1]?.jawaban ?? {},
  }))
}

export async function terapkanKeluargaBaru(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
): Promise<void> {
  const made = await daftarkan(ctx, rows)
  const isi = new Map(rows.map((r) => [r.id, isiOf(r)]))
  const about = made.map((m) => ({ kab: m.kab, subjek: m.keluarga_id, isi: isi.get(m.usulan_id) }))
  await tambahJawaban(
    ctx,
    'ruta',
    about.map((a) => ({ ...a, isi: a.isi?.jawabanRuta ?? {} })),
    'usulan',
  )
  await tambahJawaban(
    ctx,
    'keluarga',
    about.map((a) => ({ ...a, isi: a.isi?.jawabanKeluarga ?? {} })),
    'usulan',
  )
  await tambahJawaban(ctx, 'individu', await jawabanOrang(ctx, rows, made), 'usulan')
}
