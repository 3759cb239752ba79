/** Safeguards: which patterns hold proposals in an area, and their release by a named person. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pengelola } from './peran.ts'
import { usulanDipilih } from './usulan.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })

export const pengamanDaftar = operation({
  id: 'pengaman.daftar',
  method: 'GET',
  path: '/api/pengaman',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    pola: z.array(
      z.object({
        aturan: z.string(),
        label,
        wilayah: z.number(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        /** Proposals held by it now. */
        ditahan: z.number(),
        /** How many the rule counted, how many it allows, within how many days. */
        jumlah: z.number(),
        batas: z.number(),
        jendelaHari: z.number(),
        rawan: z.boolean(),
        sejak: z.string(),
        /** The office that may release it. */
        pelepas: label,
        bolehLepas: z.boolean(),
        usulan: z.array(usulanDipilih.extend({ nama: z.string(), jenis: z.string() })),
      }),
    ),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Pola yang ditahan', en: 'Patterns that are held' },
})

/** Lets held proposals go on, with a reason that is kept; never by who proposed or verified them. */
export const pengamanLepas = operation({
  id: 'pengaman.lepas',
  method: 'POST',
  path: '/api/pengaman/lepas',
  input: z.object({
    usulan: z.array(usulanDipilih).min(1).max(500),
    alasan: z.string().trim().min(10).max(500),
  }),
  output: z.object({ dilepas: z.number() }),
  permission: ['kepala_opd', 'provinsi', 'pusdatin'],
  audit: 'tulis',
  label: { id: 'Lepas tahanan pengaman', en: 'Release what a safeguard holds' },
})
