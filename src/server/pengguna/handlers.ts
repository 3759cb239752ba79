/** Who is signed in, and what may be shown before. */

import { peran } from '#contract/peran.ts'
import { sesiAwal, sesiSaya } from '#contract/sesi.ts'
import { ok } from '#domain/result.ts'
import { kukuhSampai } from '#server/http/gerbang.ts'
import type { Bound } from '#server/http/handle.ts'
import { handle } from '#server/http/handle.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import type { DemoAccount } from './demo.ts'
import type { Mesin } from './mesin.ts'
import { codeNow, totpUri } from './totp.ts'

export type SessionFacts = {
  readonly demo: boolean
  readonly accounts: readonly DemoAccount[]
  readonly version: string
  readonly zone: string
  /** Name of the office's own sign-in, where one is configured. */
  readonly oidc: string | null
  readonly mesin: Mesin
}

export const sesiHandlers = (facts: SessionFacts): readonly Bound[] => [
  handle(sesiAwal, async (ctx) => {
    const akun = []
    for (const account of facts.demo ? facts.accounts : []) {
      const { username, password, nama, peran: p, wilayah } = account
      akun.push({
        username,
        password,
        nama,
        peran: peran[p].label,
        wilayah: await regionBrief(ctx.tx, wilayah),
        totp: await totpOf(account),
      })
    }
    const { demo, version: versi, oidc, mesin } = facts
    return ok({ demo, akun, versi, oidc, domainPasskey: mesin.domainPasskey })
  }),
  handle(sesiSaya, async (ctx) => {
    const { pengguna } = ctx
    return ok({
      id: pengguna.id,
      nama: pengguna.nama,
      penugasan: pengguna.penugasan,
      peran: pengguna.peran,
      peranLabel: peran[pengguna.peran].label,
      jenis: pengguna.jenis,
      wilayah: await regionBrief(ctx.tx, pengguna.wilayah),
      rt: pengguna.rt ? [...pengguna.rt] : null,
      jumlahPeran: await rolesOf(facts.mesin, pengguna.id, ctx.today),
      faktor: pengguna.faktor,
      kukuhSampai: kukuhSampai(pengguna.dikukuhkanPada),
      demo: pengguna.demo,
      hariIni: ctx.today,
      zona: facts.zone,
    })
  }),
]

async function totpOf({ username, rahasiaTotp }: DemoAccount) {
  if (!rahasiaTotp) return null
  return { rahasia: totpUri(rahasiaTotp, username).rahasia, ...(await codeNow(rahasiaTotp)) }
}

async function rolesOf({ pool }: Mesin, penggunaId: string, today: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from penugasan where pengguna_id = $1 and dari <= $2::date and (sampai is null or sampai > $2::date)`,
    [penggunaId, today],
  )
  return rows[0]?.n ?? 1
}
