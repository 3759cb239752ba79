/** Loads the rows that a merge reads and writes, whole, and holds their families where it is going to be written. */
import { type RawBuilder, sql } from 'kysely'
import type { Gabungan, Rujukan } from '#domain/gabung/gabungkan.ts'
import type { Baris, Isi, Rekaman, Tabel } from '#domain/gabung/rekaman.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Asal = Pick<Context, 'tx' | 'cakupan'>
export type DuaRekaman = Pick<Gabungan, 'jenis' | 'ke' | 'dari'>

export async function barisUtuh<T extends Tabel>(
  ctx: Pick<Context, 'tx'>,
  tabel: T,
  syarat: RawBuilder<unknown>,
): Promise<readonly Baris[T][]> {
  const found = await sql<{
    isi: Baris[T]
  }>`select to_jsonb(t) as isi from ${sql.table(tabel)} t where ${syarat}`.execute(ctx.tx)
  return found.rows.map((r) => r.isi)
}

type Keluarga = { readonly kab: number; readonly id: string; readonly ruta_id: string }

/** The families of both records, in the order of the request; fewer where one is not in the area. */
async function keluargaDari(
  ctx: Asal,
  g: DuaRekaman,
  kunci: boolean,
): Promise<readonly Keluarga[]> {
  const satu = async (r: Rujukan): Promise<readonly Keluarga[]> => {
    const found =
      g.jenis === 'keluarga'
        ? await sql<Keluarga>`select k.kab, k.id, k.ruta_id from keluarga k
            where k.kab = ${r.kab} and k.id = ${r.id} and ${inArea(ctx.cakupan, 'k', 'id')}`.execute(
            ctx.tx,
          )
        : await sql<Keluarga>`select k.kab, k.id, k.ruta_id from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
            where i.kab = ${r.kab} and i.id = ${r.id} and ${inArea(ctx.cakupan, 'i')}`.execute(
            ctx.tx,
          )
    return found.rows
  }
  const dua = [...(await satu(g.ke)), ...(await satu(g.dari))]
  if (kunci)
    await sql`select 1 from keluarga k where ${inArea(ctx.cakupan, 'k', 'id')} and (k.kab, k.ruta_id) in
      (select * from unnest(${dua.map((k) => k.kab)}::smallint[], ${dua.map((k) => k.ruta_id)}::uuid[])) order by k.kab, k.id for update`.execute(
      ctx.tx,
    )
  return dua
}

const dalam = (kolom: string, rows: readonly { kab: number; id: string }[]): RawBuilder<unknown> =>
  sql`(t.kab, ${sql.ref(`t.${kolom}`)}) in (select * from unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.id)}::uuid[]))`

export type Termuat = { readonly rekaman: Rekaman; readonly keluarga: readonly Keluarga[] }

/**
 * Both records with their families, the houses of these, and all rows that move.
 * @returns null where one of the two is not in the reader's area
 */
export async function muatRekaman(
  ctx: Asal,
  g: DuaRekaman,
  kunci = false,
): Promise<Termuat | null> {
  const keluarga = await keluargaDari(ctx, g, kunci)
  if (keluarga.length < 2) return null
  const rumah = keluarga.map((k) => ({ kab: k.kab, id: k.ruta_id }))
  const anak = sql`t.kab = ${g.dari.kab} and t.ibu_id = ${g.dari.id}`
  const individu = await barisUtuh(
    ctx,
    'individu',
    sql`${dalam('ruta_id', rumah)} or ${dalam('keluarga_id', keluarga)} or (${anak})`,
  )
  const dua = [g.ke, g.dari]
  const orang =
    g.jenis === 'individu'
      ? dua
      : individu.filter((i) => keluarga.some((k) => k.kab === i.kab && k.id === i.keluarga_id))
  const milikKeluarga = dalam('keluarga_id', keluarga)
  const keDari = g.jenis === 'individu' ? sql`t.individu_id = ${g.dari.id}` : milikKeluarga
  return {
    keluarga,
    rekaman: {
      ruta: await barisUtuh(ctx, 'ruta', dalam('id', rumah)),
      keluarga: await barisUtuh(ctx, 'keluarga', sql`${dalam('ruta_id', rumah)}`),
      individu,
      keanggotaan: await barisUtuh(
        ctx,
        'keanggotaan',
        g.jenis === 'individu'
          ? dalam('individu_id', orang)
          : sql`${dalam('individu_id', orang)} or ${milikKeluarga}`,
      ),
      pengurus: await barisUtuh(
        ctx,
        'pengurus',
        sql`${milikKeluarga} or t.kab = ${g.dari.kab} and t.individu_id = any (${orang.map((o) => o.id)}::uuid[])`,
      ),
      penerimaan: await barisUtuh(ctx, 'penerimaan', milikKeluarga),
      penugasan_kunjungan: await barisUtuh(ctx, 'penugasan_kunjungan', milikKeluarga),
      rekaman_sumber: await barisUtuh(
        ctx,
        'rekaman_sumber',
        sql`t.kab = ${g.dari.kab} and ${keDari}`,
      ),
    },
  }
}

/** Rows that a merge changed, as they stand now, by table. */
export async function barisKini(
  ctx: Pick<Context, 'tx'>,
  tabel: Tabel,
  kunci: readonly string[],
  sesudah: readonly Isi[],
): Promise<readonly Isi[]> {
  const sama = sql.join(
    kunci.map((k) => sql`t.${sql.ref(k)} = a.${sql.ref(k)}`),
    sql` and `,
  )
  const found = await sql<{ isi: Isi }>`select to_jsonb(t) as isi from ${sql.table(tabel)} t
    join jsonb_populate_recordset(null::${sql.table(tabel)}, ${JSON.stringify(sesudah)}::jsonb) a on ${sama}`.execute(
    ctx.tx,
  )
  return found.rows.map((r) => r.isi)
}
