/** Who is signed in, and what may be shown before. */

import { peran } from '#contract/peran.ts'
import { sesiAwal, sesiSaya } from '#contract/sesi.ts'
import { ok } from '#domain/result.ts'
import type { Bound } from '#server/http/handle.ts'
import { handle } from '#server/http/handle.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import type { NewAccount } from './akun.ts'

export type SessionFacts = {
  readonly demo: () => Promise<boolean>
  readonly accounts: readonly NewAccount[]
  readonly version: string
  readonly zone: string
}

export const sesiHandlers = (facts: SessionFacts): readonly Bound[] => [
  handle(sesiAwal, async (ctx) => {
    const demo = await facts.demo()
    const akun = []
    for (const { username, password, nama, peran: p, wilayah } of demo ? facts.accounts : []) {
      const tempat = await regionBrief(ctx.tx, wilayah)
      akun.push({ username, password, nama, peran: peran[p].label, wilayah: tempat })
    }
    return ok({ demo, akun, versi: facts.version })
  }),
  handle(sesiSaya, async (ctx) =>
    ok({
      id: ctx.pengguna.id,
      nama: ctx.pengguna.nama,
      peran: ctx.pengguna.peran,
      peranLabel: peran[ctx.pengguna.peran].label,
      wilayah: await regionBrief(ctx.tx, ctx.pengguna.wilayah),
      demo: ctx.pengguna.demo,
      hariIni: ctx.today,
      zona: facts.zone,
    }),
  ),
]
