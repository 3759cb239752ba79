/** Operations on one's own account: see it, end sessions, wear a role, remove a factor, accept the pledge. */
import { sql } from 'kysely'
import {
  akunAkhiriSesi,
  akunCabut,
  akunKeluarSemua,
  akunPakta,
  akunSaya,
  akunTerimaPakta,
  sesiPakaiPeran,
} from '#contract/akun.ts'
import { peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { readAkun } from './akun-saya.ts'
import { terpasang } from './faktor.ts'
import type { Mesin } from './mesin.ts'
import { pakta } from './pakta.ts'
import { wajibTertinggi } from './sesi.ts'

export const akunHandlers = (mesin: Mesin): readonly Bound[] => [
  handle(akunSaya, async (ctx) => ok(await readAkun(mesin, ctx))),
  handle(sesiPakaiPeran, (ctx, { penugasan }) => wear(mesin, ctx, penugasan)),
  handle(akunAkhiriSesi, async (ctx, { sesi }) => {
    const akun = await accountOf(mesin, ctx)
    const gone =
      await sql`delete from masuk."session" where id = ${sesi} and "userId" = ${akun}`.execute(
        ctx.tx,
      )
    if (!gone.numAffectedRows) return err(problem('tidak.ada'))
    note(ctx, { sesi })
    return ok({})
  }),
  handle(akunKeluarSemua, async (ctx) => {
    const akun = await accountOf(mesin, ctx)
    const gone =
      await sql`delete from masuk."session" where "userId" = ${akun} and id <> ${ctx.pengguna.sesi}`.execute(
        ctx.tx,
      )
    const diakhiri = Number(gone.numAffectedRows ?? 0)
    note(ctx, { diakhiri })
    return ok({ diakhiri })
  }),
  handle(akunCabut, (ctx, { jenis, id }) => remove(mesin, ctx, jenis, id)),
  handle(akunPakta, async (ctx) => {
    const { judul, versi, isi } = pakta.nilai
    const diterimaPada = await acceptedAt(ctx, pakta.hash)
    return ok({ versi, sidik: pakta.hash, judul, isi, diterimaPada })
  }),
  handle(akunTerimaPakta, async (ctx, { sidik }) => {
    if (sidik !== pakta.hash) return err(problem('versi.berubah'))
    await sql`insert into pakta (pengguna_id, sidik, versi, sesi)
      values (${ctx.pengguna.id}, ${sidik}, ${pakta.nilai.versi}, ${ctx.pengguna.sesi}) on conflict do nothing`.execute(
      ctx.tx,
    )
    note(ctx, { pakta: sidik, versi: pakta.nilai.versi })
    return ok({ diterimaPada: (await acceptedAt(ctx, sidik)) ?? '' })
  }),
]

const note = (ctx: Context, sesudah: object) =>
  ctx.lihat([{ jenis: 'pengguna', id: ctx.pengguna.id }], { sesudah })

async function accountOf({ pool }: Mesin, ctx: Context): Promise<string> {
  const { rows } = await pool.query<{ akun: string }>(
    'select masuk_id as akun from pengguna where id = $1',
    [ctx.pengguna.id],
  )
  return rows[0]?.akun ?? ''
}

async function acceptedAt(ctx: Context, sidik: string): Promise<string | null> {
  const { rows } = await sql<{ pada: Date }>`select diterima_pada as pada from pakta
    where pengguna_id = ${ctx.pengguna.id} and sidik = ${sidik}`.execute(ctx.tx)
  return rows[0]?.pada.toISOString() ?? null
}

/** Another of one's own assignments, if it holds today. */
async function wear(
  { pool }: Mesin,
  ctx: Context,
  penugasan: string,
): Promise<Result<Record<string, never>, Problem>> {
  const { rowCount } = await pool.query(
    `select 1 from penugasan where id = $1 and pengguna_id = $2 and dari <= $3::date and (sampai is null or sampai > $3::date)`,
    [penugasan, ctx.pengguna.id, ctx.today],
  )
  if (!rowCount) return err(problem('tidak.ada'))
  await sql`update masuk."session" set penugasan_id = ${penugasan} where id = ${ctx.pengguna.sesi}`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'penugasan', id: penugasan }], {
    sebelum: { penugasan: ctx.pengguna.penugasan },
    sesudah: { penugasan },
  })
  return ok({})
}

/** Removes one factor; the last one that a role demands stays. */
async function remove(
  mesin: Mesin,
  ctx: Context,
  jenis: 'totp' | 'passkey' | 'perangkat',
  id: string,
): Promise<Result<Record<string, never>, Problem>> {
  const akun = await accountOf(mesin, ctx)
  const gone = await removeOne(ctx, jenis, akun, id)
  if (!gone.numAffectedRows) return err(problem('tidak.ada'))
  const left = await leftAfter(mesin, ctx, jenis, akun)
  const wajib = await wajibTertinggi(mesin, akun)
  const worn = ctx.pengguna.penugasan ? peran[ctx.pengguna.peran].faktor : 'sandi'
  const strong = left.totp || left.passkey
  if ((wajib === 'kuat' || worn === 'kuat') && !strong) return err(problem('akun.faktor_terakhir'))
  if (wajib === 'perangkat' && !strong && !left.perangkat)
    return err(problem('akun.faktor_terakhir'))
  // Sessions opened by what is gone end; this one stays, it has just proved who it is.
  await sql`delete from masuk."session" where "userId" = ${akun} and id <> ${ctx.pengguna.sesi} and faktor = ${jenis}`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'pengguna', id: ctx.pengguna.id }], { sebelum: { [jenis]: id } })
  return ok({})
}

function removeOne(
  ctx: Context,
  jenis: 'totp' | 'passkey' | 'perangkat',
  akun: string,
  id: string,
) {
  if (jenis === 'totp') return sql`delete from masuk.totp where user_id = ${akun}`.execute(ctx.tx)
  if (jenis === 'passkey')
    return sql`delete from masuk.passkey where user_id = ${akun} and id = ${id}`.execute(ctx.tx)
  return sql`update masuk.perangkat set dicabut_pada = now()
    where user_id = ${akun} and id::text = ${id} and dicabut_pada is null`.execute(ctx.tx)
}

/** What is set up once this transaction commits; the removal is not visible outside it yet. */
async function leftAfter(mesin: Mesin, ctx: Context, jenis: string, akun: string) {
  const before = await terpasang(mesin.pool, akun)
  if (jenis === 'totp') return { ...before, totp: false }
  const { rows } = await sql<{ passkey: boolean; perangkat: boolean }>`
    select exists (select id from masuk.passkey where user_id = ${akun}) as passkey,
      exists (select id from masuk.perangkat where user_id = ${akun} and dicabut_pada is null) as perangkat`.execute(
    ctx.tx,
  )
  return { ...before, ...rows[0] }
}
