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
  /** The authenticator of the account, so that a visitor can try it without an app. */
  totp: z.object({ rahasia: z.string(), kode: z.string(), sisaDetik: z.number() }).nullable(),
})

/** What anybody may know before signing in. Demo accounts appear only on demo data. */
export const sesiAwal = operation({
  id: 'sesi.awal',
  method: 'GET',
  path: '/api/sesi/awal',
  input: z.object({}),
  output: z.object({
    demo: z.boolean(),
    akun: z.array(akunDemo),
    versi: z.string(),
    /** The name of the office's own sign-in (OIDC) if there is one; its address is /api/masuk/oidc. */
    oidc: z.string().nullable(),
    /** The host name under which passkeys work. */
    domainPasskey: z.string(),
  }),
  permission: 'umum',
  audit: 'tanpa',
  label: { id: 'Keterangan sebelum masuk', en: 'What is shown before sign-in' },
})

/**
 * The session as the shell needs it. Its refusals say what comes first: `masuk.perlu` (sign in),
 * `masuk.faktor_kedua` (details: langkah, cara), `masuk.ganti_sandi`, `masuk.pakta`,
 * `izin.tanpa_peran`.
 */
export const sesiSaya = operation({
  id: 'sesi.saya',
  method: 'GET',
  path: '/api/sesi',
  input: z.object({}),
  output: z.object({
    id: z.string(),
    nama: z.string(),
    /** The assignment worn; another is chosen by `sesi.pakaiPeran`. */
    penugasan: z.string(),
    peran: z.string(),
    peranLabel: z.object({ id: z.string(), en: z.string() }),
    jenis: z.enum(['definitif', 'plt', 'plh']),
    wilayah: wilayahRingkas,
    /** Below the village: only these RT; null is all. */
    rt: z.array(z.number()).nullable(),
    /** How many assignments hold today: more than one can be chosen from. */
    jumlahPeran: z.number(),
    /** How this session was begun, and until when no new proof is asked. */
    faktor: z.string(),
    kukuhSampai: z.string().nullable(),
    demo: z.boolean(),
    hariIni: z.string(),
    zona: z.string(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Siapa saya dan wilayah kerja saya', en: 'Who I am and my area' },
})
