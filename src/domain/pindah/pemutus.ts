/** Who decides a move between two areas where the origin is silent or refuses: the lowest level above both. */
import type { Label } from '#domain/label.ts'
import type { Pelaku } from '#domain/usulan/alur.ts'
import { type Wilayah, wilayahAt } from '#domain/wilayah/kode.ts'

type Rincian = { readonly label: Label; readonly oleh: readonly Pelaku[] }

export const pemutus = {
  kecamatan: { label: { id: 'Kecamatan', en: 'Kecamatan' }, oleh: ['kecamatan'] },
  kabkota: { label: { id: 'Kabupaten/kota', en: 'Kabupaten/kota' }, oleh: ['verifikator'] },
  provinsi: { label: { id: 'Provinsi', en: 'Province' }, oleh: ['provinsi'] },
  pusat: { label: { id: 'Pusat', en: 'Centre' }, oleh: ['pusdatin'] },
} as const satisfies Record<string, Rincian>
export type Pemutus = keyof typeof pemutus
export const semuaPemutus = Object.keys(pemutus) as [Pemutus, ...Pemutus[]]

/** The lowest level whose area holds both villages. */
export function pemutusOf(asal: Wilayah, tujuan: Wilayah): Pemutus {
  const sama = (['kecamatan', 'kabkota', 'provinsi'] as const).find(
    (t) => wilayahAt(asal, t) === wilayahAt(tujuan, t),
  )
  return sama ?? 'pusat'
}

/** Roles that answer for the origin. */
export const penjawabAsal: readonly Pelaku[] = ['operator_desa', 'pengisi_data', 'lurah']

/** Where a request stands; `menunggu` is the origin's desk, `naik` that of the level above both. */
export const keadaanPermintaan = {
  menunggu: { id: 'Menunggu jawaban daerah asal', en: 'Waits for the origin’s answer' },
  naik: { id: 'Diputus kantor di atas', en: 'Decided by the office above' },
  disetujui: { id: 'Disetujui', en: 'Agreed' },
  ditolak: { id: 'Ditolak', en: 'Refused' },
  ditutup: { id: 'Ditutup oleh daerah tujuan', en: 'Closed by the destination' },
  selesai: { id: 'Sudah pindah', en: 'Moved' },
} as const satisfies Record<string, Label>
export type KeadaanPermintaan = keyof typeof keadaanPermintaan
export const semuaKeadaanPermintaan = Object.keys(keadaanPermintaan) as [
  KeadaanPermintaan,
  ...KeadaanPermintaan[],
]

/** Whether a role answers a request in this state, deciding at this level. */
export const bolehMenjawab = (
  p: { readonly status: KeadaanPermintaan; readonly pemutus: Pemutus },
  peran: string,
): boolean => {
  const oleh: readonly string[] =
    p.status === 'menunggu' ? penjawabAsal : p.status === 'naik' ? pemutus[p.pemutus].oleh : []
  return oleh.includes(peran)
}
