/**
 * The reason of a proposal as the projector and posted lists may show it: in words, without numbers of
 * identity, dates of birth, money, health, disability or the kind of PMKS. Pure.
 */
import { z } from 'zod'
import { foldName } from '#domain/individu/nama-cari.ts'
import type { Label } from '#domain/label.ts'
import { labelSchema } from '#domain/label-schema.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'

/** `policy/parameter/layar-musyawarah.yaml`. */
export const berkasLayarSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  /** Words that are never shown, by what they would tell; folded. */
  kata: z.record(z.string(), z.array(z.string().regex(/^[A-Z0-9]+( [A-Z0-9]+)*$/)).min(1)),
  contoh: z.array(z.strictObject({ teks: z.string(), aman: z.boolean() })).min(4),
})
export type BerkasLayar = z.infer<typeof berkasLayarSchema>

/** Digits that may be a number of identity, a date, a year of birth, an age or a sum. */
const angka = /\d/

/** From this length on a word is found inside others too (`dirawat`); shorter ones at a beginning only. */
const PANJANG = 5

/** `t.b.c` is read as one word. */
const rapatkan = (lipat: string): string => lipat.replace(/\b([A-Z]) (?=[A-Z]\b)/g, '$1')

/** Whether a text may be shown to the whole hall; rather one too many is held back. */
export function amanDitayangkan(b: BerkasLayar, teks: string): boolean {
  if (angka.test(teks)) return false
  const lipat = ` ${rapatkan(foldName(teks))}`
  return !Object.values(b.kata)
    .flat()
    .some((kata) => lipat.includes(kata.length < PANJANG ? ` ${kata}` : kata))
}

const umum: Partial<Record<JenisUsulan, Label>> = {
  keluarga_baru: { id: 'Diusulkan masuk data keluarga miskin', en: 'Proposed for the registry' },
  tidak_layak: { id: 'Diusulkan tidak layak lagi', en: 'Proposed as no longer eligible' },
  layak_kembali: { id: 'Diusulkan layak kembali', en: 'Proposed as eligible again' },
}
const lain: Label = { id: 'Perubahan keadaan keluarga', en: 'The family’s condition has changed' }

/** The proposer's own words where they are fit to be shown, otherwise what the kind says. */
export function alasanLayar(b: BerkasLayar, jenis: JenisUsulan, alasan: string | undefined): Label {
  const teks = (alasan ?? '').trim()
  return teks !== '' && amanDitayangkan(b, teks) ? { id: teks, en: teks } : (umum[jenis] ?? lain)
}
