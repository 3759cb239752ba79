/** The parts of a run: planned once, then read again after every interruption. */
import { type Kysely, sql } from 'kysely'
import { type Bagian, type Hitungan, rencanaBagian } from '#domain/padanan/bagian.ts'
import type { HasilEm } from '#domain/padanan/em.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { CatatanLazim } from './hasil.ts'
import { kebijakanPemadanan } from './model.ts'

export type Jalan = {
  readonly id: string
  readonly jenis: 'kembar' | 'sumber'
  readonly sumber: string | null
  readonly sejak: string | null
  readonly model: string
  readonly hash: string
  readonly wilayah: number
  readonly lo: number
  readonly hi: number
  readonly status: 'antre' | 'berjalan' | 'selesai' | 'gagal' | 'dibatalkan'
}

export type BagianJalan = Omit<Bagian, 'wilayah'> & {
  readonly nomor: number
  readonly jenis: 'dalam' | 'lintas'
  readonly nama: string
  readonly status: 'antre' | 'selesai'
}

export async function bacaJalanKerja(tx: Kysely<DB>, id: string): Promise<Jalan | null> {
  const found = await sql<Jalan>`
    select id, jenis, sumber, to_json(sejak)#>>'{}' as sejak, model, kebijakan_hash as hash, wilayah, lo, hi, status
    from padanan_jalan where id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** People per kecamatan and partition; of a follow-up only the partitions in which something changed. */
async function hitung(tx: Kysely<DB>, j: Jalan): Promise<Hitungan[]> {
  const found = await sql<Hitungan>`
    with o as (
      select i.kab, i.wilayah, greatest(i.diubah_pada, k.diubah_pada) as diubah from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
        where i.status = 'aktif' and i.wilayah >= ${j.lo} and i.wilayah < ${j.hi}
      union all select s.kab, s.wilayah, s.diubah_pada from orang_sumber s where s.sumber = ${j.sumber} and s.wilayah >= ${j.lo} and s.wilayah < ${j.hi})
    select kab, kecamatan, n from (
      select kab, wilayah - wilayah % 10000 as kecamatan, count(*)::int as n, max(max(diubah)) over (partition by kab) as diubah from o group by 1, 2) x
    where ${j.sejak}::timestamptz is null or diubah >= ${j.sejak}::timestamptz order by 1, 2`.execute(
    tx,
  )
  return found.rows
}

/** Writes the parts of a run, unless they are there. */
export async function susunBagian(tx: Kysely<DB>, j: Jalan): Promise<void> {
  const ada = await sql`select from padanan_bagian where jalan_id = ${j.id} limit 1`.execute(tx)
  if (ada.rows.length > 0) return
  const dalam = rencanaBagian(await hitung(tx, j), kebijakanPemadanan.bagian_terbesar)
  const semua = dalam.map((b) => ({ ...b, jenis: 'dalam' }))
  if (dalam.length > 1)
    semua.push({
      kab: kabOf(j.wilayah),
      wilayah: j.wilayah,
      lo: j.lo,
      hi: j.hi,
      rekaman: 0,
      jenis: 'lintas',
    })
  for (const [i, b] of semua.entries())
    await sql`insert into padanan_bagian (kab, jalan_id, nomor, jenis, wilayah, lo, hi, rekaman)
      values (${b.kab}, ${j.id}, ${i + 1}, ${b.jenis}, ${b.wilayah}, ${b.lo}, ${b.hi}, ${b.rekaman})`.execute(
      tx,
    )
}

/** The parts of a run in the order of their work: the largest first, whose weights may serve others; then what crosses them. */
export async function bagianJalan(tx: Kysely<DB>, id: string): Promise<BagianJalan[]> {
  const found = await sql<BagianJalan>`
    select b.kab, b.lo, b.hi, b.rekaman, b.nomor, b.jenis, w.nama, b.status from padanan_bagian b join wilayah w on w.kode = b.wilayah
    where b.jalan_id = ${id} order by b.jenis, b.rekaman desc, b.nomor`.execute(tx)
  return found.rows
}

export type BobotDipakai = {
  readonly parameter: HasilEm
  readonly lazim: CatatanLazim
  readonly dariNomor: number
  /** Records that they were estimated from. */
  readonly rekaman: number
}

/** The weights of the largest part of this run that estimated its own. */
export async function bobotTerbesar(tx: Kysely<DB>, id: string): Promise<BobotDipakai | null> {
  const found = await sql<BobotDipakai>`
    select parameter, coalesce(frekuensi, '{}'::jsonb) as lazim, nomor as "dariNomor", rekaman from padanan_bagian
    where jalan_id = ${id} and status = 'selesai' and jenis = 'dalam' and dari_nomor is null order by rekaman desc, nomor limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

/** The weights of the last whole run of the same kind and model, for a part: its own, or those of the largest part. */
export async function bobotSebelum(
  tx: Kysely<DB>,
  j: Jalan,
  b: Pick<BagianJalan, 'lo' | 'hi'>,
): Promise<BobotDipakai | null> {
  const found = await sql<BobotDipakai>`
    select b.parameter, coalesce(b.frekuensi, '{}'::jsonb) as lazim, 0 as "dariNomor", b.rekaman
    from padanan_bagian b join padanan_jalan k on k.id = b.jalan_id
    where k.jenis = ${j.jenis} and k.sumber is not distinct from ${j.sumber} and k.kebijakan_hash = ${j.hash} and k.cara = 'penuh'
      and b.status = 'selesai' and b.jenis = 'dalam' and b.dari_nomor is null
    order by (b.lo < ${b.hi} and b.hi > ${b.lo}) desc, b.selesai_pada desc, b.rekaman desc limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
