/** Regions: one with its counts and what lies below, and search by name. */
import { problem } from '#contract/problems.ts'
import { wilayahCari, wilayahSatu } from '#contract/wilayah.ts'
import { err, ok } from '#domain/result.ts'
import { cakupanOf, inside } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { countsBelow, countsOf, regionPath, searchRegions } from './queries.ts'

export const wilayahHandlers = [
  handle(wilayahSatu, async (ctx, { kode, program }) => {
    const asked = cakupanOf(kode)
    // A region above one's own shows only the way down to it; a stranger is not there.
    if (asked.hi <= ctx.cakupan.lo || asked.lo >= ctx.cakupan.hi) return err(problem('tidak.ada'))
    const jalur = await regionPath(ctx.tx, kode)
    const wilayah = jalur?.at(-1)
    if (!jalur || !wilayah) return err(problem('tidak.ada'))
    const [jumlah, bawahan] = [
      await countsOf(ctx.tx, ctx.cakupan, kode, program),
      await countsBelow(ctx.tx, ctx.cakupan, kode, program),
    ]
    return ok({
      wilayah,
      jalur: jalur.filter((w) => inside(w.kode, ctx.cakupan) || w.kode === kode),
      jumlah,
      bawahan,
    })
  }),
  handle(wilayahCari, async (ctx, { q }) =>
    ok({ hasil: await searchRegions(ctx.tx, ctx.cakupan, q) }),
  ),
]
