/** Requests of any operation from the schema of its input: names, numbers and ids from inside and outside the area. */
import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'
import type { Operation } from '#contract/operation.ts'

/** Values by the name of a field, some inside the area, some outside, some nowhere. */
export type Kolam = Readonly<Record<string, readonly unknown[]>>

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, unknown>
  values?: unknown[]
  in?: z.ZodType
  out?: z.ZodType
}
type Bag = { minimum?: number; maximum?: number; format?: string }

const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def
const bagOf = (schema: z.ZodType): Bag => (schema as unknown as { _zod: { bag: Bag } })._zod.bag

/** A value that the schema takes, as it is sent; a name with a pool takes from the pool. */
export function nilai(
  schema: z.ZodType,
  nama: string,
  kolam: Kolam,
  induk = '',
): Arbitrary<unknown> {
  const def = defOf(schema)
  const pool = kolam[`${induk}.${nama}`] ?? kolam[nama]
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault')
    return def.innerType
      ? fc.option(nilai(def.innerType, nama, kolam, induk), { nil: undefined, freq: 2 })
      : fc.constant(undefined)
  if (def.type === 'nullable')
    return def.innerType
      ? fc.option(nilai(def.innerType, nama, kolam, induk), { nil: null, freq: 4 })
      : fc.constant(null)
  if (pool && pool.length > 0 && def.type !== 'object' && def.type !== 'array')
    return fc.constantFrom(...pool)
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([k, inner]) => [k, nilai(inner, k, kolam, nama)]),
        ),
      )
    case 'array':
      return def.element
        ? fc.array(nilai(def.element, nama, kolam, induk), { minLength: 1, maxLength: 2 })
        : fc.constant([])
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'boolean':
      return fc.boolean()
    case 'union':
      return fc.oneof(...(def.options ?? []).map((one) => nilai(one, nama, kolam, induk)))
    case 'pipe':
      return def.in && defOf(def.in).type !== 'transform'
        ? nilai(def.in, nama, kolam, induk)
        : fc.constantFrom('true', 'false')
    case 'number':
      return angka(bagOf(schema))
    case 'string':
      return kata(bagOf(schema))
    case 'record':
      return fc.constant({})
    default:
      return fc.constant(undefined)
  }
}

function angka({ minimum, maximum }: Bag): Arbitrary<number> {
  const min = Math.max(minimum ?? 0, -1000)
  return fc.integer({ min, max: Math.max(min, Math.min(maximum ?? 1000, 1000)) })
}

function kata({ minimum, maximum, format }: Bag): Arbitrary<string> {
  if (format === 'uuid' || format === 'guid') return fc.uuid()
  if (format === 'date') return fc.constantFrom('2018-07-01', '2018-07-24', '2018-08-01')
  const min = minimum ?? 1
  return fc.string({
    unit: fc.constantFrom(...'abcdeiknrstu 0123456789'),
    minLength: min,
    maxLength: Math.min(maximum ?? 20, Math.max(20, min)),
  })
}

export type Isi = Record<string, unknown>

/** What is sent to an operation. */
export const isian = (op: Operation, kolam: Kolam): Arbitrary<Isi> =>
  nilai(op.input, op.id, kolam).map((sent) => (typeof sent === 'object' && sent ? { ...sent } : {}))

/** Whether an operation takes nothing. */
export const isKosong = (schema: z.ZodType): boolean =>
  defOf(schema).type === 'object' && Object.keys(defOf(schema).shape ?? {}).length === 0
