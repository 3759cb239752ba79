/** Fills an empty database with a working city: Kota Bontang, July 2018, all people invented. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { buatContoh } from '#bench/generator/contoh.ts'
import { periodeOf } from '#domain/peringkat/periode.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { adoptPolicyQuotas } from '#server/kuota/queries.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { demoAccounts } from '#server/pengguna/demo.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { gantiIdentitas } from '#server/pengguna/petugas/identitas.ts'
import { loadSecret } from '#server/pengguna/rahasia.ts'
import { startRound } from '#server/peringkat/mulai.ts'
import { runRound } from '#server/peringkat/ronde.ts'
import { newestRound } from '#server/peringkat/terbaru.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { imporBerkas } from './impor.ts'
import type { OpenDatabase, Terminal } from './run.ts'
import { usulanContoh } from './usulan-contoh.ts'

/** The story of the Bontang Post, 24 July 2018: 9,232 families registered, 5,098 receive rastra. */
const kota = {
  wilayah: 6474000000,
  keluarga: 9232,
  rastra: 5098,
  seed: 1,
  hariIni: '2018-07-24',
  zona: 'Asia/Makassar',
}

const apiApi = 6474011006

type Keadaan = 'kosong' | 'separuh' | 'terisi'

/** A start that was killed half way goes on: every step finds what it did before. */
async function keadaan(pool: pg.Pool): Promise<Keadaan> {
  const { rows } = await pool.query<{ siap: unknown; terisi: boolean }>(`
    select (select nilai from pengaturan where kunci = 'demo_siap') as siap,
      exists (select from pengguna) or exists (select from impor) or exists (select from keluarga) as terisi`)
  if (rows[0]?.siap === false) return 'separuh'
  return rows[0]?.siap === true || rows[0]?.terisi ? 'terisi' : 'kosong'
}

const simpan = (pool: pg.Pool, kunci: string, nilai: unknown) =>
  pool.query(
    `insert into pengaturan values ($1, $2::jsonb) on conflict (kunci) do update set nilai = excluded.nilai`,
    [kunci, JSON.stringify(nilai)],
  )

/** Does nothing where the database holds anything but a demo that was not finished. */
export async function siapkanKotaContoh(database: OpenDatabase, terminal: Terminal): Promise<void> {
  const { migrator } = database.pools
  if ((await keadaan(migrator)) === 'terisi') return
  terminal.note('Menyiapkan Kota Bontang, Juli 2018 (semua orang rekaan) …')
  await loadRegions(migrator)
  await simpan(migrator, 'demo_siap', false)
  await simpan(migrator, 'demo', true)
  await simpan(migrator, 'hari_ini', kota.hariIni)
  await simpan(migrator, 'zona', kota.zona)
  await buatAkun(database)
  await isiRegistri(database, terminal)
  await keluargaSiti(database)
  await peringkatDanKuota(database, terminal)
  await usulanContoh(database)
  await simpan(migrator, 'demo_siap', true)
  terminal.progress.stop()
}

async function buatAkun(database: OpenDatabase): Promise<void> {
  const secret = await loadSecret(database.dataFolder)
  const auth = createAuth({ pool: database.pools.masuk, secret })
  const ring = await ringOf(database.dataFolder)
  for (const account of demoAccounts(secret, ring))
    await makeAccount(auth, database.pools.migrator, account)
}

/** The operator's own family is among those she works with, as in life: she stands in the register. */
async function keluargaSiti({ pools, dataFolder }: OpenDatabase): Promise<void> {
  const { rows } = await pools.migrator.query<{ id: string; nik: string }>(
    `select p.id, i.nik from masuk."user" u join pengguna p on p.masuk_id = u.id,
       lateral (select nik from individu where kab = 6474 and wilayah = $1 and nik like '99%' and jenis_kelamin = 2
           and umur_tercatat between 28 and 48
         order by nama not like 'SITI%', nik limit 1) i
     where u.username = 'siti.apiapi'`,
    [apiApi],
  )
  const [siti] = rows
  if (!siti) return
  const ring = await ringOf(dataFolder)
  const nomorKk = '9974011506109001'
  await inScope(kyselyOf(pools.app), cakupanOf(apiApi), (tx) =>
    gantiIdentitas(tx, ring, { penggunaId: siti.id, nik: siti.nik, nomorKk }, null),
  )
}

/** Writes the city as files in the offices' formats and imports them like anybody else's. */
async function isiRegistri(database: OpenDatabase, terminal: Terminal): Promise<void> {
  const folder = join(database.dataFolder, 'contoh')
  const made = await buatContoh({
    wilayah: '6474',
    keluarga: kota.keluarga,
    rastra: kota.rastra,
    seed: kota.seed,
    keluar: folder,
    kemajuan: (ruta, dari) => terminal.progress.update('menulis berkas contoh', ruta, dari),
  })
  if (!made.ok) throw new Error(`the demo city cannot be made: ${made.error}`)
  for (const { path } of made.value.berkas) {
    for (const file of path) await imporBerkas(database, terminal, file, { wilayah: kota.wilayah })
  }
  await rm(folder, { recursive: true, force: true })
}

/** One ranking by the 14 indicators, and the quota of which the article speaks. */
async function peringkatDanKuota(database: OpenDatabase, terminal: Terminal): Promise<void> {
  const { job } = database.pools
  const db = kyselyOf(job)
  const cakupan = cakupanOf(kota.wilayah)
  await inScope(db, cakupan, (tx) =>
    adoptPolicyQuotas(tx, cakupan, new Date(`${kota.hariIni}T00:00:00Z`)),
  )
  const done = await inScope(db, cakupan, (tx) => newestRound(tx, cakupan))
  if (done) return
  const started = await inScope(db, cakupan, (tx) =>
    startRound(tx, {
      model: 'bps-14-indikator',
      wilayah: kota.wilayah,
      periode: periodeOf(kota.hariIni),
      acuan: kota.hariIni,
      penggunaId: null,
    }),
  )
  if (!started.ok) throw new Error(`the demo ranking cannot begin: ${started.error.code}`)
  const progress = (tahap: string, maju?: number, jumlah?: number) =>
    terminal.progress.update(tahap, maju ?? 0, jumlah)
  const ranked = await runRound({ pool: job, progress }, cakupan, started.value)
  if (!ranked.ok) throw new Error(`the demo ranking failed: ${ranked.error.code}`)
}
