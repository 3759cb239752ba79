/**
 * The clock's own steps: unsent drafts expire, the village head's and the province's time passes,
 * identity corrections outside the sample take effect, and what an office leaves lying moves up.
 * The silence of an office never ends a proposal.
 */
import { type Kysely, sql } from 'kysely'
import type { Aksi } from '#domain/usulan/alur.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { semuaAlur } from '#domain/usulan/semua-alur.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import { type BarisUsulan, dariUsulan, denganMeterai, kolomUsulan } from './baris.ts'
import { nilaiLangkah, tulisLangkah } from './langkah.ts'
import { terapkan } from './terapkan/terapkan.ts'

/** Steps that the clock looks for every night, in this order. */
const langkahJam = ['kedaluwarsakan', 'lewati', 'terima', 'naikkan'] as const satisfies Aksi[]

/** The states from which the clock may take a step. */
const dariJam = (aksi: Aksi): readonly Keadaan[] => [
  ...new Set(
    Object.values(semuaAlur).flatMap((a) =>
      a.langkah.filter((l) => l.aksi === aksi && l.oleh.includes('sistem')).flatMap((l) => l.dari),
    ),
  ),
]

const nasional: Cakupan = { lo: 0, hi: 1e10 }
const sistem = { pelaku: 'sistem', id: null } as const

/** Proposals taken in one transaction. */
const SEKALI = 5000

type Saat = { readonly now: Date; readonly today: string }

/** One portion after `setelah`: what is due goes on. Answers how many went and where the portion ended. */
function porsi(db: Kysely<DB>, aksi: Aksi, setelah: string, saat: Saat) {
  return inScope(db, nasional, async (tx) => {
    const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
      where u.status = any (${dariJam(aksi)}::text[]) and u.id > ${setelah} and u.status_hari < ${saat.today}::date
      order by u.id limit ${SEKALI} for update of u skip locked`.execute(tx)
    const bound = await denganMeterai({ tx, today: saat.today }, found.rows)
    const rows = bound.map((row) => ({ ...row, dilihat: null }))
    const { maju } = nilaiLangkah(rows, aksi, sistem, null, saat.today)
    const ctx = { tx, ...saat, pengguna: { id: null, peran: 'sistem' } }
    await tulisLangkah(ctx, maju, sistem, null)
    await terapkan(
      ctx,
      maju.filter((m) => m.ke === 'diterima').map((m) => m.row),
    )
    return { jadi: maju.length, akhir: rows.length < SEKALI ? null : (rows.at(-1)?.id ?? null) }
  })
}

const awal = '00000000-0000-0000-0000-000000000000'

/** Takes every step that is due; run again it finds nothing more. Answers how many of each. */
export async function jalankanJam(
  db: Kysely<DB>,
  saat: Saat,
): Promise<Readonly<Record<string, number>>> {
  const hasil: Record<string, number> = {}
  for (const aksi of langkahJam) {
    let jadi = 0
    for (let setelah: string | null = awal; setelah !== null; ) {
      const done: { jadi: number; akhir: string | null } = await porsi(db, aksi, setelah, saat)
      jadi += done.jadi
      setelah = done.akhir
    }
    hasil[aksi] = jadi
  }
  return hasil
}
