/** What tracks A, B and C share: a draft with its document goes to the verifier and takes effect at once. */
import type { Langkah, Syarat } from './alur.ts'

const desa = ['operator_desa', 'pengisi_data'] as const

/** Steps of the person who enters it, up to the verifier's desk. */
export const pengajuan = (minimum: Syarat): readonly Langkah[] => [
  {
    aksi: 'ajukan',
    dari: ['draf'],
    ke: 'diajukan',
    oleh: desa,
    syarat: ['pengusul_sendiri', minimum],
  },
  {
    aksi: 'batalkan',
    dari: ['draf'],
    ke: 'dibatalkan',
    oleh: desa,
    syarat: ['pengusul_sendiri'],
  },
  {
    aksi: 'kedaluwarsakan',
    dari: ['draf'],
    ke: 'kedaluwarsa',
    oleh: ['sistem'],
    syarat: ['lewat_masa_draf'],
  },
  {
    aksi: 'tarik_kembali',
    dari: ['diajukan'],
    ke: 'draf',
    oleh: desa,
    syarat: ['pengusul_sendiri', 'belum_dibuka'],
  },
  {
    aksi: 'mohon_buka',
    dari: ['diajukan'],
    ke: 'tetap',
    oleh: desa,
    syarat: ['pengusul_sendiri', 'sudah_dibuka'],
    alasan: true,
  },
  { aksi: 'kirim_ulang', dari: ['dikembalikan'], ke: 'diajukan', oleh: desa, syarat: [minimum] },
]

/** Steps of the verifier on what stands in `dari`, and what follows when the record has moved on. */
export const pemeriksaan = (
  dari: Langkah['dari'],
  syarat: readonly Syarat[] = [],
): readonly Langkah[] => [
  {
    aksi: 'verifikasi',
    dari,
    ke: 'diterima',
    oleh: ['verifikator'],
    naik: ['kepala_opd'],
    syarat: ['bukan_pengusul', 'bukan_kerabat', 'tidak_ditahan', 'tanpa_benturan', ...syarat],
  },
  {
    aksi: 'naikkan',
    dari: [...dari, 'dikembalikan'],
    ke: 'tetap',
    oleh: ['sistem'],
    syarat: ['lewat_masa_diam'],
  },
  { aksi: 'kembalikan', dari, ke: 'dikembalikan', oleh: ['verifikator'], alasan: true },
  {
    aksi: 'tolak',
    dari,
    ke: 'ditolak',
    oleh: ['verifikator'],
    syarat: ['bukan_pengusul'],
    alasan: true,
  },
  { aksi: 'benturkan', dari, ke: 'berbenturan', oleh: ['sistem'] },
  {
    aksi: 'pakai_usulan',
    dari: ['berbenturan'],
    ke: 'diterima',
    oleh: ['verifikator'],
    syarat: ['bukan_pengusul', 'bukan_kerabat'],
    alasan: true,
  },
  {
    aksi: 'pakai_kini',
    dari: ['berbenturan'],
    ke: 'ditolak',
    oleh: ['verifikator'],
    syarat: ['bukan_pengusul'],
    alasan: true,
  },
]
