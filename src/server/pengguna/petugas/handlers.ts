/** All operations on officers, bound to their handlers. */
import type { Bound } from '#server/http/handle.ts'
import { gantiNomor, mulaiReset, nomorSaya, tautan, undangUlang } from './akun.ts'
import { beriTugas, undang } from './beri.ts'
import { daftar, pilihan, satu } from './daftar.ts'
import { kerabatHandlers } from './nyatakan.ts'
import { riwayat } from './riwayat.ts'
import { akhiriTugas, ubahTugas } from './ubah.ts'
import { daftarUsulan, putuskanUsulan } from './usulan.ts'

export const petugasHandlers: readonly Bound[] = [
  daftar,
  satu,
  pilihan,
  riwayat,
  undang,
  tautan,
  undangUlang,
  mulaiReset,
  beriTugas,
  ubahTugas,
  akhiriTugas,
  gantiNomor,
  nomorSaya,
  daftarUsulan,
  putuskanUsulan,
  ...kerabatHandlers,
]
