/** The office pairs phones of RT heads and field officers of its area, and takes them out of use. */
import { sql } from 'kysely'
import { type Peran, peran, semuaPeran } from '#contract/peran.ts'
import { perangkatCabut, perangkatDaftar, perangkatUndang } from '#contract/perangkat.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { makeLink } from './undangan.ts'

/** Roles that sign in by a paired device. */
const berperangkat = semuaPeran.filter((p) => peran[p].faktor === 'perangkat')

type Orang = {
  pengguna: string
  akun: string
  nama: string
  peran: Peran
  wilayah: number
  rt: number[] | null
}

/** Officers with such a role today in the reader's area (row security holds assignments to it too). */
const people = (ctx: Context, pengguna: string | null = null) =>
  sql<Orang>`select p.id as pengguna, p.masuk_id as akun, p.nama, t.peran, t.wilayah, t.rt
    from penugasan t join pengguna p on p.id = t.pengguna_id
    where t.wilayah >= ${ctx.cakupan.lo} and t.wilayah < ${ctx.cakupan.hi} and t.peran = any (${berperangkat})
      and t.dari <= ${ctx.today}::date and (t.sampai is null or t.sampai > ${ctx.today}::date)
      and p.nonaktif_pada is null and (${pengguna}::uuid is null or p.id = ${pengguna}::uuid)
    order by t.wilayah, t.rt nulls first, p.nama limit 500`.execute(ctx.tx)

type Perangkat = { id: string; user_id: string; nama: string; dibuat: Date; dipakai: Date | null }

export const perangkatHandlers: readonly Bound[] = [
  handle(perangkatDaftar, async (ctx) => {
    const { rows } = await people(ctx)
    const akun = rows.map((o) => o.akun)
    const devices =
      await sql<Perangkat>`select id, user_id, nama, dibuat_pada as dibuat, dipakai_pada as dipakai
      from masuk.perangkat where user_id = any (${akun}) and dicabut_pada is null order by dibuat_pada`.execute(
        ctx.tx,
      )
    const orang = []
    for (const o of rows) {
      const perangkat = devices.rows.filter((d) => d.user_id === o.akun).map(shown)
      const tempat = await regionBrief(ctx.tx, o.wilayah)
      const { pengguna, nama, rt } = o
      orang.push({
        pengguna,
        nama,
        rt,
        perangkat,
        wilayah: tempat.nama,
        peranLabel: peran[o.peran].label,
      })
    }
    return ok({ orang })
  }),
  handle(perangkatUndang, async (ctx, { pengguna }) => {
    const { rows } = await people(ctx, pengguna)
    if (rows.length === 0) return err(problem('tidak.ada'))
    const link = await makeLink(ctx.tx, 'perangkat', pengguna, ctx.pengguna.id)
    ctx.lihat([{ jenis: 'pengguna', id: pengguna }], { sesudah: { berakhir: link.berakhirPada } })
    return ok({ tautan: link.tautan, berakhirPada: link.berakhirPada })
  }),
  handle(perangkatCabut, async (ctx, { perangkat }) => {
    const { rows } = await people(ctx)
    const gone = await sql<{ user_id: string }>`update masuk.perangkat set dicabut_pada = now()
      where id = ${perangkat} and dicabut_pada is null and user_id = any (${rows.map((o) => o.akun)}) returning user_id`.execute(
      ctx.tx,
    )
    const akun = gone.rows[0]?.user_id
    if (!akun) return err(problem('tidak.ada'))
    await sql`delete from masuk."session" where "userId" = ${akun} and faktor = 'perangkat'`.execute(
      ctx.tx,
    )
    const owner = rows.find((o) => o.akun === akun)?.pengguna ?? ''
    ctx.lihat([{ jenis: 'pengguna', id: owner }], { sebelum: { perangkat } })
    return ok({})
  }),
]

const shown = (d: Perangkat) => ({
  id: d.id,
  nama: d.nama,
  dibuatPada: d.dibuat.toISOString(),
  dipakaiPada: d.dipakai?.toISOString() ?? null,
})
