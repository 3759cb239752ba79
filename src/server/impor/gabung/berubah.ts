/** Statements for households, families and people the registry knows: what differs is updated, with its history. */
import {
  answersOf,
  type Bagian,
  barisBatch,
  keluargaBaris,
  orang,
  rumah,
  statusOrang,
} from './bagian.ts'

type Isian = readonly (readonly [kolom: string, baru: string])[]

/** History of the fields that differ; an empty cell never erases what is known. */
const catatBeda = (
  b: Bagian,
  unit: string,
  isian: Isian,
  dari: string,
  ids: string,
  syarat: string,
): string => `
  insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, rekaman_id, wilayah, rt, keluarga_id)
  select u.kab, '${unit}', u.id, v.kolom, v.lama, v.baru, '${b.tanggal}'::date, '${b.kelompok}', ${ids}
  from ${dari}
  cross join lateral (values ${isian.map(([k, baru]) => `('${k}', u.${k}::text, (${baru})::text)`).join(', ')}) v(kolom, lama, baru)
  where ${syarat} and v.baru is not null and v.baru is distinct from v.lama`

const ubahBeda = (tabel: string, isian: Isian, dari: string, syarat: string): string => `
  update ${tabel} u set ${isian.map(([k, baru]) => `${k} = coalesce(${baru}, u.${k})`).join(', ')},
    versi = u.versi + 1, diubah_pada = now()
  from ${dari}
  where ${syarat} and (${isian.map(([k, baru]) => `(${baru} is not null and ${baru} is distinct from u.${k})`).join(' or ')})`

const isianRuta = (b: Bagian): Isian => [
  ['wilayah', 'r.wilayah'],
  ['rt', 'r.rt'],
  ['rw', 'r.rw'],
  ['sls', rumah(b, 'sls')],
  ['alamat', rumah(b, 'alamat')],
  ['nama_kepala', rumah(b, 'nama_kepala')],
  ['jumlah_tercatat', rumah(b, 'jumlah_anggota', 'smallint')],
  ['lintang', rumah(b, 'lintang', 'double precision')],
  ['bujur', rumah(b, 'bujur', 'double precision')],
]
const ruteDari = (b: Bagian): string =>
  `${b.p}_w_ruta r join ${b.p}_ruta s on s.n = r.n_ruta and s.n between ${b.dari} and ${b.sampai}
   join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = r.n_ruta and not w.sama`

export const ubahRuta = (b: Bagian): string[] => {
  const where = `r.batch = ${b.batch} and not r.baru`
  return [
    catatBeda(
      b,
      'ruta',
      isianRuta(b),
      `${ruteDari(b)} join ruta u on u.kab = r.kab and u.id = r.ruta_id`,
      'w.rekaman_id, r.wilayah, r.rt, u.keluarga_id',
      where,
    ),
    ubahBeda('ruta', isianRuta(b), ruteDari(b), `${where} and u.kab = r.kab and u.id = r.ruta_id`),
  ]
}

const isianKeluarga = (b: Bagian): Isian => {
  const first = `case when f.urutan = 1 then ${rumah(b, 'nomor_kk')} end`
  return [
    ['wilayah', 'f.wilayah'],
    ['rt', 'f.rt'],
    ['rw', 'f.rw'],
    ['nomor_kk', `coalesce(${first}, f.nomor_kk)`],
    ['nama_kepala', 'h.nama'],
    ['nama_kepala_cari', 'h.nama_cari'],
    ['alamat', rumah(b, 'alamat')],
  ]
}
const keluargaDari = (b: Bagian): string =>
  `${b.p}_w_keluarga f left join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
   left join ${b.p}_baris h on h.n = f.n_kepala and h.n between ${b.dari} and ${b.sampai}
   left join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n`

export const ubahKeluarga = (b: Bagian): string[] => {
  const where = `f.batch = ${b.batch} and not f.baru`
  const history = isianKeluarga(b).filter(([k]) => k !== 'nama_kepala_cari')
  return [
    catatBeda(
      b,
      'keluarga',
      history,
      `${keluargaDari(b)} join keluarga u on u.kab = f.kab and u.id = f.keluarga_id`,
      'w.rekaman_id, f.wilayah, f.rt, u.id',
      where,
    ),
    ubahBeda(
      'keluarga',
      isianKeluarga(b),
      keluargaDari(b),
      `${where} and u.kab = f.kab and u.id = f.keluarga_id`,
    ),
    `update keluarga u set ditandai = true from ${b.p}_w_keluarga f where ${where} and f.ditandai and not u.ditandai and u.kab = f.kab and u.id = f.keluarga_id`,
  ]
}

const isianIndividu = (b: Bagian): Isian => [
  ['wilayah', 'w.wilayah'],
  ['rt', 'w.rt'],
  ['nama', 'o.nama'],
  ['nama_cari', 'o.nama_cari'],
  ['nik', 'o.nik'],
  ['jenis_kelamin', 'o.jenis_kelamin'],
  ['tempat_lahir', orang(b, 'tempat_lahir')],
  ['tanggal_lahir', orang(b, 'tanggal_lahir', 'date')],
  ['umur_tercatat', orang(b, 'umur', 'smallint')],
  ['nama_ibu', orang(b, 'nama_ibu')],
  ['alasan_tanpa_nik', orang(b, 'alasan_tanpa_nik')],
  ['hubungan', orang(b, 'hubungan', 'smallint')],
  ['hubungan_ruta', orang(b, 'hubungan_ruta', 'smallint')],
  ['keluarga_id', 'f.keluarga_id'],
  ['ruta_id', 'w.ruta_id'],
  ['status', `case when ${statusOrang(b)} <> 'aktif' then ${statusOrang(b)} end`],
]

export const ubahIndividu = (b: Bagian): string[] => {
  const from = `${barisBatch(b)} ${keluargaBaris(b)}`
  const where = `w.batch = ${b.batch} and w.peran <> 1 and not w.baru and not w.sama`
  const history = isianIndividu(b).filter(([k]) => k !== 'nama_cari' && k !== 'ruta_id')
  const person = 'u.kab = w.kab and u.id = w.individu_id'
  const member = `m.kab = w.kab and m.individu_id = w.individu_id and m.sampai is null and m.keluarga_id <> f.keluarga_id`
  return [
    catatBeda(
      b,
      'individu',
      history,
      `${from} join individu u on ${person}`,
      'w.rekaman_id, w.wilayah, w.rt, f.keluarga_id',
      where,
    ),
    `update individu u set umur_tanggal = '${b.tanggal}'::date from ${from} where ${where} and ${person}
       and ${orang(b, 'umur', 'smallint')} is not null and ${orang(b, 'umur', 'smallint')} is distinct from u.umur_tercatat`,
    ubahBeda('individu', isianIndividu(b), from, `${where} and ${person}`),
    `update keanggotaan m set keluarga_id = f.keluarga_id from ${from} where ${where} and ${member} and m.dari >= '${b.tanggal}'::date`,
    `update keanggotaan m set sampai = '${b.tanggal}'::date from ${from} where ${where} and ${member} and m.dari < '${b.tanggal}'::date`,
    `insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
     select w.kab, w.individu_id, f.keluarga_id, w.wilayah, w.rt, '${b.tanggal}'::date, '${b.kelompok}' from ${from}
     where ${where} and ${statusOrang(b)} = 'aktif'
       and not exists (select from keanggotaan m where m.kab = w.kab and m.individu_id = w.individu_id and (m.sampai is null or m.sampai > '${b.tanggal}'::date))`,
    `update keanggotaan m set sampai = '${b.tanggal}'::date from ${from} where ${where} and ${statusOrang(b)} <> 'aktif'
       and m.kab = w.kab and m.individu_id = w.individu_id and m.sampai is null and m.dari < '${b.tanggal}'::date`,
  ]
}

/** Answers that differ from the current ones are added; the newest becomes current. */
function surveiBeda(
  b: Bagian,
  unit: 'ruta' | 'keluarga' | 'individu',
  dari: string,
  ids: { id: string; unit: string; alias: string; awal: string; nilai: string; syarat: string },
): string[] {
  const names = answersOf(b, unit)
  if (names.length === 0) return []
  const now = names.map((n) => `${ids.alias}.${n}`).join(', ')
  const before = names.map((n) => `c.${n}`).join(', ')
  return [
    `insert into survei_${unit} (kab, id, ${unit}_id, ${unit === 'keluarga' ? '' : 'keluarga_id, '}wilayah, rt, tanggal, sumber, rekaman_id, ${names.join(', ')})
     select u.kab, ${ids.id}, u.id, ${ids.awal}'${b.tanggal}'::date, '${b.kelompok}', w.rekaman_id, ${now}
     from ${dari} join ${unit} u on ${ids.unit}
     left join survei_${unit} c on c.kab = u.kab and c.id = u.survei_id
     where ${ids.syarat} and (c.id is null or row(${now}) is distinct from row(${before}))`,
    `update ${unit} u set survei_id = ${ids.id} from ${dari}
     where ${ids.syarat} and ${ids.unit} and exists (select from survei_${unit} x where x.kab = u.kab and x.id = ${ids.id})
       and not exists (select from survei_${unit} c where c.kab = u.kab and c.id = u.survei_id and c.tanggal > '${b.tanggal}'::date)`,
  ]
}

export const ubahSurvei = (b: Bagian): string[] => [
  ...surveiBeda(b, 'ruta', ruteDari(b), {
    id: 'r.survei_id',
    unit: 'u.kab = r.kab and u.id = r.ruta_id',
    alias: 's',
    awal: 'u.keluarga_id, r.wilayah, r.rt, ',
    nilai: '',
    syarat: `r.batch = ${b.batch} and not r.baru`,
  }),
  ...surveiBeda(
    b,
    'keluarga',
    `${b.p}_w_keluarga f join ${b.p}_ruta s on s.n = f.n_ruta and s.n between ${b.dari} and ${b.sampai}
      join ${b.p}_w_baris w on w.batch = ${b.batch} and w.n = f.n_ruta and not w.sama`,
    {
      id: 'f.survei_id',
      unit: 'u.kab = f.kab and u.id = f.keluarga_id',
      alias: 's',
      awal: 'f.wilayah, f.rt, ',
      nilai: '',
      syarat: `f.batch = ${b.batch} and not f.baru and f.urutan = 1`,
    },
  ),
  ...surveiBeda(b, 'individu', `${barisBatch(b)} ${keluargaBaris(b)}`, {
    id: 'w.survei_id',
    unit: 'u.kab = w.kab and u.id = w.individu_id',
    alias: 'o',
    awal: 'f.keluarga_id, w.wilayah, w.rt, ',
    nilai: '',
    syarat: `w.batch = ${b.batch} and w.peran <> 1 and not w.baru and not w.sama`,
  }),
]

/** Members are counted again where a known family or household was touched. */
export const hitungUlang = (b: Bagian): string[] => [
  `update keluarga u set jumlah_anggota = j.jumlah from (
     select f.kab, f.keluarga_id, count(i.id)::smallint as jumlah from ${b.p}_w_keluarga f
     left join individu i on i.kab = f.kab and i.keluarga_id = f.keluarga_id and i.status = 'aktif'
     where f.batch = ${b.batch} and not f.baru group by f.kab, f.keluarga_id) j
   where u.kab = j.kab and u.id = j.keluarga_id and u.jumlah_anggota <> j.jumlah`,
  `update ruta u set jumlah_anggota = j.jumlah, keluarga_id = coalesce(u.keluarga_id, j.keluarga_id) from (
     select r.kab, r.ruta_id, sum(k.jumlah_anggota)::smallint as jumlah, (array_agg(k.id order by k.urutan_ruta))[1] as keluarga_id
     from ${b.p}_w_ruta r join keluarga k on k.kab = r.kab and k.ruta_id = r.ruta_id
     where r.batch = ${b.batch} and not r.baru group by r.kab, r.ruta_id) j
   where u.kab = j.kab and u.id = j.ruta_id and (u.jumlah_anggota <> j.jumlah or u.keluarga_id is null)`,
]
