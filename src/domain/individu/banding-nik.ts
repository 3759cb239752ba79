/** Compares a NIK with what else is known of the person: every difference is a warning, never an error. */
import { type Nik, PROVINSI_CONTOH } from './nik.ts'

export const peringatanNik = [
  'tanggal_lahir_berbeda',
  'jenis_kelamin_berbeda',
  'wilayah_tidak_dikenal',
  'wilayah_berbeda',
] as const
export type PeringatanNik = (typeof peringatanNik)[number]

export type DataPembanding = {
  /** 'YYYY-MM-DD' */
  readonly tanggal_lahir: string | null
  readonly jenis_kelamin: number | null
  /** Ten-digit code of the village; its kab/kota is compared, for people move. */
  readonly wilayah: number | null
  /** Codes PPKKCC that exist or existed; without it the region is not judged. */
  readonly knownKecamatan?: ReadonlySet<number>
}

/**
 * The NIK is not issued anew when a birth date is corrected, a province is split or a person moves:
 * so a difference asks for a look and nothing more.
 */
export function compareNik(nik: Nik, data: DataPembanding): readonly PeringatanNik[] {
  const found: PeringatanNik[] = []
  if (data.tanggal_lahir !== null && !sameDate(nik, data.tanggal_lahir)) {
    found.push('tanggal_lahir_berbeda')
  }
  if (data.jenis_kelamin !== null && data.jenis_kelamin !== nik.jenisKelamin) {
    found.push('jenis_kelamin_berbeda')
  }
  // An invented person's NIK has no province by intention: nothing to look at.
  if (Math.floor(nik.wilayah6 / 1e4) === PROVINSI_CONTOH) return found
  if (data.knownKecamatan !== undefined && !data.knownKecamatan.has(nik.wilayah6)) {
    found.push('wilayah_tidak_dikenal')
  } else if (
    data.wilayah !== null &&
    Math.floor(data.wilayah / 1e6) !== Math.floor(nik.wilayah6 / 100)
  ) {
    found.push('wilayah_berbeda')
  }
  return found
}

function sameDate(nik: Nik, tanggal: string): boolean {
  const { hari, bulan, yy } = nik.tanggal
  const written = (n: number): string => String(n).padStart(2, '0')
  return tanggal.slice(2) === `${written(yy)}-${written(bulan)}-${written(hari)}`
}
