/** Brings the queue of differences up to date for people, batch after batch; run again it changes nothing. */
import { type Kysely, sql } from 'kysely'
import { type Antrean, antrean } from '#domain/kepercayaan/isian.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { kepercayaan } from './kebijakan.ts'
import { bersumber, type OrangTertaut } from './taut.ts'

type Milik = Antrean & {
  readonly kab: number
  readonly individu: string
  readonly keluarga: string
  readonly wilayah: number
  readonly rt: number | null
}

/** Whether an area holds all of a kab/kota, and so all that sources of it say. */
const holdsKab = (c: Cakupan, kab: number): boolean =>
  c.lo <= kab * 1e6 && c.hi >= (kab + 1) * 1e6 && !c.rt && !c.keluarga

/** Writes what changed of the queue of these people. @returns how many differences wait of them now and did not before */
export async function hitungBeda(
  tx: Kysely<DB>,
  c: Cakupan,
  orang: readonly OrangTertaut[],
  hari: string,
): Promise<number> {
  const gugur: { kab: number; id: string }[] = []
  const ubah: (Antrean & { kab: number; id: string })[] = []
  const baru: Milik[] = []
  for (const o of orang) {
    const change = antrean(bersumber(o), kepercayaan, hari, holdsKab(c, o.kab))
    const own = {
      kab: o.kab,
      individu: o.id,
      keluarga: o.keluarga_id,
      wilayah: o.wilayah,
      rt: o.rt,
    }
    gugur.push(...change.gugur.map((id) => ({ kab: o.kab, id })))
    ubah.push(...change.ubah.map((u) => ({ ...u, kab: o.kab })))
    baru.push(...change.baru.map((b) => ({ ...b, ...own })))
  }
  if (gugur.length > 0)
    await sql`update beda_sumber b set status = 'gugur', versi = versi + 1
      from jsonb_to_recordset(${JSON.stringify(gugur)}::jsonb) x(kab smallint, id uuid) where b.kab = x.kab and b.id = x.id`.execute(
      tx,
    )
  if (ubah.length > 0)
    await sql`update beda_sumber b set dipercaya = x.dipercaya, nilai = x.nilai, nilai_semua = x.semua, taruhan = x.taruhan, versi = versi + 1
      from jsonb_to_recordset(${JSON.stringify(ubah)}::jsonb) x(kab smallint, id uuid, dipercaya text, nilai text, semua jsonb, taruhan int)
      where b.kab = x.kab and b.id = x.id`.execute(tx)
  if (baru.length > 0)
    await sql`insert into beda_sumber (kab, individu_id, keluarga_id, wilayah, rt, bidang, dipercaya, nilai, nilai_semua, taruhan)
      select kab, individu, keluarga, wilayah, rt, bidang, dipercaya, nilai, semua, taruhan
      from jsonb_to_recordset(${JSON.stringify(baru)}::jsonb) x(kab smallint, individu uuid, keluarga uuid, wilayah bigint, rt smallint, bidang text,
        dipercaya text, nilai text, semua jsonb, taruhan int)
      on conflict do nothing`.execute(tx)
  return baru.length
}
