/** Addresses of the review: which part is shown, and which pairs of the queue. */
import { oneOf } from '#web/saringan.ts'

export const lihatTinjauan = ['antrean', 'luar'] as const
export type LihatTinjauan = (typeof lihatTinjauan)[number]
export const statusDilihat = ['antre', 'ragu', 'sama', 'beda'] as const
export const golongan = ['padan', 'periksa'] as const

export type AlamatTinjauan = {
  lihat?: LihatTinjauan
  status?: (typeof statusDilihat)[number]
  golongan?: (typeof golongan)[number]
}

export const alamatTinjauan = (s: Record<string, unknown>): AlamatTinjauan => ({
  ...oneOf('lihat', s.lihat, lihatTinjauan),
  ...oneOf('status', s.status, statusDilihat),
  ...oneOf('golongan', s.golongan, golongan),
})

/** Of one pair: decided from the queue, or labelled for the bench of a run. */
export const alamatPasangan = (s: Record<string, unknown>): { untuk?: 'label' } =>
  oneOf('untuk', s.untuk, ['label'])
