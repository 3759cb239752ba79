/** Track B, events of life: operator and document, the verifier; a move also needs the origin's word. */
import type { Alur } from './alur.ts'
import { pemeriksaan, pengajuan } from './jalur-langsung.ts'

export const alurPeristiwa = {
  jalur: 'peristiwa',
  langkah: [
    ...pengajuan('minimum_peristiwa'),
    // A move: the origin agrees, or the lowest level above both decides; both act on what was asked
    // of the origin (domain/pindah), and their word is carried here.
    {
      aksi: 'konfirmasi',
      dari: ['diajukan'],
      ke: 'dikonfirmasi',
      oleh: ['operator_desa', 'pengisi_data', 'lurah'],
      syarat: ['perlu_asal'],
      lintas: true,
    },
    {
      aksi: 'putuskan_pindah',
      dari: ['diajukan'],
      ke: 'dikonfirmasi',
      oleh: ['kecamatan', 'verifikator', 'provinsi', 'pusdatin'],
      syarat: ['perlu_asal'],
      lintas: true,
      alasan: true,
    },
    {
      aksi: 'tolak_pindah',
      dari: ['diajukan'],
      ke: 'ditolak',
      oleh: ['kecamatan', 'verifikator', 'provinsi', 'pusdatin'],
      syarat: ['perlu_asal'],
      lintas: true,
      alasan: true,
    },
    ...pemeriksaan(['diajukan'], ['asal_setuju']),
    {
      aksi: 'verifikasi',
      dari: ['dikonfirmasi'],
      ke: 'diverifikasi',
      oleh: ['verifikator'],
      naik: ['kepala_opd'],
      syarat: ['perlu_asal', 'bukan_pengusul', 'bukan_kerabat', 'tidak_ditahan'],
    },
    {
      aksi: 'naikkan',
      dari: ['dikonfirmasi'],
      ke: 'tetap',
      oleh: ['sistem'],
      syarat: ['lewat_masa_diam'],
    },
    {
      aksi: 'kembalikan',
      dari: ['dikonfirmasi'],
      ke: 'dikembalikan',
      oleh: ['verifikator'],
      alasan: true,
    },
    {
      aksi: 'tolak',
      dari: ['dikonfirmasi'],
      ke: 'ditolak',
      oleh: ['verifikator'],
      syarat: ['bukan_pengusul'],
      alasan: true,
    },
    // The family leaves one area and enters another in one transaction that neither area could make.
    {
      aksi: 'pindahkan',
      dari: ['diverifikasi'],
      ke: 'diterima',
      oleh: ['sistem'],
      syarat: ['perlu_asal', 'tidak_ditahan', 'tanpa_benturan'],
    },
    // Nobody of that number can be moved, or no longer.
    {
      aksi: 'kembalikan',
      dari: ['diajukan', 'diverifikasi'],
      ke: 'dikembalikan',
      oleh: ['sistem'],
      syarat: ['perlu_asal'],
      alasan: true,
    },
  ],
} as const satisfies Alur
