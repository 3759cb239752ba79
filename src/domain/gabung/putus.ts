/** Who decides a merge, how many must agree, and where it lies: never with somebody who sees one record alone. Pure. */
import { z } from 'zod'
import type { Label } from '#domain/label.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { tingkat, type Wilayah, wilayahAt } from '#domain/wilayah/kode.ts'

const orang = z.int().min(1).max(5)

/** `policy/parameter/gabung.yaml`. */
export const berkasGabungSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  lintas: z.enum(['provinsi', 'kabkota', 'kecamatan', 'desa']),
  setuju: z.strictObject({ satu_wilayah: orang, lintas_wilayah: orang }),
  contoh: z.strictObject({
    setuju: z
      .array(
        z.strictObject({
          nama: z.string(),
          ke: z.int(),
          dari: z.int(),
          bersama: z.int(),
          perlu: orang,
        }),
      )
      .min(3),
  }),
})
export type BerkasGabung = z.output<typeof berkasGabungSchema>

/** The narrowest region that holds both. */
export function wilayahBersama(a: Wilayah, b: Wilayah): Wilayah {
  const sama = tingkat.toReversed().find((t) => wilayahAt(a, t) === wilayahAt(b, t))
  return wilayahAt(a, sama ?? 'nasional')
}

/** How many others must agree. */
export const perluSetuju = (
  a: Wilayah,
  b: Wilayah,
  k: Pick<BerkasGabung, 'lintas' | 'setuju'>,
): number =>
  wilayahAt(a, k.lintas) === wilayahAt(b, k.lintas)
    ? k.setuju.satu_wilayah
    : k.setuju.lintas_wilayah

export const kataTolakGabung = {
  bukan_pemutus: {
    id: 'Peran Anda tidak memutus penggabungan.',
    en: 'Your role does not decide merges.',
  },
  pengusul: {
    id: 'Anda yang mengusulkan; orang lain yang memutus.',
    en: 'You proposed it; somebody else decides.',
  },
  sudah_setuju: {
    id: 'Anda sudah setuju; masih perlu orang kedua.',
    en: 'You have agreed already; a second person is still needed.',
  },
  kerabat: {
    id: 'Keluarga ini kerabat Anda; orang lain yang memutus.',
    en: 'This family is kin of yours; somebody else decides.',
  },
} as const satisfies Record<string, Label>
export type TolakGabung = keyof typeof kataTolakGabung

/** Why somebody may not decide; null where they may. */
export function tolakMemutus(f: {
  readonly pemutus: boolean
  readonly pengusul: boolean
  readonly sudahSetuju: boolean
  readonly kerabat: boolean
}): TolakGabung | null {
  if (!f.pemutus) return 'bukan_pemutus'
  if (f.pengusul) return 'pengusul'
  if (f.sudahSetuju) return 'sudah_setuju'
  return f.kerabat ? 'kerabat' : null
}
