/**
 * Names that the centre deactivated: how a row of its file means a family, and what becomes of it.
 * The record stays: out of the registry it is found not eligible, out of a programme it no longer
 * receives. Pure.
 */
import { parseTanggal } from '#domain/impor/tanggal.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { maskNik, parseNik } from '#domain/individu/nik.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import type { Label } from '#domain/label.ts'
import { namaMirip } from '#domain/musyawarah/orang-sama.ts'

/** What stands against a row, or says why nothing is to be done. */
export const sebabNonaktif = {
  pengenal_kosong: {
    id: 'Isi NIK, nomor KK, ID keluarga, atau nama dengan tanggal lahir.',
    en: 'Give a NIK, a family-card number, the id of the family, or a name with its birth date.',
  },
  nik_rusak_excel: {
    id: 'NIK atau nomor KK rusak oleh Excel (angka terakhir menjadi 0). Minta berkasnya dengan angka sebagai teks.',
    en: 'The number was spoilt by Excel (its last digit became 0). Ask for the file with numbers as text.',
  },
  pengenal_salah: {
    id: 'NIK, nomor KK, ID atau tanggal lahir tidak terbaca.',
    en: 'The NIK, card number, id or birth date cannot be read.',
  },
  tanggal_salah: {
    id: 'Tanggal nonaktif tidak terbaca; tulis seperti 31-07-2018.',
    en: 'The day of the deactivation cannot be read; write it like 31-07-2018.',
  },
  tanggal_mendatang: {
    id: 'Tanggal nonaktif belum tiba; impor barisnya pada hari itu.',
    en: 'The day of the deactivation has not come; take the row in on that day.',
  },
  program_tidak_dikenal: {
    id: 'Program tidak dikenal; tulis seperti pada daftar program, atau kosongkan bila keluar dari data terpadu.',
    en: 'The programme is not known; write it as in the list of programmes, or leave it empty for the registry.',
  },
  keluarga_tidak_ditemukan: {
    id: 'Tidak ada keluarga dengan pengenal ini di wilayah Anda.',
    en: 'No family of your area is named by this.',
  },
  keluarga_ganda: {
    id: 'Lebih dari satu keluarga cocok. Selesaikan gandanya di Pemadanan, atau tulis nomor KK atau ID keluarganya.',
    en: 'More than one family fits. Settle the doubles in the matching, or give the card number or id of the family.',
  },
  nama_berbeda: {
    id: 'Nama pada baris ini bukan nama pemilik nomornya. Pastikan orangnya kepada pusat.',
    en: 'The name of this row is not that of whose number it is. Make sure of the person with the centre.',
  },
  bukan_kepala: {
    id: 'Ini anggota, bukan kepala keluarga. Laporkan sebagai peristiwa (meninggal, pindah, cerai); bantuan keluarganya tidak berhenti.',
    en: 'This is a member, not the head. Report the event (death, move, divorce); the aid of the family does not stop.',
  },
  dinilai_sesudahnya: {
    id: 'Kelayakan keluarga ini sudah dinilai lagi sesudah tanggal itu. Sampaikan hasilnya ke pusat.',
    en: 'The family was assessed again after that day. Tell the centre what was found.',
  },
  sudah_tidak_layak: {
    id: 'Sudah berstatus tidak layak.',
    en: 'It is not eligible already.',
  },
  sudah_berakhir: {
    id: 'Keluarganya sudah berakhir: habis, pindah atau digabung.',
    en: 'The family has ended already: nobody left, moved or merged.',
  },
  tidak_menerima: {
    id: 'Tidak tercatat menerima program ini.',
    en: 'It is not recorded as receiving this programme.',
  },
} as const satisfies Record<string, Label>
export type SebabNonaktif = keyof typeof sebabNonaktif

export type Pengenal =
  | { readonly cara: 'nik' | 'kk' | 'id'; readonly nilai: string }
  | { readonly cara: 'nama'; readonly nilai: string; readonly lahir: string }

export type Nonaktif = {
  readonly pengenal: Pengenal
  /** As written; to be held against the person or head whom the number means. */
  readonly nama: string | null
  /** As written; null is the registry itself. */
  readonly program: string | null
  /** Null: the day of the file. */
  readonly tanggal: string | null
}

/** The cells of a row; empty where the column is not there. */
export type SelNonaktif = Readonly<
  Record<'nik' | 'kk' | 'id' | 'nama' | 'lahir' | 'program' | 'tanggal', string>
>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A number, an id or a day as it is meant; null where it cannot be. */
type Terbaca = { readonly nilai: Pengenal } | { readonly salah: SebabNonaktif }

const nomor = (cara: 'nik' | 'kk', teks: string): Terbaca => {
  const nik = cara === 'nik' ? parseNik(teks) : null
  if (nik?.ok) return { nilai: { cara, nilai: nik.value.nik } }
  const kk = cara === 'kk' ? parseNomorKk(teks) : null
  if (kk?.ok) return { nilai: { cara, nilai: kk.value.nomor } }
  const sebab = nik?.error ?? kk?.error
  return { salah: sebab === 'rusak_oleh_excel' ? 'nik_rusak_excel' : 'pengenal_salah' }
}

const hariOf = (teks: string, tahun: number): string | null => {
  const hari = parseTanggal(teks, tahun)
  return hari.jenis === 'tanggal' ? hari.nilai : null
}

/** The surest that is given: a number that stands there and cannot be read is never passed over. */
function pengenalOf(s: SelNonaktif, tahun: number): Terbaca {
  if (s.nik !== '') return nomor('nik', s.nik)
  if (s.kk !== '') return nomor('kk', s.kk)
  if (s.id !== '') {
    const id = s.id.toLowerCase()
    return uuid.test(id) ? { nilai: { cara: 'id', nilai: id } } : { salah: 'pengenal_salah' }
  }
  if (s.nama === '' || s.lahir === '') return { salah: 'pengenal_kosong' }
  const lahir = hariOf(s.lahir, tahun)
  return lahir
    ? { nilai: { cara: 'nama', nilai: foldName(s.nama), lahir } }
    : { salah: 'pengenal_salah' }
}

/** @param tahun the year that two-digit years may not pass */
export function bacaNonaktif(
  s: SelNonaktif,
  tahun: number,
): { readonly nonaktif: Nonaktif } | { readonly salah: SebabNonaktif } {
  const pengenal = pengenalOf(s, tahun)
  if ('salah' in pengenal) return pengenal
  const tanggal = s.tanggal === '' ? null : hariOf(s.tanggal, tahun)
  if (s.tanggal !== '' && tanggal === null) return { salah: 'tanggal_salah' }
  return {
    nonaktif: {
      pengenal: pengenal.nilai,
      nama: s.nama.slice(0, 120) || null,
      program: s.program.slice(0, 60) || null,
      tanggal,
    },
  }
}

/** How a report calls a row without receipt: nobody reads a number or birth date off it. */
export function kataPengenal({ pengenal: p, nama }: Nonaktif): string {
  if (p.cara === 'nama') return nama ?? p.nilai
  if (p.cara === 'id') return `ID …${p.nilai.slice(-8)}`
  return `${p.cara === 'nik' ? 'NIK' : 'KK'} ${maskNik(p.nilai)}`
}

/** A family that a row may mean, and the person by whom. */
export type Cocok = {
  readonly id: string
  /** Of the person whom the row names; of the head where it names the family. */
  readonly nama: string
  readonly kepala: boolean
  readonly status: string
  readonly kelayakan: string
  /** Day of the newest finding of eligibility. */
  readonly dinilai: string | null
  /** Programmes that it receives. */
  readonly menerima: readonly string[]
}

export type PutusNonaktif<C> = {
  readonly hasil: 'diterapkan' | 'sudah' | 'tertahan' | 'salah'
  readonly sebab: SebabNonaktif | null
  readonly keluarga: C | null
}

/**
 * What becomes of a row.
 * @param program code of the programme; null is the registry
 * @param tanggal day from which the centre deactivated it
 */
export function putuskanNonaktif<C extends Cocok>(
  { nama }: Nonaktif,
  program: string | null,
  tanggal: string,
  cocok: readonly C[],
  today: string,
): PutusNonaktif<C> {
  const putus = (
    hasil: PutusNonaktif<C>['hasil'],
    sebab: SebabNonaktif | null,
    keluarga: C | null = null,
  ): PutusNonaktif<C> => ({ hasil, sebab, keluarga })
  if (tanggal > today) return putus('salah', 'tanggal_mendatang')
  const [first] = cocok
  if (!first) return putus('salah', 'keluarga_tidak_ditemukan')
  const hidup = cocok.filter((c) => c.status === 'aktif')
  const [k] = hidup
  if (!k) return putus('sudah', 'sudah_berakhir', first)
  if (new Set(hidup.map((c) => c.id)).size > 1) return putus('tertahan', 'keluarga_ganda')
  if (nama !== null && !namaMirip(nama, k.nama)) return putus('tertahan', 'nama_berbeda', k)
  if (!hidup.some((c) => c.kepala)) return putus('tertahan', 'bukan_kepala', k)
  if (program !== null)
    return k.menerima.includes(program)
      ? putus('diterapkan', null, k)
      : putus('sudah', 'tidak_menerima', k)
  if (k.kelayakan === 'tidak_layak') return putus('sudah', 'sudah_tidak_layak', k)
  return k.dinilai !== null && k.dinilai > tanggal
    ? putus('tertahan', 'dinilai_sesudahnya', k)
    : putus('diterapkan', null, k)
}
