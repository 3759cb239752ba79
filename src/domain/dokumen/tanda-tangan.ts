/** A place to sign, from who signs there. Pure. */
import type { Penanda, TandaTangan } from './surat.ts'

/** @param tempatTanggal `Bontang, 24 Juli 2018` */
export const tandaTanganOf = (penanda: Penanda, tempatTanggal: string): TandaTangan => ({
  tempatTanggal,
  jabatan: penanda.jabatan,
  nama: penanda.nama || null,
  keterangan: [penanda.pangkat, penanda.nip ? `NIP ${penanda.nip}` : null].filter(
    (one): one is string => one !== null && one !== '',
  ),
})
