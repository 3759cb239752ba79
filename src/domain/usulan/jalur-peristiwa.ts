/** Track B, events of life: operator and document, the verifier; a move also needs the origin's word. */
import type { Alur } from './alur.ts'
import { pemeriksaan, pengajuan } from './jalur-langsung.ts'

export const alurPeristiwa = {
  jalur: 'peristiwa',
  langkah: [
    ...pengajuan('minimum_peristiwa'),
    {
      aksi: 'konfirmasi',
      dari: ['diajukan'],
      ke: 'dikonfirmasi',
      oleh: ['operator_desa', 'lurah'],
      syarat: ['perlu_asal', 'bukan_pengusul'],
    },
    // The origin is silent or refuses: the lowest level above both decides.
    {
      aksi: 'putuskan_pindah',
      dari: ['diajukan'],
      ke: 'dikonfirmasi',
      oleh: ['kecamatan', 'verifikator', 'provinsi', 'pusdatin'],
      syarat: ['perlu_asal', 'bukan_pengusul'],
      alasan: true,
    },
    ...pemeriksaan(['diajukan', 'dikonfirmasi'], ['asal_setuju']),
  ],
} as const satisfies Alur
