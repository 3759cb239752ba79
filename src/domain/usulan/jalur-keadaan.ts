/** Track C, condition: visit and photograph, the verifier; a meeting only where it would cross a programme's line. */
import type { Alur } from './alur.ts'
import { pemeriksaan, pengajuan } from './jalur-langsung.ts'

export const alurKeadaan = {
  jalur: 'keadaan',
  langkah: [
    ...pengajuan('minimum_keadaan'),
    {
      aksi: 'musyawarahkan',
      dari: ['diajukan'],
      ke: 'diketahui',
      oleh: ['verifikator', 'operator_desa'],
      syarat: ['melewati_garis'],
    },
    {
      aksi: 'setujui',
      dari: ['diketahui', 'ditunda'],
      ke: 'disetujui',
      oleh: ['lurah', 'operator_desa', 'pengisi_data'],
      rapat: true,
    },
    {
      aksi: 'tidak_setujui',
      dari: ['diketahui', 'ditunda'],
      ke: 'tidak_disetujui',
      oleh: ['lurah', 'operator_desa', 'pengisi_data'],
      alasan: true,
      rapat: true,
    },
    {
      aksi: 'tunda',
      dari: ['diketahui', 'ditunda'],
      ke: 'ditunda',
      oleh: ['lurah', 'operator_desa', 'pengisi_data'],
      alasan: true,
      rapat: true,
    },
    {
      aksi: 'tandatangani',
      dari: ['disetujui'],
      ke: 'akhir',
      oleh: ['lurah'],
      syarat: ['ada_keputusan_bermeterai'],
      rapat: true,
    },
    ...pemeriksaan(['diajukan'], ['tidak_melewati_garis']),
    {
      aksi: 'verifikasi',
      dari: ['akhir'],
      ke: 'diterima',
      oleh: ['verifikator'],
      syarat: [
        'bukan_pengusul',
        'bukan_kerabat',
        'tidak_ditahan',
        'ada_keputusan_bermeterai',
        'tanpa_benturan',
      ],
    },
    {
      aksi: 'kembalikan',
      dari: ['akhir'],
      ke: 'dikembalikan',
      oleh: ['verifikator'],
      alasan: true,
    },
    { aksi: 'benturkan', dari: ['akhir'], ke: 'berbenturan', oleh: ['sistem'] },
  ],
} as const satisfies Alur
