/** Papers of a meeting: printed as it stands, or issued with a number and a QR. */
import { z } from 'zod'
import { musyawarahDi } from './musyawarah.ts'
import { operation } from './operation.ts'
import { pembacaMusyawarah, penyelenggaraMusyawarah } from './peran.ts'

/** Papers that can be opened; `berita_acara` is the SPTJM where that stands in place of a meeting. */
export const suratMusyawarah = [
  'undangan',
  'agenda',
  'daftar_hadir',
  'notulen',
  'berita_acara',
  'pindaian',
  'pengumuman',
  'perbaikan',
] as const

export const musyawarahCetak = operation({
  id: 'musyawarah.cetak',
  method: 'GET',
  path: '/api/musyawarah/:kab/:id/cetak/:surat',
  input: z.object({ ...musyawarahDi, surat: z.enum(suratMusyawarah) }),
  output: z.any(),
  permission: pembacaMusyawarah,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Cetak surat musyawarah', en: 'Print a paper of a meeting' },
})

/** Adds a photograph that was sent (a file `foto_rapat` of the village), or takes one off again. */
export const musyawarahFoto = operation({
  id: 'musyawarah.foto',
  method: 'POST',
  path: '/api/musyawarah/foto',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    id: z.uuid(),
    berkas: z.uuid(),
    pasang: z.boolean(),
  }),
  output: z.object({ jumlah: z.number() }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Foto musyawarah', en: 'Photograph of a meeting' },
})

export const musyawarahTerbitkan = operation({
  id: 'musyawarah.terbitkan',
  method: 'POST',
  path: '/api/musyawarah/terbitkan',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    id: z.uuid(),
    surat: z.enum(['undangan', 'pengumuman']),
    /** As typed by the office; null takes the next of its year. */
    nomor: z.string().trim().min(1).max(80).nullable().default(null),
  }),
  output: z.object({ nomor: z.string() }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Terbitkan surat musyawarah', en: 'Issue a paper of a meeting' },
})
