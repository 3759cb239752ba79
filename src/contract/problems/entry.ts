/** One expected failure: HTTP status, what is wrong, and what to do, in both languages. */
import type { Label } from '#domain/label.ts'

export type Entry = { readonly status: number; readonly title: Label; readonly remedy: Label }

export const entry = (
  status: number,
  id: string,
  en: string,
  remedyId: string,
  remedyEn: string,
): Entry => ({
  status,
  title: { id, en },
  remedy: { id: remedyId, en: remedyEn },
})
