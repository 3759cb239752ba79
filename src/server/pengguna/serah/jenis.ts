/**
 * The kinds of open work that an officer can leave behind: how each is found, who can go on with
 * it, and what changes when it goes to another. A new kind is one more entry here.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Peran, penentu, pengimpor } from '#contract/peran.ts'
import type { Label } from '#domain/label.ts'
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { Tx } from '../petugas/alat.ts'

export type Butir = {
  readonly jenis: NamaJenis
  readonly objek: string
  /** In words, without personal data. */
  readonly judul: string
  readonly wilayah: Wilayah
  readonly keadaan: Label
}

type Ditemukan = Omit<Butir, 'jenis'>

type Jenis = {
  readonly label: Label
  /** Roles that can go on with it. */
  readonly peran: readonly Peran[]
  /** Page of the app on which it goes on. */
  readonly alamat: (objek: string) => string
  /** Open work of this kind that is an officer's today, received work too. */
  readonly cari: (tx: Tx, penggunaId: string, today: string) => Promise<readonly Ditemukan[]>
  /** Which of these are still open. */
  readonly terbuka: (tx: Tx, objek: readonly string[]) => Promise<readonly string[]>
  /** What must change besides the hand-over itself, so that nothing is carried out in the old name. */
  readonly pindah?: (tx: Tx, objek: readonly string[], kepadaId: string) => Promise<void>
}

/** Whose a piece of work is today: the one who last received it, else the one who began it. */
const pemilik = (jenis: string, objek: RawBuilder<unknown>, asal: RawBuilder<unknown>) =>
  sql`coalesce((select b.kepada_id from serah_terima_butir b where b.jenis = ${jenis} and b.objek_id = ${objek}
    order by b.id desc limit 1), ${asal})`

const ids = async (query: RawBuilder<{ id: string }>, tx: Tx) =>
  (await query.execute(tx)).rows.map(({ id }) => id)

const pekerjaan: Jenis = {
  label: { id: 'Pekerjaan sistem yang belum selesai', en: 'Long work not finished' },
  peran: pengimpor,
  alamat: () => '/',
  cari: async (tx, penggunaId) => {
    const found = await sql<{ objek: string; judul: string; wilayah: number; status: string }>`
      select id as objek, judul, lo as wilayah, status from pekerjaan
      where pengguna_id = ${penggunaId} and status in ('antre', 'berjalan') order by id`.execute(tx)
    return found.rows.map(({ status, ...rest }) => ({
      ...rest,
      keadaan:
        status === 'antre'
          ? { id: 'menunggu giliran', en: 'in the queue' }
          : { id: 'sedang berjalan', en: 'running' },
    }))
  },
  terbuka: (tx, objek) =>
    ids(
      sql`select id from pekerjaan where id = any (${objek}::uuid[]) and status in ('antre', 'berjalan')`,
      tx,
    ),
  pindah: async (tx, objek, kepadaId) => {
    await sql`update pekerjaan set pengguna_id = ${kepadaId}
      where id = any (${objek}::uuid[]) and status in ('antre', 'berjalan')`.execute(tx)
  },
}

const belumBeres = sql`(exists (select from impor_pertanyaan q where q.kab = i.kab and q.impor_id = i.id and q.jawaban is null)
  or exists (select from rekaman_sumber r where r.kab = i.kab and r.impor_id = i.id and r.status = 'ditahan'))`

const impor: Jenis = {
  label: { id: 'Impor dengan pertanyaan atau baris ditangguhkan', en: 'Import with open rows' },
  peran: pengimpor,
  alamat: (objek) => `/impor/${objek}`,
  cari: async (tx, penggunaId) => {
    const found = await sql<{
      objek: string
      judul: string
      wilayah: number
      tanya: number
      tahan: number
    }>`
      select i.id as objek, i.nama_berkas as judul, i.wilayah,
        (select count(*)::int from impor_pertanyaan q where q.kab = i.kab and q.impor_id = i.id and q.jawaban is null) as tanya,
        (select count(*)::int from rekaman_sumber r where r.kab = i.kab and r.impor_id = i.id and r.status = 'ditahan') as tahan
      from impor i where ${pemilik('impor', sql`i.id`, sql`i.pengguna_id`)} = ${penggunaId}::uuid
        and i.status not in ('ditolak', 'gagal') and ${belumBeres} order by i.id`.execute(tx)
    return found.rows.map(({ tanya, tahan, ...rest }) => ({
      ...rest,
      keadaan: {
        id: `${tanya} pertanyaan terbuka, ${tahan} baris ditangguhkan`,
        en: `${tanya} open questions, ${tahan} rows held`,
      },
    }))
  },
  terbuka: (tx, objek) =>
    ids(sql`select i.id from impor i where i.id = any (${objek}::uuid[]) and ${belumBeres}`, tx),
}

const belumBeku = sql`not exists (select from kuota l where l.menggantikan = k.id)
  and not exists (select from daftar d where d.kuota_id = k.id)`

const kuota: Jenis = {
  label: { id: 'Kuota yang belum dibekukan', en: 'Quota not frozen yet' },
  peran: penentu,
  alamat: (objek) => `/kuota/${objek}`,
  cari: async (tx, penggunaId, today) => {
    const penyusun = sql`coalesce((select b.pengguna_id from kuota_pembagian b where b.kuota_id = k.id order by b.versi desc limit 1), k.pengguna_id)`
    const found = await sql<{
      objek: string
      judul: string
      wilayah: number
      versi: number | null
    }>`
      select k.id as objek, k.program || ' ' || w.nama || ' ' || k.dari as judul, k.wilayah,
        (select max(b.versi) from kuota_pembagian b where b.kuota_id = k.id) as versi
      from kuota k join wilayah w on w.kode = k.wilayah
      where ${pemilik('kuota', sql`k.id`, penyusun)} = ${penggunaId}::uuid
        and (k.sampai is null or k.sampai > ${today}::date) and ${belumBeku} order by k.id`.execute(
      tx,
    )
    return found.rows.map(({ versi, ...rest }) => ({
      ...rest,
      keadaan:
        versi === null
          ? { id: 'belum dibagi, belum dibekukan', en: 'neither split nor frozen' }
          : {
              id: `pembagian versi ${versi}, belum dibekukan`,
              en: `split version ${versi}, not frozen`,
            },
    }))
  },
  terbuka: (tx, objek) =>
    ids(sql`select k.id from kuota k where k.id = any (${objek}::uuid[]) and ${belumBeku}`, tx),
}

export const jenisPekerjaan = { pekerjaan, impor, kuota } as const satisfies Record<string, Jenis>
export type NamaJenis = keyof typeof jenisPekerjaan
export const namaJenis = Object.keys(jenisPekerjaan) as readonly NamaJenis[]

export const jenisOf = (nama: NamaJenis): Jenis => jenisPekerjaan[nama]

/** All open work of an officer that the area of the transaction holds. */
export async function pekerjaanTerbuka(
  tx: Tx,
  penggunaId: string,
  today: string,
): Promise<readonly Butir[]> {
  const all: Butir[] = []
  for (const jenis of namaJenis) {
    for (const found of await jenisOf(jenis).cari(tx, penggunaId, today))
      all.push({ jenis, ...found })
  }
  return all
}

/** The pieces of work that are still open, as `jenis:objek`. */
export async function masihTerbuka(
  tx: Tx,
  butir: readonly Pick<Butir, 'jenis' | 'objek'>[],
): Promise<ReadonlySet<string>> {
  const open = new Set<string>()
  for (const jenis of namaJenis) {
    const objek = butir.filter((satu) => satu.jenis === jenis).map((satu) => satu.objek)
    if (objek.length === 0) continue
    for (const id of await jenisOf(jenis).terbuka(tx, objek)) open.add(`${jenis}:${id}`)
  }
  return open
}
