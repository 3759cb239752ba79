/** Who may still change the text of a proposal, by its state: the proposer a draft, the operator what is at the village. */

import { type Jalur, type JenisUsulan, jalurOf } from './jenis.ts'
import type { Keadaan } from './keadaan.ts'
import type { Penindak } from './putuskan.ts'

const diDesa: readonly Keadaan[] = [
  'diajukan',
  'dilengkapi',
  'diketahui',
  'ditunda',
  'disetujui',
  'akhir',
  'diumumkan',
  'dikembalikan',
]

/** In the tracks without a meeting a sent proposal lies with the verifier and is closed. */
const terbuka = (jalur: Jalur): readonly Keadaan[] =>
  jalur === 'usulan' ? diDesa : ['dikembalikan']

/** What was decided stays bound by the berita acara: a changed decision breaks it, a corrected identity does not. */
export function bolehUbah(
  u: { readonly jenis: JenisUsulan; readonly status: Keadaan; readonly pengusulId: string | null },
  oleh: Penindak,
): boolean {
  if (u.status === 'draf') return u.pengusulId === oleh.id
  return (
    (oleh.pelaku === 'operator_desa' || oleh.pelaku === 'pengisi_data') &&
    terbuka(jalurOf(u.jenis)).includes(u.status)
  )
}
