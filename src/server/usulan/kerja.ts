/** What a step needs of whoever takes it: a person with a request, or the clock with its job. */
import type { Context } from '#server/http/context.ts'

export type Kerja = Pick<Context, 'tx' | 'now' | 'today'> & {
  readonly pengguna: { readonly id: string | null; readonly peran: string }
}
