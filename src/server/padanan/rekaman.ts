/** Records side by side: people of the registry and of sources, as a pair shows them. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { padananGugus } from '#contract/padanan-pasangan.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { maskBeda, maskNik } from '#domain/individu/nik.ts'
import { type KamusLengkap, labelOf } from '#domain/variabel/label.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type RekamanOut = z.input<(typeof padananGugus)['output']>['anggota'][number]

/** A record with its numbers in full; never sent as it is. */
export type Rekaman = Omit<RekamanOut, 'hubungan'> & { readonly hubungan: number | null }

export type Rujukan = {
  readonly kab: number
  readonly id: string
  readonly jenis: 'individu' | 'orang_sumber'
}

const milik = (rujukan: readonly Rujukan[], jenis: Rujukan['jenis']) => {
  const those = rujukan.filter((r) => r.jenis === jenis)
  return sql`unnest(${those.map((r) => r.kab)}::smallint[], ${those.map((r) => r.id)}::uuid[]) as r(kab, id)`
}

/**
 * The records of the area among those named, by id. Rows are stamped by the clock of the database; the day that is
 * shown is the one that the clock of the server, `now`, had then.
 */
export async function bacaRekaman(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  area: Cakupan,
  rujukan: readonly Rujukan[],
): Promise<ReadonlyMap<string, Rekaman>> {
  const registri = sql<Rekaman>`
    select i.kab, i.id, 'individu' as jenis, null as sumber, i.nama, i.nik, i.tanggal_lahir as "tanggalLahir", i.jenis_kelamin as "jenisKelamin",
      i.wilayah, coalesce(w.nama, i.wilayah::text) as "namaWilayah", i.rt, k.nomor_kk as "nomorKk", i.tempat_lahir as "tempatLahir", k.alamat,
      i.nama_ibu as "namaIbu", i.hubungan, i.status, i.versi, json_build_object('kab', k.kab, 'id', k.id, 'namaKepala', k.nama_kepala) as keluarga,
      array(select distinct t.program from penerimaan t where t.kab = k.kab and t.keluarga_id = k.id and t.sampai is null order by 1) as menerima,
      null::int as desil, (i.diubah_pada + (${now}::timestamptz - now()))::date as berlaku
    from ${milik(rujukan, 'individu')} join individu i on i.kab = r.kab and i.id = r.id
      join keluarga k on k.kab = i.kab and k.id = i.keluarga_id left join wilayah w on w.kode = i.wilayah
    where ${inArea(area, 'i')}`
  const sumber = sql<Rekaman>`
    select s.kab, s.id, 'orang_sumber' as jenis, s.sumber, s.nama, s.nik, s.tanggal_lahir as "tanggalLahir", s.jenis_kelamin as "jenisKelamin",
      s.wilayah, coalesce(w.nama, s.wilayah::text) as "namaWilayah", s.rt, s.nomor_kk as "nomorKk", s.tempat_lahir as "tempatLahir", s.alamat,
      s.nama_ibu as "namaIbu", s.hubungan, null as status, null::int as versi, null as keluarga, array[]::text[] as menerima, s.desil, s.berlaku
    from ${milik(rujukan, 'orang_sumber')} join orang_sumber s on s.kab = r.kab and s.id = r.id left join wilayah w on w.kode = s.wilayah
    where ${inArea(area, 's', null)}`
  const ada = (jenis: Rujukan['jenis']) => rujukan.some((r) => r.jenis === jenis)
  const dibaca = await Promise.all([
    ...(ada('individu') ? [registri.execute(tx)] : []),
    ...(ada('orang_sumber') ? [sumber.execute(tx)] : []),
  ])
  return new Map(dibaca.flatMap(({ rows }) => rows).map((r) => [r.id, r]))
}

const mask = (nomor: string | null): string | null => (nomor === null ? null : maskNik(nomor))

const berdua = (a: string | null, b: string | null): readonly [string | null, string | null] =>
  a !== null && b !== null ? maskBeda(a, b) : [mask(a), mask(b)]

export function rekamanOut(kamus: KamusLengkap, r: Rekaman): RekamanOut {
  return {
    ...r,
    nik: mask(r.nik),
    nomorKk: mask(r.nomorKk),
    hubungan: r.hubungan === null ? null : labelOf(kamus, 'hubungan', r.hubungan),
  }
}

/** Two records with their numbers masked but for the digits in which they differ. */
export function berdampingan(
  kamus: KamusLengkap,
  kiri: Rekaman,
  kanan: Rekaman,
): readonly [RekamanOut, RekamanOut] {
  const [nikKiri, nikKanan] = berdua(kiri.nik, kanan.nik)
  const [kkKiri, kkKanan] = berdua(kiri.nomorKk, kanan.nomorKk)
  return [
    { ...rekamanOut(kamus, kiri), nik: nikKiri, nomorKk: kkKiri },
    { ...rekamanOut(kamus, kanan), nik: nikKanan, nomorKk: kkKanan },
  ]
}

/** What a list shows of a record. */
export const ringkasOut = (r: RekamanOut) => ({
  kab: r.kab,
  id: r.id,
  jenis: r.jenis,
  sumber: r.sumber,
  nama: r.nama,
  nik: r.nik,
  tanggalLahir: r.tanggalLahir,
  jenisKelamin: r.jenisKelamin,
  wilayah: r.wilayah,
  namaWilayah: r.namaWilayah,
  rt: r.rt,
})

const dibandingkan = [
  'nama',
  'nik',
  'nomorKk',
  'jenisKelamin',
  'tempatLahir',
  'tanggalLahir',
  'alamat',
  'namaIbu',
  'hubungan',
  'wilayah',
  'rt',
] as const satisfies readonly (keyof Rekaman)[]

/** Fields in which two records differ, where both have something; texts folded as for search. */
export function bedaRekaman(a: Rekaman, b: Rekaman): string[] {
  return dibandingkan.filter((kolom) => {
    const [x, y] = [a[kolom], b[kolom]]
    if (x === null || y === null || x === '' || y === '') return false
    return typeof x === 'string' && typeof y === 'string' ? foldName(x) !== foldName(y) : x !== y
  })
}
