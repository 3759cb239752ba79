/** Checks within one row that look at several fields together: warnings, never a reason to hold it. */
import { isDemoNik, parseNik } from '../individu/nik.ts'
import type { Kerja } from './kerja.ts'
import type { Wadah } from './wadah.ts'

/** Where the survey answers stand that take part in the checks; -1 where the format lacks them. */
export type TempatSilang = { readonly hamil: number; readonly statusKawin: number }

export type Pengetahuan = {
  /** Codes PPKKCC that exist, for the region at the front of a NIK; empty where not to be judged. */
  readonly kecamatan: ReadonlySet<number>
  /** Day the data speak of. */
  readonly tanggalData: string
  /** Neither sender nor format told that day: stated ages may be years old. */
  readonly tanggalDiduga: boolean
}

/** Years by which a stated age may differ from the birth date; more where the day of the data is a guess. */
const PERKIRAAN = 3
const BASI = 15

/** Whole years between two days given as text. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Runs all checks on the member just read. */
export function periksaSilang(
  k: Kerja,
  anggota: Wadah,
  tempat: TempatSilang,
  tahu: Pengetahuan,
): void {
  k.kolom = -1
  const byDate =
    k.tanggalLahir === null ? null : Math.max(0, yearsBetween(k.tanggalLahir, tahu.tanggalData))
  const umur = tahu.tanggalDiduga ? (k.umur ?? byDate) : (byDate ?? k.umur)
  if (k.nik !== '') againstNik(k, tahu)
  if (byDate !== null && k.umur !== null) {
    const older = byDate - k.umur
    if (older < -PERKIRAAN || older > (tahu.tanggalDiduga ? BASI : PERKIRAAN)) {
      k.temu('umur_beda_tanggal_lahir')
    }
  }
  if (anggota.nilai[tempat.hamil] === 1) {
    if (k.jenisKelamin === 1) {
      anggota.nilai[tempat.hamil] = null
      k.temu('hamil_pada_laki_laki')
    } else if (umur !== null && (umur < 10 || umur > 54)) k.temu('hamil_di_luar_umur')
  }
  if (umur === null) return
  const kawin = anggota.nilai[tempat.statusKawin]
  if (umur < 10 && typeof kawin === 'number' && kawin >= 2) k.temu('kawin_di_bawah_umur')
  if (umur < 12 && k.hubungan === 1) k.temu('kepala_di_bawah_umur')
}

/** What the NIK itself says of sex, birth and region. */
function againstNik(k: Kerja, tahu: Pengetahuan): void {
  const read = parseNik(k.nik)
  if (!read.ok) return
  const { jenisKelamin, tanggal, wilayah6 } = read.value
  if (k.tanggalLahir === null && k.umur !== null && !fitsAge(tanggal.yy, k.umur, tahu)) {
    k.temu('umur_beda_tanggal_lahir')
  }
  if (k.jenisKelamin !== null && k.jenisKelamin !== jenisKelamin) k.temu('nik_beda_jenis_kelamin')
  if (k.tanggalLahir !== null) {
    const [tahun, bulan, hari] = k.tanggalLahir.split('-').map(Number)
    if (hari !== tanggal.hari || bulan !== tanggal.bulan || (tahun ?? 0) % 100 !== tanggal.yy) {
      k.temu('nik_beda_tanggal_lahir')
    }
  }
  // The prefix of practice data belongs to no province by intention; it is not worth a note per row.
  if (tahu.kecamatan.size > 0 && !isDemoNik(k.nik) && !tahu.kecamatan.has(wilayah6)) {
    k.temu('nik_wilayah_tidak_dikenal')
  }
}

/** Whether an age may belong to a birth year of which only two digits are known; guessed ages are rounded. */
function fitsAge(yy: number, umur: number, tahu: Pengetahuan): boolean {
  const year = Number(tahu.tanggalData.slice(0, 4))
  const most = tahu.tanggalDiduga ? BASI : PERKIRAAN + 1
  return [1900, 2000].some((century) => {
    const older = year - (century + yy) - umur
    return older >= -PERKIRAAN - 1 && older <= most
  })
}
