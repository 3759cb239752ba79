/** Households with survey answers straight in the registry, for tests of facts and rankings. */
import type pg from 'pg'

export type AnggotaUji = {
  readonly tanggalLahir?: string
  readonly umur?: readonly [number, string]
  readonly jenisKelamin?: number
  readonly hubungan?: number
  readonly hubunganRuta?: number
  readonly survei?: Readonly<Record<string, number>>
}

export type KeluargaUji = {
  readonly nama: string
  readonly anggota: readonly AnggotaUji[]
  readonly survei?: Readonly<Record<string, number>>
  readonly kelayakan?: readonly { status: string; tanggal: string; sampai?: string }[]
}

/** One house with one or more families; the first holds the head of household. */
export type RutaUji = {
  readonly wilayah: number
  readonly rt?: number
  readonly survei?: Readonly<Record<string, number>>
  readonly keluarga: readonly KeluargaUji[]
}

/** The regions above and including these villages, so that foreign keys hold. */
export async function insertRegions(
  admin: pg.Pool | pg.ClientBase,
  villages: readonly number[],
): Promise<void> {
  const levels = [
    [1e10, 'nasional'],
    [1e8, 'provinsi'],
    [1e6, 'kabkota'],
    [1e4, 'kecamatan'],
    [1, 'desa'],
  ] as const
  for (const [span, tingkat] of levels) {
    for (const kode of new Set(villages.map((v) => v - (v % span)))) {
      await admin.query(
        `insert into wilayah (kode, tingkat, nama, nama_cari, jenis) values ($1, $2, $3, $3, $2) on conflict do nothing`,
        [kode, tingkat, `${tingkat} ${kode}`],
      )
    }
  }
}

async function insertRow(
  admin: pg.Pool | pg.ClientBase,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const names = Object.keys(row)
  const { rows } = await admin.query<{ id: string }>(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(row),
  )
  return rows[0]?.id ?? ''
}

/** Writes one house. @returns the ids of its families, in order */
export async function insertRuta(
  admin: pg.Pool | pg.ClientBase,
  r: RutaUji,
): Promise<readonly string[]> {
  const kab = Math.floor(r.wilayah / 1e6)
  const place = { kab, wilayah: r.wilayah, rt: r.rt ?? null }
  const recorded = { ...place, wilayah_tercatat: r.wilayah }
  const survey = { ...place, tanggal: '2018-06-01', sumber: 'uji' }
  const rutaId = await insertRow(admin, 'ruta', recorded)
  const ids: string[] = []
  for (const [index, k] of r.keluarga.entries()) {
    const id = await insertRow(admin, 'keluarga', {
      ...recorded,
      ruta_id: rutaId,
      urutan_ruta: index + 1,
      nama_kepala: k.nama,
      nama_kepala_cari: k.nama,
      jumlah_anggota: k.anggota.length,
    })
    ids.push(id)
    await insertMembers(admin, { recorded, survey, rutaId, keluargaId: id }, k.anggota, index === 0)
    if (k.survei) {
      const survei = await insertRow(admin, 'survei_keluarga', {
        ...survey,
        keluarga_id: id,
        ...k.survei,
      })
      await admin.query('update keluarga set survei_id = $1 where id = $2', [survei, id])
    }
    for (const { status, tanggal, sampai } of k.kelayakan ?? []) {
      await insertRow(admin, 'kelayakan', {
        ...place,
        keluarga_id: id,
        status,
        tanggal,
        berlaku_sampai: sampai ?? null,
        dasar: 'uji',
        sumber: 'uji',
      })
    }
  }
  if (r.survei) {
    const survei = await insertRow(admin, 'survei_ruta', {
      ...survey,
      ruta_id: rutaId,
      ...r.survei,
    })
    await admin.query('update ruta set survei_id = $1 where id = $2', [survei, rutaId])
  }
  return ids
}

type Tempat = { recorded: object; survey: object; rutaId: string; keluargaId: string }

async function insertMembers(
  admin: pg.Pool | pg.ClientBase,
  { recorded, survey, rutaId, keluargaId }: Tempat,
  anggota: readonly AnggotaUji[],
  first: boolean,
): Promise<void> {
  for (const [index, a] of anggota.entries()) {
    const id = await insertRow(admin, 'individu', {
      ...recorded,
      keluarga_id: keluargaId,
      ruta_id: rutaId,
      nama: `Anggota ${index + 1}`,
      nama_cari: `anggota ${index + 1}`,
      jenis_kelamin: a.jenisKelamin ?? 1,
      tanggal_lahir: a.tanggalLahir ?? null,
      umur_tercatat: a.umur?.[0] ?? null,
      umur_tanggal: a.umur?.[1] ?? null,
      hubungan: a.hubungan ?? (index === 0 ? 1 : 3),
      hubungan_ruta: a.hubunganRuta ?? (first && index === 0 ? 1 : 8),
      urutan: index + 1,
    })
    if (!a.survei) continue
    const survei = await insertRow(admin, 'survei_individu', {
      ...survey,
      individu_id: id,
      keluarga_id: keluargaId,
      ...a.survei,
    })
    await admin.query('update individu set survei_id = $1 where id = $2', [survei, id])
  }
}
