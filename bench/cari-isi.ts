/** Fills a registry with synthetic people straight by COPY, for the search benchmark. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { foldName } from '#domain/individu/nama-cari.ts'
import type { BenchDatabase } from './database.ts'
import { Acak } from './generator/acak.ts'
import { campuranDi } from './generator/nama/campuran.ts'
import { asalDari, namaOrang } from './generator/nama/nama.ts'

export type Sought = { readonly nik: string; readonly nama: string }

const perFamily = 4

/** 1,000,000 people, a part of them (the kab/kota searched in) a fifth: five kab of equal size. */
const partitions = (kab: number): number[] => [kab, 6471, 6472, 3523, 7371]

export async function fillPeople(
  database: BenchDatabase,
  kab: number,
  people: number,
  log: (text: string) => void,
): Promise<readonly Sought[]> {
  const families = people / perFamily
  const { migrator } = database.pools
  const places = partitions(kab)
  log(`filling ${people} people in ${places.length} kab/kota`)
  await migrator.query(
    `create table isi (n int, kab smallint, wilayah bigint, nama text, nik text)`,
  )
  const client = await migrator.connect()
  const sought: Sought[] = []
  try {
    const acak = new Acak(7, 1, 1)
    const mix = campuranDi(Math.floor(kab / 100))
    function* lines(): Generator<string> {
      let block = ''
      for (let n = 0; n < people; n++) {
        const at = places[Math.floor(n / perFamily) % places.length] ?? kab
        const nama = foldName(
          namaOrang(acak, asalDari(acak, mix), n % 2 ? 1 : 2, 1950 + (n % 60), n % 4),
        )
        const nik = `99${String(at).slice(2)}01${String(10_000_000 + n).padStart(10, '0')}`
        if (at === kab && n % 50 === 0) sought.push({ nik, nama })
        block += `${n}\t${at}\t${at * 1e6 + 11001 + (Math.floor(n / perFamily) % 15)}\t${nama}\t${nik}\n`
        if (block.length > 1 << 16) {
          yield block
          block = ''
        }
      }
      yield block
    }
    await pipeline(Readable.from(lines()), client.query(copyFrom('copy isi from stdin')))
  } finally {
    client.release()
  }
  await migrator.query(`
    create table isi_keluarga as select (n / ${perFamily}) as k, uuidv7_siks() as ruta, uuidv7_siks() as id, min(kab) as kab, min(wilayah) as wilayah, min(nama) as nama from isi group by 1;
    create index on isi_keluarga (k);
    insert into ruta (kab, id, wilayah, wilayah_tercatat, rt, nama_kepala, jumlah_anggota) select kab, ruta, wilayah, wilayah, 1 + k % 30, nama, ${perFamily} from isi_keluarga;
    insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, jumlah_anggota)
      select kab, id, ruta, wilayah, wilayah, 1 + k % 30, nama, nama, ${perFamily} from isi_keluarga;
    insert into individu (kab, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, nik, jenis_kelamin)
      select f.kab, f.id, f.ruta, f.wilayah, f.wilayah, 1 + f.k % 30, i.nama, i.nama, i.nik, 1 from isi i join isi_keluarga f on f.k = i.n / ${perFamily};
    insert into kata_nama select distinct unnest(string_to_array(nama_cari, ' ')) from individu;
    insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber) select kab, id, wilayah, 1 + k % 30, 'rastra', '2018-01-01', 'bench' from isi_keluarga where k % 2 = 0;
    insert into rekap_rt (kab, wilayah, rt, keluarga) select kab, wilayah, 1 + k % 30, count(*) from isi_keluarga group by 1, 2, 3;
    insert into pengaturan values ('hari_ini', '"2018-07-24"');
    drop table isi, isi_keluarga`)
  await migrator.query('vacuum analyze')
  log(`${families} families written`)
  return sought
}
