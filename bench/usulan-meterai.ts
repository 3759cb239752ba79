/** Signs a berita acara in each village for its proposals, so that steps meet a real seal. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type BarisMeterai, buatMeterai } from '#domain/musyawarah/meterai.ts'
import { sidikTeks, sosokOf } from '#server/musyawarah/meterai.ts'
import type { BenchDatabase } from './database.ts'

type Usulan = { id: string; nama: string; isi: unknown }
type Desa = { kab: number; wilayah: number; usulan: Usulan[] }

/** Binds every `keluarga_baru` beyond the meeting that has no paper yet: one paper per village. */
export async function meteraikanSemua(database: BenchDatabase): Promise<void> {
  const { migrator } = database.pools
  const { rows } = await migrator.query<Desa>(
    `select kab, wilayah, json_agg(json_build_object('id', id, 'nama', nama, 'isi', isi) order by id) as usulan from usulan
     where meterai_id is null and status not in ('draf', 'diajukan', 'dilengkapi', 'diketahui', 'ditunda') group by 1, 2 order by 2`,
  )
  const papers = rows.map(({ kab, wilayah, usulan }) => {
    const id = randomUUID()
    const baris = usulan.map((u, i) => barisOf(id, u, i + 1))
    return { kab, wilayah: Number(wilayah), id, baris, ...sidikOf(baris) }
  })
  const client = await migrator.connect()
  try {
    // Foreign keys are looked up row by row; what is written here refers to what is written beside it.
    await client.query('set session_replication_role = replica')
    for (let i = 0; i < papers.length; i += 100) await simpan(client, papers.slice(i, i + 100))
  } finally {
    client.release(true)
  }
  await migrator.query('vacuum analyze usulan')
  await migrator.query('analyze musyawarah_agenda')
  await migrator.query('analyze musyawarah_keputusan')
  await migrator.query('analyze musyawarah_meterai')
}

const barisOf = (musyawarahId: string, u: Usulan, urutan: number): BarisMeterai => ({
  musyawarahId,
  urutan,
  usulanId: u.id,
  jenis: 'keluarga_baru',
  keluargaId: null,
  individuId: null,
  ...sosokOf({ jenis: 'keluarga_baru', nama: u.nama, isi: u.isi, orang: null }),
  putusan: 'setuju',
  alasan: null,
  catatan: null,
})

function sidikOf(baris: readonly BarisMeterai[]): { sidik: string; sidikBaris: readonly string[] } {
  const meterai = buatMeterai(baris, sidikTeks)
  return { sidik: meterai.sidik, sidikBaris: meterai.baris }
}

async function simpan(client: pg.PoolClient, papers: readonly object[]): Promise<void> {
  await client.query(
    `with p as materialized (select * from jsonb_to_recordset($1::jsonb) as p(kab smallint, wilayah bigint, id uuid, sidik text, "sidikBaris" text[], baris jsonb)),
      b as materialized (select p.kab, p.wilayah, p.id as musyawarah_id, b.* from p cross join lateral jsonb_to_recordset(p.baris) as b("usulanId" uuid,
        urutan smallint, nama text, kepala text, "tahunLahir" smallint, dasar text)),
      m as (insert into musyawarah (kab, id, wilayah, jenis, status, rezim, tanggal, tempat, nomor, tahun, sidik, sidik_baris, berlaku_sampai, ditandatangani_pada)
        select kab, id, wilayah, 'muskel', 'ditandatangani', '2018-2019', '2018-07-01', 'Aula', id::text, 2018, sidik, "sidikBaris", '2019-01-01', '2018-07-01' from p),
      a as (insert into musyawarah_agenda (kab, musyawarah_id, usulan_id, wilayah, urutan) select kab, musyawarah_id, "usulanId", wilayah, urutan from b),
      k as (insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, putusan, pada, diterima_pada, peran)
        select kab, gen_random_uuid(), musyawarah_id, "usulanId", wilayah, 'setuju', '2018-07-01', '2018-07-01', 'operator_desa' from b),
      s as (insert into musyawarah_meterai (kab, musyawarah_id, usulan_id, wilayah, urutan, jenis, nama, kepala, tahun_lahir, putusan, dasar)
        select kab, musyawarah_id, "usulanId", wilayah, urutan, 'keluarga_baru', nama, kepala, "tahunLahir", 'setuju', dasar from b)
     update usulan u set meterai_id = b.musyawarah_id from b where u.kab = b.kab and u.id = b."usulanId"`,
    [JSON.stringify(papers)],
  )
}
