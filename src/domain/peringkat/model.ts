/** Ranking models as `policy/peringkat` declares them: indicators that are counted, or terms that are added. */
import { z } from 'zod'
import {
  type NilaiParameter,
  namaSchema,
  nilaiSchema,
  syaratSchema,
} from '#domain/kebijakan/bahasa.ts'
import { berlakuSchema, parameterOn, parameterSchema } from '#domain/kebijakan/parameter.ts'
import { checkNilai, checkSyarat, type Rentang } from '#domain/kebijakan/periksa.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { skorMaks } from './kunci.ts'

/** Raised whenever the same policy text would be read to another meaning. */
export const versiMesin = '1'

const pemecah = <K extends 'tanggungan' | 'rentan' | 'luas'>(kode: K) =>
  z.strictObject({
    kode: z.literal(kode),
    label: labelSchema,
    nilai: nilaiSchema,
    kosong: z.int().min(0),
    dahulu: z.enum(['besar', 'kecil']),
  })

const butir = { kode: namaSchema, label: labelSchema, catatan: labelSchema.optional() }

const dasar = {
  kode: z.string().regex(/^[a-z0-9-]{1,60}$/),
  label: labelSchema,
  penjelasan: labelSchema,
  sumber: z.array(z.string().min(1)).min(1),
  berlaku: berlakuSchema,
  parameter: z.array(parameterSchema),
  pemecah_seri: z.tuple([pemecah('tanggungan'), pemecah('rentan'), pemecah('luas')]),
  contoh: z.array(
    z.strictObject({
      nama: z.string().min(1),
      fakta: z.record(namaSchema, z.int().nullable()),
      harapan: z.strictObject({
        terpenuhi: z.int().optional(),
        terjawab: z.int().optional(),
        poin: z.int().optional(),
        batas: z.tuple([z.int(), z.int()]).optional(),
        butir: z.record(namaSchema, z.union([z.boolean(), z.int(), z.null()])).optional(),
      }),
    }),
  ),
}

/** How families with unanswered questions are put in order; each rule is explained in `kunci` of the score. */
export const aturanCelah = ['titik_tengah', 'bagian_terjawab', 'batas_bawah'] as const
export type AturanCelah = (typeof aturanCelah)[number]

const modelIndikatorSchema = z.strictObject({
  ...dasar,
  jenis: z.literal('indikator'),
  /** Poor at this many indicators met, or more. */
  garis_miskin: z.int().min(1),
  urutan_celah: z.strictObject({
    aturan: z.enum(aturanCelah),
    label: labelSchema,
    alasan: labelSchema,
  }),
  indikator: z
    .array(
      z.strictObject({
        nomor: z.int().min(1),
        ...butir,
        syarat: syaratSchema,
        sumber: z.string().optional(),
      }),
    )
    .min(1)
    .max(31),
})

const modelBobotSchema = z.strictObject({
  ...dasar,
  jenis: z.literal('bobot'),
  satuan: labelSchema,
  urutan_celah: z.strictObject({ label: labelSchema, alasan: labelSchema }),
  /** Points of a family at the poverty line, when the model has one; fewer points are poorer. */
  garis_miskin: z.int().optional(),
  konstanta: z.int(),
  komponen: z
    .array(
      z.strictObject({
        nomor: z.int().min(1),
        ...butir,
        nilai: nilaiSchema,
        /** What an unanswered term counts as: the stated bounds, and the value used for the order. */
        kosong: z
          .strictObject({ terendah: z.int(), tertinggi: z.int(), dipakai: z.int() })
          .refine((k) => k.terendah <= k.dipakai && k.dipakai <= k.tertinggi),
      }),
    )
    .min(1)
    .max(31),
})

export const modelSchema = z.discriminatedUnion('jenis', [modelIndikatorSchema, modelBobotSchema])
export type Model = z.infer<typeof modelSchema>
export type ModelIndikator = z.infer<typeof modelIndikatorSchema>
export type ModelBobot = z.infer<typeof modelBobotSchema>

/** The items of a model, whichever kind it is. */
export const itemsOf = (model: Model) =>
  model.jenis === 'indikator' ? model.indikator : model.komponen

/** A model with its parameters as they hold on the reference date, checked and ready to run. */
export type ModelSiap = { readonly model: Model; readonly parameter: NilaiParameter }

/** Prepares a model for a day; throws where a rule names something unknown or could overflow. */
export function prepareModel(
  model: Model,
  fakta: ReadonlyMap<string, Rentang>,
  acuan: string,
): ModelSiap {
  const parameter = parameterOn(model.parameter, acuan)
  const scope = { fakta, parameter }
  const kode = itemsOf(model).map((b) => b.kode)
  if (new Set(kode).size !== kode.length) throw new Error(`item declared twice in ${model.kode}`)
  for (const p of model.pemecah_seri) checkNilai(p.nilai, scope)
  if (model.jenis === 'indikator') for (const i of model.indikator) checkSyarat(i.syarat, scope)
  else checkTerms(model, scope)
  return { model, parameter }
}

/** No family may score outside the room of the sort key, in the best and in the worst case. */
function checkTerms(model: ModelBobot, scope: Parameters<typeof checkNilai>[1]): void {
  let [min, maks, luas] = [model.konstanta, model.konstanta, 0]
  for (const k of model.komponen) {
    const range = checkNilai(k.nilai, scope)
    if (k.kosong.terendah > range.min || k.kosong.tertinggi < range.maks) {
      throw new Error(
        `bounds of ${k.kode} are narrower than what it can give: ${range.min}..${range.maks}`,
      )
    }
    min += k.kosong.terendah
    maks += k.kosong.tertinggi
    luas += Math.max(Math.abs(k.kosong.terendah), Math.abs(k.kosong.tertinggi))
  }
  // The sum of the terms alone, whatever its order, has the same room.
  if (min < 0 || maks > skorMaks || luas > skorMaks)
    throw new Error(`points of ${model.kode} leave the key: ${min}..${maks}`)
}
