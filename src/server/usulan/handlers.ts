/** All operations of proposals. */
import { usulanPratinjau } from '#contract/usulan.ts'
import { usulanKelengkapan } from '#contract/usulan-kelengkapan.ts'
import { langkahBertombol } from '#contract/usulan-langkah.ts'
import { ok } from '#domain/result.ts'
import { type Aksi, semuaAksi } from '#domain/usulan/alur.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { kelengkapan } from './aturan.ts'
import { open } from './buka.ts'
import { counts, list } from './daftar.ts'
import { twins } from './kembar.ts'
import { ambilLangkah, pratinjauLangkah } from './langkah.ts'
import { one } from './satu.ts'
import { save } from './simpan.ts'

const aksiOf = (id: string): Aksi => {
  const found = semuaAksi.find((a) => id === `usulan.${a}`)
  if (!found) throw new Error(`${id} is no step`)
  return found
}

const langkah: readonly Bound[] = langkahBertombol.map((op) =>
  handle(op, (ctx, input) => ambilLangkah(ctx, aksiOf(op.id), input.pilihan, input.alasan ?? null)),
)

export const usulanHandlers: readonly Bound[] = [
  list,
  counts,
  one,
  save,
  twins,
  open,
  handle(usulanKelengkapan, () =>
    Promise.resolve(ok({ butir: kelengkapan.butir, minimum: kelengkapan.minimum })),
  ),
  handle(usulanPratinjau, (ctx, input) =>
    pratinjauLangkah(ctx, input.aksi, input.pilihan, input.alasan ?? null),
  ),
  ...langkah,
]
