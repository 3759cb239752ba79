/** Sessions: opened by a proof, lifted by a further one (under a new token), ended. */
import type pg from 'pg'
import { peran } from '#contract/peran.ts'
import { caraUntuk, type FaktorSesi } from '#domain/pengguna/faktor.ts'
import type { Penanya } from '#server/http/context.ts'
import { hashOf, randomToken } from './kuki.ts'
import { padaKoneksi } from './masuk.ts'
import type { Asal, Mesin } from './mesin.ts'
import { kenali } from './percobaan.ts'
import { bySession } from './siapa.ts'

export type Buka = {
  readonly userId: string
  readonly faktor: FaktorSesi
  readonly gantiSandi?: boolean
  /** The session that is lifted: it ends, and the assignment worn goes on. */
  readonly lama?: Penanya | null
}

export type Dibuka = {
  readonly siapa: Penanya
  readonly token: string
  /** A new mark for the browser, once the sign-in is complete. */
  readonly kenal: string | null
}

/** Opens a session in a transaction; null when the account was ended meanwhile. */
export async function bukaSesi(
  mesin: Mesin,
  db: pg.PoolClient,
  asal: Asal,
  buka: Buka,
): Promise<Dibuka | null> {
  const { internalAdapter } = await mesin.auth.$context
  const lama = buka.lama?.akun === buka.userId ? buka.lama : null
  const made = await padaKoneksi(mesin.auth, db, () =>
    internalAdapter.createSession(buka.userId, false, {
      faktor: buka.faktor,
      ganti_sandi: buka.gantiSandi ?? lama?.gerbang.gantiSandi ?? false,
      dikukuhkan_pada: new Date(),
      penugasan_id: lama?.penugasan || null,
      ipAddress: asal.alamat,
      userAgent: asal.peramban,
    }),
  )
  if (buka.lama) await akhiriSesi(db, buka.lama.sesi)
  const siapa = await bySession(db, made.token, mesin.today())
  if (!siapa) return null
  if (siapa.gerbang.kurang === 'faktor') return { siapa, token: made.token, kenal: null }
  const kenal = randomToken()
  await kenali(db, buka.userId, hashOf(kenal), asal.jaringan)
  return { siapa, token: made.token, kenal }
}

export async function akhiriSesi(db: pg.ClientBase, sesi: string): Promise<void> {
  await db.query('delete from masuk."session" where id = $1', [sesi])
}

/** Ends all sessions of an account, but for one. */
export async function akhiriLain(db: pg.ClientBase, userId: string, kecuali = ''): Promise<void> {
  await db.query('delete from masuk."session" where "userId" = $1 and id <> $2', [userId, kecuali])
}

/** What comes next for a session, as the pages are told. */
export function langkahOf({ gerbang: { kurang, wajib, punya } }: Penanya) {
  return kurang
    ? { langkah: kurang, cara: caraUntuk(kurang, wajib, punya) }
    : { langkah: 'selesai' as const, cara: [] }
}

/** The strictest demand among all roles that an account holds or will hold: it decides about its password. */
export async function wajibTertinggi(
  mesin: Mesin,
  userId: string,
): Promise<'kuat' | 'perangkat' | 'sandi'> {
  const { rows } = await mesin.pool.query<{ peran: string }>(
    `select distinct t.peran from penugasan t join pengguna p on p.id = t.pengguna_id
     where p.masuk_id = $1 and (t.sampai is null or t.sampai > $2::date)`,
    [userId, mesin.today()],
  )
  const demands = rows.map((r) =>
    r.peran in peran ? peran[r.peran as keyof typeof peran].faktor : 'kuat',
  )
  return demands.includes('kuat') ? 'kuat' : demands.includes('perangkat') ? 'perangkat' : 'sandi'
}
