/** Hands open work over by name: who can receive it, and the record of it. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { mencakup } from '#domain/pengguna/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { tingkat, wilayahAt } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import type { Tx } from '../petugas/alat.ts'
import { type Butir, jenisOf, namaJenis } from './jenis.ts'

export type Calon = {
  readonly id: string
  readonly nama: string
  readonly peran: string
  readonly wilayah: number
  readonly namaWilayah: string
}

/** Officers whose role and area today can go on with all of it. */
export async function calonPenerus(
  ctx: Context,
  dariId: string,
  butir: readonly Butir[],
): Promise<readonly Calon[]> {
  if (butir.length === 0) return []
  const peran = jenisOf(butir[0]?.jenis ?? 'impor').peran.filter((satu) =>
    butir.every(({ jenis }) => jenisOf(jenis).peran.includes(satu)),
  )
  const diAtas = new Set(butir.flatMap((b) => tingkat.map((level) => wilayahAt(b.wilayah, level))))
  const found = await sql<Calon>`
    select p.id, p.nama, t.peran, t.wilayah, w.nama as "namaWilayah" from penugasan t
      join pengguna p on p.id = t.pengguna_id and p.nonaktif_pada is null join wilayah w on w.kode = t.wilayah
    where t.peran = any (${peran}::text[]) and t.wilayah = any (${[...diAtas]}::bigint[]) and p.id <> ${dariId}
      and t.rt is null and t.keluarga is null
      and t.dari <= ${ctx.today}::date and (t.sampai is null or t.sampai > ${ctx.today}::date)
    order by p.nama, p.id, t.wilayah limit 200`.execute(ctx.tx)
  const seluruhnya = (calon: Calon) =>
    butir.every((b) => mencakup(tempat(calon.wilayah), tempat(b.wilayah)))
  const satuKali = new Map(found.rows.filter(seluruhnya).map((calon) => [calon.id, calon]))
  return [...satuKali.values()]
}

const tempat = (wilayah: number) => ({ wilayah, rt: null, keluarga: null })

/** The successor by name, if that person can go on with all of it. */
export async function periksaPenerus(
  ctx: Context,
  dariId: string,
  penerus: string,
  butir: readonly Butir[],
): Promise<Result<Calon | null, Problem>> {
  const calon = (await calonPenerus(ctx, dariId, butir)).find(({ id }) => id === penerus)
  if (calon || butir.length === 0) return ok(calon ?? null)
  return err(problem('pengguna.penerus_tidak_cocok'))
}

export type SerahTerimaBaru = {
  readonly dariId: string
  /** Null while nobody is named: the work waits. */
  readonly kepadaId: string | null
  readonly wilayah: number
  readonly alasan: string
}

/** The hand-over that waits for a successor, if there is one. */
async function yangMenunggu(tx: Tx, dariId: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select s.id from serah_terima s where s.dari_id = ${dariId} and s.kepada_id is null
      and not exists (select from serah_terima l where l.menggantikan = s.id) order by s.id desc limit 1`.execute(
    tx,
  )
  return found.rows[0]?.id ?? null
}

/** Writes the hand-over and lets each kind of work follow. @returns its id */
export async function serahkan(
  ctx: Context,
  baru: SerahTerimaBaru,
  butir: readonly Butir[],
): Promise<string> {
  const { dariId, kepadaId, wilayah, alasan } = baru
  const menggantikan = kepadaId === null ? null : await yangMenunggu(ctx.tx, dariId)
  const made = await sql<{ id: string }>`
    insert into serah_terima (dari_id, kepada_id, oleh_id, wilayah, menggantikan, alasan)
    values (${dariId}, ${kepadaId}::uuid, ${ctx.pengguna.id}, ${wilayah}, ${menggantikan}::uuid, ${alasan}) returning id`.execute(
    ctx.tx,
  )
  const id = made.rows[0]?.id ?? ''
  const rows = butir.map(({ objek, ...rest }) => ({ ...rest, objek_id: objek }))
  await sql`insert into serah_terima_butir (serah_terima_id, jenis, objek_id, judul, wilayah, kepada_id, keadaan)
    select ${id}::uuid, r.jenis, r.objek_id, r.judul, r.wilayah, ${kepadaId}::uuid, r.keadaan
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (jenis text, objek_id uuid, judul text, wilayah bigint, keadaan jsonb)`.execute(
    ctx.tx,
  )
  if (kepadaId !== null) await pindahkan(ctx.tx, butir, kepadaId)
  return id
}

async function pindahkan(tx: Tx, butir: readonly Butir[], kepadaId: string): Promise<void> {
  for (const jenis of namaJenis) {
    const objek = butir.filter((satu) => satu.jenis === jenis).map((satu) => satu.objek)
    if (objek.length > 0) await jenisOf(jenis).pindah?.(tx, objek, kepadaId)
  }
}
