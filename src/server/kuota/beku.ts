/** Freezes a simulation as a list: one statement copies every family, hashes the rows and the list. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { kolomBaris, kolomKepala } from '#domain/kuota/kanonik.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { bergeser } from '#domain/versi/benturan.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import { listConflict, type VersiDaftar } from './benturan.ts'
import { scenarioName } from './dasar.ts'
import { itemsOfRound } from './kata.ts'
import { decisionCtes, komponenSql, rankColumn } from './keputusan.ts'
import { type Siap, type Simulasi, simulate } from './simulasi.ts'

export type Pembekuan = {
  /** Fingerprint of the simulation that was shown; null (command line): freeze what is found. */
  readonly sidik: string | null
  /** The list in force as the person saw it. */
  readonly menggantikan: string | null
  readonly alasan: string | null
  readonly penggunaId: string
  readonly peran: string
  readonly pada: Date
}

export type Beku = { id: string; versi: number; hash: string; jumlahBaris: number }

/** Refuses what was not shown, what is still open, and what somebody else froze meanwhile. */
export async function freeze(
  tx: Kysely<DB>,
  siap: Siap,
  order: Pembekuan,
): Promise<Result<Beku, Problem>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`daftar:${siap.kuota.id}`}, 0))`.execute(
    tx,
  )
  const current = await currentList(tx, siap.kuota.id)
  if (bergeser(order.menggantikan, current?.id ?? null))
    return err(await listConflict(tx, siap.kuota, order.menggantikan, current))
  if (current && !order.alasan) return err(problem('kuota.perlu_alasan', { versi: current.versi }))
  const simulasi = await simulate(tx, siap)
  const [obstacle] = simulasi.halangan
  if (obstacle) return err(obstacle)
  if (order.sidik !== null && order.sidik !== simulasi.sidik) return err(problem('kuota.berubah'))
  const written = await insertList(tx, siap, simulasi, order, (current?.versi ?? 0) + 1)
  const { tetap, masuk, keluar, menunggu } = simulasi.ringkasan
  // A receipt that ended between the two statements would make the heading lie about its rows.
  const same =
    written.penerima === tetap + masuk && written.jumlahBaris === tetap + masuk + keluar + menunggu
  return same ? ok(written) : err(problem('kuota.berubah'))
}

async function currentList(tx: Kysely<DB>, kuotaId: string): Promise<VersiDaftar | null> {
  const found = await sql<VersiDaftar>`
    select id, versi, jumlah_baris, ringkasan, pengguna_id, peran, dibuat_pada as pada from daftar where kuota_id = ${kuotaId} order by versi desc limit 1`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

const canonical = (alias: string, columns: readonly string[]) =>
  sql.raw(`json_build_array(${columns.map((c) => `${alias}.${c}`).join(', ')})::text`)

const sha256 = (text: RawBuilder<unknown>) =>
  sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

const rows = (siap: Siap) => {
  const s = siap.skenario
  return sql`kepala as materialized (
    select distinct on (kab, keluarga_id) kab, keluarga_id, nik from individu
    where hubungan = 1 and status = 'aktif' and wilayah >= ${s.lo} and wilayah < ${s.hi}
    order by kab, keluarga_id, urutan, id
  ), isi as materialized (
    select p.kab, p.id as keluarga_id, k.wilayah, k.wilayah as wilayah_tercatat, k.rt, k.rw, k.nama_kepala, k.nomor_kk,
      o.nik as nik_kepala, k.alamat, k.jumlah_anggota, p.kelompok, ${rankColumn(s)} as peringkat, p.kunci, h.kelayakan, h.terpenuhi,
      h.terjawab, h.poin, h.bit_terpenuhi, h.bit_terjawab, p.menerima, p.keputusan, p.alasan, ${komponenSql} as komponen, p.putusan_id,
      (row_number() over (order by array_position(array['tetap', 'masuk', 'keluar', 'menunggu'], p.keputusan),
        coalesce(p.kunci, -1), k.wilayah, k.rt, k.nama_kepala, p.id))::int as nomor
    from putusan p join keluarga k on k.kab = p.kab and k.id = p.id and k.wilayah >= ${s.lo} and k.wilayah < ${s.hi}
      left join peringkat_hasil h on h.ronde_id = ${s.rondeId} and h.kab = p.kab and h.keluarga_id = p.id
        and h.wilayah >= ${s.lo} and h.wilayah < ${s.hi}
      left join kepala o on o.kab = p.kab and o.keluarga_id = p.id
  )`
}

async function insertList(
  tx: Kysely<DB>,
  siap: Siap,
  simulasi: Simulasi,
  order: Pembekuan,
  versi: number,
): Promise<Beku & { penerima: number }> {
  const { kuota, ronde, skenario: s } = siap
  const butir = await itemsOfRound(tx, ronde.kebijakan_hash)
  const pilihan = {
    aturan: s.aturan,
    tidakLayakKeluar: s.tidakLayakKeluar,
    metode: s.metode,
    model: ronde.model,
    periode: ronde.periode,
  }
  const kolom = [...kolomBaris, 'wilayah'] as const
  const statement = sql<Beku & { penerima: number }>`
    with ${decisionCtes(simulasi)}, ${rows(siap)}, baru as (select uuidv7_siks() as id), tulis as (
      insert into daftar_baris (daftar_id, ${sql.raw(kolom.join(', '))}, hash)
      select baru.id, ${sql.raw(kolom.map((c) => `i.${c}`).join(', '))}, ${sha256(canonical('i', kolomBaris))}
      from isi i, baru
      returning nomor, keputusan, hash
    ), jumlah as (
      select count(*)::int as jumlah_baris, count(*) filter (where keputusan in ('tetap', 'masuk'))::int as penerima,
        string_agg(hash, chr(10) order by nomor) as sidik
      from tulis
    ), kepala_daftar as (
      select baru.id, q.id as kuota_id, ${versi}::int as versi, q.program, q.wilayah, q.lo, q.hi, q.dari, q.sampai, q.jumlah,
        ${ronde.id}::uuid as ronde_id, ${ronde.kebijakan_hash}::text as kebijakan_hash, ${scenarioName(s)}::text as skenario,
        j.jumlah_baris, j.penerima, j.sidik
      from kuota q, baru, jumlah j where q.id = ${kuota.id}
    ), catat as (
      insert into daftar (id, kuota_id, versi, menggantikan, alasan, program, wilayah, lo, hi, dari, sampai, jumlah, ronde_id,
        kebijakan_hash, skenario, pilihan, ringkasan, garis, indikator, jumlah_baris, hash, pengguna_id, peran, dibuat_pada)
      select d.id, d.kuota_id, d.versi, ${order.menggantikan}::uuid, ${order.alasan}, d.program, d.wilayah, d.lo, d.hi, d.dari,
        d.sampai, d.jumlah, d.ronde_id, d.kebijakan_hash, d.skenario, ${JSON.stringify(pilihan)}::jsonb,
        ${JSON.stringify(simulasi.ringkasan)}::jsonb, ${JSON.stringify(simulasi.garis)}::jsonb, ${JSON.stringify(butir)}::jsonb,
        d.jumlah_baris, ${sha256(sql`${canonical('d', kolomKepala)} || chr(10) || coalesce(d.sidik, '')`)},
        ${order.penggunaId}, ${order.peran}, ${order.pada}
      from kepala_daftar d
      returning id, versi, hash, jumlah_baris
    )
    select c.id, c.versi, c.hash, c.jumlah_baris as "jumlahBaris", j.penerima from catat c, jumlah j`
  const made = await wholeArea(tx, () => statement.execute(tx))
  const row = made.rows[0]
  if (!row) throw new Error('The list was not written')
  return row
}
