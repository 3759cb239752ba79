/** Binds proposals by a signed berita acara straight in the database, for tests that are not about the meeting. */
import type pg from 'pg'
import { buatMeterai } from '#domain/musyawarah/meterai.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { sidikTeks, sosokOf } from '#server/musyawarah/meterai.ts'

type Baris = {
  wilayah: number
  rt: number | null
  jenis: JenisUsulan
  keluarga_id: string | null
  nama: string
  isi: unknown
}

let ke = 0

/** One proposal, agreed by a meeting of its own on that day; `meterai_id` points at it, the state stays. */
export async function meteraikan(
  admin: pg.Pool,
  u: { readonly kab: number; readonly id: string },
  tanggal = '2018-07-01',
): Promise<string> {
  const { rows } = await admin.query<Baris>(
    'select wilayah, rt, jenis, keluarga_id, nama, isi from usulan where kab = $1 and id = $2',
    [u.kab, u.id],
  )
  const [row] = rows
  if (!row) throw new Error('There is no such proposal')
  ke += 1
  const made = await admin.query<{ id: string }>('select gen_random_uuid() as id')
  const id = made.rows[0]?.id ?? ''
  const baris = {
    musyawarahId: id,
    urutan: 1,
    usulanId: u.id,
    jenis: row.jenis,
    keluargaId: row.keluarga_id,
    individuId: null,
    ...sosokOf({ ...row, orang: null }),
    putusan: 'setuju' as const,
    alasan: null,
    catatan: null,
  }
  const meterai = buatMeterai([baris], sidikTeks)
  await admin.query(
    `insert into musyawarah (kab, id, wilayah, jenis, status, rezim, tanggal, tempat, nomor, tahun, sidik, sidik_baris, berlaku_sampai, ditandatangani_pada)
     values ($1, $2, $3, 'muskel', 'ditandatangani', '2018-2019', $4, 'Aula', $5, 2018, $6, $7, $4::date + 184, $4)`,
    [u.kab, id, row.wilayah, tanggal, `400.9/uji-${ke}/2018`, meterai.sidik, meterai.baris],
  )
  await admin.query(
    `insert into musyawarah_agenda (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan) values ($1, $2, $3, $4, $5, $6, 1)`,
    [u.kab, id, u.id, row.wilayah, row.rt, row.keluarga_id],
  )
  await admin.query(
    `insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, putusan, pada, diterima_pada, peran)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'setuju', $7, $7, 'operator_desa')`,
    [u.kab, id, u.id, row.wilayah, row.rt, row.keluarga_id, tanggal],
  )
  await admin.query(
    `insert into musyawarah_meterai (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan, jenis, nama, kepala, tahun_lahir, putusan, dasar)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, 'setuju', $11)`,
    [
      u.kab,
      id,
      u.id,
      row.wilayah,
      row.rt,
      row.keluarga_id,
      row.jenis,
      baris.nama,
      baris.kepala,
      baris.tahunLahir,
      baris.dasar,
    ],
  )
  await admin.query('update usulan set meterai_id = $3 where kab = $1 and id = $2', [
    u.kab,
    u.id,
    id,
  ])
  return id
}
