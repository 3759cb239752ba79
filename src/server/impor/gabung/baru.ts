/** Statements that add what is new: households, families, people, membership, answers. */
import {
  answersOf,
  type Bagian,
  barisBatch,
  keluargaBaris,
  orang,
  rumah,
  statusOrang,
} from './bagian.ts'

export const tambahRuta = (b: Bagian): string => `
  insert into ruta (kab, id, wilayah, wilayah_tercatat, rt, rw, sls, alamat, lintang, bujur, nama_kepala, keluarga_id, jumlah_anggota, jumlah_tercatat, survei_id)
  select r.kab, r.ruta_id, r.wilayah, r.wilayah, r.rt, r.rw, ${rumah(b, 'sls')}, ${rumah(b, 'alamat')},
    ${rumah(b, 'lintang', 'double precision')}, ${rumah(b, 'bujur', 'double precision')}, ${rumah(b, 'nama_kepala')},
    f.keluarga_id, coalesce(j.jumlah, 0), ${rumah(b, 'jumlah_anggota', 'smallint')}, case when r.n_ruta is not null then r.survei_id end
  from ${b.p}_w_ruta r
  left join ${b.p}_ruta s on s.n = r.n_ruta and s.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_w_keluarga f on f.batch = ${b.batch} and f.ruta_id = r.ruta_id and f.urutan = 1
  left join (select ruta_id, sum(aktif) as jumlah from ${b.p}_w_keluarga where batch = ${b.batch} group by ruta_id) j on j.ruta_id = r.ruta_id
  where r.batch = ${b.batch} and r.baru order by r.ruta_id`

/** The name of a family's head: the member marked so, else the household column, else the first member. */
const namaKepala = (b: Bagian, kolom: 'nama' | 'nama_cari'): string => {
  const named = rumah(b, kolom === 'nama' ? 'nama_kepala' : 'nama_kepala_cari')
  return `coalesce(h.${kolom}, case when f.urutan = 1 then ${named} end, a.${kolom}, '-')`
}

export const tambahKeluarga = (b: Bagian): string => `
  insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, rw, urutan_ruta, nomor_kk, nama_kepala, nama_kepala_cari,
    alamat, jumlah_anggota, ditandai, survei_id)
  select f.kab, f.keluarga_id, f.ruta_id, f.wilayah, f.wilayah, f.rt, f.rw, f.urutan,
    coalesce(case when f.urutan = 1 then ${rumah(b, 'nomor_kk')} end, f.nomor_kk),
    ${namaKepala(b, 'nama')}, ${namaKepala(b, 'nama_cari')}, ${rumah(b, 'alamat')}, f.aktif, f.ditandai,
    ${answersOf(b, 'keluarga').length > 0 ? 'case when f.urutan = 1 and f.n_ruta is not null then f.survei_id end' : 'null'}
  from ${b.p}_w_keluarga f
  left join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_baris h on h.n = f.n_kepala and h.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_baris a on a.n = f.n and f.n_kepala is null and a.n between ${b.dari} and ${b.sampai}
  where f.batch = ${b.batch} and f.baru order by f.keluarga_id`

export const tambahIndividu = (b: Bagian): string => `
  insert into individu (kab, id, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, nik, alasan_tanpa_nik,
    jenis_kelamin, tempat_lahir, tanggal_lahir, umur_tercatat, umur_tanggal, nama_ibu, hubungan, hubungan_ruta, urutan,
    status, status_dari, survei_id)
  select w.kab, w.individu_id, f.keluarga_id, w.ruta_id, w.wilayah, w.wilayah, w.rt, o.nama, o.nama_cari, o.nik,
    ${orang(b, 'alasan_tanpa_nik')}, o.jenis_kelamin, ${orang(b, 'tempat_lahir')}, ${orang(b, 'tanggal_lahir', 'date')},
    ${orang(b, 'umur', 'smallint')}, case when ${orang(b, 'umur', 'smallint')} is not null then '${b.tanggal}'::date end,
    ${orang(b, 'nama_ibu')}, ${orang(b, 'hubungan', 'smallint')}, ${orang(b, 'hubungan_ruta', 'smallint')},
    case when o.kunci_anggota ~ '^[0-9]{1,3}$' then o.kunci_anggota::smallint end,
    ${statusOrang(b)}, case when ${statusOrang(b)} <> 'aktif' then '${b.tanggal}'::date end, w.survei_id
  from ${barisBatch(b)} ${keluargaBaris(b)}
  where w.batch = ${b.batch} and w.baru order by w.individu_id`

export const tambahKeanggotaan = (b: Bagian): string => `
  insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
  select w.kab, w.individu_id, f.keluarga_id, w.wilayah, w.rt, '${b.tanggal}'::date, '${b.kelompok}'
  from ${barisBatch(b)} ${keluargaBaris(b)}
  where w.batch = ${b.batch} and w.baru and ${statusOrang(b)} = 'aktif' order by w.individu_id`

export const tambahNik = (b: Bagian): string => `
  insert into nik_lokasi (nik, kab, individu_id)
  select w.nik, w.kab, w.individu_id from ${b.p}_w_baris w
  where w.batch = ${b.batch} and w.nik is not null and (w.baru or not w.sama) order by w.nik
  on conflict do nothing`

/** Words of the names, for the search that tolerates spelling. */
export const tambahKata = (b: Bagian): string => `
  insert into kata_nama (kata)
  select distinct x.kata from ${barisBatch(b)} cross join lateral unnest(string_to_array(o.nama_cari, ' ')) as x(kata)
  where w.batch = ${b.batch} and w.peran <> 1 and not w.sama and not exists (select from kata_nama k where k.kata = x.kata)
  order by 1 on conflict do nothing`

const kepalaSurvei = 'tanggal, sumber, rekaman_id'
const columns = (names: readonly string[], alias = ''): string =>
  names.map((n) => `, ${alias}${n}`).join('')

/** Answers about new houses; for known ones see `berubah.ts`. */
export const tambahSurveiRuta = (b: Bagian): string => {
  const names = answersOf(b, 'ruta')
  return names.length === 0
    ? ''
    : `
  insert into survei_ruta (kab, id, ruta_id, keluarga_id, wilayah, rt, ${kepalaSurvei}${columns(names)})
  select r.kab, r.survei_id, r.ruta_id, f.keluarga_id, r.wilayah, r.rt, '${b.tanggal}'::date, '${b.kelompok}', w.rekaman_id${columns(names, 's.')}
  from ${b.p}_w_ruta r join ${b.p}_ruta s on s.n = r.n_ruta and s.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_w_keluarga f on f.batch = ${b.batch} and f.ruta_id = r.ruta_id and f.urutan = 1
  left join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = r.n_ruta
  where r.batch = ${b.batch} and r.baru order by r.ruta_id`
}

export const tambahSurveiKeluarga = (b: Bagian): string => {
  const names = answersOf(b, 'keluarga')
  return names.length === 0
    ? ''
    : `
  insert into survei_keluarga (kab, id, keluarga_id, wilayah, rt, ${kepalaSurvei}${columns(names)})
  select f.kab, f.survei_id, f.keluarga_id, f.wilayah, f.rt, '${b.tanggal}'::date, '${b.kelompok}', w.rekaman_id${columns(names, 's.')}
  from ${b.p}_w_keluarga f join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n_ruta
  where f.batch = ${b.batch} and f.baru and f.urutan = 1 order by f.keluarga_id`
}

export const tambahSurveiIndividu = (b: Bagian): string => {
  const names = answersOf(b, 'individu')
  return names.length === 0
    ? ''
    : `
  insert into survei_individu (kab, id, individu_id, keluarga_id, wilayah, rt, ${kepalaSurvei}${columns(names)})
  select w.kab, w.survei_id, w.individu_id, f.keluarga_id, w.wilayah, w.rt, '${b.tanggal}'::date, '${b.kelompok}', w.rekaman_id${columns(names, 'o.')}
  from ${barisBatch(b)} ${keluargaBaris(b)}
  where w.batch = ${b.batch} and w.baru order by w.individu_id`
}
