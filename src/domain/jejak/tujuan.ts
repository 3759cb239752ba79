/** Purposes: what an officer opens or changes data for, as a code and own words. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'
import { err, ok, type Result } from '#domain/result.ts'

const kode = z.string().regex(/^[a-z_]+$/)

export const berkasTujuanSchema = z.strictObject({
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.iso.date(), sampai: z.iso.date().nullable() }),
  tujuan: z
    .array(
      z.strictObject({
        kode,
        label: labelSchema,
        keterangan: labelSchema,
        /** Roles that mean this when they say nothing. */
        bawaan: z.array(z.string()),
      }),
    )
    .min(1),
  contoh: z.array(
    z.strictObject({
      kiriman: z.string().nullable(),
      peran: z.string(),
      kode: kode.nullable(),
      teks: z.string().optional(),
    }),
  ),
})

export type DaftarTujuan = z.output<typeof berkasTujuanSchema>['tujuan']

/** Both null: nothing was said, and the role worn has no purpose of its own. */
export type Tujuan = { readonly kode: string | null; readonly teks: string | null }

const longest = 500

/** The purpose that a role has when it says nothing. */
export const tujuanBawaan = (daftar: DaftarTujuan, peran: string): string | null =>
  daftar.find(({ bawaan }) => bawaan.includes(peran))?.kode ?? null

/**
 * Reads what was sent as purpose: `kode`, or `kode;own words, percent-encoded`.
 * @returns the purpose (the role's own when nothing was sent), or the code that is not in the list
 */
export function bacaTujuan(
  daftar: DaftarTujuan,
  kiriman: string | undefined,
  peran: string,
): Result<Tujuan, string> {
  if (kiriman === undefined || kiriman.trim() === '')
    return ok({ kode: tujuanBawaan(daftar, peran), teks: null })
  const cut = kiriman.indexOf(';')
  const code = (cut < 0 ? kiriman : kiriman.slice(0, cut)).trim()
  if (!daftar.some((t) => t.kode === code)) return err(code.slice(0, 40))
  const words = cut < 0 ? '' : decoded(kiriman.slice(cut + 1))
  return ok({ kode: code, teks: words === '' ? null : words })
}

/** Own words without control characters; a broken escape is kept as it was sent. */
function decoded(text: string): string {
  let words = text
  try {
    words = decodeURIComponent(text)
  } catch {}
  const clean = words.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return [...clean].slice(0, longest).join('')
}
