/** How a person agrees with the civil registry (Dukcapil): the statuses, and how its answers name them. */

/** In the order in which they are asked about: what ends a question stands before what only differs. */
export const keadaanDukcapil = [
  'MENINGGAL',
  'NIK_TIDAK_DITEMUKAN',
  'NIK_GANDA',
  'NONAKTIF',
  'BELUM_REKAM_KTPEL',
  'TIDAK_PADAN_NAMA',
  'TIDAK_PADAN_TGL_LAHIR',
  'TIDAK_PADAN_NO_KK',
  'PADAN',
  'BELUM_DIPADANKAN',
] as const
export type KeadaanDukcapil = (typeof keadaanDukcapil)[number]

const kata: readonly (readonly [RegExp, KeadaanDukcapil])[] = [
  [/\b(?:meninggal|mati|wafat|deceased)\b/, 'MENINGGAL'],
  [/\bganda\b|\bduplicate\b/, 'NIK_GANDA'],
  [/\b(?:nonaktif|non aktif|tidak aktif|non active)\b/, 'NONAKTIF'],
  [/\bbelum (?:rekam|perekaman|merekam|melakukan perekaman)\b/, 'BELUM_REKAM_KTPEL'],
  [
    /\b(?:tidak|tdk|belum) (?:ditemukan|terdaftar|ada)\b|\bnot found\b|\bnik tidak valid\b/,
    'NIK_TIDAK_DITEMUKAN',
  ],
  [/\btidak padan\b.*\bnama\b|\bnama\b.*\btidak (?:padan|sesuai)\b/, 'TIDAK_PADAN_NAMA'],
  [
    /\btidak padan\b.*\b(?:tgl|tanggal)\b|\b(?:tgl|tanggal) lahir\b.*\btidak (?:padan|sesuai)\b/,
    'TIDAK_PADAN_TGL_LAHIR',
  ],
  [/\btidak padan\b.*\bkk\b|\bkk\b.*\btidak (?:padan|sesuai)\b/, 'TIDAK_PADAN_NO_KK'],
  [/^(?:padan|sesuai|valid|ditemukan|aktif)$|\bnik padan\b/, 'PADAN'],
]

/** The status that the remark of an answer means; null where its words are not known. */
export function bacaKeadaan(text: string): KeadaanDukcapil | null {
  const clean = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return kata.find(([pattern]) => pattern.test(clean))?.[1] ?? null
}

/** What is compared of a person and of the answer; null is not known, and says nothing. */
export type Dibanding = {
  /** Name folded for search. */
  readonly nama: string
  readonly tanggalLahir: string | null
  readonly nomorKk: string | null
  readonly jenisKelamin: number | null
}

export type HasilBanding = {
  readonly keadaan: KeadaanDukcapil
  /** Fields that differ, in the order of their weight. */
  readonly beda: readonly ('nama' | 'tanggal_lahir' | 'nomor_kk' | 'jenis_kelamin')[]
}

/** Names are the same person's when they have the same words, in whatever order. */
export const namaSama = (a: string, b: string): boolean => {
  const words = (text: string) => [...new Set(text.split(' '))].sort().join(' ')
  return words(a) === words(b)
}

/**
 * The status of a person of the registry against the answer to their NIK. What Dukcapil itself said
 * (dead, double, not found …) stands before every comparison; of several differences the heaviest
 * names the status.
 */
export function bandingkan(
  orang: Dibanding,
  jawab: Dibanding & { readonly keadaan: KeadaanDukcapil | null },
): HasilBanding {
  const differs = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b
  const beda: HasilBanding['beda'] = [
    ...(namaSama(orang.nama, jawab.nama) ? [] : (['nama'] as const)),
    ...(differs(orang.tanggalLahir, jawab.tanggalLahir) ? (['tanggal_lahir'] as const) : []),
    ...(differs(orang.nomorKk, jawab.nomorKk) ? (['nomor_kk'] as const) : []),
    ...(differs(orang.jenisKelamin, jawab.jenisKelamin) ? (['jenis_kelamin'] as const) : []),
  ]
  return { keadaan: statusOf(beda, jawab.keadaan), beda }
}

const dinyatakan: readonly (KeadaanDukcapil | null)[] = [
  'MENINGGAL',
  'NIK_TIDAK_DITEMUKAN',
  'NIK_GANDA',
  'NONAKTIF',
  'BELUM_REKAM_KTPEL',
]

function statusOf(beda: HasilBanding['beda'], told: KeadaanDukcapil | null): KeadaanDukcapil {
  if (told !== null && dinyatakan.includes(told)) return told
  if (beda.includes('nama')) return 'TIDAK_PADAN_NAMA'
  if (beda.includes('tanggal_lahir')) return 'TIDAK_PADAN_TGL_LAHIR'
  return beda.includes('nomor_kk') ? 'TIDAK_PADAN_NO_KK' : 'PADAN'
}
