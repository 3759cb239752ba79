/** The nightly run: of every area that was matched whole, what changed since; nothing where nothing did. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import { inScope } from '#server/http/transaction.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { daftarModel } from './model.ts'
import { mulaiJalan } from './mulai.ts'

const nasional = { lo: 0, hi: 1e10 }

type Terakhir = {
  readonly jenis: 'kembar' | 'sumber'
  readonly sumber: string | null
  readonly model: string
  readonly wilayah: number
  readonly nama: string
  readonly lo: number
  readonly hi: number
  readonly sejak: Date
}

/** Kinds and areas that were matched whole by a model that still holds, with the begin of their last run. */
async function terakhir(tx: Kysely<DB>): Promise<Terakhir[]> {
  const hash = daftarModel().map((m) => m.hash)
  const found = await sql<Terakhir>`
    select j.jenis, j.sumber, j.model, j.wilayah, w.nama, j.lo, j.hi, max(j.dibuat_pada) as sejak
    from padanan_jalan j join wilayah w on w.kode = j.wilayah
    where j.status = 'selesai' and j.kebijakan_hash = any (${hash}::text[])
    group by 1, 2, 3, 4, 5, 6, 7 having bool_or(j.cara = 'penuh') order by j.wilayah, j.jenis, j.sumber`.execute(
    tx,
  )
  return found.rows
}

async function berubah(tx: Kysely<DB>, t: Terakhir): Promise<boolean> {
  const di = (alias: string) =>
    sql`${sql.ref(`${alias}.wilayah`)} >= ${t.lo} and ${sql.ref(`${alias}.wilayah`)} < ${t.hi} and ${sql.ref(`${alias}.diubah_pada`)} >= ${t.sejak}`
  const found = await sql<{ ada: boolean }>`
    select exists (select from individu i where ${di('i')}) or exists (select from keluarga k where ${di('k')})
      or exists (select from orang_sumber s where s.sumber = ${t.sumber} and ${di('s')}) as ada`.execute(
    tx,
  )
  return found.rows[0]?.ada ?? false
}

/** Queues a follow-up for each; an area within another that is matched too goes with that one. @returns how many */
export async function padankanMalam(db: Kysely<DB>): Promise<number> {
  const semua = await inScope(db, nasional, terakhir)
  const dalam = (a: Terakhir, b: Terakhir): boolean =>
    a !== b &&
    a.jenis === b.jenis &&
    a.sumber === b.sumber &&
    a.model === b.model &&
    b.lo <= a.lo &&
    b.hi >= a.hi
  let antre = 0
  for (const t of semua.filter((a) => !semua.some((b) => dalam(a, b)))) {
    const cakupan = { lo: t.lo, hi: t.hi }
    const begun = await inScope(db, cakupan, async (tx) => {
      if (!(await berubah(tx, t))) return false
      const id = await mulaiJalan(tx, { ...t, cara: 'susulan', penggunaId: null })
      if (!id.ok) return false
      const pekerjaan = await enqueue(tx, {
        jenis: 'padanan.jalankan',
        judul: `Pemadanan yang berubah – ${t.nama}`,
        muatan: { jalanId: id.value },
        penggunaId: null,
        cakupan,
      })
      await sql`update padanan_jalan set pekerjaan_id = ${pekerjaan} where id = ${id.value}`.execute(
        tx,
      )
      return true
    })
    if (begun) antre++
  }
  return antre
}
