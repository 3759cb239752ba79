/** Carries a plan of regions out: resumable, batch by batch; run again when it is done it finds nothing to do. */
import { type Kysely, sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Job, JobContext, Jobs } from '#server/jobs/registry.ts'
import { hitungPenerimaanDi, hitungUlang } from '#server/usulan/terapkan/rekap.ts'
import { type BarisPemekaran, isiOf, pemekaranSql } from './baris.ts'
import { pindahan } from './tujuan.ts'

/** Families carried in one transaction. */
const SEKALI = 500

export type Hasil = { readonly keluarga: number; readonly baris: number; readonly petugas: number }

const satu = async (tx: Kysely<DB>, id: string) =>
  (await sql<BarisPemekaran>`select ${pemekaranSql} where r.id = ${id} for update of r`.execute(tx))
    .rows[0]

/** The new regions, and by name every family that goes: after this nothing depends on where it is read again. */
async function siapkan(tx: Kysely<DB>, r: BarisPemekaran): Promise<number> {
  await sql`select pemekaran_siapkan(${r.id})`.execute(tx)
  const { tempat, pilihan } = await isiOf(tx, r)
  await sql`insert into pemekaran_keluarga (kab, pemekaran_id, keluarga_id, wilayah, rt, dari, rt_dari, ke, rt_ke, dipilih)
    select m.kab, ${r.id}, m.id, m.dari, m.rt_dari, m.dari, m.rt_dari, m.ke, m.rt_ke, false from ${pindahan(tempat, pilihan)} m
    where not m.dipilih on conflict do nothing`.execute(tx)
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from pemekaran_keluarga where pemekaran_id = ${r.id}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** The register of RT: what goes ends at its village and begins at the other, with its RW. */
async function daftarRt(tx: Kysely<DB>, r: BarisPemekaran): Promise<void> {
  await sql`
    with t as (
      select x.kab, x.rt, x.rw, x.wilayah, p.ke, coalesce(p.rt_ke, x.rt) as rt_ke from rukun_tetangga x
        join pemekaran_tempat p on p.pemekaran_id = ${r.id} and p.dari = x.wilayah and (p.rt = x.rt or (p.rt is null and not exists
          (select from pemekaran_tempat s where s.pemekaran_id = ${r.id} and s.dari = x.wilayah and s.rt = x.rt)))
      where x.sampai is null and x.dari < ${r.berlaku}::date),
    akhir as (update rukun_tetangga x set sampai = ${r.berlaku}::date from t where x.kab = t.kab and x.wilayah = t.wilayah and x.rt = t.rt and x.sampai is null)
    insert into rukun_tetangga (kab, wilayah, rt, rw, dari, sumber)
      select distinct on (kab, ke, rt_ke) kab, ke, rt_ke, rw, ${r.berlaku}::date, ${`Pemekaran (${r.surat_nomor})`} from t
      where not exists (select from rukun_tetangga y where y.kab = t.kab and y.wilayah = t.ke and y.rt = t.rt_ke and y.sampai is null)
      order by kab, ke, rt_ke on conflict do nothing`.execute(tx)
}

type Tempat = { kab: number; wilayah: number; rt: number | null }

/** The counts of every RT that gave or took families. */
async function hitung(tx: Kysely<DB>, job: JobContext, r: BarisPemekaran): Promise<void> {
  const found = await sql<Tempat>`
    select kab, dari as wilayah, rt_dari as rt from pemekaran_keluarga where pemekaran_id = ${r.id}
    union select kab, ke, coalesce(rt_ke, rt_dari) from pemekaran_keluarga where pemekaran_id = ${r.id}`.execute(
    tx,
  )
  const today = r.berlaku
  const pengguna = { id: job.penggunaId, peran: 'sistem' }
  await hitungUlang({ tx, now: new Date(), today, pengguna }, found.rows)
  const program = await sql<{
    program: string
  }>`select distinct program from rekap_penerimaan where wilayah >= ${r.lo} and wilayah < ${r.hi}`.execute(
    tx,
  )
  await hitungPenerimaanDi(
    tx,
    found.rows.flatMap((t) => program.rows.map((p) => ({ ...t, program: p.program }))),
  )
}

/** Everything that is not of one family, in one transaction; with it the plan is done. */
async function akhiri(tx: Kysely<DB>, job: JobContext, r: BarisPemekaran): Promise<Hasil> {
  const done = await sql<{ baris: number; petugas: number }>`
    select pemekaran_bawa_tempat(${r.id}) as baris, pemekaran_petugas(${r.id}, ${String(job.muatan.hari)}::date) as petugas`.execute(
    tx,
  )
  await daftarRt(tx, r)
  await hitung(tx, job, r)
  await sql`select pemekaran_tutup(${r.id})`.execute(tx)
  const keluarga = await sql<{
    n: number
  }>`select count(*)::int as n from pemekaran_keluarga where pemekaran_id = ${r.id}`.execute(tx)
  const hasil = {
    keluarga: keluarga.rows[0]?.n ?? 0,
    baris: done.rows[0]?.baris ?? 0,
    petugas: done.rows[0]?.petugas ?? 0,
  }
  await sql`update pemekaran set status = 'selesai', selesai_pada = now(), hasil = ${JSON.stringify(hasil)}::jsonb where id = ${r.id}`.execute(
    tx,
  )
  return hasil
}

const jalankan: Job = async (job) => {
  const id = String(job.muatan.id)
  const scope = <T>(work: (tx: Kysely<DB>) => Promise<T>) => inScope(job.db, job.cakupan, work)
  const r = await scope((tx) => satu(tx, id))
  if (!r) return err(problem('tidak.ada'))
  if (r.status === 'selesai') return ok(r.hasil ?? {})
  if (r.status !== 'berjalan') return err(problem('pemekaran.berubah'))
  job.progress('Menyiapkan wilayah baru', 0)
  const jumlah = await scope((tx) => siapkan(tx, r))
  for (let dibawa = 0; ; ) {
    // The server stops: what is carried stays carried, and the job goes on from there.
    job.signal.throwIfAborted()
    const maju = await scope(async (tx) => {
      const done = await sql<{ n: number }>`select pemekaran_bawa(${id}, ${SEKALI}) as n`.execute(
        tx,
      )
      return done.rows[0]?.n ?? 0
    })
    if (maju === 0) break
    dibawa += maju
    job.progress('Memindahkan keluarga', dibawa, jumlah)
  }
  job.progress('Usulan, petugas dan hitungan RT', jumlah, jumlah)
  return ok(await scope((tx) => akhiri(tx, job, r)))
}

export const pemekaranJobs: Jobs = { 'pemekaran.laksanakan': jalankan }
