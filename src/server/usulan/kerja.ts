/** What a step needs of whoever takes it: a person with a request, or the clock with its job. */
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'

export type Kerja = Pick<Context, 'tx' | 'now' | 'today'> & {
  /** The person's area; the clock works on what it chose itself. */
  readonly cakupan?: Cakupan
  readonly pengguna: { readonly id: string | null; readonly peran: string }
}
