/** Proposals: endorsement of 10,000, inboxes over 100,000 open ones, the evening of the cut-off. */
import { randomBytes, randomInt } from 'node:crypto'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import { clockOf } from '#server/clock.ts'
import { startServer } from '#server/main.ts'
import { type BenchContext, type Benchmark, type BenchRow, median, percentile } from './bench.ts'
import { fillPeople } from './cari-isi.ts'
import type { BenchDatabase } from './database.ts'
import { Sambungan } from './sambungan.ts'
import { type SignedIn, signedIn } from './sesi.ts'
import { isiMalam, isiSiapSah, isiTerbuka } from './usulan-isi.ts'

const kab = 6474
const hari = '2018-07-24'
const people = Number(process.env.USULAN_PENDUDUK ?? 1_000_000)
const terbuka = Number(process.env.USULAN_TERBUKA ?? 100_000)
const disahkan = Number(process.env.USULAN_SAHKAN ?? 10_000)
const operators = Number(process.env.USULAN_OPERATOR ?? 1000)
const perDesa = 10
/** Within which the evening's batches arrive, milliseconds. */
const malam = Number(process.env.USULAN_MALAM_MS ?? 120_000)

const perintah = () => `idempotency-key: ${nomorPerintah(Date.now(), randomBytes(16))}\r\n`

const buka = (address: string, { cookie }: SignedIn) =>
  Sambungan.open(address, { cookie, origin: address })

/** Sends and demands a success. */
async function kirim(to: Sambungan, jalan: string, isi: object, tulis = false): Promise<unknown> {
  const { status, body } = await to.post(jalan, isi, tulis ? perintah() : '')
  if (status !== 200) throw new Error(`${jalan}: ${status} ${body.slice(0, 300)}`)
  return JSON.parse(body)
}

/** Seconds that one endorsement of all that was verified takes. */
async function pengesahan(
  database: BenchDatabase,
  address: string,
  kepala: SignedIn,
): Promise<number> {
  const to = await buka(address, kepala)
  const semua = {
    jalur: 'usulan',
    status: 'diverifikasi',
    wilayah: kab * 1e6,
    jumlah: disahkan,
  }
  const begin = performance.now()
  const done = (await kirim(to, '/api/usulan/langkah/sahkan', { pilihan: { semua } }, true)) as {
    jadi: number
  }
  const seconds = (performance.now() - begin) / 1000
  to.close()
  if (done.jadi !== disahkan) throw new Error(`${done.jadi} of ${disahkan} were endorsed`)
  await database.pools.migrator.query(
    `update usulan set status = 'diverifikasi' where nomor like 'US-BENCH-1______' and status = 'disahkan'`,
  )
  await database.pools.migrator.query('vacuum analyze usulan')
  return seconds
}

/** Milliseconds of each page of eight people who turn pages of their desks without a pause. */
async function meja(address: string, signed: readonly SignedIn[]): Promise<readonly number[]> {
  const times: number[] = []
  await Promise.all(
    signed.map(async (who, n) => {
      const to = await buka(address, who)
      let setelah: string | null = null
      for (let k = 0; k < 60; k++) {
        const begin = performance.now()
        if ((k + n) % 4 === 0) {
          const { status } = await to.get('/api/usulan/rekap')
          if (status !== 200) throw new Error(`rekap: ${status}`)
        } else {
          const page = (await kirim(to, '/api/usulan/daftar', {
            meja: (k + n) % 2 === 0 ? 'saya' : 'semua',
            ...(setelah ? { setelah } : {}),
          })) as { berikutnya: string | null }
          setelah = page.berikutnya
        }
        times.push(performance.now() - begin)
      }
      to.close()
    }),
  )
  return times
}

type Malam = {
  readonly times: readonly number[]
  readonly gagal: number
  readonly salah: number
  readonly sebelum: number
}

/**
 * The evening: each operator finalises the batch of a village at a random moment; the deadline, set
 * by a shift, lies in the middle. Every row must stand in the period of its own instant.
 */
async function malamTenggat(
  database: BenchDatabase,
  address: string,
  desa: readonly number[],
  signed: readonly SignedIn[],
): Promise<Malam> {
  const { rows } = await database.pools.migrator.query<{
    kab: number
    id: string
    versi: number
    wilayah: string
  }>(
    `select kab, id, versi, wilayah from usulan where status = 'diumumkan' and wilayah = any ($1::bigint[])`,
    [desa],
  )
  const perWilayah = Map.groupBy(rows, (r) => Number(r.wilayah))
  const { now } = clockOf('Asia/Makassar', hari)()
  const tenggat = new Date(now.getTime() + malam / 2)
  await database.pools.migrator.query(
    `insert into kalender_geser (wilayah, lo, hi, program, periode, langkah, tenggat, asal, alasan, versi, pengguna_id, peran)
     select p, p, p + 100000000, 'umum', '2018-07', 'finalisasi', $1, $1, 'bench', 1, (select id from pengguna limit 1), 'provinsi'
     from unnest(array[3300000000, 3500000000]) p`,
    [tenggat],
  )
  const times: number[] = []
  let gagal = 0
  await Promise.all(
    signed.map(async (who, n) => {
      await setTimeout(randomInt(malam))
      const to = await buka(address, who)
      const usulan = (perWilayah.get(desa[n] ?? 0) ?? []).map(({ kab, id, versi }) => ({
        kab,
        id,
        versi,
      }))
      const begin = performance.now()
      try {
        const done = (await kirim(
          to,
          '/api/usulan/langkah/finalkan',
          { pilihan: { usulan } },
          true,
        )) as { jadi: number }
        if (done.jadi !== usulan.length) gagal++
      } catch {
        gagal++
      }
      times.push(performance.now() - begin)
      to.close()
    }),
  )
  const judged = await database.pools.migrator.query<{ salah: number; sebelum: number }>(
    `select count(*) filter (where (r.pada < $1) <> (u.periode = '2018-07'))::int as salah, count(*) filter (where r.pada < $1)::int as sebelum
     from usulan u join usulan_riwayat r on r.kab = u.kab and r.usulan_id = u.id and r.aksi = 'finalkan' where u.wilayah = any ($2::bigint[])`,
    [tenggat, desa],
  )
  const { salah, sebelum } = judged.rows[0] ?? { salah: -1, sebelum: 0 }
  return { times, gagal, salah, sebelum }
}

async function run({ server, folder, log }: BenchContext): Promise<readonly BenchRow[]> {
  const database = await server.database()
  try {
    await fillPeople(database, kab, people, log)
    await isiTerbuka(database, terbuka)
    await isiSiapSah(database, kab, disahkan)
    const desa = await isiMalam(database, operators, perDesa)
    const { rows: kota } = await database.pools.migrator.query<{ kode: string }>(
      `select kode from wilayah where tingkat = 'desa' and kode / 1000000 = $1 order by kode`,
      [kab],
    )
    const desaKota = kota.map((r) => Number(r.kode))
    const [kepala, ...delapan] = await signedIn(database, [
      { username: 'kepala', peran: 'kepala_opd', wilayah: kab * 1e6 },
      ...Array.from({ length: 8 }, (_, n) =>
        n % 2 === 0
          ? ({ username: `verifikator${n}`, peran: 'verifikator', wilayah: kab * 1e6 } as const)
          : ({
              username: `desa${n}`,
              peran: 'operator_desa',
              wilayah: desaKota[n] ?? 0,
            } as const),
      ),
    ])
    const malamOrang = await signedIn(
      database,
      desa.map((wilayah, n) => ({ username: `malam${n}`, peran: 'operator_desa', wilayah })),
    )
    if (!kepala) throw new Error('there is no head')
    const app = await startServer({
      databaseUrl: database.url,
      dataFolder: path.join(folder, 'data'),
      host: '127.0.0.1',
      port: 0,
      secure: false,
      alone: true,
      logger: false,
    })
    try {
      const seconds: number[] = []
      for (let n = 0; n < 5; n++) {
        seconds.push(await pengesahan(database, app.address, kepala))
        log(`endorsement ${n + 1}: ${seconds.at(-1)?.toFixed(1)} s`)
      }
      await meja(app.address, delapan)
      const pages = await meja(app.address, delapan)
      const evening = await malamTenggat(database, app.address, desa, malamOrang)
      const p99 = percentile(pages, 0.99)
      const late = percentile(evening.times, 0.99)
      return [
        {
          what: `endorsement of ${disahkan} proposals, median of 5`,
          measured: `${median(seconds).toFixed(1)} s`,
          bar: '< 10 s',
          met: median(seconds) < 10,
        },
        {
          what: `inbox and queue pages, ${people} people, ${terbuka} open proposals, 8 clients, p99`,
          measured: `${p99.toFixed(0)} ms (median ${median(pages).toFixed(0)})`,
          bar: '< 200 ms',
          met: p99 < 200,
        },
        {
          what: `${operators} operators finalise within ${malam / 1000} s around the deadline, p99`,
          measured: `${late.toFixed(0)} ms, ${evening.gagal} failed, ${evening.salah} rows in the wrong period (${evening.sebelum} before the instant)`,
          bar: '< 1000 ms, 0, 0',
          met: late < 1000 && evening.gagal === 0 && evening.salah === 0 && evening.sebelum > 0,
        },
      ]
    } finally {
      await app.stop()
    }
  } finally {
    await database.drop()
  }
}

export const benchmark: Benchmark = { title: 'Usulan', run }
