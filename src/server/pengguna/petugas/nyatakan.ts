/** Relatives whom an officer declares: sealed, read back masked by that officer alone. */
import { sql } from 'kysely'
import { akunCabutKerabat, akunKerabat, akunTambahKerabat } from '#contract/akun.ts'
import { problem } from '#contract/problems.ts'
import { maskNik, parseNik } from '#domain/individu/nik.ts'
import type { HubunganKerabat } from '#domain/pengguna/kerabat.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { idBaru, sebagai } from './alat.ts'
import { sidikNik } from './identitas.ts'

/** More than anybody has in one kab/kota. */
const TERBANYAK = 50

const tempat = (row: string) => ({ table: 'pengguna_kerabat', column: 'nik_segel', row })

type Baris = { id: string; nik_segel: string; hubungan: HubunganKerabat; dibuat_pada: Date }

const daftar = handle(akunKerabat, async (ctx) => {
  const ring = await ringOf(ctx.dataFolder)
  const found = await milikSaya(ctx, () =>
    sql<Baris>`select id, nik_segel, hubungan, dibuat_pada from pengguna_kerabat
      where pengguna_id = ${ctx.pengguna.id} and dicabut_pada is null order by id`.execute(ctx.tx),
  )
  return ok({
    kerabat: found.rows.map((k) => ({
      id: k.id,
      nik: maskNik(ring.openFor(tempat(k.id), k.nik_segel)),
      hubungan: k.hubungan,
      sejak: k.dibuat_pada.toISOString(),
    })),
  })
})

const milikSaya = <T>(ctx: Context, work: () => Promise<T>): Promise<T> =>
  sebagai(ctx.tx, ctx.pengguna.id, work)

type Ada = { diri: boolean; sudah: boolean; banyak: number }

const tambah = handle(akunTambahKerabat, async (ctx, { nik, hubungan }) => {
  const terbaca = parseNik(nik)
  if (!terbaca.ok) return err(problem('akun.nik_kerabat_salah'))
  const ring = await ringOf(ctx.dataFolder)
  const sidik = sidikNik(ring, terbaca.value.nik)
  const saya = ctx.pengguna.id
  const [id = ''] = await idBaru(ctx.tx, 1)
  const ada = await milikSaya(ctx, async () => {
    const found = await sql<Ada>`select
      exists (select from pengguna_identitas where pengguna_id = ${saya} and nik_sidik = ${sidik}) as diri,
      exists (select from pengguna_kerabat where pengguna_id = ${saya} and nik_sidik = ${sidik} and dicabut_pada is null) as sudah,
      (select count(*)::int from pengguna_kerabat where pengguna_id = ${saya} and dicabut_pada is null) as banyak`.execute(
      ctx.tx,
    )
    return found.rows[0] ?? { diri: false, sudah: false, banyak: 0 }
  })
  if (ada.diri) return err(problem('akun.kerabat_diri'))
  if (ada.sudah) return err(problem('akun.kerabat_sudah'))
  if (ada.banyak >= TERBANYAK) return err(problem('akun.kerabat_banyak', { maks: TERBANYAK }))
  await milikSaya(ctx, () =>
    sql`insert into pengguna_kerabat (id, pengguna_id, nik_segel, nik_sidik, hubungan, kunci_versi)
      values (${id}, ${saya}, ${ring.sealFor(tempat(id), terbaca.value.nik)}, ${sidik}, ${hubungan}, ${ring.version})
      on conflict do nothing`.execute(ctx.tx),
  )
  catat(ctx, { kerabat: 'dinyatakan' })
  return ok({ id })
})

const cabut = handle(akunCabutKerabat, async (ctx, { id }) => {
  const gone = await milikSaya(ctx, () =>
    sql`update pengguna_kerabat set dicabut_pada = clock_timestamp()
      where id = ${id} and pengguna_id = ${ctx.pengguna.id} and dicabut_pada is null`.execute(
      ctx.tx,
    ),
  )
  if (!gone.numAffectedRows) return err(problem('tidak.ada'))
  catat(ctx, { kerabat: 'dicabut' })
  return ok({})
})

/** The log knows that something was declared, not who. */
const catat = (ctx: Context, sesudah: object) =>
  ctx.lihat([{ jenis: 'pengguna', id: ctx.pengguna.id }], { sesudah })

export const kerabatHandlers: readonly Bound[] = [daftar, tambah, cabut]
