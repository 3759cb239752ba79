/** Track A, identity: operator and document, the verifier (all, or a sample); takes effect at once. */
import type { Alur } from './alur.ts'
import { pemeriksaan, pengajuan } from './jalur-langsung.ts'

export const alurIdentitas = {
  jalur: 'identitas',
  langkah: [
    ...pengajuan('minimum_identitas'),
    ...pemeriksaan(['diajukan']),
    // Outside the sample that the verifier looks at, a correction takes effect by itself.
    {
      aksi: 'terima',
      dari: ['diajukan'],
      ke: 'diterima',
      oleh: ['sistem'],
      syarat: ['di_luar_sampel', 'tidak_ditahan', 'tanpa_benturan'],
    },
  ],
} as const satisfies Alur
