/** Who is signed in, as what, where; and what the sign-in page may show. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'
import { wilayahRingkas } from './wilayah.ts'

const akunDemo = z.object({
  username: z.string(),
  password: z.string(),
  nama: z.string(),
  peran: z.object({ id: z.string(), en: z.string() }),
  wilayah: wilayahRingkas,
})

/** What anybody may know before signing in. Demo accounts appear only on demo data. */
export const sesiAwal = operation({
  id: 'sesi.awal',
  method: 'GET',
  path: '/api/sesi/awal',
  input: z.object({}),
  output: z.object({ demo: z.boolean(), akun: z.array(akunDemo), versi: z.string() }),
  permission: 'umum',
  audit: 'tanpa',
  label: { id: 'Keterangan sebelum masuk', en: 'What is shown before sign-in' },
})

export const sesiSaya = operation({
  id: 'sesi.saya',
  method: 'GET',
  path: '/api/sesi',
  input: z.object({}),
  output: z.object({
    id: z.string(),
    nama: z.string(),
    peran: z.string(),
    peranLabel: z.object({ id: z.string(), en: z.string() }),
    wilayah: wilayahRingkas,
    demo: z.boolean(),
    hariIni: z.string(),
    zona: z.string(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Siapa saya dan wilayah kerja saya', en: 'Who I am and my area' },
})
