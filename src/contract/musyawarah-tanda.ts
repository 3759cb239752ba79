/** The end of a meeting: closing, cancelling, signing, and whether the paper still binds. */
import { z } from 'zod'
import { goresanSchema } from '#domain/musyawarah/goresan-schema.ts'
import { musyawarahDi } from './musyawarah.ts'
import { operation } from './operation.ts'
import { pembacaMusyawarah, penyelenggaraMusyawarah } from './peran.ts'
import { hasilLangkah } from './usulan.ts'

const label = z.object({ id: z.string(), en: z.string() })
const berversi = { kab: z.number().int().min(0).max(32_767), id: z.uuid(), versi: z.number().int() }

/** Closes the meeting, or opens it again as long as nobody has signed. */
export const musyawarahTutup = operation({
  id: 'musyawarah.tutup',
  method: 'POST',
  path: '/api/musyawarah/tutup',
  input: z.object({
    ...berversi,
    tutup: z.boolean(),
    notulen: z.string().trim().max(5000).nullable().default(null),
  }),
  output: z.object({ versi: z.number() }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Tutup musyawarah', en: 'Close a meeting' },
})

export const musyawarahBatalkan = operation({
  id: 'musyawarah.batalkan',
  method: 'POST',
  path: '/api/musyawarah/batalkan',
  input: z.object({ ...berversi, alasan: z.string().trim().min(5).max(500) }),
  output: z.object({ versi: z.number() }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Batalkan musyawarah', en: 'Cancel a meeting' },
})

/** The village head signs: decisions take effect on the proposals, and from now on the paper binds them. */
export const musyawarahTandatangani = operation({
  id: 'musyawarah.tandatangani',
  method: 'POST',
  path: '/api/musyawarah/tandatangani',
  input: z.object({
    ...berversi,
    /** Archive number of the village, as in its own register. */
    nomor: z.string().trim().min(1).max(80),
    tanda: z
      .array(
        z.object({
          nama: z.string().trim().min(1).max(120),
          sebagai: z.string().trim().min(1).max(120),
          goresan: goresanSchema.nullable().default(null),
        }),
      )
      .min(1)
      .max(60),
    /** Scan of the paper signed by hand, a file `ba_pindaian` of the village: stands for drawn lines. */
    pindaian: z.uuid().nullable().default(null),
  }),
  output: z.object({
    versi: z.number(),
    sidik: z.string(),
    berlakuSampai: z.string(),
    hasil: hasilLangkah,
  }),
  permission: ['lurah'],
  audit: 'tulis',
  label: { id: 'Tandatangani berita acara', en: 'Sign the minutes' },
})

export const musyawarahPeriksaMeterai = operation({
  id: 'musyawarah.periksa_meterai',
  method: 'GET',
  path: '/api/musyawarah/:kab/:id/meterai',
  input: z.object(musyawarahDi),
  output: z.object({
    nomor: z.string(),
    sidik: z.string(),
    /** The rows kept with the paper are those that were signed. */
    asli: z.boolean(),
    utuh: z.boolean(),
    berlaku: z.boolean(),
    berlakuSampai: z.string(),
    jumlah: z.number(),
    rusak: z.array(
      z.object({
        urutan: z.number(),
        usulanId: z.string(),
        nama: z.string(),
        bidang: z.array(label),
        oleh: z.string().nullable(),
        pada: z.string().nullable(),
      }),
    ),
    /** Corrections of identity after the meeting, which leave the paper whole. */
    perbaikan: z.array(
      z.object({
        urutan: z.number(),
        siapa: z.string(),
        bidang: label,
        lama: z.string().nullable(),
        baru: z.string().nullable(),
        oleh: z.string().nullable(),
        pada: z.string(),
        dokumen: z.string().nullable(),
      }),
    ),
  }),
  permission: pembacaMusyawarah,
  audit: 'baca',
  label: { id: 'Periksa meterai', en: 'Check the seal' },
})
