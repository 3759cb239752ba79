/** The begin of an approved plan: with the approval where its day has come, in the night of its day, or by hand. */
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'
import { inScope } from '#server/http/transaction.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { type BarisPemekaran, isiOf, pemekaranSql } from './baris.ts'
import { type Terbuka, terbukaOf } from './pratinjau.ts'

const nasional: Cakupan = { lo: 0, hi: 1e10 }

/** Whether regions and named families are still as the plan found them. */
async function masihSama(tx: Kysely<DB>, r: BarisPemekaran): Promise<boolean> {
  const lama = r.wilayah_baru.filter((w) => !w.baru).map((w) => w.kode)
  const baru = r.wilayah_baru.filter((w) => w.baru).map((w) => w.kode)
  const found = await sql<{ sama: boolean }>`select
    not exists (select from wilayah where kode = any (${baru}::bigint[]) and berlaku_sampai is null)
    and not exists (select from unnest(${[...lama, ...r.berakhir]}::bigint[]) as k(kode)
      left join wilayah w on w.kode = k.kode and w.berlaku_sampai is null where w.kode is null)
    and not exists (select from pemekaran_tempat t left join wilayah w on w.kode = t.dari and w.berlaku_sampai is null
      where t.pemekaran_id = ${r.id} and w.kode is null)
    and not exists (select from pemekaran_keluarga p join keluarga k on k.kab = p.kab and k.id = p.keluarga_id
      where p.pemekaran_id = ${r.id} and p.dipilih and k.wilayah <> p.dari) as sama`.execute(tx)
  return found.rows[0]?.sama ?? false
}

/** What stands against the plan beside its day and its approval: it has grown stale, or a village is in the middle of a decision. */
export async function halanganOf(
  tx: Kysely<DB>,
  r: BarisPemekaran,
  terbuka: Terbuka,
): Promise<Problem | null> {
  if (!(await masihSama(tx, r))) return problem('pemekaran.kedaluwarsa')
  const { musyawarah, terikat } = terbuka
  return musyawarah + terikat > 0
    ? problem('pemekaran.masih_terbuka', { musyawarah, usulan: terikat })
    : null
}

/** Whoever queues its job: a request in its own name, or the night in nobody's. */
type Antre = Context['enqueue']

/** Queues the job of a plan, and says so on it. @returns the job */
export async function mulaiRencana(
  tx: Kysely<DB>,
  r: BarisPemekaran,
  { now, today, antre }: { readonly now: Date; readonly today: string; readonly antre: Antre },
): Promise<string> {
  const pekerjaanId = await antre('pemekaran.laksanakan', `Pemekaran: ${r.nama}`, {
    id: r.id,
    hari: today,
  })
  await sql`update pemekaran set status = 'berjalan', versi = versi + 1, pekerjaan_id = ${pekerjaanId},
    dimulai_pada = coalesce(dimulai_pada, ${now}) where id = ${r.id}`.execute(tx)
  return pekerjaanId
}

/**
 * Begins every approved plan whose day has come; one against which something stands waits for
 * another night, and its page says what. Run again it finds nothing more. @returns how many began
 */
export async function mulaiMalam(
  db: Kysely<DB>,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  const tiba = await inScope(db, nasional, async (tx) => {
    const found = await sql<{
      id: string
    }>`select id from pemekaran where status = 'disetujui' and berlaku <= ${today}::date order by berlaku, id`.execute(
      tx,
    )
    return found.rows
  })
  let mulai = 0
  for (const { id } of tiba)
    if (await inScope(db, nasional, (tx) => mulaiSatu(tx, id, { now, today }))) mulai++
  return mulai
}

async function mulaiSatu(
  tx: Kysely<DB>,
  id: string,
  saat: { readonly now: Date; readonly today: string },
): Promise<boolean> {
  const found = await sql<BarisPemekaran>`select ${pemekaranSql}
    where r.id = ${id} and r.status = 'disetujui' for update of r`.execute(tx)
  const [r] = found.rows
  if (!r || (await halanganOf(tx, r, await terbukaOf(tx, await isiOf(tx, r))))) return false
  const cakupan = { lo: r.lo, hi: r.hi }
  const antre: Antre = (jenis, judul, muatan) =>
    enqueue(tx, { jenis, judul, muatan, penggunaId: null, cakupan })
  await mulaiRencana(tx, r, { ...saat, antre })
  return true
}
