/**
 * The carrier between areas: no request of a person reads or writes outside their area, so the system
 * takes requests to the origin, answers to the destination, and moves the family once both are agreed.
 * Run again it finds nothing more to do.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { bawaJawaban, naikkanYangDiam, tutupYangBatal } from './bawa.ts'
import { laksanakan } from './laksanakan.ts'
import { usulanTarik } from './langkah.ts'
import { mintaAsal } from './minta.ts'

const nasional: Cakupan = { lo: 0, hi: 1e10 }

type Saat = { readonly now: Date; readonly today: string }
type Rujukan = { readonly kab: number; readonly id: string }

/** Looked up at once, until none is left. */
const SEKALI = 500

type Putaran = Saat & {
  readonly db: Kysely<DB>
  readonly sekali: number
  /** What could not be carried in this round, for the log of the server. */
  readonly gagal: unknown[]
}

/** Those after this one, in the order of their ids. */
type Cari = (tx: Kysely<DB>, setelah: string, sekali: number) => Promise<readonly Rujukan[]>

const PALING_AWAL = '00000000-0000-0000-0000-000000000000'

const sistem = { id: null, peran: 'sistem' }

/** Each in a transaction of its own: one that fails holds no other, and is tried again in the next round. */
async function masing(
  { db, gagal, sekali, now, today }: Putaran,
  cari: Cari,
  kerjakan: (ctx: Kerja, r: Rujukan) => Promise<void>,
): Promise<number> {
  let banyak = 0
  for (let setelah: string | undefined = PALING_AWAL; setelah; ) {
    const dari: string = setelah
    const found = await inScope(db, nasional, (tx) => cari(tx, dari, sekali))
    for (const r of found) {
      try {
        await inScope(db, nasional, (tx) => kerjakan({ tx, now, today, pengguna: sistem }, r))
      } catch (error) {
        gagal.push(error)
      }
    }
    banyak += found.length
    setelah = found.length < sekali ? undefined : found.at(-1)?.id
  }
  return banyak
}

const sekaligus = (
  { db, now, today }: Putaran,
  kerjakan: (ctx: Kerja) => Promise<number>,
): Promise<number> => inScope(db, nasional, (tx) => kerjakan({ tx, now, today, pengguna: sistem }))

const usulanBerstatus =
  (status: string, belum: RawBuilder<boolean>): Cari =>
  async (tx, setelah, sekali) =>
    (
      await sql<Rujukan>`select u.kab, u.id from usulan u where u.jenis = 'tarik_masuk' and u.status = ${status} and ${belum}
        and u.id > ${setelah} order by u.id limit ${sekali}`.execute(tx)
    ).rows

const jawabanBelumDibawa: Cari = async (tx, setelah, sekali) =>
  (
    await sql<Rujukan>`select kab, id from permintaan_pindah where status in ('disetujui', 'ditolak') and dibawa_pada is null
      and id > ${setelah} order by id limit ${sekali}`.execute(tx)
  ).rows

const belumDiantar = sql<boolean>`u.diantar_pada is null`
/** Held by no safeguard. */
const lepas = sql<boolean>`u.tahanan is null`

/**
 * @param sekali how many are looked up at once; all are carried
 * @returns how many of each were looked at
 * @throws AggregateError with what failed, after all others were carried
 */
export async function antarPindah(db: Kysely<DB>, { now, today }: Saat, sekali = SEKALI) {
  const putaran: Putaran = { db, now, today, sekali, gagal: [] }
  const ditutup = await sekaligus(putaran, tutupYangBatal)
  const dilaksanakan = await masing(
    putaran,
    usulanBerstatus('diverifikasi', lepas),
    async (ctx, { kab, id }) => {
      const row = await usulanTarik(ctx, kab, id, 'diverifikasi', lepas)
      if (row) await laksanakan(ctx, row)
    },
  )
  const diminta = await masing(
    putaran,
    usulanBerstatus('diajukan', belumDiantar),
    async (ctx, { kab, id }) => {
      const row = await usulanTarik(ctx, kab, id, 'diajukan', belumDiantar)
      if (row) await mintaAsal(ctx, row)
    },
  )
  const dijawab = await masing(putaran, jawabanBelumDibawa, (ctx, { kab, id }) =>
    bawaJawaban(ctx, kab, id),
  )
  const naik = await sekaligus(putaran, naikkanYangDiam)
  if (putaran.gagal.length > 0)
    throw new AggregateError(putaran.gagal, `${putaran.gagal.length} moves could not be carried`)
  return { ditutup, dilaksanakan, diminta, dijawab, naik }
}
