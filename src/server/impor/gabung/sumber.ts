/** Statements that keep the source: rows as they came, findings, who receives, ranks made elsewhere. */
import { type Bagian, barisBatch } from './bagian.ts'

export const isi = "string_to_array(o.isi, E'\\x1f')"
export const hash = "decode(md5(o.isi), 'hex')"

export const tambahRekaman = (b: Bagian): string => `
  insert into rekaman_sumber (kab, id, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, hash, isi, status, asal_id,
    wilayah, rt, ruta_id, keluarga_id, individu_id)
  select w.kab, w.rekaman_id, '${b.imporId}', '${b.kelompok}', o.lembar, o.baris, o.kunci_ruta, o.kunci_anggota, ${hash}, ${isi},
    case when t.n is null then 'diterima' else 'ditandai' end, o.asal, w.wilayah, w.rt, w.ruta_id, f.keluarga_id, w.individu_id
  from ${barisBatch(b)}
  left join ${b.p}_w_keluarga f on f.batch = ${b.batch} and f.kunci_ruta = w.kunci_ruta
    and (w.peran = 1 and f.urutan = 1 or w.peran <> 1 and f.kunci_keluarga = w.kunci_keluarga)
  left join ${b.p}_tanda t on t.n = w.n
  where w.batch = ${b.batch} and not w.sama order by w.rekaman_id`

export const kolomTemuan =
  'kab, impor_id, lembar, baris, urutan, rekaman_id, kolom, nilai, tingkat, kode, rincian, wilayah, rt, keluarga_id'

/** Numbers go on where an earlier try of the same row stopped. */
export const urutan = (b: Bagian): string =>
  `(row_number() over (partition by o.lembar, o.baris order by t.tingkat, t.kode, t.kolom) + coalesce((
     select max(x.urutan) from impor_temuan x where o.asal is not null and x.kab = ${b.kab} and x.impor_id = '${b.imporId}'
       and x.lembar = o.lembar and x.baris = o.baris), 0))::smallint`

export const tambahTemuan = (b: Bagian): string => `
  insert into impor_temuan (${kolomTemuan})
  select ${b.kab}, '${b.imporId}', o.lembar, o.baris, ${urutan(b)}, case when not w.sama then w.rekaman_id end, t.kolom, t.nilai, t.tingkat, t.kode, t.rincian,
    w.wilayah, w.rt, f.keluarga_id
  from ${barisBatch(b)} join ${b.p}_temuan t on t.n = w.n and t.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_w_keluarga f on f.batch = ${b.batch} and f.kunci_ruta = w.kunci_ruta
    and (w.peran = 1 and f.urutan = 1 or w.peran <> 1 and f.kunci_keluarga = w.kunci_keluarga)
  where w.batch = ${b.batch}
  on conflict do nothing`

/** Rows held back are kept too, under the sender's area, until they are mended. */
export const tambahDitahan = (b: Bagian): string[] => {
  const held = `${b.p}_baris o where o.n between ${b.dari} and ${b.sampai}
    and (o.tahan = 1 or exists (select from ${b.p}_tahan t where t.n = o.n))`
  // The server knows no statistics of rows stored a moment ago: the limit has it look each one up
  // by its place in the file, where a join would compare every row with every other.
  const stored = `select r.id from rekaman_sumber r where r.kab = ${b.kab} and r.impor_id = '${b.imporId}' and r.lembar = o.lembar
    and r.baris = o.baris and r.status = 'ditahan' and r.asal_id is not distinct from o.asal offset 0 limit 1`
  return [
    `insert into rekaman_sumber (kab, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, hash, isi, status, asal_id, wilayah)
     select ${b.kab}, '${b.imporId}', '${b.kelompok}', o.lembar, o.baris, o.kunci_ruta, o.kunci_anggota, ${hash}, ${isi}, 'ditahan', o.asal, ${b.wilayah}
     from ${held} and not exists (${stored})`,
    `insert into impor_temuan (${kolomTemuan})
     select ${b.kab}, '${b.imporId}', o.lembar, o.baris, ${urutan(b)}, r.id, t.kolom, t.nilai, t.tingkat, t.kode, t.rincian, ${b.wilayah}, null, null
     from (select * from ${held}) o
     join ${b.p}_temuan t on t.n = o.n cross join lateral (${stored}) r
     on conflict do nothing`,
  ]
}

/** The first family of a household receives what its row says the household receives. */
export const tambahPenerimaan = (b: Bagian): string[] => {
  if (b.program.length === 0) return []
  const values = b.program.map(([program, kolom]) => `('${program}', s.${kolom})`).join(', ')
  const from = `${b.p}_w_keluarga f join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
    left join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n_ruta
    cross join lateral (values ${values}) v(program, nilai)
    where f.batch = ${b.batch} and f.urutan = 1 and not coalesce(w.sama, false)`
  return [
    `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber, rekaman_id)
     select f.kab, f.keluarga_id, f.wilayah, f.rt, v.program, '${b.tanggal}'::date, '${b.kelompok}', w.rekaman_id
     from ${from} and v.nilai = 1 and (f.baru or not exists (
       select from penerimaan x where x.kab = f.kab and x.keluarga_id = f.keluarga_id and x.program = v.program and x.sampai is null))
     on conflict do nothing`,
  ]
}

/** A "no" ends what an earlier file of the same kind said the family receives. */
export const akhiriPenerimaan = (b: Bagian): string[] => {
  if (b.program.length === 0) return []
  const values = b.program.map(([program, kolom]) => `('${program}', s.${kolom})`).join(', ')
  return [
    `update penerimaan x set sampai = greatest('${b.tanggal}'::date, x.dari + 1)
     from ${b.p}_w_keluarga f join ${b.p}_ruta s on s.n = f.n_ruta
       join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n_ruta and not w.sama
       cross join lateral (values ${values}) v(program, nilai)
     where f.batch = ${b.batch} and f.urutan = 1 and not f.baru and v.nilai = 2 and x.kab = f.kab and x.keluarga_id = f.keluarga_id
       and x.program = v.program and x.sampai is null and x.sumber = '${b.kelompok}'`,
  ]
}

export const tambahPeringkat = (b: Bagian): string =>
  b.sumberPeringkat === null || !b.bentuk.ruta.some((k) => k.nama === 'persentil')
    ? ''
    : `
  insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal, rekaman_id)
  select f.kab, f.keluarga_id, f.wilayah, f.rt, '${b.sumberPeringkat}', 'persentil', s.persentil, '${b.tanggal}'::date, w.rekaman_id
  from ${b.p}_w_keluarga f join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
  left join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n_ruta
  where f.batch = ${b.batch} and s.persentil is not null and (f.baru or not exists (
    select from peringkat_luar x where x.kab = f.kab and x.keluarga_id = f.keluarga_id and x.sumber = '${b.sumberPeringkat}'
      and x.nilai = s.persentil and x.tanggal = '${b.tanggal}'::date))`
