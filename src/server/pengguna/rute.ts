/** All steps of signing in that are open to the network. */
import type { Langkah } from './langkah.ts'
import { langkahKukuh } from './langkah-kukuh.ts'
import { langkahPasskey } from './langkah-passkey.ts'
import { langkahPerangkat } from './langkah-perangkat.ts'
import { langkahSandi } from './langkah-sandi.ts'
import { langkahTotp } from './langkah-totp.ts'
import { langkahUndangan } from './langkah-undangan.ts'

export const semuaLangkah: readonly Langkah[] = [
  ...langkahSandi,
  ...langkahTotp,
  ...langkahPasskey,
  ...langkahPerangkat,
  ...langkahUndangan,
  ...langkahKukuh,
]
