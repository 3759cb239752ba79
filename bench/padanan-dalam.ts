/** Matching inside the system: from COPY out to clusters stored, and a typed record through HTTP. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { mulaiJalan } from '#server/padanan/mulai.ts'
import { jalankanPemadanan } from '#server/padanan/pekerjaan.ts'
import { type BenchContext, type BenchRow, percentile, timed, withPeakMemory } from './bench.ts'
import type { BenchDatabase } from './database.ts'
import { tanpaSelain } from './generator/padanan/orang.ts'
import { tulisSet } from './generator/padanan/set.ts'
import { isiRegistri, mutuJalan } from './padanan-isi.ts'
import { Sambungan } from './sambungan.ts'
import { signedIn } from './sesi.ts'

/** Typed records per client. */
const ketikan = 400

/** A whole run over the nation, as the job does it. */
async function jalankan(database: BenchDatabase): Promise<string> {
  const { job } = database.pools
  const db = kyselyOf(job)
  const cakupan = cakupanOf(0)
  const begun = await inScope(db, cakupan, (tx) =>
    mulaiJalan(tx, {
      jenis: 'kembar',
      sumber: null,
      cara: 'penuh',
      model: 'orang',
      wilayah: 0,
      penggunaId: null,
    }),
  )
  if (!begun.ok) throw new Error(begun.error.code)
  const { signal } = new AbortController()
  const alat = { db, pool: job, cakupan, progress: () => {}, signal }
  const done = await jalankanPemadanan(alat, begun.value)
  if (!done.ok) throw new Error(done.error.code)
  return begun.value
}

type Ketikan = {
  nama: string
  nik?: string
  tanggalLahir?: string
  jenisKelamin: number
  alamat?: string
  wilayah: number
}

/** Records of the registry as somebody types them again: every third without NIK, every fourth with a letter too many. */
async function contohKetikan(database: BenchDatabase, banyak: number): Promise<Ketikan[]> {
  const { rows } = await database.pools.migrator.query<Record<string, string | null>>(
    `select i.nama, i.nik, i.tanggal_lahir::text as lahir, i.jenis_kelamin::text as kelamin, i.wilayah::text, k.alamat
     from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id where length(i.nama) > 2 order by md5(i.id::text) limit $1`,
    [banyak],
  )
  return rows.map((r, n) => ({
    nama: n % 4 === 0 ? `${r.nama}H` : (r.nama ?? ''),
    ...(n % 3 && r.nik ? { nik: r.nik } : {}),
    ...(r.lahir ? { tanggalLahir: r.lahir } : {}),
    jenisKelamin: Number(r.kelamin),
    ...(r.alamat ? { alamat: r.alamat } : {}),
    wilayah: Number(r.wilayah),
  }))
}

/** Milliseconds of each typed record, so many clients at once; the first hundred warm up. */
async function ketik(
  address: string,
  cookie: string,
  isi: readonly Ketikan[],
  klien: number,
): Promise<{ times: number[]; found: number }> {
  const times: number[] = []
  let found = 0
  await Promise.all(
    Array.from({ length: klien }, async (_, k) => {
      const sambungan = await Sambungan.open(address, { cookie, origin: address })
      for (let n = -100; n < ketikan; n++) {
        const satu = isi[(((n + 100) * klien + k) * 7) % isi.length] as Ketikan
        const begin = performance.now()
        const { status, body } = await sambungan.post('/api/padanan/ketik', satu)
        if (status !== 200) throw new Error(`typing failed: ${status} ${body}`)
        if (n < 0) continue
        times.push(performance.now() - begin)
        if ((JSON.parse(body) as { calon: unknown[] }).calon.length > 0) found++
      }
      sambungan.close()
    }),
  )
  return { times, found: found / times.length }
}

async function ukurKetik(
  database: BenchDatabase,
  folder: string,
  log: BenchContext['log'],
): Promise<BenchRow[]> {
  await database.pools.migrator.query(
    `insert into pengaturan values ('hari_ini', '"2018-07-24"') on conflict do nothing`,
  )
  const [agus] = await signedIn(database, [{ username: 'agus', peran: 'pusdatin', wilayah: 0 }])
  if (!agus) throw new Error('nobody was signed in')
  const child = fork(new URL('./cari-server.ts', import.meta.url), [
    database.url,
    path.join(folder, 'data-padanan'),
  ])
  const [{ address }] = (await once(child, 'message')) as [{ address: string }]
  try {
    const isi = await contohKetikan(database, 5000)
    const satu = await ketik(address, agus.cookie, isi, 1)
    const banyak = await ketik(address, agus.cookie, isi, 8)
    log(`typed records that found somebody: ${(satu.found * 100).toFixed(1)} %`)
    const p99 = percentile(satu.times, 0.99)
    return [
      {
        what: 'one typed record through HTTP, p99',
        measured: `${p99.toFixed(1)} ms (median ${percentile(satu.times, 0.5).toFixed(1)} ms)`,
        bar: '< 50 ms',
        met: p99 < 50,
      },
      {
        what: 'the same, 8 clients at once, p99',
        measured: `${percentile(banyak.times, 0.99).toFixed(1)} ms`,
        bar: '–',
        met: null,
      },
    ]
  } finally {
    child.disconnect()
  }
}

/** Rows about a registry of `jumlah` records of four sources; what is typed is weighed by what a run has estimated. */
export async function ukurDalam(
  { server, folder, log, parts }: BenchContext,
  jumlah: number,
): Promise<BenchRow[]> {
  if (!parts.has('dalam') && !parts.has('ketik')) return []
  const database = await server.database()
  try {
    const csv = path.join(folder, 'dalam.csv')
    await tulisSet({ baris: jumlah, seed: 1, selain: tanpaSelain, keluar: csv })
    log(`filling a registry of ${jumlah} records`)
    const admin = database.pools.migrator
    await isiRegistri(admin, csv)
    await admin.query('vacuum analyze')
    const { value, peak } = await withPeakMemory(() => timed(() => jalankan(database)))
    const { rows } = await admin.query<{ nama: string; detik: Record<string, number> }>(
      `select w.nama, b.detik from padanan_bagian b join wilayah w on w.kode = b.wilayah where b.jalan_id = $1 order by b.nomor`,
      [value.value],
    )
    for (const { nama, detik } of rows)
      log(`${nama}: read ${detik.baca} s, matched ${detik.padan} s, stored ${detik.simpan} s`)
    const ketikan = parts.has('ketik') ? await ukurKetik(database, folder, log) : []
    if (!parts.has('dalam')) return ketikan
    const mutu = await mutuJalan(admin, value.value)
    return [
      {
        what: 'inside the system: COPY out to clusters stored',
        measured: `${value.seconds.toFixed(1)} s (${mutu.pasangan} pairs)`,
        bar: '< 12 s',
        met: value.seconds < 12,
      },
      {
        what: 'memory of the process meanwhile',
        measured: `${peak.toFixed(0)} MB`,
        bar: '< 1000 MB',
        met: peak < 1000,
      },
      {
        what: 'quality inside the system',
        measured: `F1 ${mutu.f1.toFixed(4)} (clusters ${mutu.f1Gugus.toFixed(4)})`,
        bar: '≥ 0.997',
        met: mutu.f1 >= 0.997,
      },
      ...ketikan,
    ]
  } finally {
    await database.drop()
  }
}
