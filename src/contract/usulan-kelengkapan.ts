/** The minimum per step, so that a form can say while one types what is still missing, and for which step. */
import { z } from 'zod'
import { type JenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { minimum, semuaButir } from '#domain/usulan/kurang.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })
const jenis = z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]])

export const usulanKelengkapan = operation({
  id: 'usulan.kelengkapan',
  method: 'GET',
  path: '/api/usulan/kelengkapan',
  input: z.object({}),
  output: z.object({
    butir: z.record(z.enum(semuaButir), label),
    minimum: z.record(
      z.enum(minimum),
      z.array(z.object({ jenis: z.array(jenis).optional(), butir: z.array(z.enum(semuaButir)) })),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'tanpa',
  label: { id: 'Isian paling sedikit per langkah', en: 'Minimum per step' },
})
