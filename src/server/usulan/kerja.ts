/** What a step needs of whoever takes it: a person with a request, or the clock with its job. */
import type { Pengganti } from '#domain/usulan/pengganti.ts'
import type { Cakupan, Wilayah } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'

export type Kerja = Pick<Context, 'tx' | 'now' | 'today'> & {
  /** The person's area; the clock works on what it chose itself. */
  readonly cakupan?: Cakupan
  readonly pengguna: {
    readonly id: string | null
    readonly peran: string
    /** Of a person: held or stood in for, and the office. */
    readonly jenis?: 'definitif' | Pengganti
    readonly wilayah?: Wilayah
  }
}

/** How a step remembers the office in which a person takes it; what the system does is of no office. */
export const kantorPenindak = ({ pengguna: p }: Kerja, olehId: string | null) => ({
  jenisTugas:
    olehId !== null && olehId === p.id && p.jenis !== 'definitif' ? (p.jenis ?? null) : null,
  kantor: olehId !== null && olehId === p.id ? (p.wilayah ?? null) : null,
})
