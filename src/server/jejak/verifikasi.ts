/**
 * Verifies the log of a database: needs SELECT, the public key and the checkpoints, nothing else of
 * the application. One consistent moment, streamed.
 */
import { access } from 'node:fs/promises'
import pg from 'pg'
import { splitLine } from '#domain/jejak/bentuk.ts'
import type { Kerusakan } from '#domain/jejak/kerusakan.ts'
import {
  periksaAkhir,
  periksaMenunggu,
  periksaSegel,
  type Terperiksa,
  terperiksaAwal,
} from '#domain/jejak/periksa.ts'
import type { Alat, TitikPeriksa } from '#domain/jejak/segel.ts'
import { bacaRantai } from './baca-rantai.ts'
import { barisCopy } from './baris-copy.ts'
import { bacaKunciPublik, pemeriksaTandatangan } from './kunci.ts'
import { sandi } from './sandi.ts'
import { kolomEntri } from './tabel.ts'
import { bacaTitik } from './titik-periksa.ts'
import { lingkunganKini } from './urut.ts'

/** Nothing can be said about the log; the message is for the person at the keyboard. */
export class TidakDapatDiperiksa extends Error {
  override name = 'TidakDapatDiperiksa'
}

export type Verifikasi = {
  readonly url: string
  /** File of public keys (PEM). */
  readonly kunci: string
  /** Folder of checkpoints; null: verify without, which leaves the tail unproven. */
  readonly titikPeriksa: string | null
  readonly onProgress?: (done: number, total: number) => void
}

export type LaporanJejak = {
  readonly utuh: boolean
  readonly kerusakan: Kerusakan | null
  /** Proven: entries and seals. */
  readonly entri: number
  readonly segel: number
  /** Committed but not yet sealed. */
  readonly belumDisegel: number
  /** The last seal that also stands outside; null without checkpoints. */
  readonly titikPeriksa: number | null
}

export async function verifikasi(options: Verifikasi): Promise<LaporanJejak> {
  const keys = await bacaKunciPublik(options.kunci).catch(() => null)
  if (!keys || keys.size === 0)
    throw new TidakDapatDiperiksa(`Kunci publik ${options.kunci} tidak ada atau bukan PEM.`)
  const folder = options.titikPeriksa
  if (
    folder !== null &&
    !(await access(folder).then(
      () => true,
      () => false,
    ))
  )
    throw new TidakDapatDiperiksa(
      `Folder titik periksa ${folder} tidak ada. Sebutkan dengan --titik-periksa, atau periksa tanpanya dengan --tanpa-titik-periksa.`,
    )
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'siks jejak verify',
    types: { getTypeParser },
  })
  client.on('error', () => {})
  await client.connect().catch((error: unknown) => {
    throw new TidakDapatDiperiksa(`Basis data tidak dapat dibuka: ${messageOf(error)}`)
  })
  try {
    await begin(client)
    const alat: Alat = { ...sandi, sah: pemeriksaTandatangan(keys) }
    return await check(client, alat, options)
  } finally {
    await client.end()
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const { INT8 } = pg.types.builtins

/** Numbers of entries and seals are safe integers. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)
}

/** One moment, read only, with no more rights than a verifier has. */
async function begin(client: pg.Client): Promise<void> {
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local role siks_periksa')
    // Portions are small ranges of numbers: look each entry up, never read the whole table for them.
    await client.query(
      'set local enable_seqscan = off; set local enable_hashjoin = off; set local jit = off',
    )
    await client.query('select 1 from jejak, jejak_nomor, jejak_segel, jejak_posisi limit 0')
  } catch (error) {
    throw new TidakDapatDiperiksa(
      `Jejak tidak dapat dibaca sebagai siks_periksa (docs/operasi.md): ${messageOf(error)}`,
    )
  }
}

async function check(client: pg.Client, alat: Alat, options: Verifikasi): Promise<LaporanJejak> {
  const posisi = await position(client)
  const luar = outside(options.titikPeriksa)
  let sejauh: Terperiksa = terperiksaAwal(alat.hash)
  const report = (kerusakan: Kerusakan | null, belumDisegel = 0): LaporanJejak => ({
    utuh: kerusakan === null,
    kerusakan,
    entri: sejauh.nomor,
    segel: sejauh.segel,
    belumDisegel,
    titikPeriksa: luar.last()?.nomor ?? null,
  })
  for await (const { segel, entri } of bacaRantai(client)) {
    const step = periksaSegel(alat, sejauh, { segel, entri, luar: await luar.of(segel.nomor) })
    if (!step.ok) return report(await namedBetter(client, step.error))
    sejauh = step.value
    options.onProgress?.(sejauh.nomor, Math.max(posisi.nomor, sejauh.nomor))
  }
  await luar.drain()
  const akhir = { luar: luar.last(), posisi, lebih: await beyond(client, sejauh.nomor) }
  const end = periksaAkhir(sejauh, akhir)
  if (end) return report(end)
  if (options.titikPeriksa !== null && luar.last() === null && sejauh.segel > 1)
    throw new TidakDapatDiperiksa(
      `Folder ${options.titikPeriksa} tidak memuat titik periksa; pemotongan ekor tidak akan terlihat.`,
    )
  const open = await waiting(client, sejauh)
  return report(open.kerusakan && (await namedBetter(client, open.kerusakan)), open.jumlah)
}

/** The checkpoints outside, read along with the seals. */
function outside(folder: string | null) {
  const lines = folder === null ? null : bacaTitik(folder)
  let seen: TitikPeriksa | null = null
  let last: TitikPeriksa | null = null
  const advance = async (): Promise<boolean> => {
    const next = await lines?.next()
    if (!next || next.done) return false
    seen = next.value
    if (!last || seen.nomor >= last.nomor) last = seen
    return true
  }
  return {
    /** What was written about this seal; null when nothing was. */
    of: async (nomor: number): Promise<TitikPeriksa | null> => {
      while ((seen?.nomor ?? 0) < nomor && (await advance()));
      return seen?.nomor === nomor ? seen : null
    },
    drain: async (): Promise<void> => {
      while (await advance());
    },
    last: (): TitikPeriksa | null => last,
  }
}

async function position(client: pg.Client): Promise<{ segel: number; nomor: number }> {
  const { rows } = await client.query<{ segel: number; nomor: number }>(
    'select segel, nomor from jejak_posisi',
  )
  return rows[0] ?? { segel: 0, nomor: 0 }
}

/** The first number that no seal covers. */
async function beyond(client: pg.Client, nomor: number) {
  const { rows } = await client.query<{ nomor: number; jejakId: number }>(
    'select nomor, jejak_id as "jejakId" from jejak_nomor where nomor > $1 order by nomor limit 1',
    [nomor],
  )
  return rows[0] ?? null
}

/** Entries without a number: those that the sequencer must have seen were put in afterwards. */
async function waiting(
  client: pg.Client,
  sejauh: Terperiksa,
): Promise<{ jumlah: number; kerusakan: Kerusakan | null }> {
  await client.query('set local enable_seqscan = on; set local enable_hashjoin = on')
  const { rows } = await client.query<{ lingkungan: string; dasar: string | null }>(
    `select k.lingkungan, case when p.lingkungan = k.lingkungan then p.dasar::text end as dasar
     from (select ${lingkunganKini} as lingkungan) k left join jejak_posisi p on true`,
  )
  const { lingkungan = '', dasar = null } = rows[0] ?? {}
  const hitungan = { lingkungan, dasar: dasar === null ? null : Number(dasar) }
  const query = `select ${kolomEntri} from jejak j
    where not exists (select from jejak_nomor n where n.jejak_id = j.id) order by j.id`
  let jumlah = 0
  let kerusakan: Kerusakan | null = null
  for await (const isi of barisCopy(client, query)) {
    jumlah++
    const jejakId = Number(splitLine(isi, 1).kolom.map(String)[0])
    kerusakan ??= periksaMenunggu(sejauh, { jejakId, isi }, hitungan)
  }
  return { jumlah, kerusakan }
}

/** An inserted entry that repeats another is a duplicate of it. */
async function namedBetter(client: pg.Client, found: Kerusakan): Promise<Kerusakan> {
  if (found.macam !== 'sisip' || found.jejakId === null) return found
  await client.query('set local enable_seqscan = on; set local enable_hashjoin = on')
  const { rows } = await client.query<{ jejakId: number; nomor: number | null }>(
    `select d.id as "jejakId", n.nomor from jejak j join jejak d on d.waktu = j.waktu and d.operasi = j.operasi
         and d.pengguna_id is not distinct from j.pengguna_id and d.subjek = j.subjek and d.id <> j.id
       left join jejak_nomor n on n.jejak_id = d.id
     where j.id = $1 order by n.nomor nulls last limit 1`,
    [found.jejakId],
  )
  return rows[0] ? { ...found, macam: 'ganda', pasangan: rows[0] } : found
}
