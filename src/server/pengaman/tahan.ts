/** Holds proposals that stand in a pattern, and flags those in which the person who acts is kin. */
import { type Kysely, sql } from 'kysely'
import { parseNik } from '#domain/individu/nik.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import type { Aksi } from '#domain/usulan/alur.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'
import { pelepasBencana } from '#server/keadaan-khusus/lepas.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kinAmong, kinTyped } from '#server/pengguna/petugas/kerabat.ts'
import { isiOf } from '#server/usulan/baris.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { cariPola, type Dinilai, type Pola } from './hitung.ts'

type Ditemukan = { readonly row: Dinilai; readonly pola: Pola }

/** Proposals that a person has released from a rule are not held by it again. */
async function pernahDilepas(
  tx: Kysely<DB>,
  found: readonly Ditemukan[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kunci: string }>`
    select usulan_id || ' ' || aturan as kunci from pengaman_catatan where aksi = 'lepas'
      and (kab, usulan_id) in (select * from unnest(${found.map((f) => f.row.kab)}::smallint[], ${found.map((f) => f.row.id)}::uuid[]))`.execute(
    tx,
  )
  return new Set(rows.map((r) => r.kunci))
}

/** Holds what stands in a pattern at this step; answers the ids that are held now by it. */
export async function tahanBerpola(
  ctx: Kerja,
  aksi: Aksi,
  rows: readonly Dinilai[],
): Promise<ReadonlySet<string>> {
  const bencana = await pelepasBencana(ctx)
  const dijaga = rows.filter((r) => !bencana(r.wilayah))
  const pola = await cariPola(ctx, aksi, dijaga)
  const found = dijaga.flatMap((row) => {
    const p = pola.get(row.id)
    return p ? [{ row, pola: p }] : []
  })
  if (found.length === 0) return new Set()
  const dilepas = await pernahDilepas(ctx.tx, found)
  const hold = found.filter((f) => !dilepas.has(`${f.row.id} ${f.pola.aturan.kode}`))
  const isi = hold.map(({ row, pola: { aturan, ...p } }) => ({
    kab: row.kab,
    id: row.id,
    aturan: aturan.kode,
    pola: { ...p, jendela: aturan.jendela_hari, per: aturan.per },
  }))
  await sql`
    with t as (select * from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as t(kab smallint, id uuid, aturan text, pola jsonb)),
    u as (update usulan u set tahanan = t.aturan from t where u.kab = t.kab and u.id = t.id and u.tahanan is distinct from t.aturan
      returning u.kab, u.id, u.wilayah, u.rt, u.keluarga_id, t.aturan, t.pola)
    insert into pengaman_catatan (kab, usulan_id, wilayah, rt, keluarga_id, aturan, aksi, pola, pengguna_id, peran, pada)
    select kab, id, wilayah, rt, keluarga_id, aturan, 'tahan', pola, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now} from u`.execute(
    ctx.tx,
  )
  return new Set(hold.map((f) => f.row.id))
}

type Ditanya = {
  readonly kab: number
  readonly id: string
  readonly keluarga_id: string | null
  readonly isi: unknown
}

/** Numbers that a proposal for a new family types, as they are compared. */
function nomorDiketik(row: Ditanya) {
  const { anggota = [], nomorKk } = isiOf(row)
  const kk = parseNomorKk(nomorKk ?? '')
  return {
    nomor_kk: kk.ok ? kk.value.nomor : null,
    nik: anggota.flatMap((a) => {
      const nik = parseNik(a.nik ?? '')
      return nik.ok ? [nik.value.nik] : []
    }),
  }
}

/**
 * Marks the proposals about families of the person's own card or house, or of a relative whom they
 * declared, for whoever decides next; answers them.
 */
export async function tandaiKerabat(
  ctx: Context,
  rows: readonly Ditanya[],
): Promise<ReadonlySet<string>> {
  const about = rows.flatMap((r) =>
    r.keluarga_id ? [{ kab: r.kab, id: r.keluarga_id, usulan: r.id }] : [],
  )
  const baru = rows.filter((r) => r.keluarga_id === null)
  const ring = await ringOf(ctx.dataFolder)
  const { id: saya } = ctx.pengguna
  const kin = about.length > 0 ? await kinAmong(ctx.tx, ring, saya, about) : new Map()
  const flagged = [
    ...about.filter((a) => kin.has(a.id)).map((a) => ({ kab: a.kab, usulan: a.usulan })),
    ...(await kinTyped(ctx.tx, ring, saya, baru, nomorDiketik)).map((b) => ({
      kab: b.kab,
      usulan: b.id,
    })),
  ]
  if (flagged.length === 0) return new Set()
  await sql`update usulan u set kerabat_id = ${saya}
    from unnest(${flagged.map((f) => f.kab)}::smallint[], ${flagged.map((f) => f.usulan)}::uuid[]) as f(kab, id)
    where u.kab = f.kab and u.id = f.id`.execute(ctx.tx)
  return new Set(flagged.map((f) => f.usulan))
}
