/** Quotas: set, list, and the one in force. */
import { type Kysely, sql } from 'kysely'
import { covers } from '#domain/wilayah/cakupan.ts'
import { type Cakupan, cakupanOf, tingkatOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Ditulis } from '#server/versi/pengubah.ts'
import { loadPolicyQuotas, programLabel } from './program.ts'

export type QuotaRow = {
  id: string
  program: string
  wilayah: number
  nama_wilayah: string
  lo: number
  hi: number
  dari: string
  sampai: string | null
  jumlah: number
  dasar_nomor: string | null
  dasar_tanggal: string | null
  dasar_penerbit: string | null
  sumber: string
  versi: number
  berlaku: boolean
  oleh: string | null
  dibuat_pada: Date
  pembagian: { id: string; versi: number; metode: string } | null
  daftar: { id: string; versi: number; hash: string; dibuat_pada: string } | null
}

const columns = sql`q.id, q.program, q.wilayah, w.nama as nama_wilayah, q.lo, q.hi, q.dari, q.sampai, q.jumlah,
  q.dasar_nomor, q.dasar_tanggal, q.dasar_penerbit, q.sumber, q.versi, p.nama as oleh, q.dibuat_pada,
  not exists (select from kuota l where l.menggantikan = q.id) as berlaku,
  (select jsonb_build_object('id', b.id, 'versi', b.versi, 'metode', b.metode) from kuota_pembagian b
    where b.kuota_id = q.id order by b.versi desc limit 1) as pembagian,
  (select jsonb_build_object('id', d.id, 'versi', d.versi, 'hash', d.hash, 'dibuat_pada', d.dibuat_pada) from daftar d
    where d.kuota_id = q.id order by d.versi desc limit 1) as daftar`
const from = sql`kuota q join wilayah w on w.kode = q.wilayah left join pengguna p on p.id = q.pengguna_id`

/** Quotas in force whose area overlaps, newest period first. */
export async function listQuotas(
  tx: Kysely<DB>,
  area: Cakupan,
  program: string | undefined,
): Promise<QuotaRow[]> {
  const found = await sql<QuotaRow>`select ${columns} from ${from}
    where q.lo < ${area.hi} and q.hi > ${area.lo} and (${program ?? null}::text is null or q.program = ${program ?? null})
      and not exists (select from kuota l where l.menggantikan = q.id)
    order by q.dari desc, q.wilayah, q.program limit 500`.execute(tx)
  return found.rows
}

/** One quota, also one that a later version replaced; null when it is not in the area. */
export async function quotaById(
  tx: Kysely<DB>,
  area: Cakupan,
  id: string,
): Promise<QuotaRow | null> {
  const found = await sql<QuotaRow>`select ${columns} from ${from}
    where q.id = ${id} and q.lo < ${area.hi} and q.hi > ${area.lo}`.execute(tx)
  return found.rows[0] ?? null
}

/** The quota of exactly this area on a day, or the newest before it; null where none is set. */
export async function currentQuota(
  tx: Kysely<DB>,
  wilayah: Wilayah,
  program: string,
  today: string,
): Promise<{ id: string; jumlah: number; dari: string; sampai: string | null } | null> {
  const found = await sql<{ id: string; jumlah: number; dari: string; sampai: string | null }>`
    select id, jumlah, dari, sampai from kuota q
    where wilayah = ${wilayah} and program = ${program} and dari <= ${today}::date
      and not exists (select from kuota l where l.menggantikan = q.id)
    order by dari desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** Whether such a region is known. */
export async function regionExists(tx: Kysely<DB>, kode: Wilayah): Promise<boolean> {
  const found = await tx
    .selectFrom('wilayah')
    .select('kode')
    .where('kode', '=', kode)
    .executeTakeFirst()
  return found !== undefined
}

export type NewQuota = {
  readonly program: string
  readonly wilayah: Wilayah
  readonly dari: string
  readonly sampai: string | null
  readonly jumlah: number
  readonly dasar: { nomor: string | null; tanggal: string | null; penerbit: string | null }
  readonly sumber: string
  readonly alasan: string | null
  readonly penggunaId: string | null
  readonly peran: string | null
  readonly pada: Date
}

/** The newest version of a quota, with what a conflict shows of it. */
export type VersiKuota = Ditulis & {
  readonly id: string
  readonly versi: number
  readonly jumlah: number
  readonly sampai: string | null
  readonly dasar_nomor: string | null
  readonly sumber: string
}

/** The newest version for the same programme, area and first day; waits for a twin that is writing it. */
export async function latestVersion(
  tx: Kysely<DB>,
  q: Pick<NewQuota, 'program' | 'wilayah' | 'dari'>,
): Promise<VersiKuota | null> {
  const name = `kuota:${q.program}:${q.wilayah}:${q.dari}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
  const found = await sql<VersiKuota>`
    select id, versi, jumlah, sampai, dasar_nomor, sumber, pengguna_id, peran, dibuat_pada as pada from kuota
    where program = ${q.program} and wilayah = ${q.wilayah} and dari = ${q.dari}::date order by versi desc limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

/** Writes a quota as the next version. */
export async function insertQuota(
  tx: Kysely<DB>,
  q: NewQuota,
  before: { id: string; versi: number } | null,
): Promise<{ id: string; versi: number }> {
  const { lo, hi } = cakupanOf(q.wilayah)
  const made = await sql<{ id: string; versi: number }>`
    insert into kuota (program, wilayah, lo, hi, dari, sampai, jumlah, dasar_nomor, dasar_tanggal, dasar_penerbit,
      sumber, versi, menggantikan, alasan, pengguna_id, peran, dibuat_pada)
    values (${q.program}, ${q.wilayah}, ${lo}, ${hi}, ${q.dari}::date, ${q.sampai}::date, ${q.jumlah}, ${q.dasar.nomor},
      ${q.dasar.tanggal}::date, ${q.dasar.penerbit}, ${q.sumber}, ${(before?.versi ?? 0) + 1}, ${before?.id ?? null},
      ${q.alasan}, ${q.penggunaId}, ${q.peran}, ${q.pada})
    returning id, versi`.execute(tx)
  const row = made.rows[0]
  if (!row) throw new Error('The quota was not written')
  return row
}

/**
 * Sets the quotas that policy knows and the database does not, inside the area of the transaction.
 * @returns how many were set
 */
export async function adoptPolicyQuotas(
  tx: Kysely<DB>,
  area: Cakupan,
  pada: Date,
): Promise<number> {
  let adopted = 0
  for (const file of loadPolicyQuotas()) {
    for (const { catatan: _, ...known } of file.kuota) {
      if (known.wilayah < area.lo || known.wilayah >= area.hi) continue
      const quota = {
        ...known,
        program: file.program,
        alasan: null,
        penggunaId: null,
        peran: null,
        pada,
      }
      if (await latestVersion(tx, quota)) continue
      await insertQuota(tx, quota, null)
      adopted++
    }
  }
  return adopted
}

/** A quota as the contract shows it. */
export const quotaShown = (q: QuotaRow, area: Cakupan) => ({
  id: q.id,
  program: q.program,
  namaProgram: programLabel(q.program),
  wilayah: q.wilayah,
  namaWilayah: q.nama_wilayah,
  tingkat: tingkatOf(q.wilayah),
  dari: q.dari,
  sampai: q.sampai,
  jumlah: q.jumlah,
  dasar: { nomor: q.dasar_nomor, tanggal: q.dasar_tanggal, penerbit: q.dasar_penerbit },
  sumber: q.sumber,
  versi: q.versi,
  ditetapkanOleh: q.oleh,
  ditetapkanPada: q.dibuat_pada.toISOString(),
  pembagian: q.pembagian,
  daftar: q.daftar && {
    id: q.daftar.id,
    versi: q.daftar.versi,
    hash: q.daftar.hash,
    dibuatPada: new Date(q.daftar.dibuat_pada).toISOString(),
  },
  dalamCakupan: covers(area, q),
})
