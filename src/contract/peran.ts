/** Roles of officers, as the offices name them, at which level of area each is held, and what it must prove. */
import type { Label } from '#domain/label.ts'
import type { Tingkat } from '#domain/wilayah/kode.ts'

/**
 * What a sign-in must have proved. `kuat`: TOTP or passkey, for everyone who decides, approves or
 * sees much; `perangkat`: passkey, or a paired device with its PIN, for people without a computer;
 * `sandi`: the password alone, more is welcome.
 */
export type FaktorWajib = 'kuat' | 'perangkat' | 'sandi'

type Rincian = {
  readonly tingkat: readonly Tingkat[]
  readonly faktor: FaktorWajib
  readonly label: Label
}

export const peran = {
  ketua_rt: {
    tingkat: ['desa'],
    faktor: 'perangkat',
    label: { id: 'Ketua RT', en: 'Head of a neighbourhood' },
  },
  operator_desa: {
    tingkat: ['desa'],
    faktor: 'sandi',
    label: { id: 'Operator desa/kelurahan', en: 'Village operator' },
  },
  lurah: {
    tingkat: ['desa'],
    faktor: 'kuat',
    label: { id: 'Lurah/kepala desa', en: 'Village head' },
  },
  kecamatan: {
    tingkat: ['kecamatan'],
    faktor: 'kuat',
    label: { id: 'Kecamatan', en: 'District office' },
  },
  petugas_kunjungan: {
    tingkat: ['desa', 'kecamatan', 'kabkota'],
    faktor: 'perangkat',
    label: { id: 'Petugas kunjungan/pendamping', en: 'Field officer' },
  },
  pengisi_data: {
    tingkat: ['kabkota'],
    faktor: 'sandi',
    label: { id: 'Pengisi data kabupaten/kota', en: 'Data entry of the kab/kota' },
  },
  verifikator: {
    tingkat: ['kabkota'],
    faktor: 'kuat',
    label: { id: 'Verifikator Dinas Sosial', en: 'Social office verifier' },
  },
  kepala_opd: {
    tingkat: ['kabkota'],
    faktor: 'kuat',
    label: { id: 'Kepala OPD', en: 'Head of the social office' },
  },
  provinsi: {
    tingkat: ['provinsi'],
    faktor: 'kuat',
    label: { id: 'Dinas Sosial provinsi', en: 'Provincial social office' },
  },
  pusdatin: {
    tingkat: ['nasional'],
    faktor: 'kuat',
    label: { id: 'Pusdatin', en: 'Ministry data centre' },
  },
  bps: {
    tingkat: ['nasional', 'provinsi', 'kabkota'],
    faktor: 'kuat',
    label: { id: 'BPS', en: 'Statistics office' },
  },
  auditor: {
    tingkat: ['nasional', 'provinsi', 'kabkota'],
    faktor: 'kuat',
    label: { id: 'Auditor', en: 'Auditor' },
  },
  opd_terkait: {
    tingkat: ['provinsi', 'kabkota'],
    faktor: 'kuat',
    label: { id: 'OPD terkait', en: 'Related office' },
  },
  administrator: {
    tingkat: ['nasional', 'provinsi', 'kabkota', 'kecamatan', 'desa'],
    faktor: 'kuat',
    label: { id: 'Administrator wilayah', en: 'Administrator of an area' },
  },
} as const satisfies Record<string, Rincian>

export type Peran = keyof typeof peran

/** Everyone with a role; for what shows no person. */
export const semuaPeran = Object.keys(peran) as readonly Peran[]

/** Who works with the files of families of their area. */
export const pengelola: readonly Peran[] = [
  'operator_desa',
  'lurah',
  'kecamatan',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
  'provinsi',
  'pusdatin',
]

/** Who may see families by name: those who work with them, below the village too, and auditors. */
export const pembacaKeluarga: readonly Peran[] = [
  ...pengelola,
  'ketua_rt',
  'petugas_kunjungan',
  'auditor',
]

/** Who writes proposals: those who propose, and those who complete what others proposed. */
export const penyusunUsulan: readonly Peran[] = [
  'ketua_rt',
  'operator_desa',
  'petugas_kunjungan',
  'pengisi_data',
]

/** Who makes drafts of what other sources say, and sends them on. */
export const pengusulSumber: readonly Peran[] = ['operator_desa', 'pengisi_data']

/** Who prepares a village meeting and writes down what it decides; the village head signs. */
export const penyelenggaraMusyawarah: readonly Peran[] = ['lurah', 'operator_desa', 'pengisi_data']

/** Who reads what a meeting decided. */
export const pembacaMusyawarah: readonly Peran[] = [...pengelola, 'auditor']

/** Who sees rankings and quotas of an area as a whole. */
export const pembacaPeringkat: readonly Peran[] = [...pengelola, 'bps', 'auditor']

/** Who sees established lists: also the offices that act on them. */
export const pembacaDaftar: readonly Peran[] = [...pembacaPeringkat, 'opd_terkait']

/** Who enters data from files. */
export const pengimpor: readonly Peran[] = [
  'operator_desa',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
  'provinsi',
  'pusdatin',
]

/** Who decides for a kab/kota and above: starts rounds, cuts at the quota, freezes lists. */
export const penentu: readonly Peran[] = ['verifikator', 'kepala_opd', 'provinsi', 'pusdatin']

/** Who may take NIK and KK numbers in full out of the house, with a purpose that is logged. */
export const bolehIdentitas: readonly Peran[] = ['verifikator', 'kepala_opd']

/**
 * Who supervises: reads who opened and changed a record, and what one officer of their area did. Not
 * those who enter data: whoever is being looked into must not see by whom.
 */
export const pengawas: readonly Peran[] = [
  'lurah',
  'kecamatan',
  'verifikator',
  'kepala_opd',
  'provinsi',
  'pusdatin',
  'auditor',
]

/** Who sees what one officer did: also the administrator, who answers for the accounts of the area. */
export const pengawasPetugas: readonly Peran[] = [...pengawas, 'administrator']

/** Who searches the log of their area as a whole. */
export const pencariJejak: readonly Peran[] = ['auditor', 'kepala_opd', 'administrator']

/** Who may take the log out of the house. */
export const pengunduhJejak: readonly Peran[] = ['auditor', 'kepala_opd']

/** Who answers a citizen at the counter that asks who saw their data, and who checks those answers. */
export const penjawabWarga: readonly Peran[] = [...pengelola, 'auditor']

/** Who sends and opens photographs and papers of families: also those who stand before the house. */
export const pemegangBukti: readonly Peran[] = [...pengelola, 'ketua_rt', 'petugas_kunjungan']

/** Who answers at the counter whether a family is registered, and hands out the letter that says so. */
export const petugasLoket: readonly Peran[] = [
  'operator_desa',
  'lurah',
  'kecamatan',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
]

/** Who sets the letterhead of an office, and names who signs there. */
export const pengaturKop: readonly Peran[] = ['lurah', 'kecamatan', 'kepala_opd', 'administrator']

/** Who plans a change of regions by decree, and, another of them, has it carried out. */
export const pengaturWilayah: readonly Peran[] = ['administrator', 'pusdatin']

/** Who sees such plans. */
export const pembacaPemekaran: readonly Peran[] = [
  ...pengaturWilayah,
  'provinsi',
  'kepala_opd',
  'auditor',
]

/** Who enters what a visit found: those who stood before the house, and those who type the paper in. */
export const pencatatKunjungan: readonly Peran[] = [
  'operator_desa',
  'petugas_kunjungan',
  'pengisi_data',
]

/** Who decides which officer visits whom. */
export const pembagiKunjungan: readonly Peran[] = [...petugasLoket]

/** Who sees which family was told of a loss, and whose objection is open. */
export const pembacaPemberitahuan: readonly Peran[] = [
  ...petugasLoket,
  'provinsi',
  'pusdatin',
  'auditor',
]

/** Who tells families: the office of the kab/kota about a list, that of the village about a proposal. */
export const pemberiTahu: readonly Peran[] = [
  'operator_desa',
  'lurah',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
]

/** Who may decide objections at all; which of them, on each, is policy and who took part before. */
export const pemutusKeberatan: readonly Peran[] = ['verifikator', 'kepala_opd', 'provinsi']

/** Who sees the monthly summaries of villages on their way up. */
export const pembacaRekap: readonly Peran[] = [...pengelola, 'ketua_rt', 'auditor']

/** Who looks at pairs that may be one person, and decides on them: the office of the kab/kota and above. */
export const peninjauPadanan: readonly Peran[] = ['pengisi_data', ...penentu]

/** Who sees those pairs, and the runs that found them. */
export const pembacaPadanan: readonly Peran[] = [...peninjauPadanan, 'auditor']

/** Who proposes that two records are one: who works with the data, in a village or above. */
export const pengusulGabung: readonly Peran[] = ['operator_desa', 'pengisi_data', ...penentu]

/** Who decides merges, never their own. */
export const pemutusGabung: readonly Peran[] = [...penentu]

/** Who decides which source is right about a person, and has people compared with Dukcapil again. */
export const pemutusBeda: readonly Peran[] = [
  'operator_desa',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
]
