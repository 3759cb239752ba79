/** Operations that leak on purpose, each in another way: the twin test must find every one of them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#contract/operation.ts'
import { semuaPeran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { Pools } from '#server/db/pools.ts'
import { type Bound, handle } from '#server/http/handle.ts'

const bocor = (id: string) =>
  operation({
    id: `uji.${id}`,
    method: 'GET',
    path: `/api/uji/${id}`,
    input: z.object({}),
    output: z.object({ isi: z.unknown() }),
    permission: semuaPeran,
    audit: 'tanpa',
    label: { id, en: id },
  })

/** How the rows of all areas come to such an operation: by a login that no policy binds. */
type Curi = (text: string) => Promise<{ n: number }[]>

/**
 * @param hitung a statement that answers `n` from what the twins differ in
 * @param asli what it answers in the twin that was not changed
 */
export function operasiBocor(pools: Pools, hitung: string, asli: number): readonly Bound[] {
  const curi: Curi = async (text) => (await pools.migrator.query<{ n: number }>(text)).rows
  const banyak = async () => Number((await curi(hitung))[0]?.n ?? 0)
  return [
    handle(bocor('jumlah'), async () => ok({ isi: await banyak() })),
    handle(bocor('ada'), async () =>
      (await banyak()) === asli ? ok({ isi: null }) : err(problem('tidak.ada')),
    ),
    handle(bocor('urutan'), async () =>
      ok({ isi: (await banyak()) === asli ? ['a', 'b'] : ['b', 'a'] }),
    ),
    handle(bocor('kerja'), async ({ tx }) => {
      if ((await banyak()) !== asli) await sql`select 1`.execute(tx)
      return ok({ isi: null })
    }),
  ]
}
