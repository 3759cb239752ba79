/** Where a visitor stands between the door and their work, and how a refusal of the server tells it. */
import type { OutputOf } from '#web/operasi.ts'

export type Sesi = OutputOf<'sesi.saya'>
export type Langkah = OutputOf<'masuk.sandi'>
export type CaraMasuk = Langkah['cara'][number]

/** Where a visitor stands between the door and their work. */
export type Keadaan =
  | { readonly di: 'dalam'; readonly sesi: Sesi }
  | { readonly di: 'luar' }
  /** The password is known, the second proof is missing. */
  | { readonly di: 'faktor'; readonly cara: readonly CaraMasuk[] }
  /** Signed in, but something must be set up, changed or accepted first. */
  | {
      readonly di: 'persiapan'
      readonly langkah: 'sandi' | 'faktor' | 'pakta'
      readonly cara: readonly CaraMasuk[]
    }
  | { readonly di: 'tanpa_peran' }

type Penolakan = {
  readonly code: string
  rincian(nama: string): string | number | undefined
}

const semuaCara: readonly CaraMasuk[] = ['totp', 'passkey', 'pemulihan', 'perangkat']

/** The ways that a problem names in its detail `cara`, e.g. "totp, passkey". */
const caraDari = (problem: Penolakan): readonly CaraMasuk[] => {
  const disebut = String(problem.rincian('cara') ?? '').split(/[\s,]+/)
  return semuaCara.filter((c) => disebut.includes(c))
}

/** What a refusal of `sesi.saya` means; null when it is no such refusal. */
export function keadaanDari(problem: Penolakan): Keadaan | null {
  switch (problem.code) {
    case 'masuk.perlu':
      return { di: 'luar' }
    case 'masuk.faktor_kedua':
      return problem.rincian('langkah') === 'faktor'
        ? { di: 'faktor', cara: caraDari(problem) }
        : { di: 'persiapan', langkah: 'faktor', cara: caraDari(problem) }
    case 'masuk.ganti_sandi':
      return { di: 'persiapan', langkah: 'sandi', cara: [] }
    case 'masuk.pakta':
      return { di: 'persiapan', langkah: 'pakta', cara: [] }
    case 'izin.tanpa_peran':
      return { di: 'tanpa_peran' }
    default:
      return null
  }
}
