/**
 * Attempts are counted before they are looked at: per account and network (or known browser), per
 * network, and per account from networks that it does not know. Wrong attempts from elsewhere never
 * delay a browser or network from which the account has signed in.
 */
import type pg from 'pg'
import { type Problem, problem } from '#contract/problems.ts'
import {
  type Aturan,
  dariAsing,
  type Hitungan,
  perAkun,
  perJaringan,
  sisaTunggu,
  tambah,
} from '#domain/pengguna/percobaan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hashOf } from './kuki.ts'
import type { Asal } from './mesin.ts'

type Hitung = { readonly kunci: string; readonly aturan: Aturan }

/** An attempt that was let through; `berhasil` takes it back. */
export type Giliran = { readonly berhasil: () => Promise<void> }

/** What is tried, and at whose account; a name that is no account is counted like one. */
export type Percobaan = {
  readonly jenis: 'sandi' | 'faktor'
  readonly userId: string | null
  readonly nama: string
}

/** Lets one attempt through, or says how long to wait. */
export async function ambilGiliran(
  pool: pg.Pool,
  asal: Asal,
  percobaan: Percobaan,
): Promise<Result<Giliran, Problem>> {
  const counters = await countersOf(pool, asal, percobaan)
  const wait = await count(pool, counters)
  if (wait > 0) return err(problem('terlalu.sering', { detik: wait }))
  const [own, ...others] = counters.map(({ kunci }) => kunci)
  return ok({
    berhasil: async () => {
      await pool.query(
        `with milik as (delete from masuk.percobaan where kunci = $1)
         update masuk.percobaan set jumlah = greatest(0, jumlah - 1) where kunci = any ($2)`,
        [own, others],
      )
    },
  })
}

/** Guesses at the PIN of a phone that has proved that it is that phone. */
export async function ambilGiliranPin(
  pool: pg.Pool,
  perangkat: string,
): Promise<Result<Giliran, Problem>> {
  const kunci = `pin ${perangkat}`
  const wait = await count(pool, [{ kunci, aturan: perAkun.faktor }])
  if (wait > 0) return err(problem('terlalu.sering', { detik: wait }))
  return ok({
    berhasil: async () => {
      await pool.query('delete from masuk.percobaan where kunci = $1', [kunci])
    },
  })
}

async function countersOf(
  pool: pg.Pool,
  { jaringan, kenal }: Asal,
  { jenis, userId, nama }: Percobaan,
): Promise<Hitung[]> {
  // The same statement whether the name is an account or not, so that the time tells nothing.
  const { rows } = await pool.query<{ peramban: boolean; jaringan: boolean }>(
    `select coalesce(bool_or(sidik = $2), false) as peramban, coalesce(bool_or(jaringan = $3), false) as jaringan
     from masuk.dikenal where user_id = $1 and (sidik = $2 or jaringan = $3)`,
    [userId ?? '', kenal ?? '', jaringan],
  )
  const known = rows[0] ?? { peramban: false, jaringan: false }
  const akun = userId ? `akun ${userId}` : `nama ${hashOf(nama)}`
  const aturan = perAkun[jenis]
  if (known.peramban) return [{ kunci: `${jenis} ${akun} peramban ${kenal}`, aturan }]
  const own = { kunci: `${jenis} ${akun} jaringan ${jaringan}`, aturan }
  if (known.jaringan) return [own]
  return [
    own,
    { kunci: `${jenis} jaringan ${jaringan}`, aturan: perJaringan },
    { kunci: `${jenis} ${akun} asing`, aturan: dariAsing },
  ]
}

/** Counts one more attempt on every counter, unless one of them must wait. @returns seconds to wait */
async function count(pool: pg.Pool, counters: readonly Hitung[]): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const keys = counters.map(({ kunci }) => kunci)
    // Rows are made before they are locked, in one order, so that no two guesses slip past together.
    await client.query(
      `insert into masuk.percobaan select k, 0, to_timestamp(0), to_timestamp(0) from unnest($1::text[]) k order by k
       on conflict do nothing`,
      [keys],
    )
    const { rows } = await client.query<Row>(
      `select kunci, jumlah, terakhir_pada, tunggu_sampai from masuk.percobaan where kunci = any ($1) order by kunci for update`,
      [keys],
    )
    const kini = Date.now()
    const now = new Map(rows.map((row) => [row.kunci, hitunganOf(row)]))
    const wait = Math.max(...counters.map(({ kunci }) => sisaTunggu(now.get(kunci), kini)))
    if (wait === 0) {
      const next = counters.map(({ kunci, aturan }) => tambah(now.get(kunci), aturan, kini))
      await client.query(
        `update masuk.percobaan p set jumlah = b.jumlah, terakhir_pada = b.terakhir, tunggu_sampai = b.tunggu
         from unnest($1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[]) as b (kunci, jumlah, terakhir, tunggu)
         where p.kunci = b.kunci`,
        [
          keys,
          next.map((h) => h.jumlah),
          next.map((h) => new Date(h.terakhir)),
          next.map((h) => new Date(h.tungguSampai)),
        ],
      )
    }
    await client.query('commit')
    return wait
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

type Row = { kunci: string; jumlah: number; terakhir_pada: Date; tunggu_sampai: Date }

const hitunganOf = (row: Row): Hitungan => ({
  jumlah: row.jumlah,
  terakhir: row.terakhir_pada.getTime(),
  tungguSampai: row.tunggu_sampai.getTime(),
})

/** Remembers the browser and network of a completed sign-in. */
export async function kenali(
  db: pg.ClientBase,
  userId: string,
  sidik: string,
  jaringan: string,
): Promise<void> {
  await db.query(
    `insert into masuk.dikenal (sidik, user_id, jaringan) values ($1, $2, $3)
     on conflict (sidik) do update set user_id = excluded.user_id, jaringan = excluded.jaringan, terakhir_pada = now()`,
    [sidik, userId, jaringan],
  )
}

/** Forgets old counters, browsers and unanswered challenges. */
export async function bersihkan(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from masuk.percobaan where terakhir_pada < now() - interval '2 days'`)
  await pool.query(`delete from masuk.dikenal where terakhir_pada < now() - interval '180 days'`)
  await pool.query(`delete from masuk.tantangan where berakhir_pada < now()`)
  await pool.query(`delete from masuk."session" where "expiresAt" < now()`)
}
