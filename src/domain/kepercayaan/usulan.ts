/** What a decision on a difference asks of the registry, and whether the registry has taken it. Pure. */
import type { Label } from '../label.ts'
import { perbaikanSalah } from '../usulan/perbaikan.ts'
import type { BidangPercaya, Sumber } from './percaya.ts'

/** Why no correction follows. */
export const kataTanpaUsulan = {
  registri: {
    id: 'Registri sudah benar: tidak ada yang perlu diperbaiki.',
    en: 'The registry is right: nothing is to be corrected.',
  },
  kepala: {
    id: 'Kepala keluarga berganti lewat peristiwa “ganti kepala” di halaman keluarga, bukan lewat perbaikan.',
    en: 'A family changes its head by the event “change of head” on its page, not by a correction.',
  },
  nilai: {
    id: 'Isian sumber tidak dapat dipakai registri, misalnya NIK yang bukan 16 angka. Ajukan perbaikannya di halaman keluarga.',
    en: 'The registry cannot take what the source says, such as a NIK that has not 16 digits. Propose the correction on the page of the family.',
  },
  peran: {
    id: 'Operator desa/kelurahan atau pengisi data menjadikannya usulan dari daftar “Diputus, belum di registri”.',
    en: 'The village operator or data entry makes the proposal of it from the list “Decided, not in the registry yet”.',
  },
} as const satisfies Record<string, Label>
export type TanpaUsulan = keyof typeof kataTanpaUsulan

export type PerbaikanBeda =
  | {
      readonly jenis: 'perbaikan_identitas' | 'perbaikan_keluarga'
      readonly perbaikan: Readonly<Record<string, string>>
    }
  | { readonly sebab: Exclude<TanpaUsulan, 'peran'> }

/** Fields that belong to the family and not to the person. */
const milikKeluarga: readonly BidangPercaya[] = ['nomor_kk', 'alamat']

/**
 * The correction of identity that gives the registry the value decided for.
 * @param kepala the person heads the family today
 */
export function perbaikanBeda(
  bidang: BidangPercaya,
  putusan: Sumber,
  nilai: string,
  kepala: boolean,
): PerbaikanBeda {
  if (putusan === 'registri') return { sebab: 'registri' }
  if (bidang === 'hubungan' && (kepala || nilai === '1')) return { sebab: 'kepala' }
  const unit = milikKeluarga.includes(bidang) ? 'keluarga' : 'individu'
  const perbaikan = { [bidang]: nilai }
  if (perbaikanSalah(unit, perbaikan).length > 0) return { sebab: 'nilai' }
  return { jenis: unit === 'keluarga' ? 'perbaikan_keluarga' : 'perbaikan_identitas', perbaikan }
}
