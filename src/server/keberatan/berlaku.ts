/**
 * The clock of notices: a loss takes effect when the days to object have passed and no objection is
 * open. What a later list or the end of a proposal has overtaken is called off instead, and a letter
 * that was never printed starts its days anew.
 */
import { type Kysely, sql } from 'kysely'
import { type Cakupan, cakupanOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { hitungPenerimaanDi } from '#server/usulan/terapkan/rekap.ts'
import { hariKeberatan } from './kebijakan.ts'

const nasional: Cakupan = { lo: 0, hi: 1e10 }
/** Notices taken in one transaction. */
const SEKALI = 2000

type Saat = { readonly now: Date; readonly today: string }
type Tempat = { kab: number; wilayah: number; rt: number | null; program: string }

const tanpaKeberatan = sql<boolean>`n.status = 'berjalan' and not exists (
  select from keberatan b where b.kab = n.kab and b.pemberitahuan_id = n.id and b.status = 'terbuka')`

/** Overtaken: no loss comes of it any more. */
async function batalkan(tx: Kysely<DB>, { now }: Saat): Promise<number> {
  const done = await sql`
    update pemberitahuan n set status = 'batal', status_pada = ${now},
      status_sebab = case when n.sebab = 'daftar' then 'daftar_diganti' else 'usulan_berhenti' end
    where ${tanpaKeberatan} and (
      (n.sebab = 'daftar' and exists (select from daftar d join daftar l on l.kuota_id = d.kuota_id and l.versi > d.versi where d.id = n.daftar_id))
      or (n.sebab = 'tidak_layak' and exists (select from usulan u where u.kab = n.kab and u.id = n.usulan_id
        and u.status in ('ditolak', 'dibatalkan', 'tidak_disetujui', 'kedaluwarsa'))))`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}

/** A letter that was not printed on its day gets a new one, and its office prints again: nobody loses a place untold. */
async function cetakUlang(tx: Kysely<DB>, { today }: Saat): Promise<void> {
  const found = await sql<{ kantor: number }>`
    with n as (update pemberitahuan n set tanggal = ${today}::date, keberatan_sampai = ${hariKeberatan(today).keberatanSampai}::date
      where n.status = 'berjalan' and n.dokumen_id is null and n.tanggal < ${today}::date returning n.kantor)
    select distinct kantor from n`.execute(tx)
  for (const { kantor } of found.rows)
    await enqueue(tx, {
      jenis: 'pemberitahuan.cetak',
      judul: 'Surat pemberitahuan',
      muatan: { kantor },
      penggunaId: null,
      cakupan: cakupanOf(kantor),
    })
}

async function berlakukan(tx: Kysely<DB>, { now, today }: Saat): Promise<number> {
  const jatuh = await sql<{ kab: number; id: string }>`
    select n.kab, n.id from pemberitahuan n where ${tanpaKeberatan} and n.keberatan_sampai < ${today}::date
    order by n.id limit ${SEKALI} for update of n skip locked`.execute(tx)
  if (jatuh.rows.length === 0) return 0
  const ended = await sql<Tempat>`
    with j as (select * from unnest(${jatuh.rows.map((r) => r.kab)}::smallint[], ${jatuh.rows.map((r) => r.id)}::uuid[]) as j(kab, id)),
    n as (update pemberitahuan n set status = 'berlaku', status_pada = ${now} from j where n.kab = j.kab and n.id = j.id
      returning n.kab, n.keluarga_id, n.program)
    update penerimaan p set sampai = ${today}::date from n
    where n.program is not null and p.kab = n.kab and p.keluarga_id = n.keluarga_id and p.program = n.program and p.sampai is null
    returning p.kab, p.wilayah, p.rt, p.program`.execute(tx)
  await hitungPenerimaanDi(tx, ended.rows)
  return jatuh.rows.length
}

/** Run again it finds nothing more. */
export async function jalankanKeberatan(
  db: Kysely<DB>,
  saat: Saat,
): Promise<{ readonly batal: number; readonly berlaku: number }> {
  const batal = await inScope(db, nasional, (tx) => batalkan(tx, saat))
  await inScope(db, nasional, (tx) => cetakUlang(tx, saat))
  let berlaku = 0
  for (let n = SEKALI; n === SEKALI; berlaku += n)
    n = await inScope(db, nasional, (tx) => berlakukan(tx, saat))
  return { batal, berlaku }
}
