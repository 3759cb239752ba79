/** Puts what stands against a step, roles and reasons into words. */
import { type Peran, peran } from '#contract/peran.ts'
import type { Label } from '#domain/label.ts'
import { kataMasalah, type SebabTertahan } from '#domain/usulan/kata-masalah.ts'
import { type Butir, labelButir } from '#domain/usulan/kurang.ts'
import { kelengkapan } from './aturan.ts'

export const masalahKata = (m: {
  readonly sebab: SebabTertahan
  readonly kurang?: readonly Butir[] | undefined
}) => ({
  sebab: m.sebab,
  label: kataMasalah[m.sebab],
  kurang: (m.kurang ?? []).map((butir) => ({ butir, label: labelButir(kelengkapan, butir) })),
})

const isPeran = (nama: string): nama is Peran => nama in peran

const sistem: Label = { id: 'Sistem (tenggat)', en: 'The system (deadline)' }

export const peranKata = (nama: string | null): Label | null =>
  nama === null ? null : isPeran(nama) ? peran[nama].label : nama === 'sistem' ? sistem : null
