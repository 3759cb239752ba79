/** A quota cut over a province of a million families: the lines, the totals, a page, and freezing. */
import type pg from 'pg'
import { sortKey } from '#domain/peringkat/kunci.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { freeze } from '#server/kuota/beku.ts'
import { findLines } from '#server/kuota/garis.ts'
import { countDecisions, decisionRows } from '#server/kuota/keputusan.ts'
import { cut, prepare } from '#server/kuota/simulasi.ts'
import { partsOfRound } from '#server/peringkat/ronde-sql.ts'
import { type BenchContext, type Benchmark, type BenchRow, ratioRow, timed } from './bench.ts'

const provinsi = 6400000000
const keluarga = 1_000_000
const penerima = 300_000
const kuota = 400_000

export const benchmark: Benchmark = {
  title: 'Kuota: memotong 1.000.000 keluarga satu provinsi',
  run: async (context) => {
    const database = await context.server.database()
    try {
      context.log('menulis keluarga dan hasil pemeringkatan …')
      const id = await fill(database.pools.migrator)
      return await measure(database.pools.app, database.pools.migrator, id, context)
    } finally {
      await database.drop()
    }
  },
}

/** Families spread over the villages of the province, every key its own, and a finished ranking. */
async function fill(pool: pg.Pool): Promise<{ kuota: string; petugas: string; bagian: string }> {
  const { lo, hi } = cakupanOf(provinsi)
  await pool.query(`create unlogged table bench_kuota as
    with desa as (select kode, row_number() over (order by kode) - 1 as n, count(*) over () as banyak from wilayah
      where tingkat = 'desa' and kode >= ${lo} and kode < ${hi})
    select i, uuidv7_siks() as id, kode as wilayah, (kode / 1000000)::smallint as kab, (i % 20 + 1)::smallint as rt
    from generate_series(0, ${keluarga - 1}) i join desa on n = i % banyak`)
  await pool.query(`insert into ruta (kab, id, wilayah, wilayah_tercatat, rt)
    select kab, id, wilayah, wilayah, rt from bench_kuota`)
  await pool.query(`insert into keluarga (kab, id, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, jumlah_anggota)
    select kab, id, id, wilayah, wilayah, rt, 'Kepala ' || i, 'kepala ' || i, 4 from bench_kuota`)
  await pool.query(`insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber)
    select kab, id, wilayah, rt, 'rastra', '2018-01-01', 'uji' from bench_kuota where i % 10 < ${(penerima / keluarga) * 10}`)
  await pool.query(
    `insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ('uji', 'peringkat', 'uji', '', '1')`,
  )
  const ronde = await one(
    pool,
    `insert into peringkat_ronde (model, kebijakan_hash, fakta_hash, wilayah, lo, hi, periode, acuan, status, dibekukan_pada)
     values ('uji', 'uji', 'uji', ${provinsi}, ${lo}, ${hi}, '2018-T3', '2018-07-01', 'selesai', now()) returning id`,
  )
  const { fakta, hasil } = partsOfRound(ronde)
  await pool.query(
    `create table ${fakta} (like fakta_keluarga); create table ${hasil} (like peringkat_hasil)`,
  )
  const step = sortKey(1, 1, 0)
  await pool.query(`insert into ${hasil} (kab, ronde_id, keluarga_id, wilayah, rt, kunci, kunci_terbaik, kunci_terburuk, poin, batas_bawah,
      batas_atas, bit_terpenuhi, bit_terjawab, peringkat_desa, peringkat_provinsi, desil, persentil, terpenuhi, terjawab, miskin, kelayakan)
    select kab, '${ronde}', id, wilayah, rt, k, k, k, 5, 5, 10, 31, 511, 1, 1, 1, 1, 5, 9, 2, 1
    from bench_kuota, lateral (select (i::bigint * 7919 % 15) * ${step} + i % ${step} as k) kunci`)
  await pool.query(`select peringkat_bekukan('${ronde}')`)
  const quota = await one(
    pool,
    `insert into kuota (program, wilayah, lo, hi, dari, jumlah, sumber)
     values ('rastra', ${provinsi}, ${lo}, ${hi}, '2018-07-01', ${kuota}, 'uji') returning id`,
  )
  const petugas = await one(pool, `insert into pengguna (nama) values ('Uji') returning id`)
  await pool.query('analyze')
  return { kuota: quota, petugas, bagian: hasil.replace('staging', 'public') }
}

async function one(pool: pg.Pool, text: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(text)
  return rows[0]?.id ?? ''
}

async function measure(
  app: pg.Pool,
  admin: pg.Pool,
  id: { kuota: string; petugas: string; bagian: string },
  { log }: BenchContext,
): Promise<readonly BenchRow[]> {
  const area = cakupanOf(provinsi)
  const rows: BenchRow[] = []
  const report = (what: string, seconds: number): void => {
    log(`${what}: ${seconds.toFixed(2)} s`)
    rows.push({ what, measured: `${seconds.toFixed(2)} s`, bar: '–', met: null })
  }
  const peer = await timed(() =>
    admin.query(
      `create unlogged table bench_peer as select keluarga_id, rank() over (order by kunci) from ${id.bagian}`,
    ),
  )
  await inScope(kyselyOf(app), area, async (tx) => {
    const choice = { id: id.kuota, aturan: 'tidak_menggeser', tidakLayakKeluar: false } as const
    const siap = await prepare(tx, area, choice)
    if (!siap.ok) throw new Error(siap.error.code)
    const { skenario } = siap.value
    const lines = await timed(() => findLines(tx, skenario, new Map([[provinsi, kuota]])))
    report('quota cut, 1,000,000 families: the line', lines.seconds)
    const potongan = await cut(tx, skenario)
    const counts = await timed(() => countDecisions(tx, potongan))
    report('quota cut: totals per kab/kota', counts.seconds)
    const page = await timed(() => decisionRows(tx, potongan, { keputusan: 'masuk' }, 50))
    report('quota cut: one page of those who enter', page.seconds)
    const frozen = await timed(() =>
      freeze(tx, siap.value, {
        sidik: null,
        menggantikan: null,
        alasan: null,
        penggunaId: id.petugas,
        peran: 'verifikator',
        pada: new Date('2018-07-24T00:00:00Z'),
      }),
    )
    if (!frozen.value.ok) throw new Error(frozen.value.error.code)
    report('quota cut: freezing all 1,000,000 rows with hash', frozen.seconds)
    rows.push({
      ...ratioRow(
        'quota cut: the line against one rank() as table',
        lines.seconds,
        peer.seconds,
        3,
      ),
      met: null,
      bar: '–',
    })
  })
  return rows
}
