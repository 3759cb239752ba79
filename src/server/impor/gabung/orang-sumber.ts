/** Statements that keep people and families of a source beside the registry; of the registry nothing changes. */
import type { SumberData } from '#domain/impor/peta.ts'
import { catatKeadaan } from '#server/dukcapil/bandingkan.ts'
import { answersOf, type Bagian, barisBatch, orang } from './bagian.ts'
import { hash, isi, kolomTemuan, urutan } from './sumber.ts'

const tambahRekaman = (b: Bagian): string => `
  insert into rekaman_sumber (kab, id, impor_id, format, lembar, baris, kunci_ruta, kunci_anggota, hash, isi, status, asal_id, wilayah, rt)
  select w.kab, w.rekaman_id, '${b.imporId}', '${b.kelompok}', o.lembar, o.baris, o.kunci_ruta, o.kunci_anggota, ${hash}, ${isi},
    case when t.n is null then 'diterima' else 'ditandai' end, o.asal, w.wilayah, w.rt
  from ${barisBatch(b)} left join ${b.p}_tanda t on t.n = w.n
  where w.batch = ${b.batch} and not w.sama order by w.n`

const tambahTemuan = (b: Bagian): string => `
  insert into impor_temuan (${kolomTemuan})
  select ${b.kab}, '${b.imporId}', o.lembar, o.baris, ${urutan(b)}, case when not w.sama then w.rekaman_id end, t.kolom, t.nilai, t.tingkat, t.kode, t.rincian,
    w.wilayah, w.rt, null
  from ${barisBatch(b)} join ${b.p}_temuan t on t.n = w.n
  where w.batch = ${b.batch}
  on conflict do nothing`

/** Answers of one unit as an object of variables, without those that were not told. */
const jawabanOf = (kolom: readonly string[]): string =>
  kolom.length === 0
    ? `'{}'::jsonb`
    : `jsonb_strip_nulls(${batches(kolom, 40)
        .map((some) => `jsonb_build_object(${some.map((n) => `'${n}', o.${n}`).join(', ')})`)
        .join(' || ')})`

/** A call takes a hundred arguments at most. */
const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  )

const orangJawaban = (b: Bagian): string => jawabanOf(answersOf(b, 'individu'))

/** What a row of a source says of the house and the family. */
const keluargaJawaban = (b: Bagian): string =>
  jawabanOf(
    b.bentuk.anggota.filter((k) => k.unit === 'ruta' || k.unit === 'keluarga').map((k) => k.nama),
  )

type Kolom = readonly (readonly [kolom: string, nilai: string])[]

const orangKolom = (b: Bagian): Kolom => [
  ['kunci', 'w.kunci'],
  ['impor_id', `'${b.imporId}'::uuid`],
  ['rekaman_id', 'w.rekaman_id'],
  ['lembar', 'o.lembar'],
  ['baris', 'o.baris'],
  ['wilayah', 'w.wilayah'],
  ['rt', 'w.rt'],
  ['nik', orang(b, 'nik')],
  ['nomor_kk', orang(b, 'nomor_kk')],
  ['nama', orang(b, 'nama')],
  ['nama_cari', `coalesce(${orang(b, 'nama_cari')}, '')`],
  ['jenis_kelamin', orang(b, 'jenis_kelamin', 'smallint')],
  ['tempat_lahir', orang(b, 'tempat_lahir')],
  ['tanggal_lahir', orang(b, 'tanggal_lahir', 'date')],
  ['alamat', orang(b, 'alamat')],
  ['nama_ibu', orang(b, 'nama_ibu')],
  ['hubungan', orang(b, 'hubungan', 'smallint')],
  ['desil', `${orang(b, 'nilai_luar', 'integer')}::smallint`],
  ['pekerjaan', orang(b, 'pekerjaan', 'smallint')],
  ['keadaan', orang(b, 'keadaan')],
  ['wilayah_lain', orang(b, 'wilayah_lain')],
  ['jawaban', orangJawaban(b)],
  ['berlaku', orang(b, 'tanggal_luar', 'date')],
  ['kunci_keluarga', 'o.kunci_ruta'],
  ['hash', hash],
]

const keluargaKolom = (b: Bagian): Kolom => [
  ['impor_id', `'${b.imporId}'::uuid`],
  ['rekaman_id', 'w.rekaman_id'],
  ['wilayah', 'w.wilayah'],
  ['rt', 'w.rt'],
  ['nomor_kk', orang(b, 'nomor_kk')],
  ['nama_kepala', orang(b, 'nama')],
  ['alamat', orang(b, 'alamat')],
  ['desil', `${orang(b, 'nilai_luar', 'integer')}::smallint`],
  ['jawaban', keluargaJawaban(b)],
  ['berlaku', orang(b, 'tanggal_luar', 'date')],
]

/** Rows of this batch that name a person. */
const berorang = (b: Bagian): string =>
  `w.batch = ${b.batch} and ${orang(b, 'nama')} is not null and not w.kepala_dikenal`

const names = (kolom: Kolom): string => kolom.map(([name]) => name).join(', ')
const values = (kolom: Kolom): string => kolom.map(([, value]) => value).join(', ')

const count = (b: Bagian, nama: string, from: string): string => `
  update impor set status = 'digabung', ringkasan = ringkasan || jsonb_build_object(
    '${nama}', coalesce((ringkasan ->> '${nama}')::int, 0) + (select count(*) from ${from}))
  where kab = ${b.kab} and id = '${b.imporId}'`

const tambahOrang = (b: Bagian, s: SumberData): string => `
  with tambah as (
    insert into orang_sumber (kab, id, sumber, ${names(orangKolom(b))})
    select w.orang_kab, w.orang_id, '${s}', ${values(orangKolom(b))}
    from ${barisBatch(b)} where ${berorang(b)} and w.orang_baru and not w.sama order by w.n
    on conflict do nothing returning 1)
  ${count(b, 'orang_sumber_baru', 'tambah')}`

/** A newer row replaces what the source said before; an older file changes nothing. */
const ubahOrang = (b: Bagian): string => `
  with ubah as (
    update orang_sumber x set ${orangKolom(b)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ')}, diubah_pada = now()
    from ${barisBatch(b)} where ${berorang(b)} and not w.orang_baru and not w.sama
      and x.kab = w.orang_kab and x.id = w.orang_id and x.berlaku <= ${orang(b, 'tanggal_luar', 'date')}
    returning 1)
  ${count(b, 'orang_sumber_berubah', 'ubah')}`

/** A file that says the same of a later day makes what it says fresher; a guessed day does not. */
const segarkan = (b: Bagian): string => `
  update orang_sumber x set berlaku = o.tanggal_luar from ${barisBatch(b)}
  where w.batch = ${b.batch} and w.sama and o.tanggal_diduga is distinct from 1 and x.kab = w.orang_kab and x.id = w.orang_id
    and x.berlaku < o.tanggal_luar`

/** Sheets of one source fill one row of the family, each with what it knows. */
const keluarga = (b: Bagian, s: SumberData): string[] => [
  `with tambah as (
     insert into keluarga_sumber (kab, id, sumber, kunci, ${names(keluargaKolom(b))})
     select w.kab, w.keluarga_sumber_id, '${s}', o.kunci_ruta, ${values(keluargaKolom(b))}
     from ${barisBatch(b)} where w.batch = ${b.batch} and w.peran = 5 and w.keluarga_baru and not w.sama order by w.n
     on conflict do nothing returning 1)
   ${count(b, 'keluarga_sumber_baru', 'tambah')}`,
  `update keluarga_sumber x set impor_id = '${b.imporId}', rekaman_id = w.rekaman_id, berlaku = greatest(x.berlaku, o.tanggal_luar),
     wilayah = case when w.wilayah % 10000 > 0 then w.wilayah else x.wilayah end, rt = coalesce(w.rt, x.rt),
     ${['nomor_kk', 'nama_kepala', 'alamat', 'desil']
       .map((n) => {
         const value = keluargaKolom(b).find(([name]) => name === n)?.[1] ?? 'null'
         return `${n} = coalesce(${value}, x.${n})`
       })
       .join(', ')},
     jawaban = x.jawaban || ${keluargaJawaban(b)}, diubah_pada = now()
   from ${barisBatch(b)} where w.batch = ${b.batch} and w.peran = 5 and not w.sama
     and x.kab = w.kab and x.sumber = '${s}' and x.kunci = o.kunci_ruta and x.rekaman_id <> w.rekaman_id and x.berlaku <= o.tanggal_luar`,
  `update orang_sumber x set wilayah = w.wilayah, rt = coalesce(x.rt, w.rt) from ${barisBatch(b)}
   where w.batch = ${b.batch} and w.peran = 5 and w.wilayah % 10000 > 0
     and x.sumber = '${s}' and x.kunci_keluarga = o.kunci_ruta and x.wilayah = ${b.wilayah}`,
]

/** The rank of a family of the registry that the row names by NIK or card, where that is one family. */
const tambahPeringkat = (b: Bagian): string[] =>
  b.sumberPeringkat === null
    ? []
    : [
        `with calon as (
           select w.n, i.kab, i.keluarga_id from ${barisBatch(b)} join individu i on i.nik = o.nik and i.status = 'aktif'
           where w.batch = ${b.batch} and not w.sama and o.nilai_luar is not null and (w.peran = 5 or o.hubungan = 1)
           union
           select w.n, f.kab, f.id from ${barisBatch(b)} join keluarga f on f.nomor_kk = o.nomor_kk
           where w.batch = ${b.batch} and not w.sama and o.nilai_luar is not null and (w.peran = 5 or o.hubungan = 1)),
         satu as (
           select c.n, (array_agg(f.kab))[1] as kab, (array_agg(f.id))[1] as id, (array_agg(f.wilayah))[1] as wilayah, (array_agg(f.rt))[1] as rt
           from calon c join keluarga f on f.kab = c.kab and f.id = c.keluarga_id and f.status in ('aktif', 'nonaktif')
           group by c.n having count(distinct f.id) = 1),
         tambah as (
           insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal, rekaman_id)
           select distinct on (s.kab, s.id) s.kab, s.id, s.wilayah, s.rt, o.sumber_luar, o.jenis_luar, o.nilai_luar, o.tanggal_luar, w.rekaman_id
           from satu s join ${b.p}_w_baris w on w.n = s.n join ${b.p}_baris o on o.n = s.n
           where not exists (
             select from peringkat_luar x where x.kab = s.kab and x.keluarga_id = s.id and x.sumber = o.sumber_luar
               and x.jenis = o.jenis_luar and (x.tanggal = o.tanggal_luar or o.tanggal_diduga = 1 and x.nilai = o.nilai_luar))
           order by s.kab, s.id, w.n returning 1)
         ${count(b, 'peringkat_luar_baru', 'tambah')}`,
      ]

/** What one batch does; files of sources wait for each other, so that two cannot add the same person. */
export const orangSumberStatements = (b: Bagian, s: SumberData): string[] => [
  `select pg_advisory_xact_lock(hashtext('orang_sumber'))`,
  tambahRekaman(b),
  ...(s === 'p3ke' || s === 'regsosek' ? keluarga(b, s) : []),
  tambahOrang(b, s),
  ubahOrang(b),
  segarkan(b),
  ...tambahPeringkat(b),
  ...(s === 'dukcapil'
    ? [
        catatKeadaan(
          `(s.kab, s.id) in (select orang_kab, orang_id from ${b.p}_w_baris where batch = ${b.batch})`,
          'null::uuid',
        ),
      ]
    : []),
  tambahTemuan(b),
]
