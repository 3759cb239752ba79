/** Roles of officers, as the offices name them, and at which level of area each is held. */
import type { Label } from '#domain/label.ts'
import type { Tingkat } from '#domain/wilayah/kode.ts'

export const peran = {
  operator_desa: {
    tingkat: ['desa'],
    label: { id: 'Operator desa/kelurahan', en: 'Village operator' },
  },
  lurah: { tingkat: ['desa'], label: { id: 'Lurah/kepala desa', en: 'Village head' } },
  verifikator: {
    tingkat: ['kabkota'],
    label: { id: 'Verifikator Dinas Sosial', en: 'Social office verifier' },
  },
  kepala_opd: {
    tingkat: ['kabkota'],
    label: { id: 'Kepala OPD', en: 'Head of the social office' },
  },
  provinsi: {
    tingkat: ['provinsi'],
    label: { id: 'Dinas Sosial provinsi', en: 'Provincial social office' },
  },
  pusdatin: { tingkat: ['nasional'], label: { id: 'Pusdatin', en: 'Ministry data centre' } },
} as const satisfies Record<string, { tingkat: readonly Tingkat[]; label: Label }>

export type Peran = keyof typeof peran

/** Everyone with a role; reading lists inside one's own area asks no more. */
export const semuaPeran = Object.keys(peran) as readonly Peran[]

/** Who decides for a kab/kota and above: starts rounds, cuts at the quota, freezes lists. */
export const penentu: readonly Peran[] = ['verifikator', 'kepala_opd', 'provinsi', 'pusdatin']

/** Who may take NIK and KK numbers in full out of the house, with a purpose that is logged. */
export const bolehIdentitas: readonly Peran[] = ['verifikator', 'kepala_opd']
