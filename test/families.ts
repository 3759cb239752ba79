/** Makes families straight in the registry, for tests that are not about importing. */
import type pg from 'pg'
import { foldName } from '#domain/individu/nama-cari.ts'

export type FamilyFixture = {
  readonly wilayah: number
  readonly rt?: number
  readonly kepala: string
  readonly nomorKk?: string
  readonly anggota: readonly {
    nama: string
    nik?: string
    jenisKelamin?: number
    tanggalLahir?: string
    hubungan?: number
  }[]
  readonly menerima?: readonly string[]
}

/** Writes one family with its house, members and receipts. @returns its id and partition */
export async function makeFamily(
  admin: pg.Pool,
  f: FamilyFixture,
): Promise<{ kab: number; id: string; rutaId: string }> {
  const kab = Math.floor(f.wilayah / 1e6)
  const ruta = await admin.query<{ id: string }>(
    `insert into ruta (kab, wilayah, wilayah_tercatat, rt, nama_kepala, jumlah_anggota) values ($1, $2, $2, $3, $4, $5) returning id`,
    [kab, f.wilayah, f.rt ?? null, f.kepala, f.anggota.length],
  )
  const rutaId = ruta.rows[0]?.id ?? ''
  const family = await admin.query<{ id: string }>(
    `insert into keluarga (kab, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, nomor_kk, jumlah_anggota)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8) returning id`,
    [
      kab,
      rutaId,
      f.wilayah,
      f.rt ?? null,
      f.kepala,
      foldName(f.kepala),
      f.nomorKk ?? null,
      f.anggota.length,
    ],
  )
  const id = family.rows[0]?.id ?? ''
  for (const [index, m] of f.anggota.entries()) {
    await admin.query(
      `insert into individu (kab, keluarga_id, ruta_id, wilayah, wilayah_tercatat, rt, nama, nama_cari, nik, jenis_kelamin, tanggal_lahir, hubungan, urutan)
       values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        kab,
        id,
        rutaId,
        f.wilayah,
        f.rt ?? null,
        m.nama,
        foldName(m.nama),
        m.nik ?? null,
        m.jenisKelamin ?? 1,
        m.tanggalLahir ?? null,
        m.hubungan ?? index + 1,
        index + 1,
      ],
    )
  }
  for (const program of f.menerima ?? []) {
    await admin.query(
      `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber) values ($1, $2, $3, $4, $5, '2018-01-01', 'uji')`,
      [kab, id, f.wilayah, f.rt ?? null, program],
    )
  }
  await admin.query(
    `insert into kata_nama select distinct unnest(string_to_array(nama_cari, ' ')) from individu where kab = $1 and keluarga_id = $2 on conflict do nothing`,
    [kab, id],
  )
  await countAgain(admin, f.wilayah)
  return { kab, id, rutaId }
}

async function countAgain(admin: pg.Pool, wilayah: number): Promise<void> {
  await admin.query(
    `insert into rekap_rt (kab, wilayah, rt, ruta, keluarga, individu)
     select kab, wilayah, coalesce(rt, 0), count(distinct ruta_id), count(*), sum(jumlah_anggota) from keluarga where wilayah = $1 group by 1, 2, 3
     on conflict (kab, wilayah, rt) do update set ruta = excluded.ruta, keluarga = excluded.keluarga, individu = excluded.individu`,
    [wilayah],
  )
  await admin.query(
    `insert into rekap_penerimaan (kab, wilayah, rt, program, keluarga)
     select kab, wilayah, coalesce(rt, 0), program, count(*) from penerimaan where wilayah = $1 and sampai is null group by 1, 2, 3, 4
     on conflict (kab, wilayah, rt, program) do update set keluarga = excluded.keluarga`,
    [wilayah],
  )
}
