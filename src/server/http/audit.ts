/** The log row of an operation, written in its own transaction. */
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tujuan } from '#domain/jejak/tujuan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Lihat, Pengguna, Rincian, Subjek } from './context.ts'
import type { Statement } from './transaction.ts'

export type LogEntry = {
  readonly pengguna: Pengguna
  readonly operasi: string
  readonly perintahId: string | null
  readonly tujuan?: Tujuan
  readonly subjek: readonly Subjek[]
  readonly perubahan: object | null
  readonly rincian?: Rincian
}

/** What an operation notes while it runs: `lihat` gathers it, and the log row is made of it. */
type Catatan = Pick<Required<LogEntry>, 'subjek' | 'perubahan' | 'rincian'> & {
  readonly lihat: Lihat
  /** Something was noted: a read that found nothing may be worth an entry too. */
  readonly ada: boolean
}

export function catatan(): Catatan {
  const subjek: Subjek[] = []
  const noted: { perubahan: object | null; rincian: Rincian } = { perubahan: null, rincian: {} }
  return {
    subjek,
    get perubahan() {
      return noted.perubahan
    },
    get rincian() {
      return noted.rincian
    },
    get ada() {
      return subjek.length > 0 || noted.perubahan !== null
    },
    lihat: (shown, change, rincian) => {
      for (const one of shown) subjek.push(one)
      if (change) noted.perubahan = change
      if (rincian) noted.rincian = { ...noted.rincian, ...rincian }
    },
  }
}

/** Kinds of record that stand for persons: they are what a list counts. */
const persons: ReadonlySet<Subjek['jenis']> = new Set(['keluarga', 'individu'])

/** The range of regions that all subjects lie in; that of the actor where one does not say its own. */
function rangeOf(subjek: readonly Subjek[], pelaku: number): { lo: number; hi: number } | null {
  if (subjek.length === 0 || pelaku < 0) return null
  let range: { lo: number; hi: number } | null = null
  for (const { wilayah } of subjek) {
    const { lo, hi } = cakupanOf(wilayah ?? pelaku)
    range = range ? { lo: Math.min(range.lo, lo), hi: Math.max(range.hi, hi) } : { lo, hi }
  }
  return range
}

const text = `insert into jejak (pengguna_id, peran, penugasan_id, jenis_penugasan, wilayah, tujuan, tujuan_teks, sesi,
    operasi, perintah_id, subjek, subjek_lo, subjek_hi, jumlah, perubahan)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, $14, $15::jsonb)`

/** The statement that appends one row to `jejak`: who, in which role and area, for what, did or saw what. */
export function logStatement(e: LogEntry): Statement {
  const { pengguna: p, rincian = {} } = e
  const range = rangeOf(e.subjek, p.wilayah)
  return {
    text,
    values: [
      p.id || null,
      p.penugasan ? p.peran : null,
      p.penugasan || null,
      p.jenis,
      p.wilayah,
      e.tujuan?.kode ?? null,
      rincian.alasan ?? e.tujuan?.teks ?? null,
      p.sesi,
      e.operasi,
      e.perintahId,
      JSON.stringify(e.subjek),
      range?.lo ?? null,
      range?.hi ?? null,
      rincian.jumlah ?? e.subjek.filter(({ jenis }) => persons.has(jenis)).length,
      e.perubahan ? JSON.stringify(e.perubahan) : null,
    ],
  }
}

/** Appends that row now, outside a request. */
export async function writeLog(tx: Kysely<DB>, e: LogEntry): Promise<void> {
  const { text: insert, values } = logStatement(e)
  await tx.executeQuery(CompiledQuery.raw(insert, [...values]))
}
