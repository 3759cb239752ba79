/** A ranking over 1,000,000 families against a CREATE TABLE AS of the same columns with one rank(). */
import type pg from 'pg'
import { prepareModel } from '#domain/peringkat/model.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf, type Pools } from '#server/db/pools.ts'
import { inScope, scopeStatements } from '#server/http/transaction.ts'
import { deriveFactsSql } from '#server/peringkat/fakta.ts'
import { loadFakta, modelByKode } from '#server/peringkat/model.ts'
import { startRound } from '#server/peringkat/mulai.ts'
import { prepareSession, rankFacts, stepper } from '#server/peringkat/ronde.ts'
import { partsOfRound } from '#server/peringkat/ronde-sql.ts'
import { type Benchmark, type BenchRow, median, ratioRow, timed } from './bench.ts'
import { inventFacts, inventRegistry } from './peringkat-isi.ts'

const nation = cakupanOf(0)
const acuan = '2026-10-01'
const million = 1_000_000

/**
 * One ranking from facts that lie ready in a staging table: they are copied into their frozen part,
 * scored, ranked, counted, indexed. @returns seconds of that work alone, and the round
 */
async function oneRound(pools: Pools, kode: string, families: number, log: (text: string) => void) {
  const asked = { model: kode, wilayah: 0, periode: '2026-T4', acuan, penggunaId: null }
  const started = await inScope(kyselyOf(pools.job), nation, (tx) => startRound(tx, asked))
  const policy = modelByKode(kode)
  if (!started.ok || policy === undefined) throw new Error('the ranking did not begin')
  const rondeId = started.value
  const fakta = loadFakta()
  const siap = prepareModel(policy.nilai, fakta.rentang, acuan)
  const client = await pools.job.connect()
  try {
    await client.query('drop table if exists staging.fakta')
    await client.query('create table staging.fakta (like fakta_keluarga)')
    await inventFacts(client, 'staging.fakta', rondeId, families)
    await client.query(`begin; ${scopeStatements(nation)}`)
    await prepareSession(client)
    const { seconds } = await timed(async () => {
      const bagian = partsOfRound(rondeId)
      const step = stepper(client, { progress: stages(log) })
      await step(0, `create table ${bagian.fakta} as select * from staging.fakta`)
      await rankFacts(client, step, {
        rondeId,
        wilayah: 0,
        siap,
        fakta,
        bagian,
        keluarga: families,
      })
      await client.query('commit')
    })
    return { seconds, ronde: rondeId }
  } finally {
    client.release()
  }
}

/** Logs how long each stage took. */
function stages(log: (text: string) => void) {
  let since = performance.now()
  let before = ''
  return (tahap: string) => {
    if (tahap === before) return
    if (before !== '') log(`  ${before}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
    before = tahap
    since = performance.now()
  }
}

/** The peer: the same columns in one table, copied with one rank(), in the same kind of session; the median of three. */
async function copyWithRank(pool: pg.Pool, ronde: string): Promise<number> {
  const facts = [...loadFakta().nama].filter((n) => n !== 'kelayakan' && n !== 'jumlah_anggota')
  await pool.query(`create table sumber as select h.*, ${facts.map((n) => `f.${n}`).join(', ')}
    from peringkat_hasil h join fakta_keluarga f using (kab, ronde_id, keluarga_id) where h.ronde_id = '${ronde}'`)
  const client = await pool.connect()
  const times: number[] = []
  try {
    for (let i = 0; i < 3; i++) {
      await client.query('begin')
      await prepareSession(client)
      const { seconds } = await timed(async () => {
        await client.query(
          'create table pembanding as select s.*, rank() over (order by kunci) as urutan from sumber s',
        )
        await client.query('commit')
      })
      await client.query('drop table pembanding')
      times.push(seconds)
    }
    await client.query('drop table sumber')
    return median(times)
  } finally {
    client.release()
  }
}

/** Deriving alone, as a ranking does it: into its own part. */
async function derive(pools: Pools): Promise<number> {
  const asked = {
    model: 'bps-14-indikator',
    wilayah: 0,
    periode: '2027-T1',
    acuan,
    penggunaId: null,
  }
  const started = await inScope(kyselyOf(pools.job), nation, (tx) => startRound(tx, asked))
  if (!started.ok) throw new Error('the ranking did not begin')
  const client = await pools.job.connect()
  try {
    await client.query(`begin; ${scopeStatements(nation)}`)
    await prepareSession(client)
    const { fakta } = partsOfRound(started.value)
    const { seconds } = await timed(() =>
      client.query(deriveFactsSql(fakta, started.value, loadFakta(), { ...nation, acuan })),
    )
    await client.query('rollback')
    return seconds
  } finally {
    client.release()
  }
}

export const benchmark: Benchmark = {
  title: 'Rankings',
  run: async ({ server, log }) => {
    const database = await server.database()
    const rows: BenchRow[] = []
    try {
      const { pools } = database
      const times: number[] = []
      for (let i = 0; i < 3; i++)
        times.push((await oneRound(pools, 'bps-14-indikator', million / 10, () => {})).seconds)
      const small = median(times)
      log(`100,000 families: ${small.toFixed(1)} s (median of three)`)
      for (const kode of ['bps-14-indikator', 'pmt-contoh']) {
        const big = await oneRound(pools, kode, million, log)
        const peer = await copyWithRank(pools.migrator, big.ronde)
        log(`${kode}: ${big.seconds.toFixed(1)} s, peer ${peer.toFixed(1)} s`)
        rows.push(ratioRow(`ranking of 1,000,000 families, ${kode}`, big.seconds, peer, 3))
        if (kode === 'bps-14-indikator')
          rows.push(ratioRow('ranking: 1,000,000 against 100,000 families', big.seconds, small, 11))
      }
      log('inventing 4,000,000 people …')
      const writer = await pools.migrator.connect()
      await inventRegistry(writer, million).finally(() => writer.release(true))
      const seconds = await derive(pools)
      rows.push({
        what: 'facts of 1,000,000 families derived from 4,000,000 people',
        measured: `${seconds.toFixed(1)} s`,
        bar: 'reported',
        met: null,
      })
      return rows
    } finally {
      await database.drop()
    }
  },
}
