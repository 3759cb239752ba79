/** The rules of policy/pengaman, read once. */
import { type AturanPengaman, berkasPengamanSchema } from '#domain/pengaman/aturan.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

const berkas = listPolicies('pengaman').map((path) => readPolicy(path, berkasPengamanSchema).nilai)

export const aturanPengaman: readonly AturanPengaman[] = berkas.flatMap((b) => b.aturan)

export const contohPengaman = berkas.flatMap((b) => b.contoh)

export const aturanBerkode = (kode: string): AturanPengaman | null =>
  aturanPengaman.find((a) => a.kode === kode) ?? null
