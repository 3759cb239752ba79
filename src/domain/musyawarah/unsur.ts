/** Elements that a meeting is made of, by regime, and whether enough of them are there; only a warning. */
import { z } from 'zod'
import { berlakuSchema, holdsOn } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'

export const kodeUnsurSchema = z.string().regex(/^[a-z][a-z_]{1,39}$/)

const hitunganSchema = z.strictObject({
  unsur: z.array(kodeUnsurSchema),
  tidakAda: z.array(kodeUnsurSchema),
  kuorum: z.boolean(),
  kurang: z.array(kodeUnsurSchema),
})

/** `policy/musyawarah/<rezim>.yaml`. */
export const berkasUnsurSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  unsur: z
    .array(
      z.strictObject({
        kode: kodeUnsurSchema,
        label: labelSchema,
        sumber: z.string().min(1),
        /** Looked for at every meeting; the others may come. */
        diharapkan: z.boolean(),
        /** An institution that not every village has. */
        mungkin_tidak_ada: z.boolean(),
      }),
    )
    .min(1),
  /** Per cent of the expected elements that should be there. */
  kuorum_persen_unsur: z.int().min(1).max(100),
  /** Persons who should be there at least. */
  kuorum_orang: z.int().min(1),
  contoh: z.array(hitunganSchema.extend({ orang: z.int().min(0) })).min(2),
})
export type BerkasUnsur = z.infer<typeof berkasUnsurSchema>

/** The list in force on a day; a day with none or two is a fault of the policy. */
export function unsurPada(semua: readonly BerkasUnsur[], tanggal: string): BerkasUnsur {
  const berlaku = semua.filter((b) => holdsOn(b.berlaku, tanggal))
  const [only] = berlaku
  if (!only || berlaku.length !== 1)
    throw new Error(`${berlaku.length} lists of elements hold on ${tanggal}`)
  return only
}

export type Kuorum = {
  readonly terpenuhi: boolean
  readonly orang: number
  readonly orangPerlu: number
  readonly unsurHadir: number
  readonly unsurDiharapkan: number
  /** Expected elements of which nobody is there, though the institution exists here. */
  readonly kurang: readonly string[]
}

/**
 * @param hadir element of each person who is there
 * @param tidakAda institutions that do not exist in this village: they are not expected
 */
export function hitungKuorum(
  b: BerkasUnsur,
  hadir: readonly string[],
  tidakAda: readonly string[],
): Kuorum {
  const diharapkan = b.unsur
    .filter((u) => u.diharapkan && !(u.mungkin_tidak_ada && tidakAda.includes(u.kode)))
    .map((u) => u.kode)
  const ada = diharapkan.filter((kode) => hadir.includes(kode))
  return {
    terpenuhi:
      hadir.length >= b.kuorum_orang &&
      ada.length * 100 >= b.kuorum_persen_unsur * diharapkan.length,
    orang: hadir.length,
    orangPerlu: b.kuorum_orang,
    unsurHadir: ada.length,
    unsurDiharapkan: diharapkan.length,
    kurang: diharapkan.filter((kode) => !ada.includes(kode)),
  }
}
