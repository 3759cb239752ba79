/** Invented facts and invented registries by SQL, for the benchmarks of rankings. */
import type pg from 'pg'
import { loadFakta } from '#server/peringkat/model.ts'

/** Villages of 1,000 families, 10 to a kecamatan, 5 kecamatan to a kab/kota, 5 of those to a province. */
const village = `9100000000 + (g / 250000)::bigint * 100000000 + (g / 50000 % 5 + 1) * 1000000
  + (g / 10000 % 5 + 1) * 10000 + (1001 + g / 1000 % 10)`

/** A number of family `g` that looks random and is the same in every run. */
const draw = (salt: number, from: number, many: number): string =>
  `(${from} + abs(hashint8(g * 64 + ${salt}) % ${many}))`

/** Codes and counts within the lists; a tenth of the answers are missing, as in real files. */
function invented(nama: string, tipe: string, salt: number): string {
  if (nama === 'kelayakan') return `(case when g % 50 = 0 then 1 when g % 97 = 0 then 3 else 2 end)`
  if (nama === 'jumlah_anggota_ruta' || nama === 'jumlah_anggota') return draw(1, 1, 8)
  if (nama === 'luas_per_orang') return `${draw(2, 12, 120)} * 10 / ${draw(1, 1, 8)}`
  if (nama === 'luas_lantai') return draw(2, 12, 120)
  const value =
    tipe === 'bigint'
      ? `${draw(salt, 0, 40)} * 50000`
      : draw(salt, nama.startsWith('jumlah') ? 0 : 1, 6)
  return `(case when ${draw(salt + 100, 0, 10)} > 0 then ${value} end)`
}

/** Facts of that many families, in a table with the columns of `fakta_keluarga`. */
export async function inventFacts(
  client: pg.ClientBase,
  tujuan: string,
  ronde: string,
  families: number,
): Promise<void> {
  const { berkas } = loadFakta()
  const facts = berkas.fakta.map((f, i) => `${invented(f.nama, f.tipe, i + 3)}::${f.tipe}`)
  const names = berkas.fakta.map((f) => f.nama)
  await client.query(`insert into ${tujuan} (kab, ronde_id, keluarga_id, wilayah, rt, ${names.join(', ')})
    select (wilayah / 1000000)::smallint, '${ronde}', md5(g::text)::uuid, wilayah, (1 + g % 20)::smallint, ${facts.join(', ')}
    from (select g::bigint, ${village} as wilayah from generate_series(0, ${families - 1}) g) s`)
}

const answersOf = (unit: 'ruta' | 'keluarga' | 'individu', names: readonly string[]) =>
  names.map((n, i) => ({ kolom: n, isi: draw(i + (unit === 'individu' ? 40 : 3), 1, 4) }))

/** Houses, families and people with answers: four people to a family, one family to a house. */
export async function inventRegistry(client: pg.ClientBase, families: number): Promise<void> {
  const ruta = answersOf('ruta', [
    'luas_lantai',
    'lantai',
    'dinding',
    'kondisi_dinding',
    'atap',
    'air_minum',
    'penerangan',
    'bahan_bakar',
    'fasilitas_bab',
    'aset_motor',
    'aset_emas',
    'aset_mobil',
    'sapi',
    'kambing',
  ])
  const orang = answersOf('individu', [
    'partisipasi_sekolah',
    'ijazah',
    'bekerja',
    'lapangan_usaha',
    'status_pekerjaan',
    'jenis_cacat',
    'penyakit_kronis',
    'hamil',
  ])
  const house = `md5('r' || g)::uuid`
  const family = `md5('k' || g)::uuid`
  const person = `md5('i' || g || '.' || a)::uuid`
  const scope = `from (select g::bigint, ${village} as w from generate_series(0, ${families - 1}) g) s`
  const people = `${scope} cross join generate_series(1, 4) a`
  const place = `(w / 1000000)::smallint`
  const list = (answers: typeof ruta, part: 'kolom' | 'isi') =>
    answers.map((x) => x[part]).join(', ')
  for (const statement of [
    // Foreign keys hold by construction; checking them is not what is measured.
    'set session_replication_role = replica',
    'drop index individu_nama, individu_nik',
    `insert into ruta (kab, id, wilayah, wilayah_tercatat, rt, survei_id) select ${place}, ${house}, w, w, 1, ${house} ${scope}`,
    `insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari) select ${place}, ${family}, ${house}, w, w, 1, 'A', 'a' ${scope}`,
    `insert into survei_ruta (kab, id, ruta_id, wilayah, tanggal, sumber, ${list(ruta, 'kolom')}) select ${place}, ${house}, ${house}, w, '2026-01-01', 'uji', ${list(ruta, 'isi')} ${scope}`,
    `insert into individu (kab, id, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, jenis_kelamin, tanggal_lahir, hubungan, hubungan_ruta, urutan, survei_id)
     select ${place}, ${person}, ${family}, ${house}, w, w, 1, 'A', 'a', 1 + a % 2, date '1950-01-01' + (abs(hashint8(g * 8 + a)) % 27000), a, a, a, ${person} ${people}`,
    `insert into survei_individu (kab, id, individu_id, keluarga_id, wilayah, tanggal, sumber, ${list(orang, 'kolom')})
     select ${place}, ${person}, ${person}, ${family}, w, '2026-01-01', 'uji', ${list(orang, 'isi')} ${people}`,
  ])
    await client.query(statement)
  await client.query('analyze ruta, keluarga, individu, survei_ruta, survei_individu')
}
