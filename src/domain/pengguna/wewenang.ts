/** Who may give which role, in what kind of area: the one table from which granting is decided. */
import type { Tingkat } from '#domain/wilayah/kode.ts'

/** Roles that give roles. All others can only work in theirs. */
export const pemberi = ['administrator', 'kepala_opd', 'lurah'] as const
export type Pemberi = (typeof pemberi)[number]

type Aturan = {
  /** Levels at which the role is held. */
  readonly tingkat: readonly Tingkat[]
  readonly oleh: readonly Pemberi[]
  /** `atas`: the giver's area must be larger than that of the role, so that nobody picks their own inspector. */
  readonly arah: 'setara' | 'atas'
  /** Below the village: a list of RT. */
  readonly rt: 'wajib' | 'boleh' | 'tidak'
  /** Below the village: a list of assigned families. */
  readonly keluarga: boolean
  /** Proposed by one and approved by another. */
  readonly berdua: boolean
}

const seluas = { rt: 'tidak', keluarga: false, berdua: false } as const
const olehAdministrator = { oleh: ['administrator'], arah: 'setara' } as const

export const wewenang = {
  ketua_rt: {
    tingkat: ['desa'],
    oleh: ['administrator', 'lurah'],
    arah: 'setara',
    rt: 'wajib',
    keluarga: false,
    berdua: false,
  },
  operator_desa: { tingkat: ['desa'], ...olehAdministrator, ...seluas },
  lurah: { tingkat: ['desa'], oleh: ['administrator'], arah: 'atas', ...seluas },
  kecamatan: { tingkat: ['kecamatan'], ...olehAdministrator, ...seluas },
  petugas_kunjungan: {
    tingkat: ['desa', 'kecamatan', 'kabkota'],
    oleh: ['administrator', 'kepala_opd'],
    arah: 'setara',
    rt: 'boleh',
    keluarga: true,
    berdua: false,
  },
  pengisi_data: {
    tingkat: ['kabkota'],
    oleh: ['administrator', 'kepala_opd'],
    arah: 'setara',
    ...seluas,
  },
  verifikator: { tingkat: ['kabkota'], ...olehAdministrator, ...seluas },
  kepala_opd: { tingkat: ['kabkota'], ...olehAdministrator, ...seluas },
  provinsi: { tingkat: ['provinsi'], ...olehAdministrator, ...seluas },
  pusdatin: { tingkat: ['nasional'], ...olehAdministrator, ...seluas },
  bps: { tingkat: ['nasional', 'provinsi', 'kabkota'], ...olehAdministrator, ...seluas },
  auditor: {
    tingkat: ['nasional', 'provinsi', 'kabkota'],
    oleh: ['administrator'],
    arah: 'atas',
    ...seluas,
  },
  opd_terkait: { tingkat: ['provinsi', 'kabkota'], ...olehAdministrator, ...seluas },
  administrator: {
    tingkat: ['nasional', 'provinsi', 'kabkota', 'kecamatan', 'desa'],
    ...olehAdministrator,
    rt: 'tidak',
    keluarga: false,
    berdua: true,
  },
} as const satisfies Record<string, Aturan>

export type PeranPetugas = keyof typeof wewenang

/** The rule of a role, with its literal types widened. */
export const aturanOf = (peran: PeranPetugas): Aturan => wewenang[peran]

export const jenisTugas = ['definitif', 'plt', 'plh'] as const
export type JenisTugas = (typeof jenisTugas)[number]
