/**
 * Elections as recorded, and the sensitive periods around them.
 *
 * For a rule that is stricter then:
 *   (await sensitiveOn(ctx.tx, desa, ctx.today)).length > 0
 */
import { type Kysely, sql } from 'kysely'
import { type MasaRawan, rawanPada } from '#domain/kalender/rawan.ts'
import { type Cakupan, cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Ditulis } from '#server/versi/pengubah.ts'
import { rawanKebijakan } from './kebijakan.ts'

export type BarisRawan = {
  readonly id: string
  readonly wilayah: number
  readonly nama_wilayah: string
  readonly jenis: string
  readonly hari: string
  readonly sumber: string
}

/** The elections that hold, of areas which touch this one, newest day first. */
export async function readElections(
  tx: Kysely<DB>,
  { lo, hi }: Pick<Cakupan, 'lo' | 'hi'>,
): Promise<readonly BarisRawan[]> {
  const found = await sql<BarisRawan>`
    select m.id, m.wilayah, w.nama as nama_wilayah, m.jenis, m.hari, m.sumber
    from masa_rawan m join wilayah w on w.kode = m.wilayah
    where m.lo < ${hi} and m.hi > ${lo} and not m.batal
      and not exists (select from masa_rawan l where l.menggantikan = m.id)
    order by m.hari desc, m.wilayah, m.id limit 500`.execute(tx)
  return found.rows
}

/** The sensitive periods in which a region is on a day ('YYYY-MM-DD'). */
export async function sensitiveOn(
  tx: Kysely<DB>,
  wilayah: Wilayah,
  tanggal: string,
): Promise<readonly MasaRawan[]> {
  const pemilihan = await readElections(tx, cakupanOf(wilayah))
  return rawanPada(rawanKebijakan(), pemilihan, wilayah, tanggal)
}

/** An entry to be corrected, with what replaced it meanwhile; null when it is not in the area. */
export type Digantikan = BarisRawan & { readonly pengganti: PenggantiRawan | null }
export type PenggantiRawan = Ditulis & {
  readonly id: string
  readonly hari: string
  readonly batal: boolean
  readonly sumber: string
}

/** Reads an entry to be corrected, and waits for a twin that corrects it at this moment. */
export async function electionById(tx: Kysely<DB>, id: string): Promise<Digantikan | null> {
  await hold(tx, id)
  const found = await sql<BarisRawan>`
    select m.id, m.wilayah, w.nama as nama_wilayah, m.jenis, m.hari, m.sumber
    from masa_rawan m join wilayah w on w.kode = m.wilayah where m.id = ${id}`.execute(tx)
  const [row] = found.rows
  if (!row) return null
  const next = await sql<PenggantiRawan>`
    select id, hari, batal, sumber, pengguna_id, peran, dibuat_pada as pada from masa_rawan
    where menggantikan = ${id}`.execute(tx)
  return { ...row, pengganti: next.rows[0] ?? null }
}

const hold = (tx: Kysely<DB>, nama: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`masa_rawan:${nama}`}, 0))`.execute(tx)

export type RawanBaru = {
  readonly wilayah: Wilayah
  readonly jenis: string
  readonly hari: string
  readonly sumber: string
  readonly batal: boolean
  readonly menggantikan: string | null
  readonly alasan: string | null
  readonly penggunaId: string
  readonly peran: string
  readonly pada: Date
}

/** Whether such an election holds already, in exactly this area; waits for a twin that writes it. */
export async function electionHolds(
  tx: Kysely<DB>,
  m: Pick<RawanBaru, 'wilayah' | 'jenis' | 'hari' | 'menggantikan'>,
): Promise<boolean> {
  await hold(tx, `${m.wilayah}:${m.jenis}:${m.hari}`)
  const found = await sql`
    select from masa_rawan m where wilayah = ${m.wilayah} and jenis = ${m.jenis} and hari = ${m.hari}::date and not batal
      and id is distinct from ${m.menggantikan} and not exists (select from masa_rawan l where l.menggantikan = m.id)`.execute(
    tx,
  )
  return found.rows.length > 0
}

/** Writes an election, or the correction of one. */
export async function insertElection(tx: Kysely<DB>, m: RawanBaru): Promise<string> {
  const { lo, hi } = cakupanOf(m.wilayah)
  const made = await sql<{ id: string }>`
    insert into masa_rawan (wilayah, lo, hi, jenis, hari, sumber, batal, menggantikan, alasan, pengguna_id, peran, dibuat_pada)
    values (${m.wilayah}, ${lo}, ${hi}, ${m.jenis}, ${m.hari}::date, ${m.sumber}, ${m.batal}, ${m.menggantikan}, ${m.alasan},
      ${m.penggunaId}, ${m.peran}, ${m.pada}) returning id`.execute(tx)
  const [row] = made.rows
  if (!row) throw new Error('The election was not written')
  return row.id
}
